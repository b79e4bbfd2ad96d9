// Package editor is the overlay in which one writes a note on an article. What
// is typed is kept at once, so that nothing is lost however the program ends.
package editor

import (
	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/ui/input"
	"readout/ui/keys"
	"readout/ui/pane"
)

// Pane is the note editor of one article. It takes keys from the first moment
// on; what is typed before the stored note is there goes behind it.
type Pane struct {
	look   *pane.Look
	desk   *desk.Desk
	key    desk.Key
	title  string
	area   input.Area
	width  int    // cells for text
	loaded bool   // the stored note is in area
	failed bool   // it cannot be read: nothing is written over it
	kept   string // what the archive has
	saving bool
}

// New returns an editor for an article's note; Load fetches what is stored.
func New(k *pane.Look, d *desk.Desk, e pane.Edit) *Pane {
	return &Pane{look: k, desk: d, key: e.Key, title: e.Title, width: 60}
}

// Title implements pane.Pane.
func (p *Pane) Title() string {
	if p.title == "" {
		return "Note"
	}
	return "Note on " + p.title
}

// Foot implements pane.Pane: whether the archive has what is on screen.
func (p *Pane) Foot() string {
	switch {
	case p.failed:
		return "not kept"
	case p.area.Value() != p.kept:
		return "keeping…"
	}
	return "kept"
}

// Context implements pane.Pane.
func (p *Pane) Context() keys.Context { return keys.Editor }

// Size implements pane.Overlay.
func (p *Pane) Size(w, h int) (int, int) { return pane.Roomy(w, 84), min(h-2, 18) }

// Update implements pane.Pane.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pane.Act:
		switch msg.ID {
		case keys.Close:
			return p.close()
		case keys.Outside:
			return p.outside()
		}
	case handed:
		if msg.to == p {
			return tea.ExecProcess(msg.cmd, msg.taken)
		}
	case edited:
		if msg.to == p {
			return p.edited(msg)
		}
	case stored:
		return p.stored(msg)
	case saved:
		return p.saved(msg)
	case tea.KeyPressMsg, tea.PasteMsg:
		if p.area.Update(msg, p.width) {
			return p.keep()
		}
	}
	return nil
}

// close writes what is not written yet. Nobody hears an editor that is closed,
// so its last write answers for itself: that the note is kept, or why it is not.
func (p *Pane) close() tea.Cmd {
	p.look.Send(pane.Pop{})
	if p.failed {
		return p.look.Tell(pane.Warn, "The note could not be read, so nothing was changed in it")
	}
	kept := pane.Say{Text: "The note is kept" + p.look.Press(keys.Export, "; %s exports it with the brief"), Level: pane.Done}
	write := p.last()
	if write == nil {
		return p.look.Send(kept)
	}
	return p.look.Writes.Go(keeping, func() tea.Msg {
		if err := write(); err != nil {
			return pane.Sorry(keeping, err)
		}
		return tea.BatchMsg{pane.Send(pane.Changed{Keys: []desk.Key{p.key}}), pane.Send(kept)}
	})
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
