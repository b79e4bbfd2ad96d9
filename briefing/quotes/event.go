package quotes

import "strings"

// phrase is a range of nodes of a unit: a noun phrase.
type phrase struct{ first, last int }

func (p phrase) empty() bool { return p.last <= p.first }

// form is how an event stands in its sentence.
type form uint8

const (
	finite     form = iota // Smith said
	inverted               // said Smith
	shared                 // ... and said, ..., saying, to say: the subject of a verb before
	relative               // who said
	passive                // was called ... by Smith
	possessive             // Smith's claim
	sourced                // according to Smith
)

// event is one report of speech, or another deed, in a unit.
type event struct {
	verb    int // its node
	class   class
	form    form
	subject phrase // empty when unknown
	patient phrase // of a passive verb, its grammatical subject
	start   int    // the first node of its clause
	under   bool   // its clause is opened by when, after, while, if ...
	link    bool   // its clause is joined with and, but ... after a comma
	that    bool   // its clause is opened by that
	main    bool   // it is a main clause of the unit
	owner   int    // the node of the verb whose subject it shares; -1 when none
	joined  bool   // it shares its subject by and, but ...
}

// speech are the classes of events that report speech.
const speech = say | naming | weak

// findEvents fills u.events, in the order of their verbs.
func (u *unit) findEvents() {
	u.findVerbs()
	for i := range u.nodes {
		switch c := u.class(i); {
		case u.isVerb(i):
			u.events = append(u.events, u.verbEvent(i))
		case u.low(i) == "according" && u.low(i+1) == "to":
			u.addSource(i, u.right(i+2))
		case u.low(i) == "zufolge": // German puts it behind: Weber zufolge
			u.addSource(i, u.left(i))
		case c&source != 0:
			first := i
			if u.class(i-1)&prep != 0 { // по словам
				first = i - 1
			}
			u.addSource(first, u.right(i+1))
		case c&(noun|stance) != 0:
			p := u.possessor(i)
			if p.empty() {
				continue
			}
			if before := u.low(p.first - 1); c&stance != 0 && (before == "in" || before == "by") {
				u.addSource(p.first-1, p)
			} else if c&noun != 0 && u.nounReaches(i) {
				u.events = append(u.events, event{verb: i, class: noun, form: possessive, subject: p, start: p.first})
			}
		}
	}
	u.openingParticiples()
}

// addSource adds "according to Smith" or "in Smith's words".
func (u *unit) addSource(i int, p phrase) {
	if !p.empty() {
		u.events = append(u.events, event{verb: i, class: say, form: sourced, subject: p, start: i})
	}
}

// openingParticiples gives a participle before the first clause that clause's
// subject: "Calling it “a disgrace,” Smith walked out."
func (u *unit) openingParticiples() {
	for i := len(u.events) - 2; i >= 0; i-- {
		if e := &u.events[i]; e.form == shared && e.subject.empty() {
			e.subject = u.firstMain(i + 1)
		}
	}
}

// firstMain is the subject of the first main clause from event i on.
func (u *unit) firstMain(i int) phrase {
	for ; i < len(u.events); i++ {
		if u.events[i].main {
			return u.events[i].subject
		}
	}
	return phrase{}
}

// verbEvent makes the event of the verb at v.
func (u *unit) verbEvent(v int) event {
	c := u.class(v)
	e := event{verb: v, class: u.reports(v), start: v, owner: -1}
	if m := u.mainEvent(); m != nil {
		e.owner = m.verb
	}
	first, be := u.groupStart(v)
	before := first - 1
	switch {
	case be && (u.low(v) == "quoted" || u.low(v) == "cited") && u.low(v+1) == "as": // was quoted as saying
		e.subject = u.left(first)
		e.start = e.subject.first
	case be && c&participle != 0 && c&ing == 0:
		e.form, e.subject, e.class = passive, u.agent(v), e.class&^(say)|u.class(v)&say
		e.patient = u.left(first)
		e.start = min(v, e.patient.first)
	case before < 0 && c&participle != 0 && c&ing == 0 && u.mainFollows(v): // Asked by Smith, Jones said
		e.under, e.class = true, other
		return e
	case u.class(before)&sub != 0 && c&participle != 0 && c&ing == 0 && first == v: // when asked
		e.under, e.class = true, other
		return e
	case u.afterQuote(before) && c&ing == 0 && !u.right(v+1).empty():
		e.form, e.subject, e.start = inverted, u.right(v+1), first
	case u.low(before) == "to":
		e.form, e.subject = shared, u.caused(before)
	case c&ing != 0 && !be:
		e.form, e.subject = shared, u.participant(before)
	case u.class(before)&rel != 0 && !u.isVerb(before-1) && before > 0:
		e.form, e.subject, e.start = relative, phrase{before, before + 1}, before
		if u.low(before) == "that" && u.class(before-1)&(noun|doc|shown) != 0 { // a video that said: its maker's words
			e.form, e.subject = shared, u.mainSubject()
		}
	case u.invertedLate(v, before):
		e.form, e.subject = inverted, u.right(v+1)
	case u.class(before)&conj != 0:
		e.form, e.subject, e.joined = shared, u.mainSubject(), true
	default:
		e.subject = u.left(first)
		e.start = e.subject.first
		if e.subject.empty() {
			e.form, e.subject, e.start = shared, u.mainSubject(), first
		} else if u.class(e.start)&rel != 0 && u.low(e.start) != "that" {
			e.form = relative
		}
	}
	if e.form == shared && u.low(before) == "to" && len(u.events) > 0 {
		e.under = u.events[len(u.events)-1].under
	}
	u.opening(&e)
	if e.form == finite || e.form == inverted || e.form == passive {
		m := u.mainEvent()
		e.main = !e.under && !e.that && (e.link || m == nil || e.start < m.start) || u.trails(&e)
	}
	return e
}

