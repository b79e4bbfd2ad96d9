package signatories

// frame is one reason to hold a list for signatories.
type frame struct {
	doc int    // token of the document's word; -1 when it is elsewhere in the text
	cue [2]int // tokens of the words that say so
}

// left judges a list by the words before it.
func (f *finder) left(k int, sc *scene, seg *segment) (frame, bool) {
	t := f.t
	if t.oneOf(seg.first, "undersigned") || t.oneOf(seg.first+1, "undersigned") {
		return frame{doc: sc.docNear(seg.first), cue: [2]int{seg.first, seg.first + 2}}, true
	}
	i := seg.first - 1
	for i >= sc.first && t.in(i, weightless) {
		i--
	}
	if i < sc.first {
		return f.onlyList(k, sc, seg)
	}
	if c := t.closingBefore(i + 1); c >= sc.first {
		return frame{doc: f.docAround(k, sc, c), cue: [2]int{c, i + 1}}, true
	}
	if i < seg.first-1 && t.oneOf(i+1, ":") {
		if fr, ok := f.colon(k, sc, i+1); ok {
			return fr, true
		}
	}
	if t.is(i, send) && t.oneOf(i, "wrote", "write", "said") {
		if d := f.inLetter(sc, seg.last); d >= 0 {
			return frame{doc: d, cue: [2]int{i, i + 1}}, true
		}
	}
	return f.leftWord(k, sc, seg, i)
}

// leftWord judges a list by token i, the last word of weight before it.
func (f *finder) leftWord(k int, sc *scene, seg *segment, i int) (frame, bool) {
	t := f.t
	cue := [2]int{i, i + 1}
	near := func() frame { return frame{doc: sc.docNear(i), cue: cue} }
	switch t.low(i) {
	case "by":
		return f.byLeft(k, sc, i)
	case "including", "include", "includes", "included", "are", "were", "is", "was", "them", "among":
		return f.includes(k, sc, i)
	case "of":
		return f.ofLeft(sc, i)
	case "we":
		cue[1] = seg.first
		return near(), i <= sc.first+1 && f.kindNear(len(f.sc)-1)
	case "from":
		d := sc.docIn(i-16, i)
		if t.oneOf(i-1, "cosponsorship", "co-sponsorship") {
			return near(), len(sc.docs) > 0
		}
		return frame{doc: d, cue: cue}, d >= 0 && (t.w[d].doc == Letter || t.w[d].doc == Statement) && !t.verbBetween(d+1, i) && t.before(i, d, "from") < 0
	case "undersigned":
		return near(), true
	case "signed":
		return near(), i == sc.first
	case "alongside", "besides":
		return near(), len(sc.docs) > 0 && (i == sc.first && t.any(i, sc.last, sign|join) || f.signedBefore(sc, i))
	case "did", "have", "has":
		return near(), t.low(i-1) == "as" && f.signedBefore(sc, i-1)
	case "joining", "joined", "joins":
		d := f.docAround(k, sc, i)
		known := d >= 0 || i == sc.first && f.kindNear(k)
		return frame{doc: d, cue: cue}, known && t.low(i-1) != "were" && t.low(i-1) != "was" && !f.meeting(sc, i)
	case "led", "leads":
		return f.ledLeft(k, sc, seg, i)
	case "between":
		return frame{doc: i - 1, cue: cue}, sc.docIn(i-1, i) >= 0 && t.any(seg.last, seg.last+4, sign) && !t.denied(seg.last, seg.last+4)
	case "with":
		return f.withLeft(sc, seg, i)
	case "to":
		cue[0] = i - 1
		return near(), t.low(i-1) == "addition" && len(sc.docs) > 0
	case "signatories", "signers", "co-signers", "cosigners", "sponsors", "cosponsors", "co-sponsors", "signatory":
		return near(), t.oneOf(i+1, ":", "–", "—") && !t.denied(sc.first, i)
	}
	return frame{}, false
}

