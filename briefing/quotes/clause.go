package quotes

import "strings"

// group is the verb group of an event: had never said.
type group struct {
	verb   int
	before int // the node before the group, -1 when it opens the unit
	first  int
	be     bool // it holds a form of be
	class  class
}

// participle reports whether the group's main word is one like "asked", no
// gerund.
func (g group) participle() bool { return g.class&participle != 0 && g.class&ing == 0 }

// verbEvent makes the event of the verb at v.
func (u *unit) verbEvent(v int) event {
	first, be := u.groupStart(v)
	g := group{verb: v, before: first - 1, first: first, be: be, class: u.class(v)}
	e := event{verb: v, class: u.reports(v), start: v, owner: -1}
	m := u.mainEvent()
	if m != nil {
		e.owner = m.verb
	}
	if u.denied(g) {
		e.denied, e.class = true, other
	}
	if u.passing(g) {
		e.under, e.class = true, other
		return e
	}
	u.place(&e, g)
	if e.form == shared && u.low(g.before) == "to" && len(u.events) > 0 {
		e.under = u.events[len(u.events)-1].under
	}
	u.opening(&e)
	if e.form == shared && g.class&ing != 0 && e.subject.last == g.first && u.upper(e.subject.first) {
		e.absolute = true
	}
	if e.form == finite || e.form == inverted || e.form == passive {
		e.main = !e.under && !e.that && (e.link || m == nil || e.start < m.start) || u.trails(&e)
	}
	return e
}

// denied reports whether a verb of saying says that something was not said: did
// not say whether, declined to comment on.
func (u *unit) denied(g group) bool {
	next := u.low(g.verb + 1)
	open := next == "whether" || next == "if" || next == "why" || next == "how" || next == "about" || next == "on" && u.class(g.verb)&noun != 0
	if !open || g.class&say == 0 {
		return false
	}
	if u.low(g.before) == "to" {
		return u.class(g.before-1)&declines != 0
	}
	for i := g.first; i < g.verb; i++ {
		if w := u.low(i); w == "not" || w == "never" || strings.HasSuffix(w, "n't") {
			return true
		}
	}
	return false
}

// passing reports whether a participle stands for a subordinate clause whose
// speaker is not named: "Asked by Smith, Jones said", "when asked".
func (u *unit) passing(g group) bool {
	return g.participle() && !g.be && g.first == g.verb && (g.before < 0 && u.mainFollows(g.verb) || u.class(g.before)&sub != 0)
}

// place finds the form of an event and its subject.
func (u *unit) place(e *event, g group) {
	v, before := g.verb, g.before
	switch {
	case g.be && (u.low(v) == "quoted" || u.low(v) == "cited") && u.low(v+1) == "as": // was quoted as saying
		e.subject = u.left(g.first)
		e.start = e.subject.first
	case g.participle() && e.class&naming != 0 && !u.namedBy(v).empty(): // often labelled “a trap” by Smith
		e.form, e.subject, e.patient = passive, u.namedBy(v), u.left(g.first)
		e.start = v
	case g.be && g.participle():
		e.form, e.subject, e.class = passive, u.agent(v), e.class&^say|g.class&say
		e.patient = u.left(g.first)
		e.start = min(v, e.patient.first)
	case u.afterQuote(before) && g.class&ing == 0 && !u.behind(v).empty():
		e.form, e.subject, e.start = inverted, u.behind(v), g.first
	case u.lang != "en" && u.class(before)&sub != 0 && e.class&say != 0 && !u.right(v+1).empty(): // Як повідомив Шевчук, «...»
		e.form, e.subject = inverted, u.right(v+1)
	case u.low(before) == "to":
		e.form, e.subject = shared, u.caused(before)
	case g.class&ing != 0 && !g.be:
		e.form, e.subject = shared, u.participant(before)
	case before > 0 && u.class(before)&rel != 0 && !u.isVerb(before-1):
		u.placeRelative(e, before)
	case u.invertedLate(v, before):
		e.form, e.subject = inverted, u.right(v+1)
	case u.class(before)&conj != 0:
		e.form, e.subject, e.joined = shared, u.mainSubject(), true
	default:
		u.placeFinite(e, g.first)
	}
}

// behind returns the subject behind a verb that follows a quotation: « ... », a
// assuré (à la presse) Jeanne Petit.
func (u *unit) behind(v int) phrase {
	p := u.right(v + 1)
	if p.empty() && u.lang == "fr" && u.class(v+1)&prep != 0 {
		if to := u.right(v + 2); !to.empty() {
			p = u.right(to.last)
		}
	}
	return p
}

// namedBy returns the phrase behind "by" that follows the quotation right behind
// the naming participle at v.
func (u *unit) namedBy(v int) phrase {
	if first, be := u.groupStart(v); !be && !u.mark(first-1) && u.low(v+1) != "as" {
		return phrase{}
	}
	for i := v + 1; i < v+5; i++ {
		if u.quote(i) {
			if u.low(i+1) == "by" {
				return u.right(i + 2)
			}
			break
		}
		if u.class(i)&det == 0 && u.low(i) != "as" {
			break
		}
	}
	return phrase{}
}

