// Package reader is the right pane: one article with its brief, its quotes,
// its signatories, the words behind its tags, and its text with all of these
// marked.
package reader

import (
	"context"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/briefing/text"
	"readout/ui/keys"
	"readout/ui/pane"
)

// Tab is one view of the article.
type Tab int

// The tabs, in their order.
const (
	Brief Tab = iota
	Quotes
	Signatories
	Why
	Text
	Coverage // only where other outlets have the story
	Notes    // only where the user has written, highlighted or tagged
	tabs     // number of tabs
)

// Pane is the Reader pane.
type Pane struct {
	// Delay is how long a selection must rest before its article is loaded, so
	// that a held key does not load a hundred. 0 = load at once.
	Delay time.Duration
	// Zen hides everything but the text.
	Zen bool

	look *pane.Look
	desk *desk.Desk

	gen    int      // grows with the article asked for; older answers are dropped
	began  int      // gen of the last article whose loading began
	loads  int      // how many there were
	took   int      // the last one whose answer is shown; earlier ones that come late are dropped
	rests  bool     // a selection is being given its Delay
	key    desk.Key // asked for; 0 = none
	item   *desk.Item
	story  []desk.Row // the other articles of its story, oldest first
	words  []string   // of a search, to be marked
	around            // comes after the article
	jump   jump       // where to go in the next article; zero = its beginning

	tab    Tab
	failed bool // the article asked for cannot be opened
	want   Tab  // of the article asked for: reading on keeps the tab, choosing another begins with its brief
	views  [tabs]view
	docs   map[Tab]*doc // as drawn for the present article and size
	size   size         // what docs were drawn for
	brief  briefs
	spot   text.Span // the mark one stands on in Text; empty = none
	led    bool      // Text shows what the tab from led to
	from   Tab
	chosen *passage // being chosen to be highlighted; nil = none
	later  bool     // it was asked for before the article was there
	down   int      // where in the text the mouse button went down; -1 = not in the text
	body   int      // lines that the tab had when last drawn
	head   int      // lines above it
}

// view is the place in a tab.
type view struct{ top, cursor int }

// New returns an empty reader on a desk.
func New(k *pane.Look, d *desk.Desk) *Pane {
	return &Pane{look: k, desk: d, Delay: 40 * time.Millisecond, docs: map[Tab]*doc{}, body: 20}
}

// Title implements pane.Pane.
func (p *Pane) Title() string {
	if p.item == nil {
		return "Reader"
	}
	if p.chosen != nil {
		return "Choose a passage to highlight"
	}
	return p.item.Row.Source
}

// Foot implements pane.Pane: how far one has read.
func (p *Pane) Foot() string {
	d := p.docs[p.tab]
	if d == nil || len(d.lines) <= p.body {
		return ""
	}
	return fmt.Sprintf("%d%%", min(100, 100*(p.views[p.tab].top+p.body)/len(d.lines)))
}

// Context implements pane.Pane.
func (p *Pane) Context() keys.Context {
	if p.chosen != nil {
		return keys.Selection
	}
	return keys.Reader
}

// Key returns the article that is shown, 0 when there is none.
func (p *Pane) Key() desk.Key { return p.key }

// Update implements pane.Pane.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pane.Act:
		return p.act(msg.ID)
	case pane.Click:
		return p.click(msg)
	case pane.Drag:
		p.drag(msg)
	case pane.Wheel:
		p.scroll(msg.Lines)
	case pane.Selected:
		return p.ask(msg.Key, p.Delay)
	case pane.Opened:
		return p.ask(msg.Key, 0)
	case pane.Filtered:
		p.words = msg.Query.Texts()
		delete(p.docs, Text)
	case pane.Resized:
		p.resize(msg.W)
		return p.render()
	case pane.Changed, pane.Arrived:
		return p.load(p.gen)
	case due:
		return p.due(msg)
	case opened:
		return p.opened(msg)
	case compared:
		return p.compared(msg)
	case rendered:
		if msg.load >= p.took {
			p.brief.put(msg)
			delete(p.docs, Brief)
		}
	}
	return nil
}

