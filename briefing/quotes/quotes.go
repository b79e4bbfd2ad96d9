// Package quotes finds verbatim quotations and who spoke them.
package quotes

import (
	"readout/briefing/actors"
	"readout/briefing/names"
	"readout/briefing/text"
)

// Kind says whether a quote is a statement or words inside the reporter's sentence.
type Kind string

// The kinds of quotes.
const (
	Full     Kind = "full"     // four words or more
	Fragment Kind = "fragment" // fewer
)

// Quote is one quotation; its Span, in bytes of Doc.Text, leaves its marks out.
// Quotes of a document are in order and do not overlap.
type Quote struct {
	text.Span
	Paragraph int // 1 for the first paragraph of the text
	Kind      Kind
	Cue       string    // the word that introduces it ("said"); "" if none
	CueSpan   text.Span // of Cue; empty if none
	Speaker   *Speaker  // nil when unknown: never guessed
}

// Speaker is who spoke a quote: the mention in the article, in bytes of
// Doc.Text, and whom it stands for.
type Speaker struct {
	text.Span
	Name  string // the fullest name the mention stands for; "" when it stands for no name
	Actor string // the registry's id; ""
	Role  string // who the article says the person is, in its own words ("the bloc's envoy"); "" when it does not say
}

// Find returns the quotes of a document. cast are the document's actors, people
// its names of persons: the same that the actors were made of.
func Find(d *text.Doc, cast []actors.Actor, people []names.Name) []Quote {
	qs := pairMarks(d)
	if len(qs) == 0 {
		return nil
	}
	f := &finder{d: d, lang: languageOf(d), cast: cast, people: people}
	f.qs = splitAtCues(d, qs, f.lang)
	f.attribute()
	return f.quotes()
}
