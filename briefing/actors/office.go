package actors

import (
	"strings"
	"time"
)

// Office is one post that a person held.
type Office struct {
	Role  string    // "Prime Minister"
	Actor string    // the registry's id of the body
	From  time.Time // zero when unknown
	To    time.Time // the day it ended; zero when it had not ended when the data was written
	Open  bool      // in office when last known, and not checked after 2025
}

// Term is one term in the U.S. Congress.
type Term struct {
	Chamber  string // H or S
	State    string // postal code
	District string // number, 0 = at large, "?" = not known; c1 to c3 for a senator's class
	Party    string // as the source has it
	From, To time.Time
}

// assertedUntil is the last day for which the data asserts an open office.
var assertedUntil = time.Date(2025, 12, 31, 0, 0, 0, 0, time.UTC)

// Holds reports whether the office was held for sure on a day. An office that
// was open when last known is not asserted after 2025.
func (o Office) Holds(at time.Time) bool {
	if at.IsZero() || o.From.IsZero() || at.Before(o.From) {
		return false
	}
	if o.Open {
		return !at.After(assertedUntil)
	}
	return o.To.IsZero() && !at.After(assertedUntil) || at.Before(o.To)
}

// Offices returns the posts of a person, in the order of the data; none for an
// id that the registry does not know.
func (r *Registry) Offices(id string) []Office {
	i, ok := r.byID[id]
	if !ok {
		return nil
	}
	return r.officesOf(i)
}

func (r *Registry) officesOf(i int32) []Office {
	var out []Office
	for s := range strings.SplitSeq(r.records[i].offices, "|") {
		if o, ok := parseOffice(s); ok {
			out = append(out, o)
		}
	}
	return out
}

func parseOffice(s string) (Office, bool) {
	role, rest, ok := strings.Cut(s, "@")
	if !ok {
		return Office{}, false
	}
	body, rest, _ := strings.Cut(rest, "@")
	from, to, _ := strings.Cut(rest, "@")
	return Office{Role: role, Actor: body, From: parseDate(from), To: parseDate(to), Open: to == "?"}, true
}

// parseDate reads YYYY, YYYY-MM or YYYY-MM-DD, with or without the "~" of a
// derived date; zero for anything else.
func parseDate(s string) time.Time {
	s = strings.TrimPrefix(s, "~")
	if len(s) > 10 || len(s) < 4 {
		return time.Time{}
	}
	t, err := time.Parse("2006-01-02"[:len(s)], s)
	if err != nil {
		return time.Time{}
	}
	return t
}

// Terms returns the terms in the U.S. Congress of a person, oldest first.
func (r *Registry) Terms(id string) []Term {
	i, ok := r.byID[id]
	if !ok {
		return nil
	}
	var out []Term
	for t := range r.records[i].eachTerm {
		out = append(out, t)
	}
	return out
}

// eachTerm yields the terms of a record, oldest first.
func (rec *record) eachTerm(yield func(Term) bool) {
	rest := rec.terms
	for rest != "" {
		var s string
		s, rest, _ = strings.Cut(rest, ";")
		var f [6]string
		for i := range f {
			f[i], s, _ = strings.Cut(s, ":")
		}
		if !yield(Term{f[0], f[1], f[2], f[3], parseDate(f[4]), parseDate(f[5])}) {
			return
		}
	}
}

// termAt returns the term that holds a day, else the last that began before
// it, else the first; for the zero time the last.
func (rec *record) termAt(at time.Time) (Term, bool) {
	var best Term
	found := false
	for t := range rec.eachTerm {
		if !found || at.IsZero() || !t.From.After(at) {
			best, found = t, true
		}
	}
	return best, found
}

// serves reports whether the record is a member of the Congress on a day.
func (rec *record) serves(at time.Time, chamber string) bool {
	for t := range rec.eachTerm {
		if (chamber == "" || t.Chamber == chamber) && !at.Before(t.From) && at.Before(t.To) {
			return true
		}
	}
	return false
}

// sat reports whether the record was ever a member of a chamber.
func (rec *record) sat(chamber string) bool {
	for t := range rec.eachTerm {
		if t.Chamber == chamber {
			return true
		}
	}
	return false
}

// shortParty reduces a party as the terms have it to D, R, I or its own name.
func shortParty(p string) string {
	if short, _, ok := strings.Cut(p, "/"); ok {
		return short
	}
	return p
}
