package dates

import (
	"strings"
	"time"

	"readout/briefing/text"
)

// How far from a date its verb is looked for, in tokens.
const (
	backward = 25
	forward  = 12
)

// side says whether the date at tokens [from, to) lies ahead of publication or
// behind it, by the preposition before it and the nearest verb or cue.
func (f *finder) side(from, to int) cue {
	if !f.english {
		return noCue
	}
	switch f.word(from - 1) {
	case "since":
		return behind
	case "until", "till":
		if f.class(from) == dayOfWeek && !f.negated(from) {
			return ahead
		}
	case "of":
		if f.word(from-2) == "ahead" {
			return ahead
		}
	}
	by := f.word(f.beforeEnd(from)) == "by"
	for k := from - 1; k >= max(f.first, from-backward) && f.tok(k) != ";"; k-- {
		if c := f.cueAt(k); c != noCue {
			if c == behind && by && f.word(k) != "had" {
				return ahead
			}
			return c
		}
	}
	for k := to; k < min(f.last, to+forward) && f.tok(k) != ";"; k++ {
		if c := f.cueAt(k); c != noCue && !(by && c == behind) {
			return c
		}
	}
	if by {
		return ahead
	}
	return noCue
}

// beforeEnd returns the token before a date, past "the end of" and the like.
func (f *finder) beforeEnd(from int) int {
	k := from - 1
	if f.word(k) == "of" && f.in(k-1, partOf) {
		if k -= 2; f.word(k) == "the" {
			k--
		}
	}
	return k
}

// negated reports whether the clause before token k says "not": "did not know until Friday".
func (f *finder) negated(k int) bool {
	for i := k - 1; i >= max(f.first, k-backward); i-- {
		if w := f.word(i); w == "not" || strings.HasSuffix(w, "n't") || w == "never" {
			return true
		}
	}
	return false
}

// cueAt is what the word at k says.
func (f *finder) cueAt(k int) cue {
	t := f.d.Tokens[k]
	if t.Kind != text.Word || f.class(k) == month {
		return noCue
	}
	w := f.word(k)
	c := f.t.cues[w]
	if c == ahead && f.in(k, plan) && f.in(k-1, determiner) && f.word(k+1) != "to" {
		c = noCue // "asked for the plan in January"
	}
	past := !t.Upper && len(w) > 4 && strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed") && !f.in(k, notPast)
	switch {
	case c == noCue && past, c == behind:
		if f.passive(k) {
			return noCue
		}
		return behind
	case c == noCue && (strings.HasSuffix(w, "'ll") || w == "to" && f.inTitle(k) && f.d.Tokens[min(k+1, f.last-1)].Kind == text.Word):
		return ahead
	case c == aheadTo:
		return f.aheadTo(k, w)
	}
	return c
}

// aheadTo is what a word says that looks ahead when "to" or "for" follows.
func (f *finder) aheadTo(k int, w string) cue {
	next := f.word(k + 1)
	switch {
	case next == "to" && !f.in(k+2, determiner), next == "for" && w != "called" && w != "calls" && w != "asked":
		return ahead
	case w == "has", w == "have", w == "told", strings.HasSuffix(w, "ed"):
		return behind
	}
	return noCue
}

// passive reports whether the participle at k follows "be", as in "will be
// held", where the word before says the tense.
func (f *finder) passive(k int) bool {
	return f.word(k-1) == "be" || strings.HasSuffix(f.word(k-1), "ly") && f.word(k-2) == "be"
}

// inTitle reports whether token k stands in the headline, where "to" before a
// verb is a future tense ("Senate to vote Monday").
func (f *finder) inTitle(k int) bool {
	return f.d.Title.Holds(f.d.Tokens[k].Span)
}

// bareMonth resolves a month that has no year.
func (f *finder) bareMonth(from, to int, m time.Month) time.Time {
	y := f.pub.Year()
	side := f.side(from, to)
	if a := f.anchor; side != ahead && a.explicit && f.index == a.sentence && a.Date.Date.Year() < y && rank(a.Precision) <= rank(Month) {
		y = a.Date.Date.Year()
		if m < a.Date.Date.Month() {
			y++
		}
		return day(y, m, 1)
	}
	switch {
	case side == ahead && m < f.pub.Month():
		y++
	case side != ahead && m > f.pub.Month():
		y--
	}
	return day(y, m, 1)
}

// isMonth reports whether the bare word at k, before token j, is a month and no
// name or verb.
func (f *finder) isMonth(k, j int) bool {
	prev := f.word(k - 1)
	switch f.value(k) {
	case 3, 5:
		if prev == "and" && f.class(k-2) != month {
			return false
		}
		return f.in(k-1, onlyMonth) || f.in(k-1, beforeMonth) && !(f.ladyMay && f.value(k) == 5)
	case 4, 6, 8:
		t := min(j, f.last-1)
		named := j < f.last && f.d.Tokens[t].Upper && f.class(t) == none && !f.in(k-1, beforeMonth) && prev != "the"
		return !named && !(k > f.first && f.d.Tokens[k-1].Upper && f.d.Tokens[k-1].Kind == text.Word && k-1 > f.first)
	}
	return f.d.Tokens[k].Len() > 4 || j == k+2 || f.in(k-1, beforeMonth) // "Mar", "Dec" alone are no months
}