// invertedLate reports whether the verb at v closes a sentence before its
// subject: “...” in contrast to earlier years, says Smith, a scientist.
func (u *unit) invertedLate(v, before int) bool {
	if u.low(before) != "," || u.class(v)&say == 0 || u.class(v)&(past|third) == 0 || u.class(v)&cause != 0 || u.low(v) == "told" || u.low(v) == "tells" {
		return false
	}
	p := u.right(v + 1)
	if p.empty() || !u.upper(p.first) && u.class(p.first)&(det|num|pron) == 0 || !u.quotesIn(0, v) {
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

// mainEvent is the last event so far that is a main clause; nil if none.
func (u *unit) mainEvent() *event {
	for i := len(u.events) - 1; i >= 0; i-- {
		if u.events[i].main {
			return &u.events[i]
		}
	}
	return nil
}

// mainSubject is the subject that a second verb of a clause takes over.
func (u *unit) mainSubject() phrase {
	if e := u.mainEvent(); e != nil {
		return e.subject
	}
	return u.nearest()
}

// nearest is the subject of the last verb before.
func (u *unit) nearest() phrase {
	for i := len(u.events) - 1; i >= 0; i-- {
		if e := u.events[i]; e.class != noun && e.form != sourced {
			return e.subject
		}
	}
	return phrase{}
}

// caused is the subject of an infinitive whose "to" is node to.
func (u *unit) caused(to int) phrase {
	if n := len(u.events); n > 0 {
		e := u.events[n-1]
		if e.form == passive {
			return e.patient
		}
		if u.class(e.verb)&cause != 0 {
			if p := u.right(e.verb + 1); !p.empty() && p.first < to {
				return p
			}
		}
	}
	return u.nearest()
}

// participant is the subject of an -ing form behind node before.
func (u *unit) participant(before int) phrase {
	switch {
	case u.low(before) == "," || u.class(before)&conj != 0 || u.quote(before):
		return u.mainSubject()
	case before < 0 || u.class(before)&(prep|sub) != 0:
		return u.nearest()
	}
	first := u.segment(before + 1)
	if u.low(first) == "with" {
		return phrase{first + 1, before + 1}
	}
	if first > 0 && (u.isBreak(first-1) || u.class(first-1)&conj != 0) && u.opensPhrase(first) { // Smith saying no, Jones saying yes
		return phrase{first, before + 1}
	}
	if p := u.left(before + 1); u.shows(p) {
		return p
	}
	return u.mainSubject()
}

// shows reports whether a phrase is a text held up or shown, whose words are
// its own: a sign saying.
func (u *unit) shows(p phrase) bool {
	for i := p.first; i < p.last && !u.isVerb(p.first); i++ {
		if u.class(i)&shown != 0 {
			return true
		}
	}
	return false
}

// opening notes the word that opens an event's clause.
func (u *unit) opening(e *event) {
	for k := e.start - 1; k >= 0 && k >= e.start-3; k-- {
		c := u.class(k)
		switch {
		case u.low(k) == "that":
			e.that = true
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

// agent returns the phrase after "by" behind a passive verb.
func (u *unit) agent(v int) phrase {
	for i := v + 1; i < len(u.nodes) && i < v+12; i++ {
		if u.low(i) == "by" && !u.quote(i+1) {
			return u.right(i + 1)
		}
		if u.low(i) == ";" || u.class(i)&(sub|rel) != 0 && u.low(i) != "as" || u.class(i)&verb != 0 && u.class(i)&past != 0 {
			break
		}
	}
	return phrase{}
}

// nounReaches reports whether a quotation that follows the noun at i closely is
// what the noun stands for: his claim that he was “...”, their promise of “...”.
func (u *unit) nounReaches(i int) bool {
	if u.low(i+1) == "that" {
		return true
	}
	for k := i + 1; k < len(u.nodes) && k < i+9; k++ {
		switch c := u.class(k); {
		case u.quote(k):
			return true
		case c&(det|aux|pron|prep|rel|conj) != 0, u.isAdverb(k), u.low(k) == ",", u.low(k) == ":", u.isVerb(k):
		default:
			return false
		}
	}
	return false
}

// possessor returns whose the noun at i is: "his", "Smith" in "Smith's recent claim".
func (u *unit) possessor(i int) phrase {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch low := u.low(k); {
		case low == "his" || low == "her" || low == "their" || low == "its":
			return phrase{k, k + 1}
		case low == "'s" || low == "’s":
			return u.left(k)
		case u.mark(k) || u.quote(k) || u.class(k)&(prep|det|aux|sub|rel|conj) != 0:
			return phrase{}
		}
	}
	return phrase{}
}
