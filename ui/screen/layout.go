package screen

import "readout/ui/keys"

// rect is a rectangle of the screen in cells; no width means not shown.
type rect struct{ x, y, w, h int }

func (r rect) holds(x, y int) bool { return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h }

// layout says where everything is.
type layout struct {
	tooSmall            bool
	header, footer      rect // one line each
	watch, list, reader rect // frames included
}

// The least size that anything sensible can be shown on.
const (
	leastWidth  = 20
	leastHeight = 5
)

// The widths from which there are two and three panes.
const (
	twoPanes   = 80
	threePanes = 120
)

// shift is how far the user has dragged the borders, in cells to the right.
type shift struct{ watch, list int }

// The least widths that dragging leaves to the panes.
const (
	leastWatch  = 16
	leastList   = 24
	leastReader = 36
)

// arrange lays out a screen of w by h cells: three panes from 120 columns, two
// from 80, one below; only the reader in zen. Where not all panes fit, those
// that show include the one with the focus.
func arrange(w, h int, focus keys.Context, zen bool, by shift) layout {
	if w < leastWidth || h < leastHeight {
		return layout{tooSmall: true}
	}
	l := layout{header: rect{0, 0, w, 1}, footer: rect{0, h - 1, w, 1}}
	body := rect{0, 1, w, h - 2}
	column := func(x, w int) rect { return rect{x, body.y, w, body.h} }
	switch {
	case zen:
		l.reader = body
	case w >= threePanes:
		watch := clamp(clamp(w*14/100, 24, 30)+by.watch, leastWatch, w-leastList-leastReader)
		list := clamp(clamp(w*31/100, 38, 64)+by.list, leastList, w-watch-leastReader)
		l.watch, l.list, l.reader = column(0, watch), column(watch, list), column(watch+list, w-watch-list)
	case w >= twoPanes && focus == keys.Watch:
		l.watch, l.list = column(0, 28), column(28, w-28)
	case w >= twoPanes:
		list := clamp(clamp(w*2/5, 32, 48)+by.list, leastList, w-leastReader)
		l.list, l.reader = column(0, list), column(list, w-list)
	case focus == keys.Watch:
		l.watch = body
	case focus == keys.Reader:
		l.reader = body
	default:
		l.list = body
	}
	return l
}

func clamp(n, least, most int) int { return max(least, min(n, most)) }

// of returns the rectangle of a pane.
func (l layout) of(c keys.Context) rect {
	switch c {
	case keys.Watch:
		return l.watch
	case keys.List:
		return l.list
	}
	return l.reader
}

// at returns the pane at a cell; ok is false where there is none.
func (l layout) at(x, y int) (keys.Context, bool) {
	for _, c := range order {
		if l.of(c).holds(x, y) {
			return c, true
		}
	}
	return "", false
}

// border returns the pane on whose right edge, or beside it, a cell lies, where
// another pane follows; ok is false elsewhere.
func (l layout) border(x, y int) (keys.Context, bool) {
	for _, c := range order[:2] {
		r := l.of(c)
		if end := r.x + r.w; r.w > 0 && y >= r.y && y < r.y+r.h && (x == end-1 || x == end) && end < l.header.w {
			return c, true
		}
	}
	return "", false
}

// order is the panes from left to right.
var order = []keys.Context{keys.Watch, keys.List, keys.Reader}
