package quotes

import (
	"strings"

	"readout/briefing/text"
)

func (u *unit) low(i int) string {
	if i < 0 || i >= len(u.nodes) {
		return ""
	}
	return u.nodes[i].low
}

func (u *unit) class(i int) class {
	if i < 0 || i >= len(u.nodes) {
		return 0
	}
	return u.nodes[i].class
}

func (u *unit) quote(i int) bool { return i >= 0 && i < len(u.nodes) && u.nodes[i].quote >= 0 }

func (u *unit) upper(i int) bool { return i >= 0 && i < len(u.nodes) && u.nodes[i].upper }

func (u *unit) mark(i int) bool {
	return i < 0 || i >= len(u.nodes) || u.nodes[i].quote < 0 && u.nodes[i].kind == text.Mark
}

func (u *unit) isAdverb(i int) bool {
	if i < 0 || i >= len(u.nodes) {
		return false
	}
	n := u.nodes[i]
	return n.quote < 0 && (n.class&adv != 0 || n.class == 0 && !n.upper && strings.HasSuffix(n.low, "ly") && len(n.low) > 4)
}

// possesses reports whether node i marks a possessor: 's, or the apostrophe of
// a plural.
func (u *unit) possesses(i int) bool {
	switch u.low(i) {
	case "'s", "’s", "'", "’":
		return true
	}
	return false
}

// isFinite reports whether node i is the main word of a verb group that makes
// a clause: no participle or gerund by itself.
func (u *unit) isFinite(i int) bool {
	if !u.isVerb(i) || u.class(i)&ing == 0 {
		return u.isVerb(i)
	}
	p := i - 1
	for u.isAdverb(p) {
		p--
	}
	return u.class(p)&aux != 0
}

// findVerbs marks the main words of the verb groups.
func (u *unit) findVerbs() {
	for i := range u.nodes {
		u.nodes[i].verb = u.tellsVerb(i)
	}
}

func (u *unit) isVerb(i int) bool { return i >= 0 && i < len(u.nodes) && u.nodes[i].verb }

// tellsVerb decides whether node i is the main word of a verb group. English
// forms are ambiguous (claims, plans, called): what stands before decides.
func (u *unit) tellsVerb(i int) bool {
	n := u.nodes[i]
	if n.quote >= 0 || n.kind != text.Word || n.class&(verb|aux) == 0 {
		return false
	}
	p := i - 1
	for u.isAdverb(p) {
		p--
	}
	switch {
	case n.class&aux != 0 && n.class&verb == 0:
		return !u.verbFollows(i) && u.class(p)&det == 0 && !(n.upper && i > 0)
	case n.upper && i > 0 && !u.mark(i-1) && !u.quote(i-1), u.possesses(p):
		return false
	case n.class&ing != 0:
		return u.class(p)&det == 0 || u.low(p) == "that"
	case n.class&past != 0:
		return u.isPast(i, p)
	case n.class&participle != 0: // gone, written: only after an auxiliary
		return u.class(p)&aux != 0
	case n.class&third != 0:
		return u.isThird(i, p)
	}
	return u.isBase(i, p)
}

// isPast decides on a past form (also a participle) at i behind word p. A
// participle that belongs to the noun before it is no verb: a paper owned by.
func (u *unit) isPast(i, p int) bool {
	if u.class(p)&(det|prep) != 0 && u.class(p)&many == 0 {
		return false
	}
	if u.nodes[i].class&guess != 0 && (p < 0 || u.mark(p) || u.quote(p)) && u.saysAhead(i) { // undecided voter Ann Bell said
		return false
	}
	if u.class(p)&aux != 0 || p < 0 || u.mark(p) || u.quote(p) || u.nodes[i].class&participle == 0 {
		return true
	}
	if u.isVerb(p) && u.class(p)&(aux|guess) == 0 { // appear related
		return false
	}
	if n := u.nodes[i]; u.low(i+1) == "of" && n.class&base != 0 { // a rapid spread of
		return false
	}
	if u.class(i+1)&day != 0 && u.class(i+2)&(past|third) != 0 && u.class(i+2)&cue != 0 { // an order released Friday said
		return false
	}
	if u.low(i+1) == "by" && (u.upper(i+2) || u.class(i+2)&(det|num|obj) != 0) {
		return false
	}
	plain := !u.upper(p) && u.class(p)&(pron|rel|conj|sub) == 0
	return !(plain && u.class(i)&titling != 0 && u.quote(i+1))
}

