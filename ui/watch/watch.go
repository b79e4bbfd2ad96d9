// Package watch is the left pane: what one keeps an eye on. It lists views,
// actors, topics and sources with their unread counts; choosing one filters.
package watch

import (
	"cmp"
	"context"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/keys"
	"readout/ui/pane"
)

// entry is one line.
type entry struct {
	head  bool // a heading, which cannot be chosen
	name  string
	query query.Query
	text  string // the query in its own language
	count int    // unread articles under the present filter
	value string // what the watchlist keeps of it; "" = it cannot be watched
	view  bool   // a saved view
	total int
}

// Pane is the Watch pane.
type Pane struct {
	look *pane.Look
	desk *desk.Desk

	query     query.Query
	gen       int
	counting, // a count is on its way
	again bool // and another was asked for meanwhile
	facets  pane.Facets
	listed  bool // the list has shown something: until then counting would keep it waiting
	entries []entry
	sel     int
	top     int
	height  int
}

// New returns a Watch pane; it loads with the first Filtered message.
func New(k *pane.Look, d *desk.Desk) *Pane {
	p := &Pane{look: k, desk: d, height: 20}
	p.build()
	return p
}

// Title implements pane.Pane.
func (p *Pane) Title() string { return "Watch" }

// Foot implements pane.Pane.
func (p *Pane) Foot() string {
	var parts []string
	if n := p.facets.All.Unread; n > 0 {
		parts = append(parts, fmt.Sprintf("%d unread", n))
	}
	if n := p.facets.Failing; n > 0 {
		parts = append(parts, "·"+cmp.Or(p.look.Press(keys.ShowHealth, " %s "), " failing: ")+strconv.Itoa(n))
	}
	return strings.Join(parts, " ")
}

// Context implements pane.Pane.
func (p *Pane) Context() keys.Context { return keys.Watch }

// Update implements pane.Pane.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pane.Act:
		return p.act(msg.ID)
	case pane.Click:
		if i := p.top + msg.Y; i < len(p.entries) && !p.entries[i].head {
			p.sel = i
			return p.choose()
		}
	case pane.Wheel:
		p.top = max(min(p.top+msg.Lines, len(p.entries)-p.height), 0)
	case pane.Filtered:
		p.query = msg.Query
		p.gen++
		p.follow()
		if !msg.Quiet && p.listed {
			return p.count(p.facets.All.Total > 0)
		}
	case pane.Listed:
		if !p.listed {
			p.listed = true
			return p.count(false)
		}
	case pane.Arrived, pane.Changed:
		return p.count(false)
	case pane.Facets:
		p.counting = false
		if p.again {
			p.again = false
			return p.count(false)
		}
		if msg.Gen == p.gen && msg.Err == nil {
			p.facets = msg
			p.build()
		}
	}
	return nil
}

// count asks for the facets of the filter, and for those of the archive unless
// they are known. One count runs at a time; what is asked for meanwhile is
// counted once, behind it.
func (p *Pane) count(known bool) tea.Cmd {
	if p.counting {
		p.again = true
		return nil
	}
	p.counting = true
	gen, q, all := p.gen, p.query, p.facets.All
	return pane.Go("Counting articles", func() tea.Msg {
		var err error
		if !known {
			if all, err = p.desk.Facets(context.Background(), query.Query{}); err != nil {
				return pane.Facets{Gen: gen, Err: err}
			}
		}
		here := all
		if !q.Empty() {
			if here, err = p.desk.Facets(context.Background(), q); err != nil {
				return pane.Facets{Gen: gen, Err: err}
			}
		}
		out := pane.Facets{Gen: gen, All: all, Here: here, Watched: p.desk.Config().Watch}
		if out.Views, err = p.desk.Views(); err != nil {
			return pane.Facets{Gen: gen, Err: err}
		}
		if out.Failing, err = p.desk.Failing(context.Background()); err != nil {
			return pane.Facets{Gen: gen, Err: err}
		}
		out.Tags, err = p.desk.Tags(context.Background())
		out.Err = err
		return out
	})
}

func (p *Pane) act(id keys.ID) tea.Cmd {
	n := max(p.height-1, 1)
	switch id {
	case keys.Down:
		p.step(1, 1)
	case keys.Up:
		p.step(-1, 1)
	case keys.HalfDown:
		p.step(1, n/2)
	case keys.HalfUp:
		p.step(-1, n/2)
	case keys.PageDown:
		p.step(1, n)
	case keys.PageUp:
		p.step(-1, n)
	case keys.Top:
		p.step(-1, len(p.entries))
	case keys.Bottom:
		p.step(1, len(p.entries))
	case keys.Open:
		return p.choose()
	case keys.WatchIt:
		return p.watchIt()
	case keys.Remove:
		return p.remove()
	}
	return nil
}

// watchIt puts the line's value on the watchlist, or takes it off.
func (p *Pane) watchIt() tea.Cmd {
	e := p.entries[p.sel]
	if e.value == "" {
		return p.look.Tell(pane.Info, "Only an actor, a topic or a source can be put on the watchlist.")
	}
	return p.change("Changing the watchlist", func() (string, error) {
		on, err := p.desk.ToggleWatch(e.value)
		if on {
			return e.name + " is on the watchlist", err
		}
		return e.name + " is off the watchlist", err
	})
}

// remove takes a saved view away.
func (p *Pane) remove() tea.Cmd {
	e := p.entries[p.sel]
	if !e.view {
		return p.look.Tell(pane.Info, "Only a saved view can be removed here.")
	}
	return p.change("Removing the view", func() (string, error) {
		return "View " + e.name + " removed" + p.look.Press(keys.SaveView, "; %s on its filter saves it again"), p.desk.RemoveView(e.name)
	})
}

// change writes to the configuration and counts again.
func (p *Pane) change(doing string, write func() (said string, err error)) tea.Cmd {
	return p.look.Writes.Go(doing, func() tea.Msg {
		said, err := write()
		if err != nil {
			return pane.Sorry(doing, err)
		}
		return tea.BatchMsg{pane.Send(pane.Changed{}), pane.Send(pane.Say{Text: said, Level: pane.Done})}
	})
}

// step moves the selection by n lines that can be chosen.
func (p *Pane) step(dir, n int) {
	for i := p.sel + dir; i >= 0 && i < len(p.entries) && n > 0; i += dir {
		if !p.entries[i].head {
			p.sel = i
			n--
		}
	}
	p.keep()
}

// keep scrolls as little as needed; the heading above the first line shows too.
func (p *Pane) keep() {
	first := p.sel
	if first == 1 || first > 0 && p.entries[first-1].head {
		first--
	}
	p.top = max(min(p.top, first), p.sel-p.height+1, 0)
	p.top = max(min(p.top, len(p.entries)-p.height), 0)
}

func (p *Pane) choose() tea.Cmd {
	if p.sel >= len(p.entries) || p.entries[p.sel].head {
		return nil
	}
	return p.look.Send(pane.Show{Query: p.entries[p.sel].query})
}
