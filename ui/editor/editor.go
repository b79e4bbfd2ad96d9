// Package editor is the overlay in which one writes a note on an article. What
// is typed is kept at once, so that nothing is lost however the program ends.
package editor

import (
	"context"
	"sync"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/ui/input"
	"readout/ui/keys"
	"readout/ui/pane"
)

// Pane is the note editor of one article.
type Pane struct {
	look   *pane.Look
	desk   *desk.Desk
	key    desk.Key
	title  string
	area   input.Area
	width  int    // cells for text
	kept   string // what the archive has
	saving bool
	save   *saver
}

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

// New returns an editor with the article's note.
func New(k *pane.Look, d *desk.Desk, e pane.Edit) *Pane {
	p := &Pane{look: k, desk: d, key: e.Key, title: e.Title, kept: e.Note, width: 60, save: &saver{}}
	p.area.Set(e.Note)
	p.kept = p.area.Value()
	return p
}

// Title implements pane.Pane.
func (p *Pane) Title() string { return "Note on " + p.title }

// Foot implements pane.Pane: whether the archive has what is on screen.
func (p *Pane) Foot() string {
	if p.area.Value() != p.kept {
		return "keeping…"
	}
	return "kept"
}

// Context implements pane.Pane.
func (p *Pane) Context() keys.Context { return keys.Editor }

// Size implements pane.Overlay.
func (p *Pane) Size(w, h int) (int, int) { return pane.Roomy(w, 84), min(h-2, 18) }

// saved answers a save.
type saved struct {
	key  desk.Key
	body string
	err  error
}

// Update implements pane.Pane.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pane.Act:
		if msg.ID == keys.Close {
			p.saving = false // the last write does not wait for an answer that nobody will hear
			return tea.Batch(p.keep(), p.look.Send(pane.Pop{}), p.look.Tell(pane.Done, "The note is kept; e exports it with the brief"))
		}
	case saved:
		return p.saved(msg)
	case tea.KeyPressMsg, tea.PasteMsg:
		if p.area.Update(msg, p.width) {
			return p.keep()
		}
	}
	return nil
}

// keep writes what was typed, one write at a time; what is typed meanwhile
// follows when it is done.
func (p *Pane) keep() tea.Cmd {
	body := p.area.Value()
	if p.saving || body == p.kept {
		return nil
	}
	p.saving = true
	p.save.latest.Store(&body)
	return p.look.Writes.Go("Keeping the note", func() tea.Msg { return p.save.write(p.desk, p.key) })
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

// Lines implements pane.Pane.
func (p *Pane) Lines(w, h int) []string {
	p.width = w - 3
	lines, _, _ := p.area.Lines(p.look, w-2, h)
	for i, l := range lines {
		lines[i] = p.look.Fit(" "+l, w)
	}
	return lines
}

// Cursor implements pane.Overlay.
func (p *Pane) Cursor(w, h int) (x, y int, ok bool) {
	_, x, y = p.area.Lines(p.look, w-2, h)
	return min(x+1, w-1), y, true
}
