package editor

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/ui/pane"
)

// saver writes the latest text. A write that had to wait for another writes
// what is the latest then, so that the last word always gets into the archive.
type saver struct {
	writing sync.Mutex
	latest  atomic.Pointer[string]
}

func (s *saver) write(d *desk.Desk, k desk.Key) saved {
	s.writing.Lock()
	defer s.writing.Unlock()
	body := *s.latest.Load()
	_, err := d.SetNote(context.Background(), k, body)
	return saved{k, body, err}
}

// stored brings the note that the archive has.
type stored struct {
	key         desk.Key
	title, note string
	err         error
}

// saved answers a save.
type saved struct {
	key  desk.Key
	body string
	err  error
}

// Load fetches the stored note. It queues behind the writes, so that it sees
// what an editor closed a moment ago has written.
func (p *Pane) Load() tea.Cmd {
	return p.look.Writes.Go("Opening the note", func() tea.Msg {
		it, err := p.desk.Item(context.Background(), p.key)
		return stored{p.key, it.Article.Title, it.Note, err}
	})
}

// stored puts the stored note before what was typed meanwhile.
func (p *Pane) stored(m stored) tea.Cmd {
	if m.key != p.key || p.loaded {
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
	p.save.latest.Store(&body)
	return p.look.Writes.Go("Keeping the note", func() tea.Msg { return p.save.write(p.desk, p.key) })
}

// append writes what was typed behind a stored note that was never shown: the
// editor was closed before it came.
func (p *Pane) append() tea.Cmd {
	d, k, typed := p.desk, p.key, p.area.Value()
	if typed == "" {
		return nil
	}
	return p.look.Writes.Go("Keeping the note", func() tea.Msg {
		it, err := d.Item(context.Background(), k)
		if err == nil {
			_, err = d.SetNote(context.Background(), k, it.Note+typed)
		}
		if err != nil {
			return pane.Sorry("Keeping the note", err)
		}
		return pane.Changed{Keys: []desk.Key{k}}
	})
}

func (p *Pane) saved(m saved) tea.Cmd {
	if m.key != p.key {
		return nil
	}
	p.saving = false
	if m.err != nil {
		return p.look.Send(pane.Sorry("Keeping the note", m.err))
	}
	p.kept = m.body
	return tea.Batch(p.keep(), p.look.Send(pane.Changed{Keys: []desk.Key{p.key}}))
}
