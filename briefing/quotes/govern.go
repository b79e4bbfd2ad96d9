package quotes

import "strings"

// govern returns the event that governs the quotation at node q: the outermost
// report of speech whose words it is, else the deed whose clause it stands in.
// It returns nil when the unit has neither.
func (u *unit) govern(q int) *event {
	if e := u.naming(q); e != nil {
		return e
	}
	if e := u.cited(q); e != nil {
		return e
	}
	if e := u.trailing(q); e != nil {
		return e
	}
	if e := u.closing(q); e != nil {
		return e
	}
	if l := u.labelled(q); l != nil && u.paragraph == 0 {
		return l
	}
	e := u.leading(q)
	if e != nil && e.class&(speech|noun) != 0 {
		return e
	}
	if l := u.labelled(q); l != nil {
		return l
	}
	if e != nil {
		return e
	}
	return u.signed(q)
}

// naming returns the event in "what Smith called “a disgrace”".
func (u *unit) naming(q int) *event {
	for i := range u.events {
		if e := &u.events[i]; e.verb == q-1 && e.class&naming != 0 && !e.subject.empty() && u.low(e.start-1) == "what" {
			return e
		}
	}
	return nil
}

// cited returns the event of words known for their speaker: Smith's “...” line.
func (u *unit) cited(q int) *event {
	if u.class(q+1)&noun == 0 || !u.modifies(q) || !u.possesses(q-1) {
		return nil
	}
	p := u.left(q - 1)
	if p.empty() || !u.upper(p.last-1) {
		return nil
	}
	return &event{verb: q + 1, class: noun, form: possessive, subject: p, start: p.first}
}

// modifies reports whether the quotation at node q stands before a noun like an
// adjective: a “smart” meter.
func (u *unit) modifies(q int) bool {
	return q+1 < len(u.nodes) && u.plainNoun(q+1) && strings.IndexByte(",.?!", u.nodes[q].last) < 0
}

// trailing returns the event that stands directly behind a quotation:
// “...,” Smith said.
func (u *unit) trailing(q int) *event {
	first := u.firstWord >= q
	k := q + 1
	if !first && u.class(k)&(aux|pron) == aux { // it would “have been fine” had Smith said so
		return nil
	}
	for u.isBreak(k) && u.low(k) != "(" || u.isAdverb(k) || u.class(k)&(aux|pron) == aux {
		k++
	}
	spoken := u.nodes[q].last == ',' && first // whatever verb follows
	for i := range u.events {
		e := &u.events[i]
		if e.start < q || e.start > k || e.start != k && !u.onlyAdverbs(q+1, e.start) {
			continue
		}
		if e.subject.empty() || e.form == passive || e.form == possessive || e.form == shared || e.form == relative || u.class(e.verb)&relays != 0 && u.direct(q) {
			continue
		}
		if e.class&speech == 0 && !(spoken && (e.form == inverted || u.bareAfter(e.verb+1))) {
			continue
		}
		if !first && e.form == finite && !u.bareAfter(e.verb+1) {
			continue
		}
		if e.form == sourced {
			if l := u.leading(q); l != nil && l.class&say != 0 {
				return nil
			}
		}
		return e
	}
	return nil
}

func (u *unit) onlyAdverbs(a, b int) bool {
	for i := a; i < b; i++ {
		if !u.isAdverb(i) && !u.isBreak(i) && u.class(i)&(aux|pron) != aux {
			return false
		}
	}
	return true
}

// closing returns the report that closes the unit and governs all of it:
// The plan is “a joke” for Ohio, Smith said.
func (u *unit) closing(q int) *event {
	for i := len(u.events) - 1; i >= 0; i-- {
		e := &u.events[i]
		if e.start <= q {
			return nil
		}
		if e.class&say == 0 || e.form != finite && e.form != inverted && e.form != sourced || e.subject.empty() || e.that || e.under {
			continue
		}
		if u.low(e.start-1) != "," && !u.quote(e.start-1) {
			continue
		}
		if u.class(e.verb)&relays != 0 && u.direct(q) {
			return nil
		}
		if e.form == sourced || u.bareAfter(max(e.verb+1, e.subject.last)) {
			return e
		}
	}
	return nil
}

// direct reports whether a report of speech leads right up to the quotation at
// node q: Smith said, “...,” the Daily Post reported.
func (u *unit) direct(q int) bool {
	for i := range u.events {
		if e := &u.events[i]; e.verb < q && e.class&say != 0 && !e.subject.empty() && u.beside(e, q) {
			return true
		}
	}
	return false
}

