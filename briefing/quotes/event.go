package quotes

import (
	"strings"

	"readout/briefing/text"
)

// phrase is a range of nodes of a unit: a noun phrase.
type phrase struct{ first, last int }

func (p phrase) empty() bool { return p.last <= p.first }

// form is how an event stands in its sentence.
type form uint8

const (
	finite     form = iota // Smith said
	inverted               // said Smith
	shared                 // ... and said, ..., saying, to say: the subject of the verb before
	relative               // who said
	passive                // was called ... by Smith
	possessive             // Smith's claim
	sourced                // according to Smith
)

// event is one reporting of speech, or another deed, in a unit.
type event struct {
	verb    int // its node
	class   class
	form    form
	subject phrase
	start   int  // the first node of its clause
	under   bool // its clause is opened by when, after, while, if ...
	link    bool // its clause is joined by a comma with and, but ...
	that    bool // its clause is opened by that
}

// findEvents fills u.events, in the order of their verbs.
func (u *unit) findEvents() {
	for i := range u.nodes {
		switch {
		case u.isVerb(i):
			if e, ok := u.verbEvent(i); ok {
				u.events = append(u.events, e)
			}
		case u.nodes[i].low == "according" && u.low(i+1) == "to":
			if p := u.right(i + 2); !p.empty() {
				u.events = append(u.events, event{verb: i, class: say, form: sourced, subject: p, start: i})
			}
		case u.nodes[i].class&noun != 0:
			if p := u.possessor(i); !p.empty() {
				u.events = append(u.events, event{verb: i, class: noun, form: possessive, subject: p, start: p.first})
			}
		}
	}
	u.openingParticiples()
}

// openingParticiples gives a participle before the first clause that clause's
// subject: "Calling it “a disgrace,” Smith walked out."
func (u *unit) openingParticiples() {
	for i := len(u.events) - 2; i >= 0; i-- {
		if e := &u.events[i]; e.form == shared && e.subject.empty() {
			e.subject = u.events[i+1].subject
		}
	}
}

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

func (u *unit) mark(i int) bool {
	return i < 0 || i >= len(u.nodes) || u.nodes[i].quote < 0 && u.nodes[i].kind == text.Mark
}

// isVerb reports whether node i is the main word of a verb group.
func (u *unit) isVerb(i int) bool {
	n := u.nodes[i]
	if n.quote >= 0 || n.kind != text.Word {
		return false
	}
	p := i - 1
	for p >= 0 && u.isAdverb(p) {
		p--
	}
	before := u.class(p)
	if n.class&aux != 0 && n.class&verb == 0 {
		return !u.verbFollows(i) && before&det == 0
	}
	if n.class&verb == 0 || n.upper && i > 0 && !u.mark(i-1) && !u.quote(i-1) {
		return false
	}
	if n.class&(past|ing) != 0 {
		return before&(det|prep) == 0 || n.class&ing != 0 && before&prep != 0 && u.low(p) != "of" || u.low(p) == "that"
	}
	if before&(det|prep) != 0 && u.low(p) != "to" && u.low(p) != "that" || u.low(p) == "'s" || u.low(p) == "’s" {
		return false
	}
	if n.class&third != 0 {
		return before&(aux) == 0 && !(n.class&(noun|doc) != 0 && u.class(i+1)&(prep|rel) != 0 && before&(pron|rel) == 0)
	}
	// the infinitive: after to, a modal, a plural subject, who
	plural := strings.HasSuffix(u.low(p), "s") && u.low(p) != "'s"
	return u.low(p) == "to" || before&(aux|rel|conj) != 0 || before&pron != 0 && u.low(p) != "he" && u.low(p) != "she" && u.low(p) != "it" || plural
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

func (u *unit) isAdverb(i int) bool {
	n := u.nodes[i]
	return n.quote < 0 && (n.class&adv != 0 || n.class == 0 && !n.upper && strings.HasSuffix(n.low, "ly") && len(n.low) > 4)
}

// verbEvent makes the event of the verb at v.
func (u *unit) verbEvent(v int) (event, bool) {
	e := event{verb: v, class: u.class(v) & (verb), start: v}
	if e.class == 0 {
		e.class = other
	}
	i, be := u.groupStart(v)
	before := i - 1
	switch {
	case be && u.class(v)&participle != 0 && u.class(v)&ing == 0:
		e.form, e.subject = passive, u.agent(v)
		e.start = min(v, u.left(i).first)
	case u.afterQuote(before) && u.class(v)&ing == 0:
		e.form, e.subject = inverted, u.right(v+1)
	case u.low(before) == "to", u.class(v)&ing != 0 && !be:
		e.form, e.subject = shared, u.controller()
	case u.class(before)&rel != 0 && u.low(before) != "that":
		e.form, e.subject, e.start = relative, phrase{before, before + 1}, before
	case u.class(before)&conj != 0:
		e.form, e.subject = shared, u.controller()
	default:
		e.subject = u.left(before + 1)
		e.start = e.subject.first
		if e.subject.empty() {
			e.form, e.subject, e.start = shared, u.controller(), i
		}
	}
	u.opening(&e)
	return e, true
}

// groupStart returns the first node of the verb group that ends at v, and
// whether the group holds a form of be.
func (u *unit) groupStart(v int) (int, bool) {
	i, be := v, false
	for k := v - 1; k >= 0; k-- {
		if u.class(k)&aux != 0 {
			i = k
			switch u.low(k) {
			case "am", "is", "are", "was", "were", "be", "been", "being":
				be = true
			}
			continue
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
	return i < 0 || u.quote(i) || u.low(i) == "," && u.quote(i-1)
}

// controller is the subject that a participle, an infinitive or a second verb
// takes over: that of the last finite verb before it.
func (u *unit) controller() phrase {
	for i := len(u.events) - 1; i >= 0; i-- {
		if e := u.events[i]; e.class != noun && e.form != sourced && e.form != relative {
			return e.subject
		}
	}
	if len(u.events) > 0 {
		return u.events[len(u.events)-1].subject
	}
	return phrase{}
}

// opening notes the word that opens an event's clause.
func (u *unit) opening(e *event) {
	for k := e.start - 1; k >= 0 && k >= e.start-3; k-- {
		c := u.class(k)
		switch {
		case u.low(k) == "that":
			e.that = true
			return
		case c&sub != 0, u.low(k) == "after", u.low(k) == "before":
			e.under = true
			return
		case c&conj != 0:
			e.link = u.low(k-1) == "," || u.low(k) == "but" || u.quote(k-1)
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
		if u.low(i) == ";" || u.class(i)&(sub|rel) != 0 && u.low(i) != "as" {
			break
		}
	}
	return phrase{}
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
