package list

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/ui/keys"
	"readout/ui/launch"
	"readout/ui/pane"
)

// act does an action.
func (p *Pane) act(id keys.ID) tea.Cmd {
	frozen := p.frozen
	if p.frozenFor != id || p.look.Presses > p.frozenAt+1 {
		frozen = nil
	}
	p.frozen = nil
	if i, ok := p.target(id); ok {
		return p.move(i)
	}
	switch id {
	case keys.AllRead:
		return p.all(id, frozen)
	case keys.ExportList:
		return p.all(id, frozen)
	case keys.ShowNew:
		return p.showNew()
	case keys.Open:
		return p.open()
	case keys.NextUnread:
		return p.nextUnread()
	case keys.Sort:
		return p.resort()
	}
	if p.Selected() == 0 {
		return nil
	}
	return p.actOnArticle(id)
}

// actOnArticle does an action on the selected article.
func (p *Pane) actOnArticle(id keys.ID) tea.Cmd {
	switch id {
	case keys.ToggleRead:
		return p.toggle(func(r *desk.Row) desk.Mark {
			r.Read = !r.Read
			return pick(r.Read, desk.Read, desk.Unread)
		})
	case keys.ToggleStar:
		return p.toggle(func(r *desk.Row) desk.Mark {
			r.Starred = !r.Starred
			return pick(r.Starred, desk.Star, desk.Unstar)
		})
	case keys.Unfold:
		return p.unfold()
	case keys.Export:
		return p.export([]desk.Key{p.Selected()})
	case keys.FullText:
		return p.fullText()
	case keys.Tag:
		return p.look.Send(pane.Label{Key: p.Selected(), Title: p.rows[p.Selected()].Title})
	case keys.Note:
		return p.look.Send(pane.Edit{Key: p.Selected(), Title: p.rows[p.Selected()].Title})
	case keys.Browse, keys.CopyURL:
		return p.withItem(id)
	case keys.RefreshOne:
		if r, ok := p.rows[p.Selected()]; ok && r.Source != "" {
			return p.look.Send(pane.RefreshFeeds{Feeds: []string{r.Source}, Force: true})
		}
	}
	return nil
}

// target is the index that a movement leads to.
func (p *Pane) target(id keys.ID) (int, bool) {
	n := max(p.page, 1)
	switch id {
	case keys.Down, keys.NextArticle:
		return p.sel + 1, true
	case keys.Up, keys.PrevArticle:
		return p.sel - 1, true
	case keys.HalfDown:
		return p.sel + max(n/2, 1), true
	case keys.HalfUp:
		return p.sel - max(n/2, 1), true
	case keys.PageDown:
		return p.sel + n, true
	case keys.PageUp:
		return p.sel - n, true
	case keys.Top:
		return 0, true
	case keys.Bottom:
		return len(p.keys) - 1, true
	}
	return 0, false
}

func pick(b bool, yes, no desk.Mark) desk.Mark {
	if b {
		return yes
	}
	return no
}

// open begins to read the selected article: only this marks it read.
func (p *Pane) open() tea.Cmd {
	k := p.Selected()
	if k == 0 {
		return p.look.Send(pane.Focus{In: keys.List})
	}
	opened := p.look.Send(pane.Opened{Key: k})
	r, ok := p.rows[k]
	if ok && r.Read {
		return opened
	}
	r.Read = true
	p.replace(k, r, ok)
	return tea.Batch(opened, p.mark([]desk.Key{k}, desk.Read, false))
}

// replace shows a changed row at once; the archive's own follows.
func (p *Pane) replace(k desk.Key, r desk.Row, ok bool) {
	if ok {
		p.rows[k] = r
		delete(p.lines, k)
	}
}

func (p *Pane) toggle(change func(*desk.Row) desk.Mark) tea.Cmd {
	k := p.Selected()
	r, ok := p.rows[k]
	if !ok {
		return nil
	}
	m := change(&r)
	p.replace(k, r, true)
	return p.mark([]desk.Key{k}, m, true)
}

// mark changes the state of articles in the archive; say reports it.
func (p *Pane) mark(ks []desk.Key, m desk.Mark, say bool) tea.Cmd {
	undo := p.look.Press(keys.Undo, "; %s takes it back")
	return p.look.Writes.Go("Marking", func() tea.Msg {
		c, err := p.desk.Mark(context.Background(), ks, m)
		if err != nil {
			return tea.BatchMsg{pane.Send(pane.Sorry("Marking", err)), pane.Send(pane.Changed{Keys: ks})}
		}
		out := tea.BatchMsg{pane.Send(pane.Changed{Keys: ks})}
		if say && c.What != "" {
			out = append(out, pane.Tell(pane.Done, "%s%s", c.What, undo))
		}
		return out
	})
}

