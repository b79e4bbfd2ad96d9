// Package actors finds who an article speaks of: persons, organisations and
// places, those the registry knows and those it does not.
package actors

import (
	"readout/briefing/names"
	"readout/briefing/text"
)

// Kind is the coarse class of an actor.
type Kind string

// The kinds of actors.
const (
	Person       Kind = "person"
	Organisation Kind = "organisation"
	Place        Kind = "place"
)

// Role is what an actor does in an article.
type Role string

// The roles of actors. briefing.Compose sets them from the other finders.
const (
	Speaker   Role = "speaker"
	Signatory Role = "signatory"
	Addressee Role = "addressee"
	Mentioned Role = "mentioned"
)

// Actor is one actor of an article with all places that name it.
type Actor struct {
	ID       string  // the registry's slug; "" when the registry does not know it
	Name     string  // the registry's name, or the fullest name in the article
	Kind     Kind    //
	Type     string  // finer: court, ministry, alliance, country, party, company, legislator ...; ""
	Salience float64 // 0..1; the actor the story is about has the highest
	Roles    []Role  // at least one
	// Mentions are ranges of Article.Text, in order. HeadMentions are ranges
	// of Article.Title where the title does not stand in the text.
	Mentions     []Mention
	HeadMentions []Mention
	// Candidates are the registry ids that fit when none could be chosen, or the
	// names of those that the registry does not know; ID is then "" and the actor
	// is shown as undecided ("Scott (?)").
	Candidates []string
}

// Mention is one place that names an actor, in bytes.
type Mention struct {
	text.Span
	Why string // how it was matched: "name", "alias", "acronym", "demonym", "metonym", "surname", "title", "shape"
}

// People returns the names of persons in a document, in text order. None of
// them runs into a body of the registry, as "the Ada Moreno White House" would.
func People(d *text.Doc, r *Registry) []names.Name {
	p := &part{doc: d}
	return names.Find(d, func(t int) int {
		size, claims := p.aliasAt(r, t)
		if size == 0 || r.records[claims[0].record].Kind != Organisation {
			return 0
		}
		return d.Tokens[t].Start + size
	})
}

// Find returns the actors of a document, highest salience first, people being
// what People returns of it. Roles are left at Mentioned. In other languages
// than English only the registry's aliases and plain names of persons count.
func Find(d *text.Doc, r *Registry, people []names.Name) []Actor {
	parts := []*part{{doc: d, names: people}}
	if d.Head != nil {
		parts = append(parts, &part{doc: d.Head, names: People(d.Head, r), head: true})
	}
	for _, p := range parts {
		p.open()
		defer p.close()
		p.matchAliases(r)
		p.mergeNames(r)
		p.datelines(r)
		if p.english() {
			p.organisations(r)
			p.acronyms()
			p.places(r)
		}
		p.choose()
	}
	return newCast(newContext(r, parts), parts).gather()
}
