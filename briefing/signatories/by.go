package signatories

// byLeft judges "signed by", "led by", "a bill by" with "by" at token i.
func (f *finder) byLeft(k int, sc *scene, i int) (frame, bool) {
	t := f.t
	for b := i - 1; b >= sc.first && b > i-9; b-- {
		switch {
		case b == i-1 && t.low(b) == "and": // "signed by A and B, and by C"
			if by := t.before(b, sc.first, "by"); by >= 0 && !t.verbBetween(by+1, b) {
				return f.byLeft(k, sc, by)
			}
			return frame{}, false
		case t.w[b].doc != "" && b == i-1:
			return frame{doc: b, cue: [2]int{b, i + 1}}, t.isDocument(b)
		case t.is(b, sign|introduce|lead|send|join) && !t.is(b, group):
			return f.byVerb(k, sc, i, b)
		case b == i-1 && t.oneOf(b, "senate", "house", "parliament", "congress", "chamber") && t.oneOf(b-1, "the", "in"):
			if seg := sc.segBefore(b - 4); seg != nil && t.oneOf(seg.last, "and", ",", "in") {
				if fr, ok := f.left(k, sc, seg); ok {
					return fr, true
				}
			}
		case t.upper(b) && (t.oneOf(b-1, "in", "at", "of", "the", "on") || t.upper(b-1) || isNumber(t.d.Tok(b-1))), isNumber(t.d.Tok(b)):
		case t.is(b, adverb) || t.in(b, signedBetween):
		default:
			return frame{}, false
		}
	}
	return frame{}, false
}

// byVerb judges "signed by" with the verb at token b and "by" at token i.
func (f *finder) byVerb(k int, sc *scene, i, b int) (frame, bool) {
	t := f.t
	if t.denied(b-4, b) || t.oneOf(b, "published", "posted", "shared") && f.outlet(sc, i) {
		return frame{}, false
	}
	d := sc.docIn(sc.first, b)
	if t.oneOf(b, "endorsed", "adopted") && d >= 0 && (t.w[d].doc == Bill || t.w[d].doc == Letter && len(f.hits) > 0) {
		return frame{}, false // by those who back what others signed
	}
	if d < 0 {
		d = f.docAround(k, sc, b)
	}
	group := d < 0 && t.is(b, lead) && t.any(b-2, b, group|plural) && k+1 < len(f.sc) && t.in(f.sc[k+1].first, determiner)
	if group { // "A group of mayors led by A urged B. The letter's signatories include"
		if d = f.sc[k+1].docIn(f.sc[k+1].first, f.sc[k+1].first+4); d >= 0 {
			return frame{doc: d, cue: [2]int{b, i + 1}}, true
		}
	}
	if d < 0 && !t.is(b, sign|introduce) || t.is(b, join) && f.meeting(sc, i) {
		return frame{}, false
	}
	if near := sc.docNear(i); sc.docIn(sc.first, i) < 0 && !(t.is(b, join|lead) && near >= 0 && t.w[near].doc != Treaty) && (!f.kindNear(k) && d < sc.last || !f.predicate(sc, b)) {
		return frame{}, false
	}
	return frame{doc: d, cue: [2]int{b, i + 1}}, true
}

// outlet reports whether "published by" at token i names who printed a letter,
// not who wrote it.
func (f *finder) outlet(sc *scene, i int) bool {
	d := sc.docIn(sc.first, i)
	return d >= 0 && f.t.w[d].doc == Letter
}

// predicate reports whether the participle at token b says something of a
// subject that may stand for the document ("It was signed by"), not of another
// noun ("an order signed by").
func (f *finder) predicate(sc *scene, b int) bool {
	t, verb := f.t, b
	for b--; b >= sc.first && (t.is(b, adverb) && !t.oneOf(b, "was", "is") || t.oneOf(b, "co-led", "and")); b-- {
	}
	if b < sc.first {
		return true
	}
	if !t.in(b, toBe) {
		return false
	}
	if t.is(verb, join) && t.oneOf(sc.first, "he", "she", "they") && f.justSigned(sc) { // "She was joined by"
		return true
	}
	for i := sc.first; i < b; i++ {
		if t.in(i, standsIn) || t.is(i, signer) {
			return true
		}
	}
	return false
}

// justSigned reports whether the sentence before a scene has a list that signs.
func (f *finder) justSigned(sc *scene) bool {
	n := len(f.hits) - 1
	return n >= 0 && f.hits[n].scene+1 < len(f.sc) && &f.sc[f.hits[n].scene+1] == sc
}