// ledLeft judges "A led Senators B and C in urging", with "led" at token i.
func (f *finder) ledLeft(k int, sc *scene, seg *segment, i int) (frame, bool) {
	d := f.docAround(k, sc, i)
	if d < 0 {
		d = f.next(k, seg)
	}
	return frame{doc: d, cue: [2]int{i, i + 1}}, d >= 0 && f.t.low(seg.last) == "in" && len(seg.entries) > 1 && !f.meeting(sc, i)
}

// withLeft judges "A teamed up with B on a letter" and "A introduced a bill with
// B", with "with" at token i.
func (f *finder) withLeft(sc *scene, seg *segment, i int) (frame, bool) {
	t, v := f.t, i-1
	if b := sc.docIn(i-7, i); b >= 0 && !t.denied(sc.first, i) && !t.any(b+1, i, ask|send|sign) {
		for v := b - 1; v > sc.first && v > b-8; v-- {
			if t.is(v, introduce|send|sign|lead) && !t.upper(v) && t.low(v-1) != "to" && len(sc.segs) > 0 && sc.segs[0].first < v {
				return frame{doc: b, cue: [2]int{v, i + 1}}, t.is(v, introduce) || t.w[b].doc != Bill
			}
		}
	}
	for v > i-4 && !t.is(v, team) {
		v--
	}
	d := sc.docIn(seg.last, seg.last+8)
	return frame{doc: d, cue: [2]int{v, i + 1}}, d >= 0 && t.is(v, team) && v+t.w[v].n == i && !t.denied(sc.first, i)
}

// signedBefore reports whether the clause before token i says of somebody that
// they signed the scene's document: "A signed the letter, as did B".
func (f *finder) signedBefore(sc *scene, i int) bool {
	t := f.t
	if t.denied(sc.first, i) || sc.docIn(sc.first, i) < 0 {
		return false
	}
	for v := sc.first; v < i; v++ {
		if t.is(v, sign) && !t.is(v, group) && !t.upper(v) && t.low(v-1) != "to" {
			d := sc.docNear(v)
			return t.w[d].doc != Bill || t.oneOf(v, "co-signed", "cosigned") || t.ofMembers(d)
		}
	}
	return false
}

// ofLeft judges "a brief of", "signatures of", "a coalition of" and "on behalf
// of" with "of" at token i.
func (f *finder) ofLeft(sc *scene, i int) (frame, bool) {
	t := f.t
	if d := i - 1; t.w[max(d, 0)].doc == Brief || t.w[max(d, 0)].doc == Statement {
		return frame{doc: d, cue: [2]int{d, i + 1}}, true
	}
	d := sc.docNear(i)
	if t.low(i-1) == "behalf" && i < sc.first+5 { // "Joint Statement on X. Delivered on behalf of"
		d = f.docAround(f.sceneAt(i), sc, i)
	}
	fr := frame{doc: d, cue: [2]int{i - 1, i + 1}}
	switch {
	case d < 0:
		return frame{}, false
	case t.oneOf(i-1, "signatures", "names"),
		t.oneOf(i-1, "coalition", "group", "alliance", "bloc") && t.any(sc.first, i, lead|join|send|sign):
		return fr, !t.denied(sc.first, i)
	case t.low(i-1) == "those" && t.oneOf(i-2, "including", "among") && t.any(max(sc.first, i-8), i, signer):
		return fr, true // "31 signatures, including those of"
	case t.low(i-1) == "those" && t.low(i-2) == "by": // "joined by those of Maine"
		return f.byLeft(f.sceneAt(i), sc, i-2)
	case t.low(i-1) == "behalf":
		fr.cue[0] = i - 2
		return fr, d < i
	}
	return frame{}, false
}

