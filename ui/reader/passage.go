package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/briefing/text"
	"readout/ui/keys"
	"readout/ui/pane"
)

// passage is a part of the text that is being chosen. It runs over whole
// tokens, from one to another.
type passage struct {
	doc         *text.Doc
	first, last int  // its tokens
	front       bool // movements move its beginning
	pressed     int  // the token that a mouse took hold of
}

// span is the passage in the article's text.
func (s *passage) span() text.Span {
	return text.Span{Start: s.doc.Tokens[s.first].Start, End: s.doc.Tokens[s.last].End}
}

// edge is the token that movements move.
func (s *passage) edge() int {
	if s.front {
		return s.first
	}
	return s.last
}

// move brings the edge to a token; the ends never pass each other.
func (s *passage) move(to int) {
	to = max(min(to, len(s.doc.Tokens)-1), 0)
	if s.front {
		s.first = min(to, s.last)
	} else {
		s.last = max(to, s.first)
	}
}

// take makes the passage the tokens of a span, at least one.
func (s *passage) take(at text.Span) {
	all := s.doc.Tokens
	s.first = min(s.doc.TokenAt(at.Start), len(all)-1)
	s.last = s.first
	for s.last+1 < len(all) && all[s.last+1].Start < at.End {
		s.last++
	}
}

// sentence takes the sentence by steps after the one that the edge is in.
func (s *passage) sentence(by int) {
	i := s.doc.SentenceAt(s.doc.Tokens[s.edge()].Start) + by
	if i >= 0 && i < len(s.doc.Sentences) {
		s.take(s.doc.Sentences[i].Span)
	}
}

// bound moves the edge to where the sentence it is in ends (for the beginning
// of the passage: begins), or the next one in the direction of by.
func (s *passage) bound(by int) {
	all, at := s.doc.Sentences, s.edge()
	for i := s.doc.SentenceAt(s.doc.Tokens[at].Start); i >= 0 && i < len(all); i += by {
		to := all[i].Last - 1
		if s.front {
			to = all[i].First
		}
		if (to-at)*by > 0 {
			s.move(to)
			return
		}
	}
}

// begin chooses the claim or the mark that one stands on, else the first
// sentence in the window; in the tabs, the claim under the cursor.
func (p *Pane) begin() tea.Cmd {
	at := p.spot
	if p.tab != Text {
		at = text.Span{}
		if d, v := p.doc(), p.views[p.tab]; v.cursor < len(d.items) {
			at = d.items[v.cursor].span
		}
		p.Reveal(at)
	}
	return p.select1(at)
}

// select1 begins to choose with a span; the first sentence in the window where
// it is empty.
func (p *Pane) select1(at text.Span) tea.Cmd {
	s := &passage{doc: text.New(p.item.Article)}
	if len(s.doc.Tokens) == 0 || len(s.doc.Sentences) == 0 {
		return p.look.Tell(pane.Info, "There is no text to highlight.")
	}
	if at.Empty() {
		i := min(s.doc.SentenceAt(p.topOffset()), len(s.doc.Sentences)-1)
		at = s.doc.Sentences[i].Span
	}
	s.take(at)
	p.chosen, p.spot = s, text.Span{}
	p.redraw()
	return nil
}

// redraw lays Text out anew and shows the edge of the passage.
func (p *Pane) redraw() {
	delete(p.docs, Text)
	if s := p.chosen; s != nil {
		p.toOffset(s.doc.Tokens[s.edge()].Start)
	}
}

// choose does an action while a passage is chosen.
func (p *Pane) choose(id keys.ID) tea.Cmd {
	s := p.chosen
	switch id {
	case keys.Next:
		s.sentence(1)
	case keys.Prev:
		s.sentence(-1)
	case keys.WordOn:
		s.move(s.edge() + 1)
	case keys.WordBack:
		s.move(s.edge() - 1)
	case keys.SentenceOn:
		s.bound(1)
	case keys.SentenceBack:
		s.bound(-1)
	case keys.LineOn:
		s.move(p.lineAway(1))
	case keys.LineBack:
		s.move(p.lineAway(-1))
	case keys.OtherEnd:
		s.front = !s.front
	case keys.CopyQuote:
		words := p.slice(s.span())
		p.unchoose()
		return tea.Batch(tea.SetClipboard(p.cited(words, "")), p.look.Tell(pane.Done, "Copied with its source"))
	case keys.Accept:
		return p.highlight()
	case keys.Close:
		p.unchoose()
		return nil
	}
	p.redraw()
	return nil
}