// placeRelative is place for a verb behind the relative pronoun at node r.
func (u *unit) placeRelative(e *event, r int) {
	e.form, e.subject, e.start = relative, phrase{r, r + 1}, r
	if u.low(r) == "that" && u.class(r-1)&(noun|doc|shown) != 0 { // a video that said: its maker's words
		e.form, e.subject = shared, u.mainSubject()
	}
}

// placeFinite is place for a verb group that begins at first behind its subject.
func (u *unit) placeFinite(e *event, first int) {
	e.subject = u.left(first)
	e.start = e.subject.first
	switch {
	case e.subject.empty():
		e.form, e.subject, e.start = shared, u.mainSubject(), first
	case u.class(e.start)&rel != 0 && u.low(e.start) != "that":
		e.form = relative
	}
}

// invertedLate reports whether the verb at v closes a sentence before its
// subject: “...” in contrast to earlier years, says Smith, a scientist. Without a
// quotation before it the subject must be a name.
func (u *unit) invertedLate(v, before int) bool {
	if u.low(before) != "," || u.class(v)&say == 0 || u.class(v)&(past|third) == 0 || u.class(v)&cause != 0 || u.low(v) == "told" || u.low(v) == "tells" {
		return false
	}
	p := u.right(v + 1)
	if p.empty() || !u.upper(p.first) && (u.class(p.first)&(det|num|pron) == 0 || !u.quotesIn(0, v)) {
		return false
	}
	return p.last >= len(u.nodes) || u.mark(p.last) || u.class(p.last)&rel != 0
}

// trails reports whether an event stands directly behind a quotation that ends
// with a comma: “...,” Smith said.
func (u *unit) trails(e *event) bool {
	k := e.start - 1
	for u.isBreak(k) {
		k--
	}
	return u.quote(k) && (u.nodes[k].last == ',' || u.nodes[k].last == '?' || u.nodes[k].last == '!' || e.form == inverted)
}

func (u *unit) quotesIn(a, b int) bool {
	for i := a; i < b; i++ {
		if u.quote(i) {
			return true
		}
	}
	return false
}

// reports returns the class of the event of the verb at v.
func (u *unit) reports(v int) class {
	c := u.class(v) & (cue | other)
	if u.class(v)&phrasal != 0 && u.class(v+1)&part != 0 {
		c |= weak
	}
	if u.low(v+1) == "that" && u.class(v)&aux == 0 { // whatever the verb: Smith anticipated that
		c |= say
	}
	if c == 0 {
		c = other
	}
	return c
}

// mainFollows reports whether the words from v on end with a comma before a subject.
func (u *unit) mainFollows(v int) bool {
	for i := v + 1; i < len(u.nodes) && i < v+25; i++ {
		if u.low(i) == "," {
			return true
		}
		if u.low(i) == ":" {
			return false
		}
	}
	return false
}

// groupStart returns the first node of the verb group that ends at v, and
// whether the group holds a form of be.
func (u *unit) groupStart(v int) (int, bool) {
	i, be := v, false
	for k := v - 1; k >= 0; k-- {
		if u.class(k)&aux != 0 && u.class(k)&pron == 0 {
			i = k
			switch u.low(k) {
			case "am", "is", "are", "was", "were", "be", "been", "being":
				be = true
			}
			continue
		}
		if low := u.low(k); u.class(k)&(aux|pron) == aux|pron && (strings.HasSuffix(low, "'re") || strings.HasSuffix(low, "'m")) {
			be = true
		}
		if !u.isAdverb(k) {
			break
		}
		i = k
	}
	return i, be
}

// afterQuote reports whether node i is a quotation, the comma after one, or
// the beginning of the unit: a verb may then stand before its subject.
func (u *unit) afterQuote(i int) bool {
	for k := i; k > i-3 && k > 0 && u.isBreak(k); k-- {
		if u.quote(k - 1) {
			return true
		}
	}
	return i < 0 || u.quote(i)
}

// opening notes the word that opens an event's clause.
func (u *unit) opening(e *event) {
	for k := e.start - 1; k >= 0 && k >= e.start-3; k-- {
		c := u.class(k)
		switch {
		case u.low(k) == "that":
			e.that = true
			return
		case (u.low(k) == "while" || u.low(k) == "whereas") && (u.low(k-1) == "," || u.quote(k-1)): // ..., while Jones said
			e.link = true
			return
		case c&sub != 0 && u.low(k) != "as", u.low(k) == "after", u.low(k) == "before":
			e.under = true
			return
		case c&conj != 0:
			e.link = u.low(k-1) == "," || u.low(k) == "but" || u.quote(k-1) || u.low(k-1) == "—"
			return
		case u.low(k) == ";":
			e.link = true
			return
		case !u.isAdverb(k):
			return
		}
	}
}
