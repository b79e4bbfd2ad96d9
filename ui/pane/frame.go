package pane

import (
	"strings"

	"readout/ui/cells"
	"readout/ui/theme"
)

// Frame draws a pane with its border: exactly h lines of exactly w cells. The
// focused pane differs by colour and by a pointer before its title.
func (k *Look) Frame(p Pane, w, h int, focused bool) []string {
	if w < 2 || h < 2 {
		return k.blank(w, h)
	}
	border, title := theme.Border, theme.Muted
	name := p.Title()
	if focused {
		border, title = theme.Focus, theme.Focus
		name = k.Pointer + " " + name
	}
	out := make([]string, 0, h)
	out = append(out, k.edge(k.TopLeft, k.TopRight, name, w, border, title))
	side := k.On(border, k.Down)
	for _, line := range p.Lines(w-2, h-2) {
		out = append(out, side+line+side)
	}
	return append(out, k.edge(k.BottomLeft, k.BottomRight, p.Foot(), w, border, theme.Muted))
}

// edge draws the upper or lower border with a text in it.
func (k *Look) edge(left, right, label string, w int, border, text theme.Role) string {
	inner := w - 2
	if label == "" || inner < 6 {
		return k.On(border, left+strings.Repeat(k.Across, inner)+right)
	}
	label = k.Truncate(cells.Safe(label), inner-4)
	rest := inner - 3 - k.Width(label)
	return k.On(border, left+k.Across+" ") + k.On(text, label) + k.On(border, " "+strings.Repeat(k.Across, rest)+right)
}

func (k *Look) blank(w, h int) []string {
	out := make([]string, max(h, 0))
	for i := range out {
		out[i] = cells.Blank(w)
	}
	return out
}

// Fill makes exactly h lines of w cells: lines that are there are kept, the
// rest is blank.
func Fill(lines []string, w, h int) []string {
	if len(lines) > h {
		return lines[:max(h, 0)]
	}
	for len(lines) < h {
		lines = append(lines, cells.Blank(w))
	}
	return lines
}

// Zip sets columns of equally many lines side by side.
func Zip(columns ...[]string) []string {
	if len(columns) == 1 {
		return columns[0]
	}
	out := make([]string, len(columns[0]))
	row := make([]string, len(columns))
	for i := range out {
		for at, c := range columns {
			row[at] = c[i]
		}
		out[i] = strings.Join(row, "")
	}
	return out
}

// Over lays a box of exact-width lines over others, its upper left corner at x, y.
func (k *Look) Over(under, box []string, x, y int) {
	for i, line := range box {
		if y+i < 0 || y+i >= len(under) {
			continue
		}
		row := under[y+i]
		w, total := k.Width(line), k.Width(row)
		left := k.Fit(k.Cut(row, 0, x), x)
		right := k.Cut(row, x+w, total)
		under[y+i] = left + "\x1b[m" + line + right
	}
}
