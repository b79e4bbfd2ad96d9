package signatories

// total is the number of signatories that the text states or adds up to, 0 for
// none, and whether it says that there are more than it names.
func (f *finder) total(named int) (n int, partial bool) {
	t := f.t
	for _, h := range f.hits {
		sc := &f.sc[h.scene]
		if h.seg.more > 0 {
			n = max(n, named+h.seg.more)
		}
		partial = partial || h.seg.open
		for i := sc.first; i < sc.last; i++ {
			v, k := t.number(i)
			if v == 0 {
				continue
			}
			if s, ok := f.counts(sc, i, k, v, named); ok {
				n = max(n, s)
			}
			i = k - 1
		}
		if t.low(h.seg.first-1) == "including" || t.low(h.seg.first-1) == "them" && t.low(h.seg.first-2) == "among" {
			partial = true
		}
	}
	if n < named {
		n = 0
	}
	return n, partial && n != named || n > named
}

// counts judges a number at tokens i to k: of the signatories in all, or of
// those besides the named.
func (f *finder) counts(sc *scene, i, k, v, named int) (int, bool) {
	t := f.t
	other := t.low(i-1) == "other" || t.low(i-1) == "another"
	j := k
	for j < sc.last && j < k+6 {
		switch {
		case t.oneOf(j, "other", "others", "more", "colleagues", "additional", "fellow"):
			return named + v, true
		case t.is(j, group|signer):
			for m := j + 1; m < j+3; m++ {
				if t.low(m) == "colleagues" {
					return named + v, true
				}
			}
			if other {
				return named + v, true
			}
			return v, true
		case t.oneOf(j, "of", "their", "his", "her", "house", "senate", "democratic", "republican", "bipartisan", "u.s.", "nobel", "leading", "prominent", "senior", "former", "retired", "the", "eu", "conservative", "labour", "union"):
		default:
			return 0, false
		}
		j++
	}
	return 0, false
}
