// Package summary picks the sentences of an article that say what happened.
package summary

import "readout/briefing/text"

// Sentence is one sentence of the article, verbatim: its Span is of Doc.Text, in bytes.
type Sentence struct {
	text.Span
	Paragraph int // 1 for the first paragraph of the text
}

// Quote is what Find needs to know of a quotation; spans are of Doc.Text, in bytes.
type Quote struct {
	text.Span
	Speaker text.Span // empty when unknown
}

// Bounds of a summary.
const (
	maxLength     = 600 // bytes of one sentence
	maxConsidered = 250 // sentences of a long article that are weighed
	maxTeaser     = 2   // sentences taken of a text that has no whole one
)

// Find returns three to five sentences in text order, the bottom line first;
// fewer where the article has fewer that can stand by themselves.
func Find(d *text.Doc, quotes []Quote) []Sentence {
	cs := candidates(d, quotes)
	if len(cs) == 0 {
		cs = teaser(d)
	}
	if len(cs) == 0 {
		return nil
	}
	weigh(d, cs)
	var out []Sentence
	for _, i := range choose(d, cs) {
		s := d.Sentences[i]
		out = append(out, Sentence{s.Span, s.Paragraph + 1})
	}
	return out
}

// size is how many sentences the summary of an article with n usable ones has.
func size(n int) int {
	switch {
	case n < 12:
		return 3
	case n < 25:
		return 4
	}
	return 5
}
