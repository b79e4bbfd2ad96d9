package screen

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/cells"
	"readout/ui/keys"
	"readout/ui/pane"
	"readout/ui/theme"
)

// View implements tea.Model.
func (m *root) View() tea.View {
	v := tea.NewView(strings.Join(m.Lines(), "\n"))
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	v.WindowTitle = "Readout"
	if p := m.progress; p != nil {
		v.ProgressBar = tea.NewProgressBar(tea.ProgressBarIndeterminate, 0)
		if p.Total > 0 {
			v.ProgressBar = tea.NewProgressBar(tea.ProgressBarDefault, 100*p.Done/p.Total)
		}
	}
	if n := len(m.overlays); n > 0 && !m.layout.tooSmall {
		r := m.overlayRect()
		if x, y, ok := m.overlays[n-1].Cursor(r.w-2, r.h-2); ok {
			v.Cursor = tea.NewCursor(r.x+1+x, r.y+1+y)
		}
	}
	return v
}

// Lines draws the whole screen: exactly h lines, each exactly w cells wide.
func (m *root) Lines() []string {
	if m.layout.tooSmall {
		return m.small()
	}
	out := make([]string, 0, m.h)
	out = append(out, m.header())
	var columns [][]string
	for _, c := range order {
		if r := m.layout.of(c); r.w > 0 {
			columns = append(columns, m.look.Frame(m.panes[c], r.w, r.h, c == m.look.Focus && len(m.overlays) == 0))
		}
	}
	out = append(out, pane.Zip(columns...)...)
	out = append(out, m.footer())
	out = m.spill(out)
	if n := len(m.overlays); n > 0 {
		r := m.overlayRect()
		m.look.Over(out, m.look.Frame(m.overlays[n-1], r.w, r.h, true), r.x, r.y)
	}
	for i, l := range out {
		out[i] = cells.Filter(l)
	}
	return out
}

// small is what a screen shows that is too small for anything else.
func (m *root) small() []string {
	out := make([]string, m.h)
	for i := range out {
		out[i] = cells.Blank(m.w)
	}
	for i, l := range m.look.Wrap("Readout needs 20x5 cells.", max(m.w, 2)) {
		if i < len(out) && m.w > 1 {
			out[i] = m.look.Fit(l, m.w)
		}
	}
	return out
}

// header says in words what is shown, and whether it is the sample edition.
func (m *root) header() string {
	right := ""
	if m.listed.Sample {
		right = "SAMPLE EDITION, invented news "
		if m.w < 70 {
			right = "SAMPLE "
		}
	}
	words := cells.Safe(m.query.WordsWith(m.name))
	left := " Readout  " + upper(words)
	if !m.query.Empty() {
		more := ""
		if m.listed.Capped {
			more = "+"
		}
		left += fmt.Sprintf(" (%d%s)", m.listed.Count, more)
	}
	return m.look.On(theme.Bar, m.look.Ends(left, right, m.w))
}

// name is how people call a value of the query language.
func (m *root) name(f query.Field, value string) string {
	found := value
	pane.Each(m.facets.All, func(x desk.Facet) {
		if x.Field == string(f) && x.Value == value {
			found = x.Name
		}
	})
	return found
}

// upper sets the first letter in upper case, where that is an ASCII letter.
func upper(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}

// footer is the status line: what was just done or is being done, and behind
// it the few keys that matter here.
func (m *root) footer() string {
	k := m.look
	left, role := upper(m.status.Text), theme.Text
	switch {
	case left != "":
		role = m.statusRole()
	case m.pending != "":
		left, role = keys.Name(strings.TrimSpace(m.pending))+" …", theme.Accent
	case m.progress != nil:
		left, role = m.progress.bar(k), theme.Accent
	}
	left = k.Truncate(cells.Safe(left), m.w-2)
	room := m.w - k.Width(left) - 3
	if left == "" {
		room = m.w - 2
	}
	hints, used := m.hints(room)
	gap := m.w - 2 - k.Width(left) - used
	return " " + k.On(role, left) + cells.Blank(gap) + hints + " "
}

// spill shows the whole of a status sentence that is longer than a line: its
// lines cover the last rows of the panes, until the next key.
func (m *root) spill(out []string) []string {
	said := cells.Safe(upper(m.status.Text))
	if m.look.Width(said) <= m.w-2 {
		return out
	}
	lines := m.look.Wrap(said, m.w-2)
	lines = lines[:min(len(lines), len(out)-2, 4)]
	for i, l := range lines {
		out[len(out)-len(lines)+i] = " " + m.look.On(m.statusRole(), m.look.Fit(l, m.w-1))
	}
	return out
}

// statusRole is how the status sentence is drawn.
func (m *root) statusRole() theme.Role {
	switch m.status.Level {
	case pane.Done:
		return theme.Good
	case pane.Warn:
		return theme.Warning
	case pane.Fail:
		return theme.Error
	}
	return theme.Text
}

// hints are as many of the keys that matter here as fit into room. Help is
// always among them, since it names all others.
func (m *root) hints(room int) (string, int) {
	var shown []string
	used := 0
	actions := m.keymap.Footer(m.context())
	reserve := 0
	for _, a := range actions {
		if a.ID == keys.ShowHelp {
			reserve = m.look.Width(keys.Name(a.Keys[0])+" "+a.Short) + 2
		}
	}
	for _, a := range actions {
		key := keys.Name(a.Keys[0])
		n := m.look.Width(key) + 1 + m.look.Width(a.Short)
		if len(shown) > 0 {
			n += 2
		}
		if a.ID == keys.ShowHelp {
			reserve = 0
		}
		if used+n+reserve > room {
			continue
		}
		shown = append(shown, m.look.On(theme.Accent, key)+" "+m.look.On(theme.Muted, a.Short))
		used += n
	}
	return strings.Join(shown, "  "), used
}

// overlayRect is where the top overlay stands: in the middle, or at the bottom
// where it asks for the whole width.
func (m *root) overlayRect() rect {
	w, h := m.overlays[len(m.overlays)-1].Size(m.w, m.h-2)
	w, h = clamp(w, 2, m.w), clamp(h, 2, max(m.h-2, 2))
	if w == m.w {
		return rect{0, m.h - 1 - h, w, h}
	}
	return rect{(m.w - w) / 2, 1 + (m.h-2-h)/3, w, h}
}
