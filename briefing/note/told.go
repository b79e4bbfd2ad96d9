package note

import (
	"slices"
	"strings"

	"readout/briefing/compare"
	"readout/briefing/text"
)

// Told is how the outlets of a story tell it, as templates see it. It claims
// nothing of which comparing was not sure, and calls nobody right.
type Told struct {
	First     Value  // the outlet that had it first; "" = not known for sure
	FirstWhen string // in words
	Outlets   int
	Sources   int // outlets with a text that is no copy of an earlier one
	Copies    [][]Value
	Cuts      []Cuts
	Alike     int // quotations that all have in the same words
	Alone     []AloneView
	Figures   []FigureView
}

// Cuts are the versions of one quotation.
type Cuts struct {
	Speaker  Value // "" when unknown
	Versions int
	Short    int // truncated ones
	Each     []CutView
}

// CutView is one outlet's cut of a quotation, against the longest one.
type CutView struct {
	Outlet Value
	Words  Value
	Lacks  []Value
	Adds   []Value
}

// AloneView is someone quoted in one outlet only.
type AloneView struct {
	Name   Value
	Outlet Value
	Quotes int
}

// FigureView is a number on which texts differ.
type FigureView struct {
	Unit   Value
	Claims []ClaimView
}

// ClaimView is one outlet's number in its sentence.
type ClaimView struct {
	Outlet   Value
	Number   Value
	Sentence Value
}

// NewTold words a comparison for templates.
func NewTold(all []compare.Article, s compare.Story) *Told {
	t := &Told{Outlets: s.Outlets, Sources: s.Sources}
	excerpt := func(article int, span text.Span) Value { return Value(compare.Excerpt(all[article], span)) }
	outlet := func(article int) Value { return Value(all[article].Source) }
	if s.First >= 0 {
		t.First, t.FirstWhen = outlet(s.First), dated(all[s.First].Article)
	}
	for _, c := range s.Copies {
		if names := outlets(all, c); len(names) > 1 {
			t.Copies = append(t.Copies, names)
		}
	}
	for _, q := range s.Quotations {
		if q.Versions < 2 {
			t.Alike++
			continue
		}
		c := Cuts{Speaker: Value(q.Speaker), Versions: q.Versions, Short: q.Short}
		for _, cut := range q.Cuts {
			c.Each = append(c.Each, newCut(all, cut))
		}
		t.Cuts = append(t.Cuts, c)
	}
	for _, a := range s.Alone {
		t.Alone = append(t.Alone, AloneView{Value(a.Name), Value(a.Outlet), len(a.Quotes)})
	}
	for _, f := range s.Figures {
		v := FigureView{Unit: Value(f.Unit)}
		for _, c := range f.Claims {
			v.Claims = append(v.Claims, ClaimView{Outlet: outlet(c.Article), Number: excerpt(c.Article, c.Span), Sentence: excerpt(c.Article, c.Sentence.Span)})
		}
		t.Figures = append(t.Figures, v)
	}
	return t
}

// outlets names the outlets of some of the articles, each once.
func outlets(all []compare.Article, some []int) []Value {
	var names []Value
	for _, i := range some {
		if v := Value(all[i].Source); v != "" && !slices.Contains(names, v) {
			names = append(names, v)
		}
	}
	return names
}

// newCut words one outlet's cut of a quotation.
func newCut(all []compare.Article, cut compare.Cut) CutView {
	excerpt := func(article int, span text.Span) Value { return Value(compare.Excerpt(all[article], span)) }
	v := CutView{Outlet: Value(all[cut.Article].Source)}
	var parts []string
	for _, p := range cut.Parts {
		parts = append(parts, string(excerpt(cut.Article, p)))
	}
	v.Words = Value(strings.Join(parts, gapMark))
	for _, at := range cut.Lacks {
		v.Lacks = append(v.Lacks, excerpt(at.Article, at.Span))
	}
	for _, span := range cut.Adds {
		v.Adds = append(v.Adds, excerpt(cut.Article, span))
	}
	return v
}

// Text is the comparison as plain text, each line behind an indent.
func (t *Told) Text(indent string) ([]byte, error) {
	out, err := execute(builtin()["coverage.txt.tmpl"], t)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	for line := range strings.Lines(string(out)) {
		if strings.TrimSpace(line) != "" {
			b.WriteString(indent + line)
		}
	}
	return []byte(b.String()), nil
}

// Since says how the signatories of a document differ from those of the
// earlier one on the same matter.
type Since struct {
	Day    string  `json:"day"`   // of the earlier one, in words
	Title  Value   `json:"title"` // of the article that reports the earlier one
	Outlet Value   `json:"outlet"`
	Added  []Value `json:"added"`
	Gone   []Value `json:"gone"`
	Same   int     `json:"same"`
}

// NewSince words what changed since an earlier document.
func NewSince(f compare.Follow, title, outlet string) *Since {
	s := &Since{Day: f.Since.Format("2 January 2006"), Title: Value(title), Outlet: Value(outlet), Same: f.Same}
	for _, n := range f.Added {
		s.Added = append(s.Added, Value(n))
	}
	for _, n := range f.Gone {
		s.Gone = append(s.Gone, Value(n))
	}
	return s
}

// Counts is the change in short: "+5, −1", or "no change".
func (s Since) Counts() string {
	return compare.Follow{Added: make([]string, len(s.Added)), Gone: make([]string, len(s.Gone))}.Counts()
}
