package signatories

// frame is one reason to hold a list for signatories.
type frame struct {
	doc int // token of the document's word; -1 when it is elsewhere in the text
	cue [2]int
	sum bool
}

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

// left judges a list by the words before it.
func (f *finder) left(k int, sc *scene, seg *segment) (frame, bool) {
	t := f.t
	if t.oneOf(seg.first, "undersigned") || t.oneOf(seg.first+1, "undersigned") {
		return frame{doc: sc.docNear(seg.first), cue: [2]int{seg.first, seg.first + 2}}, true
	}
	i := seg.first - 1
	for i >= sc.first && t.oneOf(i, ":", ",", "the", "both", "–", "—", "u.s.", "fellow", "\"", "“", "all") {
		i--
	}
	if i < sc.first {
		return frame{}, false
	}
	if i < seg.first-1 && t.oneOf(i+1, ":") {
		for b := sc.first; b < i; b++ {
			if t.low(b) == "undersigned" {
				return frame{doc: sc.docNear(b), cue: [2]int{b, i + 2}}, true
			}
		}
	}
	if t.is(i, send) && t.oneOf(i, "wrote", "write", "said") && f.inLetter(sc, seg.last) >= 0 {
		d := f.inLetter(sc, seg.last)
		return frame{doc: d, cue: [2]int{i, i + 1}}, true
	}
	switch t.low(i) {
	case "by":
		return f.byLeft(k, sc, i)
	case "including", "include", "includes", "included", "are", "were", "is", "was", "them", "among":
		return f.includes(k, sc, i)
	case "from":
		if d := sc.docIn(i-16, i); d >= 0 && !t.verbBetween(d+1, i) {
			return frame{doc: d, cue: [2]int{i, i + 1}}, true
		}
	case "of":
		if d := i - 1; t.w[max(d, 0)].doc == Brief || t.w[max(d, 0)].doc == Statement {
			return frame{doc: d, cue: [2]int{d, i + 1}}, true
		}
		if t.low(i-1) == "behalf" {
			if d := sc.docNear(i); d >= 0 && d < i {
				return frame{doc: d, cue: [2]int{i - 2, i + 1}}, true
			}
		}
	case "undersigned", "signed":
		if t.low(i) == "undersigned" || i == sc.first {
			return frame{doc: sc.docNear(i), cue: [2]int{i, i + 1}}, true
		}
	case "joining", "joined":
		if d := f.docAround(k, sc, i); (d >= 0 || f.kindNear(k)) && t.low(i-1) != "were" && t.low(i-1) != "was" && !f.meeting(sc, i) {
			return frame{doc: d, cue: [2]int{i, i + 1}}, d >= 0 || i == sc.first
		}
	case "to":
		if t.low(i-1) == "addition" && (sc.docNear(i) >= 0) {
			return frame{doc: sc.docNear(i), cue: [2]int{i - 1, i + 1}}, true
		}
	case "signatories", "signers", "co-signers", "cosigners", "sponsors", "cosponsors", "co-sponsors", "signatory":
		if t.oneOf(i+1, ":", "–", "—") {
			return frame{doc: sc.docNear(i), cue: [2]int{i, i + 1}}, !t.denied(sc.first, i)
		}
	}
	return frame{}, false
}

// byLeft judges "signed by", "led by", "a bill by" with "by" at token i.
func (f *finder) byLeft(k int, sc *scene, i int) (frame, bool) {
	t := f.t
	for b := i - 1; b >= sc.first && b > i-8; b-- {
		switch {
		case t.w[b].doc != "" && b == i-1:
			return frame{doc: b, cue: [2]int{b, i + 1}}, t.isDocument(b)
		case t.is(b, sign|introduce|lead|send|join) && !t.is(b, group):
			if t.denied(b-4, b) {
				return frame{}, false
			}
			d := sc.docIn(sc.first, b)
			if t.oneOf(b, "endorsed", "adopted") && d >= 0 && t.w[d].doc == Bill {
				return frame{}, false
			}
			if d < 0 {
				d = f.docAround(k, sc, b)
			}
			if d < 0 && !t.is(b, sign|introduce) || t.is(b, join) && f.meeting(sc, i) {
				return frame{}, false
			}
			if d < 0 && !f.kindNear(k) {
				return frame{}, false
			}
			return frame{doc: d, cue: [2]int{b, i + 1}}, true
		case b == i-1 && t.oneOf(b, "senate", "house", "parliament", "congress", "chamber") && t.oneOf(b-1, "the", "in"):
			if seg := sc.segBefore(b - 4); seg != nil && t.oneOf(seg.last, "and", ",", "in") {
				if fr, ok := f.left(k, sc, seg); ok {
					return fr, true
				}
			}
		case t.is(b, adverb) || t.oneOf(b, "in", "the", "senate", "house", "parliament", "congress", "onto", "to", "up", ",", "far", "so", "yet", "others", "among"):
		default:
			return frame{}, false
		}
	}
	return frame{}, false
}

// segBefore returns the list that ends at token i or little after, nil for none.
func (sc *scene) segBefore(i int) *segment {
	for n := range sc.segs {
		if s := &sc.segs[n]; s.last >= i && s.last <= i+3 {
			return s
		}
	}
	return nil
}

// includes judges "signatories include", "signed by 40 MPs, including" and
// "Joining X were", with the verb at token i.
func (f *finder) includes(k int, sc *scene, i int) (frame, bool) {
	t := f.t
	low := max(sc.first, i-22)
	for b := i - 1; b >= low; b-- {
		switch {
		case t.is(b, signer), t.is(b, sign) && !t.is(b, group) && (t.oneOf(b, "signing") || t.low(b+1) == "by" || t.oneOf(b-1, "who", "also", "have", "that") || t.oneOf(b+1, "on", "onto")):
			if t.denied(b-5, b+1) {
				return frame{}, false
			}
			d := sc.docIn(sc.first, i)
			if d < 0 && !f.kindNear(k) {
				return frame{}, false
			}
			return frame{doc: d, cue: [2]int{b, i + 1}, sum: true}, true
		case t.oneOf(b, "by", "from") && t.oneOf(i, "including", "them", "among"):
			if fr, ok := f.byLeft(k, sc, b); ok {
				return fr, true
			}
		}
	}
	if t.oneOf(sc.first, "joining", "also") && f.docAround(k, sc, i) >= 0 && !f.meeting(sc, i) {
		return frame{doc: f.docAround(k, sc, i), cue: [2]int{sc.first, i + 1}}, true
	}
	if t.oneOf(sc.first, "those", "these", "the", "they") && k > 0 && f.groupSigned(k-1) >= 0 && i <= sc.first+4 {
		return frame{doc: f.groupSigned(k - 1), cue: [2]int{sc.first, i + 1}}, true
	}
	return frame{}, false
}

// verbBetween reports whether a word of the verbs that govern documents stands
// in tokens i to j-1.
func (t *table) verbBetween(i, j int) bool {
	for ; i < j; i++ {
		if t.is(i, send|sign|introduce|lead|join) || t.oneOf(i, "is", "was", "are", "were", "has", "said") {
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
	if k > 0 && len(f.sc[k-1].docs) > 0 {
		return f.sc[k-1].docs[0]
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

// meeting reports whether what was joined is no document.
func (f *finder) meeting(sc *scene, i int) bool {
	for j := i; j < sc.last; j++ {
		if f.t.oneOf(j, "meeting", "call", "briefing", "visit", "hearing", "trip", "delegation", "event", "conference", "ceremony", "rally", "roundtable", "discussion", "talks") && sc.docIn(i, sc.last) < 0 {
			return true
		}
	}
	return false
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
