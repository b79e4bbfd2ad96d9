package actors

import (
	_ "embed"
	"strings"
	"sync"

	"readout/briefing/text"
	"readout/feeds/datafile"
)

//go:embed data/heads.txt
var headsFile string

// headWord says what a word makes of the capitalised sequence that it ends
// (last, last2, after), begins (front), or that goes on with "of" behind it:
// types of organisations, "" where it makes nothing.
type headWord struct {
	last, last2, of, alone, front, after, event, partisan, form, tail string

	before []string // the types that a word of "after" makes behind this one
}

// headWords are the words of heads.txt.
type headWords struct{ text.Lexicon[*headWord] }

var heads = sync.OnceValue(func() *headWords {
	h := &headWords{}
	eachHead(headsFile, func(where, typ, word string) {
		w := h.Get(word)
		if w == nil {
			w = &headWord{}
			h.Put(word, w)
		}
		if where == "before" {
			w.before = append(w.before, typ)
			return
		}
		to := map[string]*string{"last": &w.last, "last2": &w.last2, "of": &w.of, "alone": &w.alone, "front": &w.front, "after": &w.after, "event": &w.event, "partisan": &w.partisan, "form": &w.form, "tail": &w.tail}[where]
		if *to == "" {
			*to = typ
		}
		if where == "form" && typ != "-" && w.last == "" {
			w.last = typ
		}
	})
	return h
})

var noHead = &headWord{}

// at returns what token t makes.
func (h *headWords) at(d *text.Doc, t int) *headWord {
	if w := h.Of(d, t); w != nil {
		return w
	}
	return noHead
}

// eachHead yields the words of a file of heads with their position and type.
func eachHead(file string, yield func(where, typ, word string)) {
	for head, words := range datafile.Labelled(file) {
		where, typ, _ := strings.Cut(head, " ")
		for _, w := range strings.Fields(words) {
			yield(where, typ, w)
		}
	}
}
