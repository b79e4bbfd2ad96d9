package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/briefing/text"
)

// quotation is a stretch between quotation marks, inside one paragraph.
type quotation struct {
	outer     text.Span // with its marks
	inner     text.Span // without marks and the spaces beside them
	paragraph int       // index into Doc.Paragraphs
	unclosed  bool      // its closing mark is missing or stands in a later paragraph
	continues bool      // it goes on with the quotation that ended the paragraph before
	single    bool      // between single marks
}

// pairMarks finds the quotations of a document. Nested ones belong to the one
// around them.
func pairMarks(d *text.Doc) []quotation {
	var out []quotation
	runsOn := false // the paragraph before ended inside a quotation
	for i := range d.Paragraphs {
		p := d.Paragraphs[i].Span
		marks := marksIn(d.Text, p)
		if len(marks) == 0 {
			runsOn = false
			continue
		}
		pr := pairer{s: d.Text, p: p, index: i, runsOn: runsOn, next: opensParagraph(d, i+1)}
		if !runsOn {
			mend(d.Text, marks)
		}
		pr.doubles(marks)
		pr.singles(marks)
		runsOn = pr.runsOn
		out = append(out, pr.sorted()...)
	}
	return out
}

// opensParagraph reports whether paragraph i begins with an opening mark.
func opensParagraph(d *text.Doc, i int) bool {
	if i >= len(d.Paragraphs) {
		return false
	}
	p := d.Paragraphs[i].Span
	p.End = min(p.End, p.Start+8)
	for p.End > p.Start && p.End < len(d.Text) && !utf8.RuneStart(d.Text[p.End]) {
		p.End--
	}
	marks := marksIn(d.Text, p)
	return len(marks) > 0 && marks[0].Start == p.Start && !marks[0].mustClose() && (!marks[0].single || marks[0].shape == left)
}

// pairer pairs the marks of one paragraph.
type pairer struct {
	s      string
	p      text.Span
	index  int
	runsOn bool // in: from the paragraph before; out: into the next
	next   bool // the next paragraph begins with an opening mark
	found  []quotation
	inner  []quotation // those between single marks
}

// doubles pairs the double marks.
func (pr *pairer) doubles(all []mark) {
	marks := make([]mark, 0, len(all))
	for _, m := range all {
		if !m.single {
			marks = append(marks, m)
		}
	}
	open, depth := -1, 0
	if pr.runsOn && len(marks) > 0 && marks[0].mustClose() { // the new paragraph has no mark of its own
		pr.add(text.Span{Start: pr.p.Start, End: marks[0].End}, 0, marks[0].Len(), true)
		marks = marks[1:]
	}
	for k, m := range marks {
		switch {
		case open < 0 && (m.mustClose() || !m.opens && m.shape == right || inches(pr.s, pr.p, m)):
			// a closing mark that closes nothing
		case open < 0:
			open = k
		case opensInside(marks, k):
			depth++
		case m.mustOpen() && m.shape != right: // the one before was never closed
			open, depth = k, 0
		case depth > 0:
			depth--
		default:
			from := marks[open]
			pr.add(text.Span{Start: from.Start, End: m.End}, from.Len(), m.Len(), pr.runsOn && from.Start == pr.p.Start)
			open = -1
		}
	}
	wasRunning := pr.runsOn
	pr.runsOn = false
	if open >= 0 {
		pr.unclosed(marks[open], wasRunning)
	}
}

// opensInside reports whether mark k opens a quotation inside another of the
// same form: the next two marks then close both.
func opensInside(marks []mark, k int) bool {
	return marks[k].mustOpen() && k+2 < len(marks) && marks[k+1].mustClose() && marks[k+2].mustClose()
}

// inches reports whether a straight mark stands for inches or seconds: 6'2".
func inches(s string, p text.Span, m mark) bool {
	return m.shape == straight && m.Start > p.Start && s[m.Start-1] >= '0' && s[m.Start-1] <= '9' && m.closes
}

// unclosed keeps a quotation without a closing mark to the end of its
// paragraph where it goes on in the next paragraph, or where a cue or the
// beginning of the paragraph shows that the rest was spoken.
func (pr *pairer) unclosed(m mark, wasRunning bool) {
	before := strings.TrimRightFunc(pr.s[pr.p.Start:m.Start], unicode.IsSpace)
	if !pr.next && before != "" && !strings.HasSuffix(before, ":") && !strings.HasSuffix(before, ",") && !strings.HasSuffix(before, ".") {
		return
	}
	pr.add(text.Span{Start: m.Start, End: pr.p.End}, m.Len(), 0, wasRunning && m.Start == pr.p.Start)
	if n := len(pr.found); n > 0 && pr.found[n-1].outer.Start == m.Start {
		pr.found[n-1].unclosed = true
		pr.runsOn = true
	}
}

// add keeps the quotation in outer, whose marks take the given numbers of
// bytes, when it holds a word.
func (pr *pairer) add(outer text.Span, opening, closing int, continues bool) {
	in := text.Span{Start: outer.Start + opening, End: outer.End - closing}
	in.End = in.Start + len(strings.TrimRightFunc(pr.s[in.Start:in.End], isEdge))
	in.Start = in.End - len(strings.TrimLeftFunc(pr.s[in.Start:in.End], isEdge))
	if strings.IndexFunc(pr.s[in.Start:in.End], isWordRune) < 0 {
		return
	}
	pr.found = append(pr.found, quotation{outer: outer, inner: in, paragraph: pr.index, continues: continues})
}

func isEdge(r rune) bool     { return unicode.IsSpace(r) || r == '“' || r == '”' || r == '"' }
func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// sorted merges the quotations between double and single marks by place. A
// double one inside a single one belongs to it.
func (pr *pairer) sorted() []quotation {
	if len(pr.inner) == 0 {
		return pr.found
	}
	out := make([]quotation, 0, len(pr.found)+len(pr.inner))
	k := 0
	for _, q := range pr.found {
		for ; k < len(pr.inner) && pr.inner[k].outer.Start < q.outer.Start; k++ {
			out = append(out, pr.inner[k])
		}
		if k > 0 && pr.inner[k-1].outer.Holds(q.outer) {
			continue
		}
		out = append(out, q)
	}
	return append(out, pr.inner[k:]...)
}
