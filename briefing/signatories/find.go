package signatories

import (
	"slices"
	"strings"
	"unicode"
)

// finder holds what was read of one document.
type finder struct {
	t    *table
	sc   []scene
	hits []hit
}

// hit is a list that a frame holds for signatories.
type hit struct {
	scene int
	seg   *segment
	frame
}

// mayHold is the cheap test before the parse: a document and a verb or noun of
// signing must be there.
func (f *finder) mayHold() bool {
	doc, cue := false, false
	for i := range f.t.w {
		w := &f.t.w[i]
		doc = doc || w.doc != "" && (!f.t.oneOf(i, "appeal", "appeals", "plea", "deal", "deals") || f.t.isDocument(i)) || w.low == "signed" || w.low == "undersigned" || f.t.salutation(i) || w.is&closing != 0 && f.t.upper(i) || w.is&signer != 0 || w.is&send != 0 && (w.low == "wrote" || w.low == "written" || w.low == "writing" || w.low == "writes")
		cue = cue || w.is&(office|title|org) != 0 || f.t.upper(i)
	}
	return doc && cue
}

// judge asks every list of every scene whether it signs.
func (f *finder) judge() {
	for k := range f.sc {
		sc := &f.sc[k]
		for i := range sc.segs {
			seg := &sc.segs[i]
			if f.isAddressee(sc, seg) || f.t.oneOf(seg.last, "'s", "’s") || f.t.low(seg.last) == "'" {
				continue
			}
			if len(seg.entries) == 1 && seg.entries[0].Kind == Organisation && f.t.oneOf(seg.entries[0].first-1, "'s", "’s") {
				continue // "the department's Rights Division": the whole has the part
			}
			if len(sc.docs) == 0 && sc.petition {
				continue
			}
			fr, ok := f.left(k, sc, seg)
			if !ok {
				fr, ok = f.right(k, sc, seg)
			}
			if ok && !f.alone(seg, fr) {
				f.hits = append(f.hits, hit{k, seg, fr})
			}
		}
	}
}

// they judges a sentence whose subject stands for the people that the one
// before began with: "A and B chair the caucus. They wrote to the agency".
func (f *finder) they() {
	t := f.t
	for k := 1; k < len(f.sc); k++ {
		sc, before := &f.sc[k], &f.sc[k-1]
		v := sc.first + 1
		for v < sc.last && t.is(v, adverb) {
			v++
		}
		if t.low(sc.first) != "they" || len(before.segs) == 0 || !t.is(v, send|sign) || t.denied(sc.first, v+1) {
			continue
		}
		d := f.objectAfter(sc, v)
		seg := &before.segs[0]
		if seg.first > before.first+1 || len(seg.entries) < 2 || d < 0 && !f.writesTo(sc, v) {
			continue
		}
		f.hits = append(f.hits, hit{k - 1, seg, frame{doc: d, cue: [2]int{v, v + 1}}})
	}
}

// alone reports whether a list is one person or body that issues a statement:
// a quotation's source, no signatory.
func (f *finder) alone(seg *segment, fr frame) bool {
	verb := f.t.is(fr.cue[0], sign|join|lead) || f.t.is(fr.cue[0], signer)
	return fr.doc >= 0 && !verb && !f.shared(seg, fr.doc)
}

// list makes one list of all hits, nil when there is none.
func (f *finder) list() *List {
	if len(f.hits) == 0 {
		return nil
	}
	l := &List{Document: f.kind()}
	var all []entry
	for _, h := range f.hits {
		all = append(all, h.seg.entries...)
	}
	all = f.merge(all)
	f.settle(all)
	slices.SortStableFunc(all, func(a, b entry) int { return a.Start - b.Start })
	persons := 0
	for _, e := range all {
		if e.Kind == Person {
			persons++
		}
		l.People = append(l.People, e.Signatory)
	}
	if len(all) == 0 || l.Document == Statement && len(all) == 1 && !f.hits[0].seg.open {
		return nil
	}
	l.Addressee = f.addressee()
	l.Total, l.Partial = f.total(all)
	c := f.hits[0].cue
	l.Cue = f.t.span(max(c[0], 0), max(c[1], 1))
	return l
}

