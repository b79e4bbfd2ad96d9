package compare

import (
	"hash/fnv"
	"io"
	"strings"

	"readout/briefing/text"
)

const (
	shingle     = 5   // words in a row that are compared
	leastText   = 30  // shingles of a text that can be told to be a copy
	copiedShare = 0.8 // of the shorter text's shingles that stand in the other's
)

// copies returns for each text the first one that it is a copy of, itself when
// it is none. A text that was cut short is a copy too.
func copies(docs []*text.Doc) []int {
	of := make([]int, len(docs))
	sets := make([]map[uint64]bool, len(docs))
	for i, d := range docs {
		of[i], sets[i] = i, shingles(words(d, text.Span{End: len(d.Text)}))
		for j := range i {
			if of[j] == j && copied(sets[i], sets[j]) {
				of[i] = j
				break
			}
		}
	}
	return of
}

// groups lists the copies of one text together, the first one first.
func groups(of []int) [][]int {
	var out [][]int
	for i := range of {
		var g []int
		for j := i; j < len(of); j++ {
			if of[j] == i {
				g = append(g, j)
			}
		}
		if len(g) > 1 {
			out = append(out, g)
		}
	}
	return out
}

func shingles(words []word) map[uint64]bool {
	out := make(map[uint64]bool, len(words))
	for i := shingle; i <= len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i-shingle : i] {
			io.WriteString(h, w.form)
			io.WriteString(h, " ")
		}
		out[h.Sum64()] = true
	}
	return out
}

func copied(a, b map[uint64]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < leastText {
		return false
	}
	n := 0
	for h := range a {
		if b[h] {
			n++
		}
	}
	return float64(n) >= copiedShare*float64(len(a))
}

// word is a word of a text in the form that is compared.
type word struct {
	text.Span
	form string
}

// words returns the words in a span of a text, lower-case, without punctuation;
// the kind of apostrophe makes no difference.
func words(d *text.Doc, in text.Span) []word {
	var out []word
	for i := d.TokenAt(in.Start); i < len(d.Tokens) && d.Tokens[i].End <= in.End; i++ {
		t := d.Tokens[i].Span
		form := strings.ReplaceAll(strings.ToLower(d.Str(t)), "’", "'")
		if strings.ContainsFunc(form, letterOrDigit) {
			out = append(out, word{t, form})
		}
	}
	return out
}
