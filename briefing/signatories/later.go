package signatories

// next returns the document when the sentence after scene k goes on about what
// the list's people wrote ("In their letter, the members ..."), -1 for none.
func (f *finder) next(k int, seg *segment) int {
	t := f.t
	if k+1 >= len(f.sc) || len(f.sc[k+1].docs) == 0 {
		return -1
	}
	sc := &f.sc[k+1]
	d := sc.docs[0]
	switch {
	case d > sc.first+12:
		return -1
	case t.low(d) == "dear" && d == sc.first:
		return d
	case t.low(sc.first) == "in" && d <= sc.first+5:
		return d
	case t.low(sc.first) == "their" && d <= sc.first+4:
		return d
	case t.is(sc.first, join|sign) && !t.is(sc.first, group) && len(seg.entries) > 1: // "Joining the letter are"
		return d
	case t.oneOf(sc.first, "the", "this") && d <= sc.first+3 && len(seg.entries) > 1 && !t.oneOf(d-1, "'s", "’s", "'", "’"):
		return d
	case t.oneOf(sc.first, "the", "it", "their") && t.low(d-1) == "of" || t.low(d+1) == "from" && (t.is(d+2, group) || t.low(d+2) == "the" && t.is(d+3, group)) && len(seg.entries) > 1:
		return d
	}
	return -1
}

// groupWrites reports whether scene k says "In a letter to X, the lawmakers
// ask": then the sentence before it names them, whatever it says they did.
func (f *finder) groupWrites(k int) bool {
	t, sc := f.t, &f.sc[k]
	if t.low(sc.first) != "in" || len(sc.docs) == 0 {
		return false
	}
	for i := sc.docs[0]; i < sc.last; i++ {
		if t.low(i) == "," && (t.low(i+1) == "they" || t.low(i+1) == "the" && t.is(i+2, group)) {
			return true
		}
	}
	return false
}

// wroteIn returns the document when one of the next sentences says that the
// group wrote in it: `"...," the lawmakers wrote in their letter`; -1 for none.
// wrote says that politicians wrote, whether or not a word names a document:
// `"...," the senators wrote to the agency`.
func (f *finder) wroteIn(k int, seg *segment) (d int, wrote bool) {
	t := f.t
	if len(seg.entries) < 2 && !seg.open {
		return -1, false
	}
	for n := k + 1; n < len(f.sc) && n <= k+3; n++ {
		sc := &f.sc[n]
		for i := sc.first; i < sc.last; i++ {
			who := i - 1
			if !t.oneOf(i, "wrote", "write", "continued", "concluded") {
				continue
			}
			if t.low(i+1) == "the" && t.glued(i-1) { // `...," wrote the senators`
				who = i + 2
			}
			if !t.is(who, group|signer|plural) && t.low(who) != "they" {
				continue
			}
			if d := sc.docIn(i+1, i+6); d >= 0 {
				return d, true
			}
			wrote = wrote || t.is(who, plural) && t.is(who, title|office) || t.oneOf(who, "lawmakers", "members", "legislators", "parliamentarians")
		}
	}
	return -1, wrote
}
