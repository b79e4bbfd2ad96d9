// Package scroll is the part that the lists of overlays share: which row is
// selected and which rows show, moved by keys and mouse.
package scroll

import (
	tea "charm.land/bubbletea/v2"

	"readout/ui/keys"
	"readout/ui/pane"
)

// List is the place in a list. Its rows are the overlay's own.
type List struct {
	Sel  int // the selected row; 0 in an empty list
	Tall int // lines a row takes; 0 stands for 1
	Head int // lines that stand above the rows
	n    int // rows
	top  int // the first row that shows
	page int // rows that show
}

// Len says how many rows there are now; the selection stays where it can.
func (l *List) Len(n int) {
	l.n = n
	l.Move(0)
}

// Reset goes to the first row.
func (l *List) Reset(n int) {
	l.Sel, l.top = 0, 0
	l.Len(n)
}

// Move selects the row by rows below, or above where by is negative, and
// scrolls as little as needed to show it.
func (l *List) Move(by int) {
	page := max(l.page, 1)
	l.Sel = max(min(l.Sel+by, l.n-1), 0)
	l.top = max(min(l.top, l.Sel), l.Sel-page+1, 0)
	l.top = min(l.top, max(l.n-page, 0))
}

// Window is the range of rows that show in an overlay of h lines.
func (l *List) Window(h int) (from, to int) {
	l.page = max((h-l.Head)/l.tall(), 1)
	l.Move(0)
	return l.top, min(l.top+l.page, l.n)
}

func (l *List) tall() int { return max(l.Tall, 1) }

// Update moves by the actions that lists have, by a click and by the wheel.
// used says that the message was one of these, chosen that a row was double clicked.
func (l *List) Update(msg tea.Msg) (used, chosen bool) {
	switch msg := msg.(type) {
	case pane.Act:
		by, ok := map[keys.ID]int{keys.Next: 1, keys.Prev: -1, keys.PageDown: max(l.page, 1), keys.PageUp: -max(l.page, 1)}[msg.ID]
		l.Move(by)
		return ok, false
	case pane.Click:
		i := l.top + (msg.Y-l.Head)/l.tall()
		if msg.Y < l.Head || i >= min(l.top+max(l.page, 1), l.n) {
			return true, false
		}
		l.Move(i - l.Sel)
		return true, msg.Double
	case pane.Wheel:
		l.Move(msg.Lines / l.tall())
		return true, false
	}
	return false, false
}
