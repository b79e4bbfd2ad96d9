package screen

import (
	"cmp"
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/ask"
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
	again := ""
	if none == "undo" {
		again = m.look.Press(keys.Redo, "; %s does it again")
	}
	return m.look.Writes.Go(doing, func() tea.Msg {
		c, err := step(m.ctx)
		switch {
		case err != nil:
			return pane.Sorry(doing, err)
		case c.What == "":
			return pane.Say{Text: "There is nothing to " + none + ".", Level: pane.Info}
		}
		_, what, _ := strings.Cut(c.What, ": ") // the journal's own "undid: "
		said := done + ": " + cmp.Or(what, c.What) + again
		return tea.BatchMsg{pane.Send(pane.Changed{Keys: c.Keys}), pane.Tell(pane.Done, "%s", said)}
	})
}

// edit opens the note editor. It takes keys at once; the stored note follows.
func (m *root) edit(e pane.Edit) tea.Cmd {
	o := editor.New(m.look, m.desk, e)
	return tea.Batch(m.push(o), o.Load())
}

// edition writes the edition of the last 24 hours, of what the filter shows.
func (m *root) edition() tea.Cmd {
	of := m.query
	return m.look.Writes.Go("Making the edition", func() tea.Msg {
		path, err := m.desk.WriteEdition(m.ctx, desk.EditionOptions{Query: of})
		if err != nil {
			return pane.Sorry("Making the edition", err)
		}
		return pane.Say{Text: "Edition written to " + path, Level: pane.Done}
	})
}

// tag asks for a tag. The question takes keys at once; which tags the article
// bears is said when that is known, and looked up again when it is answered.
func (m *root) tag(l pane.Label) tea.Cmd {
	q := ask.Question{Title: "Tag", Hint: "A tag that the article bears is taken off."}
	if l.Title != "" {
		q.Title += ": " + l.Title
	}
	for _, t := range m.facets.Tags {
		q.Known = append(q.Known, t.Name)
	}
	q.Answer = func(tag string) tea.Cmd {
		return m.look.Writes.Go("Tagging", func() tea.Msg { return m.toggleTag(l.Key, tag) })
	}
	return tea.Batch(m.push(ask.New(m.look, q)), pane.Go("Looking at the tags", func() tea.Msg {
		it, err := m.desk.Item(m.ctx, l.Key)
		if err != nil || len(it.Tags) == 0 {
			return nil
		}
		return ask.Hinted{Title: q.Title, Hint: "It bears " + strings.Join(it.Tags, ", ") + ". Naming one again takes it off."}
	}))
}

// toggleTag puts a tag on an article, or takes it off. It is the work of a command.
func (m *root) toggleTag(k desk.Key, tag string) tea.Msg {
	c, err := m.desk.ToggleTag(m.ctx, k, tag)
	if err != nil {
		return pane.Sorry("Tagging", err)
	}
	return tea.BatchMsg{pane.Send(pane.Changed{Keys: []desk.Key{k}}), pane.Tell(pane.Done, "%s%s", c.What, m.look.Press(keys.Undo, "; %s takes it back"))}
}

// saveView asks for the name of the filter and keeps it.
func (m *root) saveView() tea.Cmd {
	if m.query.Empty() {
		return m.look.Tell(pane.Info, "All articles are shown; filter them first%s.", m.look.Press(keys.Filter, ", %s chooses by actor and topic"))
	}
	kept := m.query
	q := ask.Question{Title: "Save as a view: " + kept.WordsWith(m.name), Hint: "Name the view; it is shown in Watch."}
	for _, v := range m.facets.Views {
		q.Known = append(q.Known, v.Name)
	}
	q.Answer = func(name string) tea.Cmd {
		return m.look.Writes.Go("Saving the view", func() tea.Msg {
			if err := m.desk.SaveView(name, kept); err != nil {
				return pane.Sorry("Saving the view", err)
			}
			return tea.BatchMsg{pane.Send(pane.Changed{}), pane.Tell(pane.Done, "View %s saved%s", name, m.look.Press(keys.Remove, "; %s in Watch removes it"))}
		})
	}
	return m.push(ask.New(m.look, q))
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
	auto := m.opts.auto()
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
