package summary

import (
	_ "embed"
	"strings"
	"sync"

	"readout/feeds/datafile"
)

var (
	//go:embed boilerplate.txt
	boilerplateFile string
	//go:embed openers.txt
	openersFile string
	//go:embed stopwords.txt
	stopwordsFile string
)

// rules are the data files, parsed.
type rules struct {
	marks  map[string][]mark // boilerplate, by its first bytes
	opener map[string]bool
	pair   map[string]bool
	stop   map[string]bool
}

// mark is one line of boilerplate.txt.
type mark struct {
	text        string
	start, lone bool
}

// markKey is how many bytes of a mark index it.
const markKey = 3

// loneWords is the length of a sentence up to which a lone mark counts.
const loneWords = 15

var data = sync.OnceValue(func() *rules {
	r := &rules{marks: make(map[string][]mark), opener: make(map[string]bool), pair: make(map[string]bool), stop: datafile.Words(stopwordsFile)}
	for line := range datafile.Lines(boilerplateFile) {
		kind, rest, _ := strings.Cut(line, " ")
		key := rest[:min(markKey, len(rest))]
		r.marks[key] = append(r.marks[key], mark{rest, kind == "start", kind == "lone"})
	}
	for line := range datafile.Lines(openersFile) {
		kind, rest, _ := strings.Cut(line, " ")
		if kind == "pair" {
			r.pair[rest] = true
			continue
		}
		for w := range strings.FieldsSeq(rest) {
			r.opener[w] = true
		}
	}
	return r
})

// boilerplate reports whether a sentence of so many words bears a mark of
// boilerplate.txt, at the beginning of a word.
func boilerplate(s string, words int) bool {
	r := data()
	low := strings.ToLower(s)
	for i := 0; i+markKey <= len(low); i++ {
		if i > 0 && low[i-1] != ' ' {
			continue
		}
		for _, m := range r.marks[low[i:i+markKey]] {
			if strings.HasPrefix(low[i:], m.text) && (!m.start || i == 0) && (!m.lone || words <= loneWords) {
				return true
			}
		}
	}
	return false
}
