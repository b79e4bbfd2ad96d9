package quotes

// govern returns the event that governs the quotation at node q of the unit:
// the outermost report of speech whose words it is. nil when there is none.
func (u *unit) govern(q int, ends byte) *event {
	if e := u.trailing(q, ends); e != nil {
		return e
	}
	if e := u.closing(q); e != nil {
		return e
	}
	if e := u.leading(q); e != nil {
		return e
	}
	return nil
}

const speech = say | naming | weak

// trailing returns the event that stands directly behind a quotation:
// “...,” Smith said.
func (u *unit) trailing(q int, ends byte) *event {
	k := q + 1
	for k < len(u.nodes) && (u.low(k) == "," || u.low(k) == "—" || u.low(k) == "–" || u.low(k) == "-" || u.isAdverb(k)) {
		k++
	}
	for i := range u.events {
		e := &u.events[i]
		if e.start < k {
			continue
		}
		if e.start > k {
			return nil
		}
		if e.class&(say|weak|naming) == 0 || e.form == passive || e.form == possessive || e.form == shared || e.subject.empty() {
			continue
		}
		if e.form == sourced && u.leadingSay(q) != nil {
			return nil
		}
		return e
	}
	return nil
}

// leadingSay returns the governing report before the quotation, if it takes statements.
func (u *unit) leadingSay(q int) *event {
	if e := u.leading(q); e != nil && e.class&say != 0 {
		return e
	}
	return nil
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
		before := u.low(e.start - 1)
		if before != "," && !u.quote(e.start-1) {
			continue
		}
		if e.form == sourced || u.bareAfter(max(e.verb+1, e.subject.last)) {
			return e
		}
	}
	return nil
}

// bareAfter reports whether nothing but time, place or addressee follows from i.
func (u *unit) bareAfter(i int) bool {
	for n := 0; i < len(u.nodes); i++ {
		if u.quote(i) || u.class(i)&(sub|pron) != 0 && u.class(i)&prep == 0 || u.low(i) == "that" {
			return false
		}
		if u.low(i) == "," || u.low(i) == "." || u.class(i)&(prep|day) != 0 {
			return true
		}
		if n++; n > 4 {
			return false
		}
	}
	return true
}

// leading returns the outermost report of speech before the quotation whose
// words reach it; where there is none, the last deed before it.
func (u *unit) leading(q int) *event {
	var gov, deed *event
	for i := range u.events {
		e := &u.events[i]
		if e.verb >= q {
			break
		}
		if e.subject.empty() || u.belongsToEarlier(e, q) {
			continue
		}
		if e.class&speech == 0 {
			if gov != nil && u.leaves(gov, e) {
				gov = nil
			}
			deed = e
			continue
		}
		if gov == nil || !u.holds(gov, e) {
			gov = e
		}
	}
	if gov != nil {
		return gov
	}
	return deed
}

// belongsToEarlier reports whether a trailing event belongs to a quotation
// before it and cannot reach q.
func (u *unit) belongsToEarlier(e *event, q int) bool { return false }

// leaves reports whether e begins a new clause beside that of the report gov.
func (u *unit) leaves(gov, e *event) bool {
	return e.link && !e.subject.within(gov.verb, e.verb) || gov.under && !e.under || e.start <= gov.start && e.form != shared
}

func (p phrase) within(a, b int) bool { return p.first >= b || p.last <= a }

// holds reports whether the report gov reaches over the event e.
func (u *unit) holds(gov, e *event) bool {
	if e.subject == gov.subject {
		return false
	}
	if gov.form == possessive || gov.form == relative && e.start < gov.start {
		return false
	}
	if u.leaves(gov, e) || gov.class&say == 0 {
		return false
	}
	return true
}
