package signatories

// right judges a list by the words after it: as the subject of "sent a
// letter", "also signed", "led colleagues in a letter", "were joined by".
func (f *finder) right(k int, sc *scene, seg *segment) (frame, bool) {
	t := f.t
	if t.denied(max(sc.first, seg.first-3), seg.first) || t.excepted(seg.first) {
		return frame{}, false
	}
	if seg.first > sc.first && !(t.low(seg.first-1) == "by" && t.is(seg.first-2, lead)) && t.in(seg.first-1, preposition) {
		return frame{}, false
	}
	if fr, ok := f.whoSigned(sc, seg); ok {
		return fr, true
	}
	v, also := f.verbAfter(sc, seg.last)
	if v < 0 || t.denied(seg.last, v) {
		return frame{}, false
	}
	if fr, ok := f.opened(sc, seg, v); ok {
		return fr, true
	}
	if t.is(v, signer) && (t.oneOf(v-1, "are", "were", "is", "was") || t.sponsorsAt(v-1) == v && k > 0 && f.kindNear(k-1) || sc.docNear(v) >= 0 && t.sponsorsAt(v-2) == v || sc.docNear(v) >= 0 && t.sponsorsAt(v-1) == v) || t.oneOf(v, "among") && sc.signerAfter(t, v) {
		return frame{doc: sc.docNear(v), cue: [2]int{v, v + 1}}, !t.denied(v, v+1)
	}
	if fr, ok, sure := f.verb(k, sc, seg, v, also); ok || sure {
		return fr, ok
	}
	if !f.subject(sc, seg) {
		return frame{}, false
	}
	if d := f.inLetter(sc, v); d >= 0 && f.shared(seg, d) {
		return frame{doc: d, cue: [2]int{d, d + 1}}, true
	}
	d, wrote := f.next(k, seg), false
	if d < 0 {
		d, wrote = f.wroteIn(k, seg)
	}
	if wrote && d < 0 && seg.first <= sc.first+4 && t.is(v, ask|lead|send|join) {
		return frame{doc: d, cue: [2]int{v, v + 1}}, true
	}
	begins := seg.first <= sc.first+4 || t.low(seg.first-1) == "," && d > sc.last && t.low(sc.last) == "in" // "In their letter"
	if d >= 0 && f.shared(seg, d) && begins && (t.is(v, ask|lead|send|join) || f.groupWrites(k+1)) && (t.w[d].doc == Letter || t.w[d].doc == Statement) {
		return frame{doc: d, cue: [2]int{v, v + 1}}, true
	}
	return frame{}, false
}

// whoSigned judges "Jane Roe, who led the letter": its verb has the document as
// its object.
func (f *finder) whoSigned(sc *scene, seg *segment) (frame, bool) {
	t, v := f.t, seg.last
	if t.low(v) == "," {
		v++
	}
	if t.low(v) != "who" {
		return frame{}, false
	}
	for v++; t.is(v, adverb) || t.oneOf(v, "has", "have", "had", "also", "helped"); v++ {
	}
	d := sc.docIn(v+1, v+5)
	if len(seg.entries) > 1 || !t.is(v, sign|lead) || d < 0 || t.w[d].doc == Bill || t.verbBetween(v+1, d) || t.any(v, d, group|plural) {
		return frame{}, false
	}
	return frame{doc: d, cue: [2]int{v, v + 1}}, true
}

// excepted reports whether the list at token i names who did not: "all but A
// and B signed", "everyone except C".
func (t *table) excepted(i int) bool {
	return t.oneOf(i-1, "except", "excepting", "bar", "excluding") || t.low(i-1) == "for" && t.low(i-2) == "except" ||
		t.low(i-1) == "but" && t.oneOf(i-2, "all", "everyone", "everybody", "none", "any")
}

// subject reports whether a list stands where the subject of the scene's main
// clause stands: first, after an opening phrase and its comma, after a
// quotation, or as the named part of a group ("senators including A and B").
func (f *finder) subject(sc *scene, seg *segment) bool {
	t := f.t
	i := seg.first - 1
	for i >= sc.first && t.oneOf(i, "the", "both") {
		i--
	}
	if i < sc.first {
		return true
	}
	if t.oneOf(i, "including", "by", "are", "include") || t.low(i) == "as" && t.low(i-1) == "such" || t.low(i) == "them" && t.low(i-1) == "among" {
		for ; i >= sc.first; i-- {
			if t.is(i, group) || t.is(i, plural) {
				return true
			}
		}
		return false
	}
	if t.in(i, clauseStart) {
		return true
	}
	if t.low(i) != "," {
		return i-sc.first < 3 && t.all(sc.first, i+1, adverb|stop) && !t.oneOf(i, "that")
	}
	for j := sc.first; j < i; j++ {
		if !t.upper(j) && t.is(j, send|sign|lead|introduce|join) && !t.oneOf(j, "led", "signed") || t.oneOf(j, "said", "is", "was", "were", "are") {
			return false
		}
	}
	return t.in(sc.first, sentenceStart) || t.is(sc.first, adverb) || t.oneOf(i-1, "\"", "”", "''")
}

