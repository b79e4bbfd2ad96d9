package list

import (
	"context"
	"errors"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/ui/pane"
)

const (
	pageRows  = 128           // rows loaded at once
	keepRows  = 16 * pageRows // rows kept
	firstRows = 8 * pageRows  // articles listed for a first screen, before all of them are
)

// listed answers a listing.
type listed struct {
	gen    int
	quiet  bool // asked for because the archive changed, not the filter
	order  *ordering
	sample bool
	over   *ordering // of a quiet one: what it was compared with
	fresh  int       // and how many articles are not in that
	hint   string    // why there is nothing, a clause; ""
	err    error
}

// loaded answers a page of rows.
type loaded struct {
	load  int // the number under which they were asked for
	rows  []desk.Row
	why   map[desk.Key]string
	asked []desk.Key
	err   error
}

// mostWhileTyping is how many articles are listed while a search is typed: a
// word of every second article must not hold up the next key.
const mostWhileTyping = 1000

// list asks for the ordering of the filter. A quiet one is compared with what
// is shown; the other takes its place.
func (p *Pane) list(quiet, typing bool) tea.Cmd {
	if p.stop != nil {
		p.stop()
	}
	if !quiet {
		p.gen++
		p.loading, p.fresh, p.latest = true, 0, nil
	} else if p.loading {
		quiet = false // the first answer never came: ask as at first
	}
	ctx, stop := context.WithCancel(context.Background())
	p.stop = stop
	gen, q, over, open, limit, by := p.gen, p.query, p.order, maps.Clone(p.unfolded), 0, p.sort
	if typing {
		limit = mostWhileTyping
	}
	first := !p.begun && !quiet && q.Empty()
	p.begun = true
	return pane.Go("Listing articles", func() tea.Msg {
		defer stop()
		ask, by := order, by.orKept(p.desk)
		if first && by.newestOnTop() {
			ask, limit = beginning, firstRows
		}
		o, err := ask(ctx, p.desk, q, limit, by, open)
		switch {
		case errors.Is(err, context.Canceled):
			return nil
		case err != nil:
			return listed{gen: gen, quiet: quiet, err: err}
		}
		sample := len(o.all) > 0 && desk.InSample(o.all[0]) || len(o.all) == 0 && p.desk.Sample()
		out := listed{gen: gen, quiet: quiet, order: o, sample: sample}
		if quiet {
			out.over, out.fresh = over, missing(over.all, o.all)
		}
		if len(o.all) == 0 && !typing {
			out.hint, _ = p.desk.Hint(ctx, q) // an extra: the listing itself was right
		}
		return out
	})
}

func (p *Pane) listed(m listed) tea.Cmd {
	if m.gen != p.gen {
		return nil
	}
	if m.err != nil {
		if !m.quiet {
			p.loading, p.failure = false, m.err.Error()
			p.shown()
			p.lay(&ordering{})
		}
		return p.look.Send(pane.Sorry("Listing articles", m.err))
	}
	p.failure, p.hint, p.sort = "", m.hint, m.order.sort
	if m.order.part {
		return p.begin(m.order)
	}
	left := p.sample && !m.sample // the first real articles take the place of the sample
	p.sample = m.sample
	if m.quiet && len(p.keys) > 0 && !left {
		return p.compare(m)
	}
	p.loading = false
	before := p.Selected()
	if !m.quiet && (m.order.first != nil || !slices.Contains(m.order.all, before)) {
		p.keys, p.sel, p.top = nil, 0, 0 // an edition or quite another list: it begins at its top
		clear(p.unfolded)
	}
	p.shown()
	p.hold(m.order)
	p.lay(m.order)
	if p.sought != 0 {
		p.seek(p.sought)
	}
	if p.wanted != 0 {
		p.look.Send(pane.Goto{Key: p.wanted})
	}
	p.look.Send(pane.Listed{Count: len(m.order.all), Capped: m.order.capped, Sample: p.sample})
	if now := p.Selected(); now != before {
		return p.look.Send(pane.Selected{Key: now})
	}
	return nil
}

// begin shows the beginning of a listing; behind its rows the whole is asked
// for. Where the article to be selected stands further on, nothing is shown
// before: the list would jump to it.
func (p *Pane) begin(o *ordering) tea.Cmd {
	switch {
	case p.sought == 0:
		return p.place(o)
	case o.row(p.sought) < 0:
		return p.list(false, false)
	}
	p.lay(o)
	return p.seek(p.sought)
}

// shown forgets what waited for the ordering before.
func (p *Pane) shown() { p.fresh, p.latest, p.frozen = 0, nil, nil }

// compare keeps a newer listing for when the user asks for it. Rows that left
// the filter (an article that was just read, under is:unread) stay until the
// filter changes.
func (p *Pane) compare(m listed) tea.Cmd {
	if m.over != p.order {
		return p.list(true, false) // the count is against what is shown no more
	}
	p.fresh, p.latest = m.fresh, nil
	if m.fresh > 0 {
		p.latest = m.order
	}
	p.reload(nil)
	return nil
}

// reload has rows loaded again; what is drawn stays until they come.
func (p *Pane) reload(changed []desk.Key) {
	if changed == nil || len(changed) > pageRows {
		clear(p.asked)
		return
	}
	for _, k := range changed {
		delete(p.asked, k)
	}
}

// need asks for the rows around the window that are not there and not on their way.
func (p *Pane) need() tea.Cmd {
	from, to := p.top, min(p.top+max(p.page, 1), len(p.keys))
	missing := false
	for i := max(from, 0); i < to; i++ {
		if p.asked[p.keys[i]] == 0 {
			missing = true
			break
		}
	}
	if !missing {
		return nil
	}
	from = max(from-pageRows/2, 0)
	to = max(min(from+pageRows, len(p.keys)), to) // a tall window shows more than half a page
	p.loads++
	var want []desk.Key
	for _, k := range p.keys[from:to] {
		if p.asked[k] == 0 {
			want = append(want, k)
			p.asked[k] = p.loads
		}
	}
	load, under := p.loads, p.order.under
	return pane.Go("Loading articles", func() tea.Msg {
		rows, err := p.desk.Rows(context.Background(), want)
		if err != nil {
			return loaded{err: err}
		}
		why, err := reasons(p.desk, want, under)
		return loaded{load, rows, why, want, err}
	})
}

// loaded takes rows over, but for those that were asked for again meanwhile:
// what was read later may come first.
func (p *Pane) loaded(m loaded) tea.Cmd {
	var whole tea.Cmd
	if p.order.part {
		whole = p.list(false, false)
	}
	if m.err != nil {
		p.look.Send(pane.Sorry("Loading articles", m.err))
		return whole
	}
	current := slices.DeleteFunc(m.asked, func(k desk.Key) bool { return p.asked[k] != m.load })
	if len(p.rows) > keepRows {
		p.forget()
		for _, k := range current {
			p.asked[k] = m.load
		}
	}
	for _, r := range m.rows {
		if p.asked[r.Key] != m.load {
			continue
		}
		p.rows[r.Key], p.why[r.Key] = r, m.why[r.Key]
		delete(p.lines, r.Key)
	}
	return whole
}
