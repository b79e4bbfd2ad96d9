package reader

import (
	tea "charm.land/bubbletea/v2"

	"readout/ui/pane"
)

// prove shows the item under the cursor in the text.
func (p *Pane) prove() tea.Cmd {
	d, v := p.doc(), p.views[p.tab]
	switch {
	case p.tab == Text:
		return p.mark(1)
	case v.cursor >= len(d.items):
		return p.show(Text)
	}
	switch it := d.items[v.cursor]; {
	case it.goes == p.item.Row.Key:
		return p.Reveal(it.span)
	case it.goes != 0:
		if !it.span.Empty() {
			p.jump = jump{it.goes, it.span}
		}
		return p.look.Send(pane.Goto{Key: it.goes})
	case it.head:
		return p.look.Tell(pane.Info, "This stands in the headline.")
	case it.span.Empty():
		return p.look.Tell(pane.Info, "There is no single place in the text for this.")
	default:
		return p.Reveal(it.span)
	}
}

func (p *Pane) copy() tea.Cmd {
	s := p.under()
	if s == "" {
		return p.look.Tell(pane.Info, "Go to a quote (tab Quotes) to copy it with its source.")
	}
	return tea.Batch(tea.SetClipboard(s), p.look.Tell(pane.Done, "Copied with its source"))
}

// under is what is under the cursor with its source: in the text the claim that
// is lit, else the item; "" where there is nothing to copy.
func (p *Pane) under() string {
	if p.tab != Text {
		if d, v := p.doc(), p.views[p.tab]; v.cursor < len(d.items) {
			return d.items[v.cursor].copy
		}
		return ""
	}
	words := p.slice(p.spot)
	if words == "" {
		return ""
	}
	for _, q := range p.item.Brief.Quotes {
		if q.Span == p.spot {
			return p.citation(q)
		}
	}
	return p.cited(words, "")
}

// click chooses a tab or an item; a double click shows the item in the text.
func (p *Pane) click(c pane.Click) tea.Cmd {
	if p.item == nil {
		return nil
	}
	p.down = -1
	d, v := p.doc(), &p.views[p.tab]
	if c.Y < p.head {
		for t, cell := range p.tabCells(p.size.w) {
			if c.Y >= p.head-2 && c.X >= cell.x && c.X < cell.x+p.look.Width(cell.label) && !p.Zen {
				return p.show(Tab(t))
			}
		}
		return nil
	}
	i := v.top + c.Y - p.head
	if p.tab == Text {
		p.pressed(c)
		return nil
	}
	if i >= len(d.lines) || d.lines[i].item < 0 {
		return nil
	}
	v.cursor = d.lines[i].item
	if c.Double {
		return p.prove()
	}
	return nil
}
