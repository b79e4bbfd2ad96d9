// Package dates finds date expressions and resolves them against the
// publication date.
package dates

import (
	"time"

	"readout/briefing/text"
)

// Precision is how long the period of a Date is.
type Precision string

// The precisions.
const (
	Day     Precision = "day"
	Week    Precision = "week"
	Month   Precision = "month"
	Quarter Precision = "quarter"
	Year    Precision = "year"
)

// Date is one date expression; its Span is of Doc.Text, in bytes. Date is the
// first day of its period, at midnight UTC; a week begins on Monday.
type Date struct {
	text.Span
	Date      time.Time
	Precision Precision
}

// IsMonth reports whether a word in lower case is the name of a month, or short
// for it ("dec"), in any language of words.txt, whatever else it may mean
// ("may", "march").
func IsMonth(word string) bool { return data().months[word] }

// Find returns the date expressions of a document that can be resolved, in
// text order. "Yesterday" is the day before Published in Published's own time
// zone; where the publication date is unknown, relative expressions are left out.
func Find(d *text.Doc) []Date {
	f := newFinder(d)
	defer rooms.Give(f.room)
	for i := range d.Sentences {
		f.sentence(i)
	}
	return f.out
}
