package screen

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/cells"
	"readout/ui/editor"
	"readout/ui/keys"
	"readout/ui/pane"
	"readout/ui/theme"
)

// showText shows a query of the program's own.
func (m *root) showText(s string) tea.Cmd {
	q, err := query.Parse(s)
	if err != nil {
		return m.look.Send(pane.Sorry("Filtering", err))
	}
	return m.show(pane.Show{Query: q})
}

func (m *root) undo() tea.Cmd { return m.journal("Undoing", "undo", "Undone", m.desk.Undo) }
func (m *root) redo() tea.Cmd {
	return m.journal("Doing it again", "do again", "Done again", m.desk.Redo)
}

// journal goes one step back or forward in what was done.
func (m *root) journal(doing, none, done string, step func(context.Context) (desk.Change, error)) tea.Cmd {
	again := m.keymap.Key(keys.Redo)
	return m.look.Writes.Go(doing, func() tea.Msg {
		c, err := step(m.ctx)
		switch {
		case err != nil:
			return pane.Sorry(doing, err)
		case c.What == "":
			return pane.Say{Text: "There is nothing to " + none + ".", Level: pane.Info}
		}
		said := done + ": " + c.What
		if none == "undo" {
			said += "; " + again + " does it again"
		}
		return tea.BatchMsg{pane.Send(pane.Changed{Keys: c.Keys}), pane.Tell(pane.Done, "%s", said)}
	})
}

// edit opens the note editor.
func (m *root) edit(e pane.Edit) tea.Cmd {
	return m.push(editor.New(m.look, m.desk, e))
}

// polled answers with the state of the archive.
type polled struct {
	gen int64
	err error
}

// pollEvery is how soon a change by another window is seen.
const pollEvery = time.Second

// poll asks for the state of the archive, after a while.
func (m *root) poll(after time.Duration) tea.Cmd {
	ask := pane.Go("Looking at the archive", func() tea.Msg {
		gen, err := m.desk.Generation(m.ctx)
		return polled{gen, err}
	})
	return tea.Tick(after, func(time.Time) tea.Msg { return ask() })
}

// polled has everything compared with the archive when that has changed.
func (m *root) polled(p polled) tea.Cmd {
	if p.err != nil || p.gen == m.gen {
		return m.poll(pollEvery)
	}
	m.gen = p.gen
	return tea.Batch(m.poll(pollEvery), m.broadcast(pane.Arrived{}))
}

// terminal adapts the look to what the terminal says of itself.
func (m *root) terminal(msg tea.Msg) tea.Cmd {
	auto := m.opts.Theme == "" || m.opts.Theme == "auto"
	switch msg := msg.(type) {
	case tea.BackgroundColorMsg:
		if auto && (m.look.Theme.Name == "dark" || m.look.Theme.Name == "light") {
			m.look.Theme = theme.For(msg.IsDark())
		}
	case tea.ColorProfileMsg:
		switch {
		case !auto || msg.Profile >= colorprofile.ANSI256:
		case msg.Profile == colorprofile.ANSI:
			m.look.Theme, _ = theme.Get("ansi")
		default:
			m.look.Theme, _ = theme.Get("none")
		}
	case tea.ModeReportMsg:
		if msg.Mode == ansi.ModeUnicodeCore && (msg.Value.IsSet() || msg.Value.IsReset()) {
			m.look.Ruler = cells.Clusters
		}
	}
	m.look.Version++
	return m.arrange()
}
