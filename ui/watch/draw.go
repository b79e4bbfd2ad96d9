package watch

import (
	"strconv"

	"readout/ui/cells"
	"readout/ui/pane"
	"readout/ui/theme"
)

// Lines implements pane.Pane.
func (p *Pane) Lines(w, h int) []string {
	if w <= 0 || h <= 0 {
		return pane.Fill(nil, w, h)
	}
	if h != p.height {
		p.height = h
		p.keep()
	}
	current := p.query.String()
	out := make([]string, 0, h)
	for i := p.top; i < len(p.entries) && len(out) < h; i++ {
		out = append(out, p.line(i, w, current))
	}
	return pane.Fill(out, w, h)
}

// line draws an entry. The one that is shown now has a pointer, the one under
// the cursor its bar.
func (p *Pane) line(i, w int, current string) string {
	k, e := p.look, p.entries[i]
	if e.head {
		return k.On(theme.Strong, k.Fit(" "+e.name, w))
	}
	role := theme.Text
	if e.count > 0 {
		role = theme.Unread
	}
	lead := " "
	if i == p.sel {
		lead = k.Cursor
		role = theme.Resting
		if k.Focus == p.Context() {
			role = theme.Selected
		}
	}
	if e.text == current {
		lead += k.Pointer
	} else {
		lead += " "
	}
	count := ""
	if e.count > 0 {
		count = strconv.Itoa(e.count)
	}
	text := k.Ends(lead+cells.Safe(e.name), count, w-1) + " "
	return k.On(role, text)
}
