package reader

import (
	"cmp"
	"slices"
	"strings"

	"readout/briefing/text"
	"readout/feeds"
	"readout/ui/cells"
	"readout/ui/pane"
	"readout/ui/theme"
)

// mark is a span of the text with its role.
type mark struct {
	text.Span
	role theme.Role
	rank int // where marks overlap, the higher one is drawn
}

// marks are all marks of the text, in order.
func (p *Pane) marks() []mark {
	b := p.item.Brief
	var out []mark
	add := func(s text.Span, r theme.Role, rank int) {
		if p.slice(s) != "" {
			out = append(out, mark{s, r, rank})
		}
	}
	for _, q := range b.Quotes {
		add(q.Span, theme.Quote, 1)
	}
	for _, d := range b.Dates {
		add(d.Span, theme.Date, 2)
	}
	for _, a := range b.Actors {
		for _, m := range a.Mentions {
			add(m.Span, theme.Actor, 3)
		}
	}
	if b.Signatories != nil {
		for _, x := range b.Signatories.People {
			add(x.Span, theme.Sign, 4)
		}
	}
	for _, h := range p.item.Highlights {
		if h.Stands {
			add(h.Span, theme.Lit, 5)
		}
	}
	for _, w := range p.words {
		for _, s := range pane.Occurrences(p.item.Article.Text, w) {
			add(s, theme.Mark, 6)
		}
	}
	slices.SortStableFunc(out, func(a, b mark) int { return cmp.Or(a.Start-b.Start, b.End-a.End, b.rank-a.rank) })
	return slices.CompactFunc(out, func(a, b mark) bool { return a.Span == b.Span })
}

// text lays out the article's text, every line with the bytes it shows.
func (p *Pane) text(w int) *doc {
	s := p.sheet(w)
	a := p.item.Article
	all := p.marks()
	for i, b := range blocks(a) {
		if a.Text[b.Start:b.End] == a.Title && i == 0 {
			continue // the headline stands above the tabs
		}
		if len(s.lines) > 0 && !(b.Kind == feeds.Item && i > 0 && blocks(a)[i-1].Kind == feeds.Item) {
			s.gap()
		}
		p.block(s, b, all)
	}
	if len(s.lines) == 0 {
		s.para(theme.Muted, "", "", "The source gives no more than the headline.")
	}
	p.linked(s)
	return &s.doc
}

// blocks are the article's blocks, or its paragraphs where it has none.
func blocks(a feeds.Article) []feeds.Block {
	if len(a.Blocks) > 0 {
		return a.Blocks
	}
	var out []feeds.Block
	at := 0
	for _, part := range strings.Split(a.Text, "\n\n") {
		if strings.TrimSpace(part) != "" {
			out = append(out, feeds.Block{Kind: feeds.Paragraph, Start: at, End: at + len(part)})
		}
		at += len(part) + 2
	}
	return out
}

// block lays out one block.
func (p *Pane) block(s *sheet, b feeds.Block, all []mark) {
	base, indent, hang := theme.Text, "", ""
	switch b.Kind {
	case feeds.Heading:
		base = theme.Strong
	case feeds.Item:
		indent = strings.Repeat("  ", max(b.Level-1, 0)) + s.look.Bullet + " "
		hang = cells.Blank(s.look.Width(indent))
	case feeds.Quotation:
		indent, hang = s.look.Down+" ", s.look.Down+" "
	}
	str := p.item.Article.Text[b.Start:b.End]
	for i, at := range s.look.Breaks(str, s.w-s.look.Width(hang)) {
		sp := text.Span{Start: b.Start + at[0], End: b.Start + at[1]}
		lead := hang
		if i == 0 {
			lead = indent
		}
		segs := append([]seg{{theme.Muted, lead}}, p.segments(sp, base, all)...)
		s.lines = append(s.lines, line{segs: segs, item: -1, span: sp})
	}
}

// segments cuts a line of the text where marks begin and end.
func (p *Pane) segments(at text.Span, base theme.Role, all []mark) []seg {
	cuts := []int{at.Start, at.End}
	var here []mark
	for _, m := range all {
		if m.Start >= at.End {
			break
		}
		if m.Overlaps(at) {
			here = append(here, m)
			cuts = append(cuts, max(m.Start, at.Start), min(m.End, at.End))
		}
	}
	spot := mark{p.spot, theme.Mark, 9}
	if p.chosen != nil {
		spot = mark{p.chosen.span(), theme.Selected, 9}
	}
	if spot.Overlaps(at) {
		here = append(here, spot)
		cuts = append(cuts, max(spot.Start, at.Start), min(spot.End, at.End))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []seg
	for i := 1; i < len(cuts); i++ {
		piece := text.Span{Start: cuts[i-1], End: cuts[i]}
		role, rank := base, 0
		for _, m := range here {
			if m.Holds(piece) && m.rank > rank {
				role, rank = m.role, m.rank
			}
		}
		out = append(out, seg{role, cells.Safe(p.slice(piece))})
	}
	return out
}
