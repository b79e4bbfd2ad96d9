package editor

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/ui/pane"
)

// stored brings the note that the archive has to the editor that asked for it:
// another one on the same article may know of a later write.
type stored struct {
	to          *Pane
	title, note string
	err         error
}

// saved answers a save of an editor.
type saved struct {
	to   *Pane
	body string
	err  error
}

const keeping = "Keeping the note"

// Load fetches the stored note. It queues behind the writes, so that it sees
// what an editor closed a moment ago has written.
func (p *Pane) Load() tea.Cmd {
	return p.look.Writes.After("Opening the note", func() tea.Msg {
		it, err := p.desk.Item(context.Background(), p.key)
		return stored{p, it.Article.Title, it.Note, err}
	})
}

// stored puts the stored note before what was typed meanwhile.
func (p *Pane) stored(m stored) tea.Cmd {
	if m.to != p {
		return nil
	}
	if m.err != nil {
		p.failed = true
		return p.look.Send(pane.Sorry("Opening the note", m.err))
	}
	p.title, p.loaded = m.title, true
	typed := p.area.Value()
	p.area.Before(m.note)
	p.kept = strings.TrimSuffix(p.area.Value(), typed)
	return p.keep()
}

// keep writes what was typed, one write at a time; what is typed meanwhile
// follows when it is done.
func (p *Pane) keep() tea.Cmd {
	body := p.area.Value()
	if p.saving || !p.loaded || body == p.kept {
		return nil
	}
	p.saving = true
	return p.look.Writes.Go(keeping, func() tea.Msg {
		_, err := p.desk.SetNote(context.Background(), p.key, body)
		return saved{p, body, err}
	})
}

func (p *Pane) saved(m saved) tea.Cmd {
	if m.to != p {
		return nil
	}
	p.saving = false
	if m.err != nil {
		return p.look.Send(pane.Sorry(keeping, m.err))
	}
	p.kept = m.body
	return tea.Batch(p.keep(), p.look.Send(pane.Changed{Keys: []desk.Key{p.key}}))
}

// last is the write of an editor that is closed, nil where the archive has all
// of it. Where the stored note was never shown, what was typed goes behind it.
func (p *Pane) last() func() error {
	d, k, body := p.desk, p.key, p.area.Value()
	switch {
	case body == p.kept: // both are empty where nothing was loaded or typed
		return nil
	case p.loaded:
		return func() error {
			_, err := d.SetNote(context.Background(), k, body)
			return err
		}
	}
	return func() error {
		it, err := d.Item(context.Background(), k)
		if err == nil {
			_, err = d.SetNote(context.Background(), k, it.Note+body)
		}
		return err
	}
}
