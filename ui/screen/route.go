package screen

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"readout/ui/health"
	"readout/ui/help"
	"readout/ui/keys"
	"readout/ui/pane"
	"readout/ui/picker"
	"readout/ui/prompt"
)

// toList and toReader are the actions that a pane does wherever the focus is.
var (
	toList = []keys.ID{keys.Tag, keys.Sort, keys.FullText, keys.ExportList, keys.ToggleRead, keys.ToggleStar, keys.Export, keys.Browse, keys.CopyURL, keys.Note,
		keys.ShowNew, keys.RefreshOne, keys.AllRead, keys.NextUnread, keys.NextArticle, keys.PrevArticle}
	toReader = []keys.ID{keys.TabBrief, keys.TabQuotes, keys.TabSigners, keys.TabTags, keys.TabText, keys.TabStory, keys.NextTab,
		keys.PrevTab, keys.NextMark, keys.PrevMark, keys.CopyQuote, keys.TabNotes, keys.Highlight}
)

// key finds what a key means here. In an overlay, keys without a meaning are typed.
func (m *root) key(k tea.KeyPressMsg) tea.Cmd {
	if m.pending == "" {
		m.look.Presses++
	}
	seq := m.pending + k.String()
	m.pending = ""
	id, more := m.keymap.Lookup(m.context(), seq)
	switch {
	case more:
		m.pending = seq + " "
		return nil
	case id != "":
		return m.do(id)
	case len(m.overlays) == 0:
		m.status = pane.Say{} // a question that stood there is answered: no
	}
	return m.top(k)
}

// do takes an action: the overlay's, the root's own, or that of a pane.
func (m *root) do(id keys.ID) tea.Cmd {
	if len(m.overlays) > 0 {
		return m.top(pane.Act{ID: id})
	}
	m.status = pane.Say{}
	if own, ok := acts[id]; ok {
		return own(m)
	}
	act := pane.Act{ID: id}
	switch reading := m.look.Focus == keys.Reader; {
	case reading && (id == keys.NextArticle || id == keys.PrevArticle):
		return tea.Batch(m.panes[keys.List].Update(act), m.panes[keys.List].Update(pane.Act{ID: keys.Open}))
	case slices.Contains(toList, id):
		return m.panes[keys.List].Update(act)
	case id == keys.ShowLinks:
		return m.panes[keys.Reader].Update(act)
	case slices.Contains(toReader, id):
		return tea.Batch(m.panes[keys.Reader].Update(act), m.focus(keys.Reader))
	}
	return m.panes[m.look.Focus].Update(act)
}

// acts are the root's own actions.
var acts map[keys.ID]func(*root) tea.Cmd

func init() {
	acts = map[keys.ID]func(*root) tea.Cmd{
		keys.Kill:       (*root).leave,
		keys.Quit:       (*root).quit,
		keys.Back:       (*root).back,
		keys.Suspend:    func(*root) tea.Cmd { return suspend() },
		keys.Redraw:     func(m *root) tea.Cmd { return tea.ClearScreen },
		keys.NextPane:   func(m *root) tea.Cmd { return m.turn(1) },
		keys.PrevPane:   func(m *root) tea.Cmd { return m.turn(-1) },
		keys.GoWatch:    func(m *root) tea.Cmd { return m.focus(keys.Watch) },
		keys.GoList:     func(m *root) tea.Cmd { return m.focus(keys.List) },
		keys.GoReader:   func(m *root) tea.Cmd { return m.focus(keys.Reader) },
		keys.GoAll:      func(m *root) tea.Cmd { return m.showText("") },
		keys.GoNew:      (*root).showNew,
		keys.GoUnread:   func(m *root) tea.Cmd { return m.showText("is:unread") },
		keys.GoStarred:  func(m *root) tea.Cmd { return m.showText("is:starred") },
		keys.Clear:      func(m *root) tea.Cmd { return m.showText("") },
		keys.Zen:        (*root).toggleZen,
		keys.Undo:       (*root).undo,
		keys.Redo:       (*root).redo,
		keys.Refresh:    func(m *root) tea.Cmd { return m.refresh(pane.RefreshFeeds{Force: true}) },
		keys.Subscribe:  (*root).subscribe,
		keys.SaveView:   (*root).saveView,
		keys.Edition:    (*root).edition,
		keys.Filter:     func(m *root) tea.Cmd { return m.push(picker.New(m.look, m.query)) },
		keys.Search:     func(m *root) tea.Cmd { return m.push(prompt.Search(m.look, m.query, &m.history)) },
		keys.Command:    func(m *root) tea.Cmd { return m.push(prompt.Command(m.look, m.query, &m.history)) },
		keys.ShowHelp:   func(m *root) tea.Cmd { return m.push(help.New(m.look, m.keymap, m.context(), m.opts.Version)) },
		keys.Palette:    func(m *root) tea.Cmd { return m.push(help.Palette(m.look, m.keymap, m.look.Focus)) },
		keys.ShowHealth: func(m *root) tea.Cmd { o := health.New(m.look, m.desk); return tea.Batch(m.push(o), o.Load()) },
	}
}

// stopped says that another program wants this one to stop for a while.
type stopped struct{}

// quit goes back as long as there is somewhere to go, then leaves.
func (m *root) quit() tea.Cmd {
	if m.zen || m.look.Focus == keys.Reader {
		return m.back()
	}
	return m.leave()
}

// back leaves the place in the text that a quote led to, then zen, then the
// reader, then the list.
func (m *root) back() tea.Cmd {
	reading := m.look.Focus == keys.Reader
	if reading {
		if cmd, led := m.reader.Return(); led {
			return cmd
		}
	}
	switch {
	case m.zen:
		m.setZen(false)
		return m.arrange()
	case reading:
		return m.focus(keys.List)
	case m.look.Focus == keys.List:
		return m.focus(keys.Watch)
	}
	return nil
}

// turn gives the focus to the next pane, going round.
func (m *root) turn(by int) tea.Cmd {
	i := slices.Index(order, m.look.Focus)
	return m.focus(order[(i+by+len(order))%len(order)])
}

func (m *root) toggleZen() tea.Cmd {
	m.setZen(!m.zen)
	if m.zen {
		return m.focus(keys.Reader)
	}
	return m.arrange()
}
