package reader

import (
	"strings"

	"readout/briefing/desk"
	"readout/briefing/text"
	"readout/ui/cells"
	"readout/ui/pane"
	"readout/ui/theme"
)

// doc is a tab laid out for a width.
type doc struct {
	lines []line
	items []item
}

// item is something one can stand on in a tab: a quote, a signatory, a tag.
type item struct {
	first int // its first line
	last  int // its last line
	span  text.Span
	head  bool     // the proof stands in the headline, not in the text
	copy  string   // what copying it gives; ""
	goes  desk.Key // the article it leads to; 0 = none
}

// line is one laid-out line: pieces of text with their roles, or a line that
// is styled already.
type line struct {
	segs   []seg
	styled string
	item   int       // index of the item it belongs to, -1 for none
	span   text.Span // Text only: what it shows of the article's text
}

// seg is a piece of text in one role.
type seg struct {
	role theme.Role
	text string
}

// size is what docs are laid out for.
type size struct{ w, version int }

// measure is the longest line that reads well, in cells.
const measure = 92

// sheet is a doc being written.
type sheet struct {
	doc
	look *pane.Look
	w    int // cells for text
}

func (p *Pane) sheet(w int) *sheet { return &sheet{look: p.look, w: min(w, measure)} }

// add puts a line that belongs to no item.
func (s *sheet) add(segs ...seg) { s.lines = append(s.lines, line{segs: segs, item: -1}) }

// gap puts an empty line.
func (s *sheet) gap() { s.add() }

// para puts text wrapped to the width behind an indent; further lines are
// indented by hang.
func (s *sheet) para(role theme.Role, indent, hang, str string) {
	str = cells.Safe(str)
	for i, l := range s.look.Wrap(str, s.w-s.look.Width(hang)) {
		lead := hang
		if i == 0 {
			lead = indent
		}
		s.add(seg{theme.Muted, lead}, seg{role, l})
	}
}

// item runs write, whose lines become those of one item.
func (s *sheet) item(it item, write func()) {
	it.first = len(s.lines)
	write()
	it.last = len(s.lines) - 1
	for i := it.first; i <= it.last; i++ {
		s.lines[i].item = len(s.items)
	}
	s.items = append(s.items, it)
}

// render draws a line in exactly w cells; on says that the cursor is on its item.
func (p *Pane) render1(l line, w int, on bool) string {
	k := p.look
	if l.styled != "" {
		return l.styled
	}
	var b strings.Builder
	used := 1
	if on {
		b.WriteString(k.On(theme.Focus, k.Cursor))
	} else {
		b.WriteByte(' ')
	}
	for _, s := range l.segs {
		n := k.Width(s.text)
		if used+n > w {
			s.text = k.Truncate(s.text, w-used)
			n = k.Width(s.text)
		}
		b.WriteString(k.On(s.role, s.text))
		used += n
	}
	b.WriteString(cells.Blank(w - used))
	return b.String()
}