// unchoose leaves the text as it is, and stands on what was chosen.
func (p *Pane) unchoose() {
	p.spot, p.chosen = p.chosen.span(), nil
	p.redraw()
}

// lineAway is the token at the end (for the beginning of a passage, at the
// beginning) of the line by lines from the one that the edge is on.
func (p *Pane) lineAway(by int) int {
	s, d := p.chosen, p.doc()
	i := d.lineAt(s.doc.Tokens[s.edge()].Start) + by
	for i > 0 && i < len(d.lines) && d.lines[i].span.Empty() { // between paragraphs
		i += by
	}
	switch {
	case i < 0:
		return 0
	case i >= len(d.lines):
		return len(s.doc.Tokens) - 1
	case s.front:
		return s.doc.TokenAt(d.lines[i].span.Start)
	}
	return s.doc.TokenAt(d.lines[i].span.End) - 1
}

// highlight keeps the passage, or takes off the highlight that it is.
func (p *Pane) highlight() tea.Cmd {
	at := p.chosen.span()
	p.unchoose()
	for _, h := range p.item.Highlights {
		if h.Stands && h.Span == at {
			return p.lit(h.Passage, false)
		}
	}
	return p.lit(text.Cite(p.item.Article.Text, at), true)
}

// lit writes a highlight, or takes it off.
func (p *Pane) lit(words text.Passage, on bool) tea.Cmd {
	k := p.item.Row.Key
	return p.look.Writes.Go("Highlighting", func() tea.Msg {
		c, err := p.desk.Highlight(context.Background(), k, words, on)
		if err != nil {
			return pane.Sorry("Highlighting", err)
		}
		return tea.BatchMsg{pane.Send(pane.Changed{Keys: []desk.Key{k}}), pane.Tell(pane.Done, "%s%s", c.What, p.look.Press(keys.Undo, "; %s takes it back"))}
	})
}

// remove takes the highlight off that one stands on in Notes.
func (p *Pane) remove() tea.Cmd {
	i := p.views[Notes].cursor
	if p.tab != Notes || i >= len(p.item.Highlights) {
		return p.look.Tell(pane.Info, "Go to a highlight (tab Notes) to take it off.")
	}
	return p.lit(p.item.Highlights[i].Passage, false)
}

// pressed takes hold of a place of the text with the mouse: a drag from there
// chooses a passage. While one is chosen, it brings the edge there.
func (p *Pane) pressed(c pane.Click) {
	at, ok := p.offset(c.X, c.Y)
	switch {
	case !ok:
		p.down = -1
	case p.chosen != nil:
		p.chosen.move(p.chosen.doc.TokenAt(at))
		p.redraw()
	default:
		p.down = at
	}
}

// drag chooses what lies between the place taken hold of and the pointer.
func (p *Pane) drag(d pane.Drag) {
	if p.item == nil || p.tab != Text || p.down < 0 {
		return
	}
	at, ok := p.offset(d.X, d.Y)
	if !ok {
		return
	}
	if p.chosen == nil {
		if p.select1(text.Span{Start: p.down, End: p.down + 1}); p.chosen == nil {
			return
		}
		p.chosen.pressed = p.chosen.first
	}
	s := p.chosen
	to := min(s.doc.TokenAt(at), len(s.doc.Tokens)-1)
	s.first, s.last, s.front = min(s.pressed, to), max(s.pressed, to), to < s.pressed
	delete(p.docs, Text)
}

// offset is the place of the article's text under a cell of the pane.
func (p *Pane) offset(x, y int) (int, bool) {
	d, v := p.doc(), p.views[p.tab]
	i := v.top + y - p.head
	if y < p.head || i < 0 || i >= len(d.lines) || d.lines[i].span.Empty() {
		return 0, false
	}
	l := d.lines[i]
	x -= 1 + p.look.Width(l.segs[0].text) // the cursor's column and the indent
	shown := p.slice(l.span)
	return l.span.Start + max(min(p.look.At(shown, x), len(shown)-1), 0), true
}

// Selected is the passage that is being chosen, for tests; empty = none.
func (p *Pane) Selected() text.Span {
	if p.chosen == nil {
		return text.Span{}
	}
	return p.chosen.span()
}
