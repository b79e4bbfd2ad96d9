package names

import (
	"strings"

	"readout/briefing/text"
)

// Name is one mention of a person, found by its shape.
type Name struct {
	text.Span           // without title: "Ada Moreno"
	Title     text.Span // "Foreign Minister" right before it; empty when there is none
	Given     string    // given names and initials as written; "" for a surname alone
	Surname   string    // with its particles: "von der Leyen"
	Gender    string    // "m", "f", or "" when neither title nor given name says
	// Full is the index in Find's result of the fullest mention of the same
	// person (its own when none is fuller); -1 when several persons fit.
	Full int
}

// Find returns the persons of a document in text order: full names, names
// behind a title, and the surnames that stand for a name found in the
// document. Cost is linear in the text.
func Find(d *text.Doc) []Name {
	f := finder{doc: d, lexicon: lexicon()}
	for i := range d.Sentences {
		f.sentence(i)
	}
	return f.resolve()
}

// SamePerson reports whether two given names may be one person's: each word
// equals, begins, abbreviates or is a short form of the other's.
func SamePerson(given1, given2 string) bool {
	x, y := strings.Fields(given1), strings.Fields(given2)
	for i := range min(len(x), len(y)) {
		p, q := strings.TrimSuffix(x[i], "."), strings.TrimSuffix(y[i], ".")
		if p != q && !(len(p) == 1 && strings.HasPrefix(q, p)) && !(len(q) == 1 && strings.HasPrefix(p, q)) && !sameNick(p, q) {
			return false
		}
	}
	return true
}
