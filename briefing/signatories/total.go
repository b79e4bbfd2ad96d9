package signatories

import "strings"

// total is the number of signatories that the text states or adds up to, 0 for
// none, and whether it says that there are more than it names.
func (f *finder) total(all []entry) (n int, partial bool) {
	named := len(all)
	upTo := f.namedUpTo(all)
	stated := func(k int) int { return f.stated(k, upTo[k]) }
	for i, h := range f.hits {
		if h.seg.more > 0 {
			n = max(n, named+h.seg.more)
		}
		partial = partial || h.seg.open || f.partly(h)
		n = max(n, stated(h.scene))
		if k := f.sceneAt(h.doc); h.doc >= 0 && k != h.scene && k >= 0 {
			n = max(n, stated(k))
		}
		if i > 0 && f.hits[i-1].scene == h.scene {
			continue
		}
		for k := max(0, h.scene-3); k < h.scene; k++ {
			if f.related(k, h) {
				n = max(n, stated(k))
			}
		}
	}
	if n < named {
		n = 0
	}
	return n, partial && n != named || n > named
}

// namedUpTo is how many of the signatories the text has named by the end of
// each scene: "A led 14 colleagues" makes 15, whoever is named later.
func (f *finder) namedUpTo(all []entry) []int {
	last := make(map[string]bool, len(all))
	for _, e := range all {
		last[f.t.low(e.last-1)] = true
	}
	out, n := make([]int, len(f.sc)), 0
	for i := range f.sc {
		for _, seg := range f.sc[i].segs {
			for _, e := range seg.entries {
				if w := f.t.low(e.last - 1); last[w] {
					last[w] = false
					n++
				}
			}
		}
		out[i] = n
		if n == 0 {
			out[i] = len(all)
		}
	}
	return out
}

// related reports whether scene k, before a hit, tells of the same document
// without its name: some of the hit's people lead a group, or a group writes.
func (f *finder) related(k int, h hit) bool {
	t, sc := f.t, &f.sc[k]
	for i := sc.first; i < sc.last; i++ {
		switch {
		case t.is(i, deny):
			return false
		case t.is(i, lead) && !t.upper(i) && f.named(sc, h):
			return true
		case t.is(i, send|sign) && !t.upper(i) && k == h.scene-1 && t.crowd(t.beforeAuxiliaries(i)):
			return true
		}
	}
	return false
}

// named reports whether a scene names a person whom the list of a hit names.
func (f *finder) named(sc *scene, h hit) bool {
	last := make(map[string]bool) // words of the names
	for _, other := range f.hits {
		if other.scene == h.scene {
			for _, e := range other.seg.entries {
				last[f.t.low(e.last-1)] = e.Kind == Person
			}
		}
	}
	for _, seg := range sc.segs {
		for _, e := range seg.entries {
			if e.Kind == Person && last[f.t.low(e.last-1)] {
				return true
			}
		}
	}
	return false
}

// partly reports whether the words before a list say that it is not all.
func (f *finder) partly(h hit) bool {
	t, i := f.t, h.seg.first-1
	if t.oneOf(h.seg.last, "among", ",") && t.follows(h.seg.last+1, []string{"others"}) || t.follows(h.seg.last+1, []string{"among", "others"}) {
		return true
	}
	for t.oneOf(i, "the", ":", ",") {
		i--
	}
	switch {
	case t.low(i) == "including":
		return true
	case t.low(i) == "them" && t.low(i-1) == "among":
		return true
	case t.oneOf(i, "are", "were"):
		return t.low(f.sc[h.scene].first) == "among"
	}
	return false
}

// stated is the largest number of signatories that a scene states, 0 for none.
// Two groups joined by "and" are added: "the three senators and 18 members".
func (f *finder) stated(k, named int) int {
	t, sc := f.t, &f.sc[k]
	best, sum, end := 0, 0, -9
	for i := sc.first; i < sc.last; i++ {
		v, next := t.number(i)
		if v == 0 {
			continue
		}
		total, stop, ok := f.counts(sc, next, v, named, i)
		if ok {
			if end >= i-2 && t.oneOf(i-1, "and", "the") && sum > 0 {
				total = sum + v
			}
			sum, end = total, stop
			best = max(best, total)
		}
		i = next - 1
	}
	return best
}

// counts judges the number v before token k: of the signatories in all, or of
// those besides the named. It returns the token after the counted group.
func (f *finder) counts(sc *scene, k, v, named, at int) (total, end int, ok bool) {
	t := f.t
	others := t.oneOf(at-1, "other", "another")
	for j := k; j < sc.last && j < k+6; j++ {
		switch {
		case t.in(j, besides):
			if t.low(j) == "more" && t.low(j+1) == "than" {
				return 0, j, false
			}
			return named + v, j + 1, true
		case t.is(j, group|signer), t.crowd(j) && t.is(t.afterAuxiliaries(j+1), send|sign), t.is(j, plural) && t.is(j, office|title):
			if others || t.low(j+1) == "colleagues" || t.low(j+2) == "colleagues" {
				return named + v, j + 1, true
			}
			return v, j + t.w[j].n, t.low(j) != "people" || !sc.petition
		case t.in(j, countedOf),
			t.is(j, modifier|topic), t.in(j, countedHow), t.upper(j) && !t.is(j, stop|title|office): // "100 Oxford academics"
		default:
			return 0, j, false
		}
	}
	return 0, k, false
}

// crowd reports whether token i is a noun for several people: a known one, or
// any in the plural.
func (t *table) crowd(i int) bool {
	w := t.low(i)
	return t.is(i, group|plural) || t.word(i) && !t.upper(i) && len(w) > 4 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !t.is(i, adverb|stop)
}

// afterAuxiliaries skips "have", "have also" from token i on.
func (t *table) afterAuxiliaries(i int) int {
	for t.is(i, adverb) || t.low(i) == "have" {
		i++
	}
	return i
}

// beforeAuxiliaries skips them backwards: it returns the token before them.
func (t *table) beforeAuxiliaries(i int) int {
	for i--; t.is(i, adverb) || t.low(i) == "have"; i-- {
	}
	return i
}
