package screen

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"readout/ui/keys"
	"readout/ui/pane"
)

// click is a press of the left button.
type click struct {
	x, y int
	at   time.Time
}

// doubleClick is how soon a second press makes a double click.
const doubleClick = 400 * time.Millisecond

// wheelLines is how far one notch of the wheel scrolls.
const wheelLines = 3

// clicked gives a press to what lies under it: the focus follows.
func (m *root) clicked(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft {
		return nil
	}
	m.held = ""
	m.look.Presses++
	now := click{msg.X, msg.Y, m.opts.Now()}
	double := now.x == m.click.x && now.y == m.click.y && now.at.Sub(m.click.at) < doubleClick
	m.click = now
	if double {
		m.click = click{}
	}
	if len(m.overlays) > 0 {
		r := m.overlayRect()
		if !r.holds(msg.X, msg.Y) {
			return nil
		}
		return m.top(pane.Click{X: msg.X - r.x - 1, Y: msg.Y - r.y - 1, Double: double})
	}
	if c, ok := m.layout.border(msg.X, msg.Y); ok {
		m.dragged = c
		return nil
	}
	c, ok := m.layout.at(msg.X, msg.Y)
	if !ok {
		return nil
	}
	r := m.layout.of(c)
	cmd := m.focus(c)
	at := pane.Click{X: msg.X - r.x - 1, Y: msg.Y - r.y - 1, Double: double}
	if at.X < 0 || at.Y < 0 || at.X >= r.w-2 || at.Y >= r.h-2 {
		return cmd
	}
	m.held = c
	return tea.Batch(cmd, m.panes[c].Update(at))
}

// drag moves the border that was taken hold of to the pointer, or tells the
// pane in which the button went down where the pointer is.
func (m *root) drag(msg tea.MouseMotionMsg) tea.Cmd {
	switch {
	case msg.Button != tea.MouseLeft:
		return nil
	case m.held != "":
		r := m.layout.of(m.held)
		return m.panes[m.held].Update(pane.Drag{X: clamp(msg.X-r.x-1, 0, r.w-3), Y: clamp(msg.Y-r.y-1, 0, r.h-3)})
	case m.dragged == "":
		return nil
	}
	r := m.layout.of(m.dragged)
	by, before := msg.X-(r.x+r.w-1), m.shift
	if m.dragged == keys.Watch {
		m.shift.watch += by
	} else {
		m.shift.list += by
	}
	cmd := m.arrange()
	if m.layout.of(m.dragged) == r {
		m.shift = before // it can go no further: nothing to take back later
	}
	return cmd
}

// wheel scrolls what lies under the pointer. It changes nothing else.
func (m *root) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	lines := 0
	switch msg.Button {
	case tea.MouseWheelUp:
		lines = -wheelLines
	case tea.MouseWheelDown:
		lines = wheelLines
	default:
		return nil
	}
	if len(m.overlays) > 0 {
		return m.top(pane.Wheel{Lines: lines})
	}
	if c, ok := m.layout.at(msg.X, msg.Y); ok {
		return m.panes[c].Update(pane.Wheel{Lines: lines})
	}
	return nil
}
