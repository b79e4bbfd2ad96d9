// Package topics says what an article is about, in terms of a fixed taxonomy
// of 30 policy topics.
package topics

import "readout/briefing/text"

// Topic is one topic of an article with the words that caused it.
type Topic struct {
	ID, Name string
	Score    float64     // 0..1
	Evidence []text.Span // ranges of Article.Text, in order
	// HeadEvidence are ranges of Article.Title where the title does not stand in the text.
	HeadEvidence []text.Span
}

// Find returns what the document is about, highest score first: none to three.
func Find(d *text.Doc) []Topic { return nil }
