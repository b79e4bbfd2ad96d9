package quotes

// openingParticiples gives a participle before the first clause that clause's
// subject: "Calling it “a disgrace,” Smith walked out."
func (u *unit) openingParticiples() {
	for i := len(u.events) - 2; i >= 0; i-- {
		inPhrase := u.low(u.events[i].verb-1) == "to" && !u.mark(u.events[i].verb-2) // a decision to charge Smith
		if e := &u.events[i]; e.form == shared && e.subject.empty() && !inPhrase {
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

// agent returns the phrase after "by" behind a passive verb.
func (u *unit) agent(v int) phrase {
	for i := v + 1; i < len(u.nodes) && i < v+12; i++ {
		if u.low(i) == "by" && !u.quote(i+1) {
			return u.right(i + 1)
		}
		if u.low(i) == ";" || u.quote(i) && u.class(v)&naming == 0 || u.class(i)&(sub|rel) != 0 && u.low(i) != "as" || u.class(i)&verb != 0 && u.class(i)&past != 0 {
			break
		}
	}
	return phrase{}
}
