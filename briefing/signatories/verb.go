package signatories

import "strings"

// verb judges a list by the verb at token v whose subject it is; sure says
// that the verb decides, also when the answer is no.
func (f *finder) verb(k int, sc *scene, seg *segment, v int, also bool) (fr frame, ok, sure bool) {
	t := f.t
	d := f.objectAfter(sc, v)
	switch {
	case t.is(v, sign):
		fr, ok = f.signs(k, sc, v, d, also)
		return fr, ok, true
	case t.is(v, introduce) || t.low(v) == "announced":
		if d < 0 {
			d = f.objectBefore(sc, seg)
		}
		return frame{doc: d, cue: [2]int{v, v + 1}}, d >= 0, true
	case t.is(v, join):
		d = f.joined(k, sc, seg, v, d, also)
		return frame{doc: d, cue: [2]int{v, v + 1}}, d >= 0 && !f.meeting(sc, v), true
	case t.is(v, lead|send):
		if d < 0 && t.is(v, send) {
			d = f.objectBefore(sc, seg)
		}
		wrote := t.oneOf(v, "wrote", "write", "writes", "written", "writing") && f.writesTo(sc, v)
		if wrote && d >= 0 && (t.w[d].doc == Bill || t.w[d].doc == Treaty || t.w[d].doc == Pledge) {
			d = -1 // what the letter is about
		}
		return frame{doc: d, cue: [2]int{v, v + 1}}, d >= 0 || wrote, false
	}
	return frame{}, false, false
}

// joined returns the document of "joined" at token v, whose object is d: where
// that is none, one said nearby; -1 for none.
func (f *finder) joined(k int, sc *scene, seg *segment, v, d int, also bool) int {
	t := f.t
	if t.is(v, team) {
		if d >= 0 && t.any(v+1, d, ask) {
			return -1 // "teamed up to call for a bill"
		}
		return d
	}
	by := t.low(v+1) == "by"
	too := (also || t.low(v+1) == "it") && (t.in(v+1, joinedIt) || t.low(v+2) == ".")
	if d < 0 && (by || too) {
		d = f.docAround(k, sc, v)
	}
	if d < 0 {
		d = f.next(k, seg)
	}
	return d
}

// signs judges "signed" at token v. A president signs a bill; a player signs a
// contract: the object must be a document that is signed together.
func (f *finder) signs(k int, sc *scene, v, d int, also bool) (frame, bool) {
	t := f.t
	onto := t.oneOf(v+1, "on", "onto")
	if d >= 0 && t.w[d].doc == Bill && !onto && !also && !t.oneOf(v, "co-signed", "cosigned", "endorsed", "adopted") && !t.ofMembers(d) {
		return frame{}, false
	}
	if d >= 0 && d > v+14 {
		d = -1
	}
	if d < 0 {
		if t.oneOf(v-1, "will", "would", "may", "could", "might") {
			return frame{}, false // "A will sign in the autumn"
		}
		if after := v + t.w[v].n; !also && !onto && t.w[v].n == 1 && !t.oneOf(after, ".", "it", ",", "too", "but") {
			return frame{}, false
		}
		if d = f.docAround(k, sc, v); d < 0 && !f.kindNear(k) {
			return frame{}, false
		}
	}
	return frame{doc: d, cue: [2]int{v, v + 1}}, true
}

// ofMembers reports whether the document at token d is one that members of a
// parliament sign, no president: a motion or an amendment.
func (t *table) ofMembers(d int) bool {
	return t.oneOf(d, "motion", "edm", "amendment") || t.low(d+2) == "motion"
}

// objectAfter returns the document in the clause that the verb at token v
// governs, -1 for none: "led 20 colleagues in a letter", "issued the statement".
func (f *finder) objectAfter(sc *scene, v int) int {
	t := f.t
	for i := v + 1; i < sc.last && i < v+26; i++ {
		if d := sc.docIn(i, i+1); d >= 0 {
			return d
		}
		if t.low(i) == "and" && t.word(i+1) && !t.upper(i+1) && strings.HasSuffix(t.low(i+1), "ed") && !t.is(i+1, send|sign|introduce|lead|join|ask|modifier) {
			return -1 // "signed autographs and posed with the charter"
		}
		if t.in(i, clauseEnd) {
			return -1
		}
	}
	return -1
}
