// Package signatories finds who signed the letter, statement, bill or treaty
// that an article speaks of.
package signatories

import (
	"readout/briefing/actors"
	"readout/briefing/text"
)

// Document is the kind of text that was signed.
type Document string

// The kinds of documents.
const (
	Letter    Document = "letter"
	Statement Document = "statement"
	Bill      Document = "bill"
	Treaty    Document = "treaty"
	Brief     Document = "brief"
	Pledge    Document = "pledge"
)

// Kind is what a signatory is.
type Kind string

// The kinds of signatories.
const (
	Person       Kind = "person"
	State        Kind = "state"
	Organisation Kind = "organisation"
)

// List is one list of signatories, in text order.
type List struct {
	Document  Document
	Addressee string // as the text has it; "" where none is named
	Total     int    // number that the text states or adds up to; 0 where it states none
	Partial   bool   // the text says that there are more than it names
	People    []Signatory
	Cue       text.Span // the words that introduce the list
}

// Signatory is one who signed. Empty fields are unknown: never guessed.
type Signatory struct {
	text.Span        // the name in the text, in bytes
	Name      string // as in the text, without titles
	Party     string // D, R, I for U.S. tags or words, else as named
	Region    string // U.S. postal code; else the constituency as stated
	Country   string
	Role      string
	Kind      Kind
	Actor     string   // the registry's id; ""
	Filled    []string // fields that the registry filled in: "party", "region", "country"
}

// Find returns the document's list of signatories, nil when it names none.
func Find(d *text.Doc, cast []actors.Actor, r *actors.Registry) *List {
	f := &finder{t: newTable(d)}
	defer rooms.Give(f.t.room)
	if !f.mayHold() {
		return nil
	}
	f.sc = f.t.scenes()
	f.judge()
	f.they()
	f.lines()
	l := f.list()
	if l != nil {
		identify(l, cast)
	}
	return l
}

// identify gives each signatory the id of the actor that is mentioned there.
func identify(l *List, cast []actors.Actor) {
	for i := range l.People {
		p := &l.People[i]
		for _, a := range cast {
			for _, m := range a.Mentions {
				if m.Span == p.Span || p.Span.Holds(m.Span) && m.Len()*2 > p.Len() {
					p.Actor = a.ID
				}
			}
		}
	}
}
