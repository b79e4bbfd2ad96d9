package signatories

import "strings"

// isAddressee reports whether a list is whom the document is sent to.
func (f *finder) isAddressee(sc *scene, seg *segment) bool {
	t := f.t
	i := seg.first - 1
	for t.oneOf(i, "the", ":", "both") {
		i--
	}
	switch {
	case t.low(i) == "dear":
		return true
	case t.oneOf(i, "to"):
		return t.low(i-1) != "addition"
	}
	return false
}

// addressee finds whom the document is sent to, "" where nobody is named.
func (f *finder) addressee() string {
	if c := f.court(); c != "" && f.kind() == Brief {
		return c
	}
	best, rank := "", 99
	near := f.hits[0].scene
	for k := range f.sc {
		if k > near+2 && best != "" {
			break
		}
		if s, r := f.addressed(k); s != "" && r < rank {
			best, rank = s, r
		}
	}
	return best
}

// addressed looks for the addressee in a scene; a lower rank is surer.
func (f *finder) addressed(k int) (string, int) {
	t, sc := f.t, &f.sc[k]
	about := len(sc.docs) > 0
	for i, h := range f.hits {
		again := i > 0 && f.hits[i-1].scene == h.scene
		about = about || h.scene == k || !again && h.scene > k && h.scene <= k+3 && f.related(k, h)
	}
	for i := sc.first; i < sc.last; i++ {
		about = about || t.low(i) == "undersigned"
		switch {
		case t.low(i) == "dear" && t.upper(i), i == sc.first && t.low(i) == "to" && t.low(sc.last-1) == ":":
			return f.whom(sc, i+1), 0
		case t.low(i) == "to" && f.sends(sc, i):
			if s := f.whom(sc, i+1); s != "" {
				return s, 1
			}
		case t.oneOf(i, "sent", "handed", "sending") && t.low(i+1) == "the" && t.is(i+2, office) && t.oneOf(i+3, "a", "an", "another"):
			return t.str(i+2, i+3), 2
		case t.oneOf(i, "sent", "wrote", "sending", "writing") && t.upper(i+1) && about && !f.signsAt(i+1):
			if s := f.whom(sc, i+1); s != "" {
				return s, 2
			}
		}
	}
	for i := sc.first; i < sc.last; i++ {
		if t.in(i, asking) && about && (t.low(i) != "on" || t.oneOf(i-1, "calling", "called", "calls", "call")) {
			if s := f.whom(sc, i+1); s != "" {
				return s, 4
			}
		}
	}
	return "", 99
}

// signsAt reports whether a list of signatories begins at token i.
func (f *finder) signsAt(i int) bool {
	for _, h := range f.hits {
		if i >= h.seg.first && i < h.seg.last {
			return true
		}
	}
	return false
}

// sends reports whether "to" at token i follows a letter or its sending.
func (f *finder) sends(sc *scene, i int) bool {
	t := f.t
	for b := i - 1; b >= sc.first && b > i-14; b-- {
		if t.low(b) == "in" && t.low(b+1) == "addition" {
			return false
		}
		if b >= i-2 && t.is(b, send) && (b == i-1 || t.is(b+1, adverb)) && len(sc.docs) > 0 {
			return true
		}
		if t.w[b].doc == Letter || t.w[b].doc == Statement && b == i-1 || t.in(b, addressing) {
			return true
		}
		if t.is(b, ask) || strings.HasSuffix(t.low(b), "ing") && !t.upper(b) && !t.is(b, send) {
			return false
		}
		if t.low(b) == "," && b < i-8 || t.oneOf(b, "to", "addition") {
			return false
		}
	}
	return false
}

// whom reads the addressee that begins at token i: names without titles, a
// surname with its title, an office or a body as it stands.
func (f *finder) whom(sc *scene, i int) string {
	t := f.t
	for n := range sc.segs {
		seg := &sc.segs[n]
		if (seg.first == i || seg.first == i+1 && t.low(i) == "the") && !(t.low(seg.last) == "of" && seg.entries[0].Role == "") && !(seg.entries[0].Kind == State && t.is(seg.last, office|modifier)) {
			return f.names(seg)
		}
	}
	j := i
	for j < sc.last && j < i+16 && !t.endsPhrase(i, j) {
		j += t.w[j].n
	}
	if t.low(j) == "," && !t.upper(j-1) {
		for n := range sc.segs {
			if seg := &sc.segs[n]; seg.first == j+1 && len(seg.entries) == 1 && seg.entries[0].Kind == Person {
				return f.names(seg)
			}
		}
	}
	for j > i && t.oneOf(j-1, "the", "of", "and", "on") {
		j--
	}
	if j == i || !t.upper(i) && t.low(i) != "the" && !t.is(i, office) {
		return ""
	}
	return strings.TrimPrefix(strings.TrimPrefix(t.str(i, j), "the "), "The ")
}

func (t *table) endsPhrase(i, j int) bool {
	if !t.word(j) {
		return true
	}
	if t.upper(j) || t.is(j, office|title|modifier|body|topic|org|group) {
		return t.is(j, adverb) && t.upper(j) && !t.is(j+1, office) || t.in(j, weekday)
	}
	if j == i+1 && t.low(i) == "the" {
		return false
	}
	return !t.in(j, addresseeWord) || t.oneOf(j, "for", "in") && !t.upper(j+1)
}

// names writes the people of a list in a row.
func (f *finder) names(seg *segment) string {
	var out []string
	for _, e := range seg.entries {
		n := e.Name
		if e.single && e.title != "" && e.Kind == Person {
			n = e.title + " " + n
		}
		out = append(out, n)
	}
	if len(out) < 2 {
		return strings.Join(out, "")
	}
	return strings.Join(out[:len(out)-1], ", ") + " and " + out[len(out)-1]
}