func (p *Pane) showNew() tea.Cmd {
	if p.latest == nil {
		return p.look.Tell(pane.Info, "Nothing new has arrived.")
	}
	o := p.latest
	p.shown()
	p.hold(o)
	p.place(o)
	return p.look.Tell(pane.Done, "The new articles are in the list%s%s", p.look.Press(keys.Top, "; %s goes to its top"), p.look.Press(keys.Bottom, ", %s to its end"))
}

// nextUnread goes to the next unread article. Where rows that follow are not
// loaded, the archive is asked.
func (p *Pane) nextUnread() tea.Cmd {
	for i := p.sel + 1; i < len(p.keys); i++ {
		r, ok := p.rows[p.keys[i]]
		if !ok {
			return p.unreadIn(slices.Clone(p.keys[i:]))
		}
		if !r.Read {
			return p.move(i)
		}
	}
	return p.look.Tell(pane.Info, noneUnread)
}

const noneUnread = "No unread article follows."

// unreadIn goes to the first unread one of some articles.
func (p *Pane) unreadIn(keys []desk.Key) tea.Cmd {
	press := p.look.Presses
	return pane.Go("Looking for an unread article", func() tea.Msg {
		unread, err := p.desk.Unread(context.Background(), keys)
		switch {
		case err != nil:
			return pane.Sorry("Looking for an unread article", err)
		case len(unread) == 0:
			return pane.Say{Text: noneUnread, Level: pane.Info}
		}
		return reach{press, unread[0]}
	})
}

// reach selects an article, where it is still listed and nothing was pressed meanwhile.
type reach struct {
	press int // how many keys had been pressed
	key   desk.Key
}

func (p *Pane) reach(m reach) tea.Cmd {
	if i := slices.Index(p.keys, m.key); i >= 0 && m.press == p.look.Presses {
		return p.move(i)
	}
	return nil
}

// export writes the notes of articles into the folder for notes.
func (p *Pane) export(ks []desk.Key) tea.Cmd {
	if len(ks) > 1 {
		p.look.Tell(pane.Info, "Writing %d notes…", len(ks))
	}
	return p.look.Writes.After("Exporting", func() tea.Msg {
		out, err := p.desk.ExportNotes(context.Background(), ks, p.desk.NotesDir())
		switch {
		case err != nil:
			return pane.Sorry("Exporting", err)
		case len(out.Said) > 0:
			return pane.Say{Text: out.Said[0], Level: pane.Warn}
		case len(out.Paths) == 1:
			return pane.Say{Text: "Note written to " + out.Paths[0], Level: pane.Done}
		}
		return pane.Say{Text: fmt.Sprintf("%d notes written to %s", len(out.Paths), p.desk.NotesDir()), Level: pane.Done}
	})
}

// fullText fetches the page of the selected article. It is not queued with the
// writes: they would wait for a server, and so would leaving.
func (p *Pane) fullText() tea.Cmd {
	k := p.Selected()
	p.look.Tell(pane.Info, "Fetching the page…")
	other := p.look.Press(keys.FullText, "; %s reads the other one")
	return pane.Go("Fetching the page", func() tea.Msg {
		c, err := p.desk.FullText(context.Background(), k)
		switch {
		case err != nil:
			return pane.Sorry("Fetching the page", err)
		case c.What == "":
			return pane.Say{Text: "The page holds no more than the feed gave.", Level: pane.Info}
		}
		return tea.BatchMsg{pane.Send(pane.Changed{Keys: []desk.Key{k}}), pane.Tell(pane.Done, "%s%s", c.What, other)}
	})
}

// withItem loads the selected article for an action that needs more than its row.
func (p *Pane) withItem(id keys.ID) tea.Cmd {
	k := p.Selected()
	return pane.Go("Opening the article", func() tea.Msg {
		it, err := p.desk.Item(context.Background(), k)
		if err != nil {
			return pane.Sorry("Opening the article", err)
		}
		switch {
		case it.Article.URL == "":
			return pane.Say{Text: "This article has no web address.", Level: pane.Warn}
		case id == keys.CopyURL:
			return tea.BatchMsg{tea.SetClipboard(it.Article.URL), pane.Tell(pane.Done, "Address copied: %s", it.Article.URL)}
		}
		return browse(it.Article.URL, p.desk.Config().Browser)
	})
}

func browse(address string, argv []string) tea.Msg {
	host, err := launch.Browser(address, argv)
	if err != nil {
		return pane.Sorry("Opening the browser", err)
	}
	return pane.Say{Text: "Opened " + host + " in the browser", Level: pane.Done}
}
