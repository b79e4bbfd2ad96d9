// Package list is the Articles pane: a window on an ordering of any length. It
// holds the keys of all articles of the filter and the rows of a few pages;
// only visible rows are drawn.
package list

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/keys"
	"readout/ui/pane"
)

// Pane is the Articles pane.
type Pane struct {
	look *pane.Look
	desk *desk.Desk

	query    query.Query
	words    []string           // of a search, lit in the headlines
	gen      int                // grows with the query; older answers are dropped
	stop     context.CancelFunc // ends the listing that runs
	order    *ordering
	sort     sorting           // "" = the one that was kept, not yet known
	keys     []desk.Key        // the rows of order
	unfolded map[desk.Key]bool // stories whose older articles show
	sample,  // the sample edition is listed
	begun, // the first listing was asked for
	loading bool
	asking  bool      // what was asked for last does not show yet
	ahead   []keys.ID // actions that wait for it: they are meant for what it brings
	failure string    // sentence; ""
	hint    string    // why no article matches, a clause; ""

	rows  map[desk.Key]desk.Row
	asked map[desk.Key]int    // rows that are there or on their way: the load that brings them
	loads int                 // how many there were
	why   map[desk.Key]string // which watched names they bear
	lines map[desk.Key][]string
	drawn drawn // what lines were drawn for

	sel, top, page int // selected index, first visible index, visible rows
	fresh          int // articles that arrived and are not shown yet
	latest         *ordering
	frozen         []desk.Key // what a second AllRead or ExportList acts on
	frozenFor      keys.ID
	frozenAt       int      // how many keys had been pressed when it was asked
	wanted         desk.Key // to be gone to once it is listed; 0 = none
	sought         desk.Key // to be selected once it is listed; 0 = none
}

// New returns an empty list on a desk; it loads with the first Filtered message.
func New(k *pane.Look, d *desk.Desk) *Pane {
	p := &Pane{look: k, desk: d, page: 20, loading: true, asking: true, order: &ordering{}, unfolded: map[desk.Key]bool{}}
	p.forget()
	return p
}

func (p *Pane) forget() {
	p.rows, p.asked, p.lines = map[desk.Key]desk.Row{}, map[desk.Key]int{}, map[desk.Key][]string{}
	p.why = map[desk.Key]string{}
}

// Title implements pane.Pane.
func (p *Pane) Title() string { return strings.TrimSpace("Articles " + p.order.sort.words()) }

// Foot implements pane.Pane: the place in the list, and what has arrived.
func (p *Pane) Foot() string {
	if len(p.keys) == 0 || p.order.part {
		return ""
	}
	s := fmt.Sprintf("%d/%d", p.sel+1, len(p.keys))
	if p.order.capped {
		s += "+"
	}
	if n := len(p.order.all); n > len(p.keys) {
		s += fmt.Sprintf(" stories · %d articles", n)
	}
	if p.fresh > 0 {
		s += fmt.Sprintf(" · %d new", p.fresh) + p.look.Press(keys.ShowNew, ", press %s to show")
	}
	return s
}

// Context implements pane.Pane.
func (p *Pane) Context() keys.Context { return keys.List }

// Selected returns the key of the selected article, 0 when there is none.
func (p *Pane) Selected() desk.Key {
	if p.sel < len(p.keys) {
		return p.keys[p.sel]
	}
	return 0
}

// Update implements pane.Pane.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case pane.Act:
		p.ahead = append(p.ahead, msg.ID)
		if p.asking && msg.ID == keys.Open {
			p.look.Send(pane.Focus{In: keys.Reader}) // the next key is for the article
		}
	case pane.Click:
		cmd = p.click(msg)
	case pane.Wheel:
		p.scroll(msg.Lines)
	case pane.Filtered:
		p.query, p.words = msg.Query, msg.Query.Texts()
		clear(p.lines)
		p.asking = true
		cmd = p.list(false, msg.Quiet)
	case pane.Arrived:
		cmd = p.list(true, false)
	case pane.Seek:
		cmd = p.seek(msg.Key)
	case pane.Goto:
		cmd = p.goTo(msg.Key)
	case pane.Changed:
		p.reload(msg.Keys)
	case reach:
		cmd = p.reach(msg)
	case listed:
		cmd = p.listed(msg)
	case loaded:
		cmd = p.loaded(msg)
	case unread:
		p.counted(msg)
	}
	return tea.Batch(cmd, p.catchUp(), p.need())
}