// onlyList judges a sentence that is nothing but a list: it belongs to "We, the
// undersigned" of the sentence before.
func (f *finder) onlyList(k int, sc *scene, seg *segment) (frame, bool) {
	if k == 0 || f.sc[k-1].para != sc.para || len(seg.entries) < 2 || seg.last < sc.last-1 {
		return frame{}, false
	}
	before := &f.sc[k-1]
	for i := before.first; i < before.last; i++ {
		if f.t.oneOf(i, "undersigned", "signatories", "signed") && !f.t.denied(before.first, i) {
			return frame{doc: before.docNear(i), cue: [2]int{i, i + 1}}, true
		}
	}
	return frame{}, false
}

// colon judges a list set off by the colon at token c: "Also signing the
// letter:", "Joining Ohio are the following states:".
func (f *finder) colon(k int, sc *scene, c int) (frame, bool) {
	t := f.t
	if t.denied(sc.first, c) || !f.kindNear(len(f.sc)-1) && !t.any(sc.first, c, signer) {
		return frame{}, false
	}
	for b := sc.first; b < c; b++ {
		if d := sc.docIn(b, c); d >= 0 && t.is(b, group) && (t.w[d].doc == Letter || t.w[d].doc == Statement) {
			return frame{doc: d, cue: [2]int{d, c + 1}}, true
		}
		if t.is(b, join) && f.meeting(sc, b) {
			return frame{}, false
		}
		known := sc.docNear(b) >= 0 || t.is(b, signer) || t.low(c-1) == "by"
		if known && b > c-14 && (t.is(b, sign|signer|join) || t.is(b, introduce) && t.low(c-1) == "by") {
			return frame{doc: sc.docNear(b), cue: [2]int{b, c + 1}}, true
		}
	}
	return frame{}, false
}

// wroteTo reports whether a sentence says of a list of people that they wrote to someone.
func (f *finder) wroteTo(sc *scene) bool {
	for i := sc.first; i < sc.last && len(sc.segs) > 0; i++ {
		if f.t.oneOf(i, "wrote", "written") && f.t.low(i+1) == "to" {
			return true
		}
	}
	return false
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
		case t.low(b) == "joining" && sc.docIn(b, i) >= 0 && !f.meeting(sc, b): // "those joining A on the letter are"
			return frame{doc: sc.docIn(b, i), cue: [2]int{b, i + 1}}, true
		case t.is(b, signer), t.is(b, sign) && !t.is(b, group) && (t.oneOf(b, "signing") || t.low(b+1) == "by" || t.oneOf(b-1, "who", "also", "have", "that") || t.is(b-1, group|plural) || t.oneOf(b+1, "on", "onto")):
			if t.denied(b-5, b+1) {
				return frame{}, false
			}
			d := sc.docIn(sc.first, i)
			if d < 0 && !t.is(b, signer) && !f.kindNear(k) {
				return frame{}, false
			}
			return frame{doc: d, cue: [2]int{b, i + 1}}, true
		case t.oneOf(b, "by", "from") && t.oneOf(i, "including", "them", "among"):
			if t.low(b) == "from" && sc.docIn(b-3, b) < 0 {
				continue
			}
			if fr, ok := f.byLeft(k, sc, b); ok {
				return fr, true
			}
		}
	}
	if (t.low(sc.first) == "joining" || t.low(sc.first) == "also" && t.is(sc.first+1, sign|join|send|introduce|lead)) && f.docAround(k, sc, i) >= 0 && !f.meeting(sc, i) {
		return frame{doc: f.docAround(k, sc, i), cue: [2]int{sc.first, i + 1}}, true
	}
	if t.low(sc.first) == "joining" && t.low(sc.first+1) == "them" && k > 0 && f.wroteTo(&f.sc[k-1]) && !f.meeting(sc, i) {
		return frame{doc: -1, cue: [2]int{sc.first, i + 1}}, true
	}
	if t.oneOf(sc.first, "those", "these", "the", "they") && k > 0 && f.groupSigned(k-1) >= 0 && i <= sc.first+4 {
		return frame{doc: f.groupSigned(k - 1), cue: [2]int{sc.first, i + 1}}, true
	}
	return frame{}, false
}
