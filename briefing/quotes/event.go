package quotes

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
	verb     int // its node
	class    class
	form     form
	subject  phrase // empty when unknown
	patient  phrase // of a passive verb, its grammatical subject
	start    int    // the first node of its clause
	under    bool   // its clause is opened by when, after, while, if ...
	link     bool   // its clause is joined with and, but ... after a comma
	that     bool   // its clause is opened by that
	main     bool   // it is a main clause of the unit
	owner    int    // the node of the verb whose subject it shares; -1 when none
	absolute bool   // an -ing form with a subject of its own: Smith saying no, Jones saying yes
	denied   bool   // it says that something was not said
	joined   bool   // it shares its subject by and, but ...
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
			u.addSource(i, u.source(i+2))
		case u.low(i) == "words" && u.low(i+1) == "of" && u.low(i-2) == "in": // in the words of Smith
			u.addSource(i-2, u.right(i+2))
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
			if from := u.right(i + 2); c&noun != 0 && u.low(i+1) == "from" && !from.empty() && (u.low(from.last) == "that" || u.quote(from.last)) { // a warning from Smith that
				u.events = append(u.events, event{verb: i, class: noun, form: possessive, subject: from, start: i})
				continue
			}
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

// source returns the phrase behind "according to", which may be him or her.
func (u *unit) source(i int) phrase {
	if low := u.low(i); low == "him" || low == "her" && (u.mark(i+1) || u.quote(i+1)) {
		return phrase{i, i + 1}
	}
	return u.right(i)
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
		case c&(det|aux|pron|prep|rel|conj) != 0, u.isAdverb(k), u.isBreak(k), u.low(k) == ":", u.isVerb(k):
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