// catchUp does the actions that were asked for, as soon as the list shows what
// they are meant for.
func (p *Pane) catchUp() tea.Cmd {
	var cmds []tea.Cmd
	for len(p.ahead) > 0 && !p.asking {
		id := p.ahead[0]
		p.ahead = p.ahead[1:]
		cmds = append(cmds, p.act(id))
	}
	return tea.Batch(cmds...)
}

// move selects the article at index i and keeps it visible.
func (p *Pane) move(i int) tea.Cmd {
	i = max(min(i, len(p.keys)-1), 0)
	same := i == p.sel
	p.sel = i
	p.keep()
	if same || len(p.keys) == 0 {
		return nil
	}
	return p.look.Send(pane.Selected{Key: p.keys[i]})
}

// seek selects an article, now or with the next listing.
func (p *Pane) seek(k desk.Key) tea.Cmd {
	if i := p.uncover(k); i >= 0 {
		p.sought = 0
		return p.move(i)
	}
	p.sought = k
	return nil
}

// goTo selects an article and opens it; where the filter hides it, all
// articles are shown first.
func (p *Pane) goTo(k desk.Key) tea.Cmd {
	if i := p.uncover(k); i >= 0 {
		p.wanted = 0
		return tea.Batch(p.move(i), p.open())
	}
	if p.wanted != k {
		p.wanted = k
		return p.look.Send(pane.Show{})
	}
	p.wanted = 0
	return nil
}

// keep scrolls as little as needed to show the selected row.
func (p *Pane) keep() {
	n := max(p.page, 1)
	p.top = max(min(p.top, p.sel), p.sel-n+1, 0)
	p.top = min(p.top, max(len(p.keys)-n, 0))
}

// scroll moves the window and leaves the selection where it is.
func (p *Pane) scroll(lines int) {
	p.top = max(min(p.top+lines, len(p.keys)-max(p.page, 1)), 0)
}

func (p *Pane) click(c pane.Click) tea.Cmd {
	i := p.top + c.Y/max(p.drawn.rowHeight, 1)
	if i >= len(p.keys) {
		return nil
	}
	cmd := p.move(i)
	if c.Double {
		return tea.Batch(cmd, p.open())
	}
	return cmd
}

// place finds a key of the old ordering in the new one: the selected key
// itself, or the nearest below it, else above, that is still there, so that the
// list keeps its place.
func place(old []desk.Key, at int, now []desk.Key) (int, bool) {
	const near = 50 // neighbours that are looked for
	if at >= len(old) {
		return 0, false
	}
	for _, k := range old[at:min(at+near, len(old))] {
		if i := slices.Index(now, k); i >= 0 {
			return i, true
		}
	}
	for _, k := range slices.Backward(old[max(at-near, 0):at]) {
		if i := slices.Index(now, k); i >= 0 {
			return i, true
		}
	}
	return 0, false
}

// missing counts the keys of now that old has not. What both end in is passed
// over at once: articles arrive at the top.
func missing(old, now []desk.Key) int {
	for len(old) > 0 && len(now) > 0 && old[len(old)-1] == now[len(now)-1] {
		old, now = old[:len(old)-1], now[:len(now)-1]
	}
	known := make(map[desk.Key]struct{}, len(old))
	for _, k := range old {
		known[k] = struct{}{}
	}
	n := 0
	for _, k := range now {
		if _, ok := known[k]; !ok {
			n++
		}
	}
	return n
}