// objectBefore returns the document right before a list that is the subject of
// a relative clause: "the statement that the two ministers issued"; -1 for none.
func (f *finder) objectBefore(sc *scene, seg *segment) int {
	i := seg.first - 1
	for i > seg.first-4 && f.t.oneOf(i, "that", "which", "the", "both", ",") {
		i--
	}
	return sc.docIn(i, i+1)
}

// shared reports whether a list and a document fit: what one person says in a
// statement is no list of signatories.
func (f *finder) shared(seg *segment, d int) bool {
	return f.t.w[d].doc != Statement || len(seg.entries) > 1 || seg.open || f.t.low(d-1) == "joint"
}

// writesTo reports whether "wrote" at token v has a reader: "wrote to the
// president", "wrote President Roe a letter".
func (f *finder) writesTo(sc *scene, v int) bool {
	for i := v + 1; i < sc.last && i < v+4; i++ {
		if f.t.low(i) == "to" {
			return true
		}
	}
	return false
}

// opened judges the subject of a sentence that opens with "In a letter to X,".
func (f *finder) opened(sc *scene, seg *segment, v int) (frame, bool) {
	t := f.t
	if !t.in(sc.first, letterOpening) || len(sc.docs) == 0 || sc.docs[0] > sc.first+7 || sc.docs[0] > seg.first {
		return frame{}, false
	}
	if t.upper(v) {
		return frame{}, false
	}
	for n := range sc.segs {
		if s := &sc.segs[n]; s.first < seg.first && s.first > sc.docs[0] && !f.isAddressee(sc, s) && !f.nested(sc, s) {
			return frame{}, false
		}
	}
	comma := false
	for i := sc.docs[0]; i < seg.first; i++ {
		comma = comma || t.low(i) == ","
	}
	if b := seg.first - 1; !t.oneOf(b, ",", "both") && !(t.oneOf(b, "the", "—", "–") && t.low(b-1) == ",") && !t.oneOf(b, "including", "by") && !t.follows(b-1, []string{"among", "them"}) {
		return frame{}, false
	}
	if d := t.w[sc.docs[0]].doc; d == Bill || d == Treaty || !f.shared(seg, sc.docs[0]) {
		return frame{}, false
	}
	return frame{doc: sc.docs[0], cue: [2]int{sc.first, sc.docs[0] + 1}}, comma && t.low(seg.first-1) != "to"
}

// nested reports whether a list stands inside a phrase: after a preposition.
func (f *finder) nested(sc *scene, seg *segment) bool {
	i := seg.first - 1
	if f.t.low(i) == "the" {
		i--
	}
	return f.t.in(i, preposition) || f.t.oneOf(seg.last, "'s", "’s")
}

// inLetter returns the document in "..., they said in a joint letter" after
// token v, -1 for none.
func (f *finder) inLetter(sc *scene, v int) int {
	t := f.t
	for _, d := range sc.docs {
		if d < v || t.w[d].doc == Bill || t.w[d].doc == Treaty { // nobody writes "in the bill"
			continue
		}
		if t.relative(v, d) {
			continue // "..., which opens with a letter"
		}
		for i := d - 1; i > d-8 && i > v-1; i-- {
			if t.oneOf(i, "in", "through", "via", "with") && t.in(i+1, letterArticle) {
				return d
			}
		}
	}
	return -1
}

// relative reports whether a relative clause begins in tokens i to j-1.
func (t *table) relative(i, j int) bool {
	for ; i < j; i++ {
		if t.oneOf(i, "which", "who", "whose", "where") {
			return true
		}
	}
	return false
}

// signerAfter reports whether a noun for signers follows token v closely.
func (sc *scene) signerAfter(t *table, v int) bool {
	for i := v + 1; i < sc.last && i < v+15; i++ {
		if t.is(i, signer) || t.oneOf(i, "names", "signatures") && len(sc.docs) > 0 || t.is(i, sign) && (t.oneOf(i-1, "who", "that", "which", "have", "had", "to")) {
			return true
		}
	}
	return false
}
