package list

import (
	"fmt"
	"strings"

	"readout/briefing/desk"
	"readout/ui/cells"
	"readout/ui/keys"
	"readout/ui/pane"
	"readout/ui/theme"
)

// drawn is what the kept lines were drawn for.
type drawn struct {
	w, rowHeight, version int
	day                   int // times are shown relative to the day
}

// Lines implements pane.Pane.
func (p *Pane) Lines(w, h int) []string {
	if w <= 0 || h <= 0 {
		return pane.Fill(nil, w, h)
	}
	p.fit(w, h)
	if len(p.keys) == 0 {
		return pane.Fill(p.empty(w), w, h)
	}
	out := make([]string, 0, h)
	for i := p.top; i < len(p.keys) && len(out) < h; i++ {
		out = append(out, p.row(i, w)...)
	}
	return pane.Fill(out, w, h)
}

// fit adapts to the size: narrow panes give a title two lines when there is
// height for it.
func (p *Pane) fit(w, h int) {
	now := p.look.Now().In(p.look.Zone)
	d := drawn{w, 2, p.look.Version, 1000*now.Year() + now.YearDay()}
	if w < 64 && h >= 18 {
		d.rowHeight = 3
	}
	if d != p.drawn {
		p.drawn = d
		clear(p.lines)
	}
	if page := max(h/d.rowHeight, 1); page != p.page {
		p.page = page
		p.keep()
	}
}

func (p *Pane) empty(w int) []string {
	s := "No article matches" + p.because() + p.look.Press(keys.Clear, " %s clears the filter.") + p.look.Press(keys.Filter, " %s chooses another.")
	switch {
	case p.failure != "":
		s = p.failure
	case p.loading:
		s = "Loading…"
	case p.query.Empty():
		s = "No articles yet." + p.look.Press(keys.Refresh, " %s refreshes the feeds.") + p.look.Press(keys.ShowHealth, " %s shows how they are.")
	}
	var out []string
	for _, l := range p.look.Wrap(cells.Safe(s), w-2) {
		out = append(out, p.look.Fit(" "+l, w))
	}
	return out
}

// because ends the sentence that no article matches.
func (p *Pane) because() string {
	switch {
	case p.hint == "":
		return "."
	case strings.HasSuffix(p.hint, "?"):
		return ": " + p.hint
	}
	return ": " + p.hint + "."
}

// row draws the article at index i in exactly rowHeight lines.
func (p *Pane) row(i, w int) []string {
	k := p.keys[i]
	r, ok := p.rows[k]
	if !ok {
		return pane.Fill([]string{p.look.Fit("  …", w)}, w, p.drawn.rowHeight)
	}
	if i == p.sel {
		role := theme.Resting
		if p.look.Focus == p.Context() {
			role = theme.Selected
		}
		return p.paint(r, w, true, func(theme.Role) theme.Role { return role })
	}
	if lines, ok := p.lines[k]; ok {
		return lines
	}
	lines := p.paint(r, w, false, func(own theme.Role) theme.Role { return own })
	p.lines[k] = lines
	return lines
}

// narrowest is the least width that has room for more than a headline.
const narrowest = 14

// paint draws a row; role chooses the role of each part.
func (p *Pane) paint(r desk.Row, w int, selected bool, role func(theme.Role) theme.Role) []string {
	k := p.look
	if w < narrowest {
		line := k.On(role(theme.Text), k.Fit(cells.Safe(r.Title), w))
		return pane.Fill([]string{line}, w, p.drawn.rowHeight)
	}
	title := theme.Text
	lead := "  "
	if selected {
		lead = k.Cursor + " "
	}
	if !r.Read {
		title = theme.Unread
		lead = lead[:len(lead)-1] + k.Unread
	}
	star := ""
	if r.Starred {
		star = " " + k.Star
	}
	if r.HasNote {
		star += " " + k.Note
	}
	room := w - 4 - k.Width(star)
	text := p.broken(r.Title, room, p.drawn.rowHeight-1)
	out := make([]string, 0, p.drawn.rowHeight)
	below := "   "
	if selected {
		below = k.Cursor + "  "
	}
	for i, line := range text {
		head, tail := below, k.Blank(star)
		if i == 0 {
			head, tail = lead+" ", star
		}
		out = append(out, k.On(role(theme.Accent), head)+k.Lit(role(title), k.Fit(line, room), p.words)+k.On(role(theme.Star), tail+" "))
	}
	// What a short headline leaves free is for what would not fit below it.
	meta := append(p.broken(p.meta(r), w-3, p.drawn.rowHeight-len(text)), make([]string, p.drawn.rowHeight)...)
	for _, line := range meta[:p.drawn.rowHeight-len(text)] {
		out = append(out, k.On(role(theme.Accent), below)+k.On(role(theme.Muted), k.Fit(line, w-3)))
	}
	return out
}

// broken breaks a feed's text into at most n lines, the last cut short.
func (p *Pane) broken(s string, w, n int) []string {
	lines := p.look.Wrap(cells.Safe(s), w)
	if len(lines) > n {
		rest := strings.Join(lines[n-1:], " ")
		lines = append(lines[:n-1], p.look.Truncate(rest, w))
	}
	return lines
}

// meta says where an article is from, when, and why it matters here.
func (p *Pane) meta(r desk.Row) string {
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	add(p.look.Dated(r))
	if r.Revised {
		add("changed")
	}
	if n := len(p.order.under[r.Key]); n > 0 && !p.unfolded[p.order.story(r.Key)] {
		add(fmt.Sprintf("+%d on this story", n))
	}
	add(p.why[r.Key]) // before the source: it is why the row is there, and narrow rows end early
	add(r.Source)
	if r.Signers > 0 {
		add(fmt.Sprintf("%d signed", r.Signers))
	}
	if n := len(r.Also); n > 0 {
		add(fmt.Sprintf("also in %d", n))
	}
	add(strings.Join(r.Actors, ", "))
	if r.Quotes > 0 {
		add(fmt.Sprintf("%d quoted", r.Quotes))
	}
	return strings.Join(parts, " · ")
}
