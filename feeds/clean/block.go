package clean

import (
	"strings"

	"readout/feeds"
)

// piece is one block before it is laid into a text.
type piece struct {
	kind  feeds.BlockKind
	level int
	text  string // one line, safe
	tight bool   // joined to the piece before by a line break, not a blank line
	links bool   // all of it is the text of links
	to    string // where those lead, when it is one link
	leads []lead // the links in it
}

// layout joins pieces into a text: paragraphs are parted by a blank line, items
// of one list, rows of one table and lines of one paragraph by a line break.
func layout(pieces []piece) (string, []feeds.Block) {
	var b strings.Builder
	var blocks []feeds.Block
	for i, p := range pieces {
		room := MaxBody - b.Len() - 2
		if p.text = clipWords(p.text, room); p.text == "" {
			break
		}
		switch {
		case i == 0:
		case p.tight || p.kind == pieces[i-1].kind && (p.kind == feeds.Item || p.kind == feeds.Row):
			b.WriteString("\n")
		default:
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(p.text)
		blocks = append(blocks, feeds.Block{Kind: p.kind, Level: p.level, Start: start, End: b.Len()})
	}
	return b.String(), blocks
}

// clipWords cuts a line to at most n bytes, after a word where there is one.
func clipWords(s string, n int) string {
	if len(s) <= n {
		return s
	}
	s = clip(s, max(0, n))
	if i := strings.LastIndexByte(s, ' '); i > 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

// pieces is the inverse of layout, for a text that was laid out before.
func pieces(text string, blocks []feeds.Block) []piece {
	out := make([]piece, 0, len(blocks))
	for i, b := range blocks {
		p := piece{kind: b.Kind, level: b.Level, text: text[b.Start:b.End]}
		p.tight = i > 0 && !strings.Contains(text[blocks[i-1].End:b.Start], "\n\n")
		out = append(out, p)
	}
	return out
}

// row is a table row that is being read: where its pieces and cells begin.
type row struct {
	start int   // index of its first piece
	cells []int // index of the first piece of each cell
}

// closeRow makes one line of the cells of a row. A row of one cell, or one
// whose cells hold several blocks, is layout and stays as it is.
func (w *writer) closeRow() {
	n := len(w.rows) - 1
	if n < 0 {
		return
	}
	r := w.rows[n]
	w.rows = w.rows[:n]
	var cells []string
	var leads []lead
	links := true
	for i, first := range r.cells {
		last := len(w.out)
		if i+1 < len(r.cells) {
			last = r.cells[i+1]
		}
		switch last - first {
		case 0:
		case 1:
			cells = append(cells, w.out[first].text)
			links = links && w.out[first].links
			leads = append(leads, w.out[first].leads...)
		default:
			return
		}
	}
	if len(cells) < 2 || len(w.out)-r.start != len(cells) {
		return
	}
	w.out = append(w.out[:r.start], piece{kind: feeds.Row, text: strings.Join(cells, " | "), links: links, leads: leads})
}