// kind is the document of the first frame that has one.
func (f *finder) kind() Document {
	about := false
	for _, h := range f.hits {
		if h.doc >= 0 && f.docKind(h.doc) == Bill && f.aboutBill(h) {
			about = true // "The undersigned organizations urge Congress to pass the bill:"
			continue
		}
		if h.doc >= 0 && f.wroteAbout(h.doc) {
			return Letter
		}
		if h.doc >= 0 {
			return f.docKind(h.doc)
		}
	}
	if f.t.oneOf(f.hits[0].cue[0], "wrote", "write", "writes", "written", "writing") {
		return Letter
	}
	for k := range f.sc {
		for _, d := range f.sc[k].docs {
			if kind := f.docKind(d); kind != Bill || !about {
				return kind
			}
		}
	}
	if about {
		return Letter
	}
	if c := f.hits[0].cue[0]; f.t.is(c, introduce) || strings.Contains(f.t.low(c), "sponsor") {
		return Bill
	}
	return Letter
}

// wroteAbout reports whether the sentence of the document at token d says of
// somebody that they wrote to someone, before it: then it is what they wrote of.
func (f *finder) wroteAbout(d int) bool {
	k := f.sceneAt(d)
	for i := f.sc[max(k, 0)].first; i < d; i++ {
		if f.t.oneOf(i, "wrote", "written") && f.t.low(i+1) == "to" {
			return f.docKind(d) != Statement
		}
	}
	return false
}

// aboutBill reports whether a list asks for or against a bill rather than
// brings it in: those who ask are "undersigned", or sign under a form of words.
func (f *finder) aboutBill(h hit) bool {
	t := f.t
	if t.any(h.cue[0], h.cue[0]+2, signer) && t.oneOf(h.cue[0], "the", "undersigned") {
		return true
	}
	return h.cue[1] > h.cue[0] && t.is(h.cue[0], closing) && t.upper(h.cue[0])
}

func (f *finder) docKind(d int) Document {
	if k := f.t.w[d].doc; k != "" {
		return k
	}
	return Letter
}

// merge makes one entry of each signatory: the fullest name at its first
// place, with all that any mention says.
func (f *finder) merge(all []entry) []entry {
	slices.SortStableFunc(all, func(a, b entry) int { return a.Start - b.Start })
	states, people := 0, 0
	for _, e := range all {
		switch e.Kind {
		case State:
			states++
		case Person:
			people++
		}
	}
	var out []entry
	byLast := make(map[string][]int) // places in out, by last word of the name
	for _, e := range all {
		if states > 1 && e.Kind == Person && states == people {
			continue // the ministers of the governments that sign
		}
		e.words = e.nameWords()
		if len(e.words) == 0 {
			continue
		}
		last := e.words[len(e.words)-1]
		at := -1
		for _, n := range byLast[last] {
			if same(&out[n], &e) {
				at = n
				break
			}
		}
		if at < 0 {
			byLast[last] = append(byLast[last], len(out))
			out = append(out, e)
			continue
		}
		out[at].take(&e)
	}
	return out
}

// take adds what another mention of the same signatory says.
func (e *entry) take(o *entry) {
	if len(o.words) > len(e.words) {
		e.Name, e.Span, e.single, e.first, e.last, e.words = o.Name, o.Span, o.single, o.first, o.last, o.words
	}
	fill(&e.Party, o.Party)
	fill(&e.Region, o.Region)
	fill(&e.Country, o.Country)
	fill(&e.Role, o.Role)
}

func fill(to *string, from string) {
	if *to == "" {
		*to = from
	}
}

// same reports whether two entries with the same last word name one signatory.
func same(a, b *entry) bool {
	if a.Kind != b.Kind && !a.single && !b.single {
		return false
	}
	if a.Kind != Person && b.Kind != Person {
		return slices.Equal(a.words, b.words)
	}
	x, y := a.words, b.words
	return len(x) == 1 || len(y) == 1 || x[0] == y[0]
}

// nameWords are the words of a name in lower case, without suffixes and the
// place in a peer's.
func (e *entry) nameWords() []string {
	s := e.Name
	if e.Kind == Person {
		s, _, _ = strings.Cut(s, " of ")
	}
	f := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '.' })
	for len(f) > 1 && words().meaning(f[len(f)-1]).is&suffix != 0 {
		f = f[:len(f)-1]
	}
	return f
}
