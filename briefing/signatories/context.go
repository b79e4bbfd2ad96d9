package signatories

import "strings"

// docNear returns the document's word nearest to token i in the scene, -1 for none.
func (sc *scene) docNear(i int) int {
	best := -1
	for _, d := range sc.docs {
		if best < 0 || abs(d-i) < abs(best-i) {
			best = d
		}
	}
	return best
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// docIn returns the first document's word in tokens i to j-1, -1 for none.
func (sc *scene) docIn(i, j int) int {
	for _, d := range sc.docs {
		if d >= i && d < j {
			return d
		}
	}
	return -1
}

// denied reports whether a word of denial stands in tokens i to j-1.
func (t *table) denied(i, j int) bool {
	for ; i < j; i++ {
		if t.is(i, deny) {
			return true
		}
	}
	return false
}

// verbBetween reports whether a word of the verbs that govern documents stands
// in tokens i to j-1.
func (t *table) verbBetween(i, j int) bool {
	for ; i < j; i++ {
		w := t.low(i)
		if t.is(i, send|sign|introduce|lead|join|ask) && w != "sent" || !t.upper(i) && len(w) > 4 && strings.HasSuffix(w, "ed") && !t.is(i, modifier) || t.in(i, clauseBreak) {
			return true
		}
	}
	return false
}

// docAround returns a document's word in the scene, or in the one before, -1 for none.
func (f *finder) docAround(k int, sc *scene, i int) int {
	if d := sc.docNear(i); d >= 0 {
		return d
	}
	if k+1 < len(f.sc) && len(f.sc[k+1].docs) > 0 && f.t.low(f.sc[k+1].first) == "in" && f.t.oneOf(f.sc[k+1].first+1, "their", "the", "a") && f.sc[k+1].docs[0] < f.sc[k+1].first+6 {
		return f.sc[k+1].docs[0]
	}
	if k > 0 && len(f.sc[k-1].docs) > 0 {
		return f.sc[k-1].docs[0]
	}
	if k+1 < len(f.sc) && f.t.oneOf(sc.first, "the", "this", "their") && f.t.oneOf(sc.first+1, "effort", "initiative", "push") && f.sc[k+1].para == sc.para && len(f.sc[k+1].docs) > 0 {
		return f.sc[k+1].docs[0] // "The effort was led by A. The letter was signed by"
	}
	return -1
}

// kindNear reports whether the text has named a document so far.
func (f *finder) kindNear(k int) bool {
	for i := 0; i <= k; i++ {
		if len(f.sc[i].docs) > 0 {
			return true
		}
	}
	return false
}

// meeting reports whether what was joined is no document: an event, or a deed
// that is not done by signing ("in voting down the bill").
func (f *finder) meeting(sc *scene, i int) bool {
	for j := i; j < sc.last; j++ {
		if f.t.low(j) == "in" && f.deed(j+1) || f.t.in(j, gathering) && sc.docIn(i, sc.last) < 0 {
			return true
		}
	}
	return false
}

// deed reports whether token j is a gerund of another verb than those of
// documents, with its object or particle behind it.
func (f *finder) deed(j int) bool {
	t := f.t
	return strings.HasSuffix(t.low(j), "ing") && !t.is(j, sign|send|introduce|lead|join|ask) &&
		(t.in(j+1, determiner) || t.is(j+1, document) || t.oneOf(j+1, "down", "back", "out", "for", "against"))
}

// groupSigned returns the document that a group of people without names puts
// out in scene k ("Leaders of ... put out the following statement"), -1 for none.
func (f *finder) groupSigned(k int) int {
	t, sc := f.t, &f.sc[k]
	seen := false
	for i := sc.first; i < sc.last; i++ {
		seen = seen || t.is(i, group) || t.is(i, plural)
		if seen && t.is(i, sign|send|introduce|lead|join) && !t.denied(sc.first, i) {
			if d := sc.docIn(i, sc.last); d >= 0 {
				return d
			}
			if d := sc.docIn(sc.first, i); d >= 0 {
				return d
			}
		}
	}
	return -1
}
