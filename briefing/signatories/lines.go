package signatories

import "sort"

// lines finds lists that are set one name a line: after "The following members
// signed:", under "Signatories", after "Sincerely,".
func (f *finder) lines() {
	t := f.t
	announced := false
	for i := 0; i+1 < len(t.d.Paragraphs); i++ {
		cue, ok := f.opensLines(i)
		if !ok {
			continue
		}
		seg := segment{first: -1}
		for w := cue[0]; w < cue[1]; w++ {
			if t.low(w) == "following" && t.is(w+1, office) && t.is(w+1, plural) {
				seg.role = f.groupRole(w + 1)
			}
			seg.bodies = seg.bodies || t.is(w, bodies) && (t.is(w-1, signer) || t.low(w-1) == "following") // "the undersigned organisations"
		}
		next := f.block(i+1, &seg)
		if len(seg.entries) == 0 {
			continue
		}
		f.addLines(&seg, cue)
		announced = true
		i = next - 1
	}
	if !announced {
		f.endBlock()
	}
}

// block reads the lines of signatories from paragraph i on into the list, and
// returns the paragraph after them.
func (f *finder) block(i int, seg *segment) int {
	for i < len(f.t.d.Paragraphs) && f.line(i, seg) {
		i++
	}
	seg.affiliations()
	return i
}

// addLines keeps a list of lines, which the words at the cue announce.
func (f *finder) addLines(seg *segment, cue [2]int) {
	k := f.sceneAt(cue[0])
	if k >= 0 {
		f.hits = append(f.hits, hit{k, seg, frame{doc: f.docAround(k, &f.sc[k], cue[0]), cue: cue}})
	}
}

// sceneAt returns the scene that holds token i, -1 for none.
func (f *finder) sceneAt(i int) int {
	k := sort.Search(len(f.sc), func(k int) bool { return i < f.sc[k].last })
	if i < 0 || k == len(f.sc) {
		return -1
	}
	return k
}

// opensLines reports whether paragraph i announces lines of signatories, and
// the tokens that say so.
func (f *finder) opensLines(i int) ([2]int, bool) {
	t := f.t
	p := t.d.Paragraphs[i]
	if p.Last <= p.First {
		return [2]int{}, false
	}
	s := t.d.Sentences[p.Last-1]
	colon := t.low(s.Last-1) == ":"
	short := s.Last-s.First <= 9 && p.Last == p.First+1
	for w := s.First; w < s.Last; w++ {
		switch {
		case t.is(w, deny):
			return [2]int{}, false
		case short && t.is(s.First, closing) && t.low(s.Last-1) != "!":
			return [2]int{s.First, s.Last}, true
		case t.is(w, signer) && (colon || short || t.low(w) == "undersigned" && f.bulleted(i+1)), t.is(w, sign|join|introduce) && colon:
			return [2]int{w, s.Last}, true
		case t.is(w, send) && colon: // of a document; "Posted:" stands over many things
			return [2]int{w, s.Last}, f.kindNear(len(f.sc) - 1)
		case t.low(w) == "following" && (colon || t.any(s.First, s.Last, sign|signer)):
			return [2]int{w, s.Last}, f.kindNear(len(f.sc) - 1)
		}
	}
	return [2]int{}, false
}

// bulleted reports whether a bullet or a number begins paragraph i.
func (f *finder) bulleted(i int) bool {
	t := f.t
	if i >= len(t.d.Paragraphs) {
		return false
	}
	p := t.d.Paragraphs[i]
	first, last := t.d.TokenAt(p.Start), t.d.TokenAt(p.End)
	return t.bullet(first, last) > first
}