// saysAhead reports whether a verb of saying follows i in its sentence.
func (u *unit) saysAhead(i int) bool {
	for k := i + 1; k < len(u.nodes) && k < i+16 && !u.quote(k) && u.low(k) != "."; k++ {
		if u.class(k)&say != 0 && u.class(k)&(past|third) != 0 && u.class(k)&noun == 0 {
			return true
		}
	}
	return false
}

// isThird decides on a form in -s at i behind word p.
func (u *unit) isThird(i, p int) bool {
	before, n := u.class(p), u.nodes[i]
	if before&prep != 0 && (before&part == 0 || u.low(p) == "in" || u.low(p) == "on") || before&det != 0 && before&one == 0 || before&aux != 0 || u.isVerb(p) {
		return false
	}
	if n.class&oftenNoun != 0 && before&(pron|rel) == 0 && !u.upper(p) && !u.endsReport(i) {
		return false
	}
	if u.class(i+1)&aux != 0 { // federal rules are
		return false
	}
	if n.class&cue != 0 && n.class&(noun|doc) == 0 {
		return true
	}
	if before&(pron|rel|conj) != 0 || p < 0 || u.quote(p) || u.mark(p) || u.upper(p) {
		return true
	}
	next := u.class(i + 1)
	return next&(prep|rel|aux) == 0 || u.low(i+1) == "to" || u.low(i+1) == "that" && n.class&say != 0
}

// endsReport reports whether node i ends a report behind a quotation: “...,” a
// voice in the ad states.
func (u *unit) endsReport(i int) bool {
	if i+1 < len(u.nodes) && u.low(i+1) != "." && u.low(i+1) != "," {
		return false
	}
	for k := i - 1; k >= 0 && k > i-12; k-- {
		if u.quote(k) {
			return u.nodes[k].last == ','
		}
	}
	return false
}

// isBase decides on an infinitive at i behind word p: it needs to, a modal, a
// plural subject, or who.
func (u *unit) isBase(i, p int) bool {
	before := u.class(p)
	switch {
	case u.low(p) == "to":
		return true
	case u.low(i+1) == "of", u.low(i) == "close" && u.low(i+1) == "to": // people close to Smith
		return false
	case before&(aux|rel) != 0:
		return true
	case before&conj != 0:
		return true
	case before&pron != 0:
		return u.low(p) != "he" && u.low(p) != "she" && u.low(p) != "it"
	case before&det != 0:
		return before&many != 0
	case p < 0, u.mark(p), u.quote(p), !plural(u.low(p)):
		return false
	}
	next := u.nodes[min(i+1, len(u.nodes)-1)] // "the Sanders campaign said": a noun before the verb
	return next.class&(past|third|aux) == 0 || next.class&noun != 0
}

// verbFollows reports whether the auxiliary at i has its verb behind it.
func (u *unit) verbFollows(i int) bool {
	for i++; i < len(u.nodes); i++ {
		if u.isAdverb(i) || u.class(i)&aux != 0 {
			continue
		}
		return u.class(i)&verb != 0 && u.class(i)&(base|past|participle|ing) != 0
	}
	return false
}

// plural reports whether a word has the form of a plural.
func plural(w string) bool {
	return strings.HasSuffix(w, "s") && len(w) > 2 && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "'s") || w == "people" || w == "men" || w == "women" || w == "police"
}

// hyphen reports whether node i joins the words around it without spaces:
// 43-year-old, D.C.-based.
func (u *unit) hyphen(i int) bool {
	return u.low(i) == "-" && i > 0 && i+1 < len(u.nodes) && u.nodes[i-1].End == u.nodes[i].Start && u.nodes[i].End == u.nodes[i+1].Start
}
