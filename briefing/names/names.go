package names

import (
	"strings"
	"unicode"

	"readout/briefing/text"
)

// Name is one mention of a person, found by its shape.
type Name struct {
	text.Span           // of Doc.Text, in bytes, without title: "Ada Moreno"
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
//
// Of token t, body returns the byte where the name of a known body ends that
// begins there, 0 for none: a name does not run into one ("the Ada Moreno White
// House"). Where body is nil none is known.
func Find(d *text.Doc, body func(t int) int) []Name {
	found, alone := nameRooms.Take(0), candidateRooms.Take(0)
	f := finder{doc: d, body: body, lexicon: lexicon(), found: *found, alone: *alone, pieces: make([]piece, 0, mostPieces)}
	for i := range d.Sentences {
		f.sentence(i)
	}
	out := f.resolve()
	*found, *alone = f.found, f.alone
	nameRooms.Give(found)
	candidateRooms.Give(alone)
	return out
}

var (
	nameRooms      text.Scratch[Name]
	candidateRooms text.Scratch[candidate]
)

// SamePerson reports whether two given names may be one person's: each word
// equals, begins, abbreviates or is a short form of the other's.
func SamePerson(given1, given2 string) bool {
	if given1 == given2 {
		return true
	}
	for {
		var p, q string
		p, given1 = cutWord(given1)
		q, given2 = cutWord(given2)
		if p == "" || q == "" {
			return true
		}
		p, q = strings.TrimSuffix(p, "."), strings.TrimSuffix(q, ".")
		if p != q && !(len(p) == 1 && strings.HasPrefix(q, p)) && !(len(q) == 1 && strings.HasPrefix(p, q)) && !sameNick(p, q) {
			return false
		}
	}
}

// cutWord cuts off the first word; "" when there is none.
func cutWord(s string) (word, rest string) {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}