// due says that a selection has rested long enough.
type due struct{ gen int }

// opened answers with an article.
type opened struct {
	gen   int
	load  int
	item  desk.Item
	story []desk.Row
	brief *rendered // nil when the brief is not to be seen
	err   error
	alone error // why its story could not be read; nil
}

// ask wants another article; the old one stays until the new one is there.
func (p *Pane) ask(k desk.Key, delay time.Duration) tea.Cmd {
	if k == p.key && (p.item != nil || k == 0) {
		return nil
	}
	p.gen++
	p.key, p.want, p.failed = k, p.tab, false
	if p.look.Focus != keys.Reader {
		p.want = Brief
	}
	p.chosen, p.later = nil, false
	if k == 0 {
		p.item = nil
		clear(p.docs)
		return nil
	}
	gen := p.gen
	if delay > 0 {
		return p.rest()
	}
	return p.load(gen)
}

// rest gives a selection time to rest. One timer is enough for a held key: each
// would draw the screen once more when it ends.
func (p *Pane) rest() tea.Cmd {
	if p.rests {
		return nil
	}
	p.rests = true
	gen := p.gen
	return tea.Tick(p.Delay, func(time.Time) tea.Msg { return due{gen} })
}

// due loads the article that is selected, unless it was selected only while
// the one before it rested.
func (p *Pane) due(d due) tea.Cmd {
	p.rests = false
	switch {
	case p.began == p.gen:
		return nil // it was opened meanwhile
	case d.gen != p.gen:
		return p.rest()
	}
	return p.load(p.gen)
}

func (p *Pane) load(gen int) tea.Cmd {
	k := p.key
	p.began = gen
	if k == 0 {
		return nil
	}
	p.loads++
	load := p.loads
	var render func() rendered
	if p.want == Brief && p.size.w > 0 {
		render = p.renderer(briefKey{k, p.size}, load)
	}
	return pane.Go("Opening the article", func() tea.Msg {
		it, err := p.desk.Item(context.Background(), k)
		if err != nil {
			return opened{gen: gen, load: load, err: err}
		}
		out := opened{gen: gen, load: load, item: it}
		out.story, out.alone = p.others(k)
		if render != nil {
			r := render()
			out.brief = &r
		}
		return out
	})
}

func (p *Pane) opened(m opened) tea.Cmd {
	if m.gen != p.gen || m.load < p.took {
		return nil
	}
	p.took = m.load
	if m.err != nil {
		p.failed = true
		if p.item != nil && p.item.Row.Key != p.key {
			p.item = nil // the list stands on another one
			clear(p.docs)
		}
		return p.look.Send(pane.Sorry("Opening the article", m.err))
	}
	if m.alone != nil {
		p.look.Send(pane.Sorry("Reading the article's story", m.alone))
	}
	p.take(m)
	to := p.jump
	p.jump = jump{}
	if to.key == m.item.Row.Key {
		return tea.Batch(p.Reveal(to.to), p.compare())
	}
	var begun tea.Cmd
	if p.later {
		p.later = false
		begun = p.begin()
	}
	return tea.Batch(begun, p.render(), p.compare())
}

// take shows an article in the place of the one before it, or of an older state
// of it: then the tab and the places in it stay.
func (p *Pane) take(m opened) {
	if m.brief != nil {
		p.brief.put(*m.brief)
	} else {
		p.brief.forget(m.item.Row.Key)
	}
	same := p.item != nil && p.item.Row.Key == m.item.Row.Key
	if !same || p.item.Article.Text != m.item.Article.Text {
		p.chosen, p.spot, p.led = nil, text.Span{}, false
	}
	p.item, p.story = &m.item, m.story
	clear(p.docs)
	if !same {
		p.tab = p.want
		p.views = [tabs]view{}
	}
	if !p.has(p.tab) {
		p.tab, p.want = Brief, Brief
	}
}

// resize drops what was laid out for another width or look.
func (p *Pane) resize(w int) {
	if s := (size{w, p.look.Version}); s != p.size {
		p.size = s
		clear(p.docs)
	}
}
