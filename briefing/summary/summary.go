// Package summary picks the sentences of an article that say what happened.
package summary

import "readout/briefing/text"

// Sentence is one sentence of the article, verbatim.
type Sentence struct {
	text.Span
	Paragraph int // 1 for the first paragraph of the text
}

// Quote is what Find needs to know of a quotation.
type Quote struct {
	text.Span
	Speaker text.Span // empty when unknown
}

// Find returns three to five sentences in text order, the bottom line first;
// fewer where the article has fewer.
func Find(d *text.Doc, quotes []Quote) []Sentence { return nil }