// bareAfter reports whether nothing but time, place or addressee follows from i.
func (u *unit) bareAfter(i int) bool {
	for n := 0; i < len(u.nodes); i++ {
		if u.quote(i) || u.class(i)&(sub|pron) != 0 && u.class(i)&prep == 0 || u.low(i) == "that" {
			return false
		}
		if u.isBreak(i) || u.low(i) == "." || u.low(i) == ";" || u.class(i)&(prep|day) != 0 {
			return true
		}
		if n++; n > 4 {
			return false
		}
	}
	return true
}

// leading returns the outermost report of speech before node q whose words
// reach it; where there is none, the deed of the main clause.
func (u *unit) leading(q int) *event {
	var gov, deed *event
	for i := range u.events {
		e := &u.events[i]
		if e.verb >= q {
			break
		}
		if e.denied {
			gov, deed = nil, nil
			continue
		}
		if u.inserted(e, q) {
			continue
		}
		if e.subject.empty() {
			if e.form == passive && e.class&naming != 0 && u.wordsOf(e, q) {
				deed = nil // what has been called “a coup”, by whom is not said
				if gov == nil {
					return nil
				}
			}
			continue
		}
		if gov != nil && u.leaves(gov, e) {
			gov = nil
		}
		switch {
		case e.class&speech == 0 || e.class&(say|naming) == 0 && !u.beside(e, q):
			if (deed == nil || e.main || deed.class&noun == 0 && !deed.main || e.class&noun != 0 && u.low(deed.verb+1) != "that") && !u.impersonal(e.subject) {
				deed = e
			}
		case gov == nil || !u.holds(gov, e):
			gov = e
		}
	}
	if gov != nil {
		return gov
	}
	return deed
}

// impersonal reports whether a subject is no one who could own words.
func (u *unit) impersonal(p phrase) bool {
	if p.last != p.first+1 {
		return false
	}
	switch u.low(p.first) {
	case "you", "it", "that", "this", "there", "which", "these", "those":
		return true
	}
	return false
}

// inserted reports whether an event stands in a parenthesis that ends before
// node q: Smith -- as Jones noted -- called it “a joke”.
func (u *unit) inserted(e *event, q int) bool {
	if u.low(e.start-1) != "as" || !u.isBreak(e.start-2) || u.low(e.start-2) == "," {
		return false
	}
	for i := e.verb + 1; i < q; i++ {
		if u.isBreak(i) && u.low(i) != "," {
			return true
		}
	}
	return false
}

// wordsOf reports whether the quotation at node q is what the naming verb of e
// takes: called a “coup”, described as “a coup”.
func (u *unit) wordsOf(e *event, q int) bool {
	for i := e.verb + 1; i < q; i++ {
		if u.class(i)&det == 0 && u.low(i) != "as" && !u.isAdverb(i) && !u.mark(i) {
			return false
		}
	}
	return true
}

// beside reports whether only adverbs, a particle or marks stand between the
// verb of an event and node q.
func (u *unit) beside(e *event, q int) bool {
	for i := e.verb + 1; i < q; i++ {
		if !u.isAdverb(i) && !u.mark(i) && u.class(i)&part == 0 {
			return false
		}
	}
	return true
}

// leaves reports whether e begins a clause that the report gov does not reach.
func (u *unit) leaves(gov, e *event) bool {
	if e.form == shared {
		if e.absolute {
			return e.subject != gov.subject && gov.form != sourced
		}
		return e.joined && e.subject != gov.subject && (gov.under && !e.under || e.owner > gov.verb && gov.form != sourced)
	}
	if e.form == possessive || e.subject == gov.subject {
		return false
	}
	switch {
	case gov.form == sourced:
		return false
	case e.link:
		return true
	case u.low(e.start-1) == "," && !e.under && !e.that && e.form == finite && (gov.under || gov.form == relative):
		return true
	}
	return e.start <= gov.start
}

// holds reports whether the report gov takes in the report e. One that
// follows its own quotation has said all it had to say.
func (u *unit) holds(gov, e *event) bool {
	aside := u.class(gov.verb)&relays != 0 && u.low(gov.verb+1) == "," && e.class&say != 0 // the Daily Post reported, Smith said
	return e.subject != gov.subject && gov.form != possessive && gov.class&say != 0 && !aside && !(u.trails(gov) && e.form != shared)
}
