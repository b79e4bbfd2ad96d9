package input

import (
	"sort"
	"strings"

	tea "charm.land/bubbletea/v2"

	"readout/ui/cells"
	"readout/ui/pane"
)

// Area is a text field of several lines that wraps what is typed. It keeps every
// character of a text that it is given, and draws those that can be drawn. The
// zero Area is empty.
type Area struct {
	Line
	top int // first visible line
}

// Set replaces the text; the cursor goes to its end.
func (a *Area) Set(s string) { a.text = []rune(unixLines(s)); a.at = len(a.text) }

// Before puts text before what is there; the cursor stays where it is in it.
func (a *Area) Before(s string) {
	t := []rune(unixLines(s))
	a.text, a.at = append(t, a.text...), a.at+len(t)
}

func unixLines(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

// pasted is text from elsewhere without characters that act on a terminal or
// reorder text: the user has not seen them.
func pasted(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && cells.Hidden(r) {
			return -1
		}
		return r
	}, unixLines(s))
}

// shown is the beginning of the text, n characters, as it is drawn. A longer
// beginning is drawn as the shorter one with something behind it.
func (a *Area) shown(n int) string {
	lines := strings.Split(string(a.text[:n]), "\n")
	for i, l := range lines {
		lines[i] = cells.Safe(l)
	}
	return strings.Join(lines, "\n")
}

// areaLimit is the number of characters that a note takes.
const areaLimit = 200_000

// Update takes a key or a paste and reports whether the text changed. w is the
// width that it is drawn in, so that up and down go by what one sees.
func (a *Area) Update(msg tea.Msg, w int) bool {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return a.put(pasted(msg.Content))
	case tea.KeyPressMsg:
		if a.move(msg.String(), w) {
			return false
		}
		switch msg.String() {
		case "enter", "shift+enter", "ctrl+j":
			return a.put("\n")
		case "tab":
			return a.put("  ")
		case "ctrl+u":
			n := a.column()
			a.Replace(n, "")
			return n > 0
		case "ctrl+k":
			end := a.at
			for end < len(a.text) && a.text[end] != '\n' {
				end++
			}
			changed := end > a.at
			a.text = append(a.text[:a.at:a.at], a.text[end:]...)
			return changed
		default:
			if msg.Text != "" {
				return a.put(pasted(msg.Text))
			}
			return a.Line.Update(msg)
		}
	}
	return false
}

// move takes a key that moves the cursor over several lines, and reports
// whether it is one.
func (a *Area) move(key string, w int) bool {
	switch key {
	case "up":
		a.vertical(-1, w)
	case "down":
		a.vertical(1, w)
	case "home", "ctrl+a":
		a.at -= a.column()
	case "end", "ctrl+e":
		for a.at < len(a.text) && a.text[a.at] != '\n' {
			a.at++
		}
	case "ctrl+home":
		a.at = 0
	case "ctrl+end":
		a.at = len(a.text)
	default:
		return false
	}
	return true
}

func (a *Area) put(s string) bool {
	if s == "" || len(a.text)+len(s) > areaLimit {
		return false
	}
	a.Replace(0, s)
	return true
}

// column is how many characters the cursor stands behind the last line break.
func (a *Area) column() int {
	n := 0
	for n < a.at && a.text[a.at-n-1] != '\n' {
		n++
	}
	return n
}

// place finds the cursor in the wrapped text as it is drawn: its line, and its
// byte offset.
func (a *Area) place(lines [][2]int) (line, offset int) {
	offset = len(a.shown(a.at))
	for i, l := range lines {
		if l[0] <= offset {
			line = i
		}
	}
	return line, offset
}

// vertical moves the cursor by wrapped lines and keeps its column.
func (a *Area) vertical(by, w int) {
	s := a.shown(len(a.text))
	lines := cells.Points.Breaks(s, w)
	line, offset := a.place(lines)
	to := line + by
	if to < 0 || to >= len(lines) {
		return
	}
	column := len([]rune(s[lines[line][0]:offset]))
	target := []rune(s[lines[to][0]:lines[to][1]])
	wanted := lines[to][0] + len(string(target[:min(column, len(target))]))
	a.at = sort.Search(len(a.text), func(n int) bool { return len(a.shown(n+1)) > wanted })
}

// Lines draws the text in exactly h lines of w cells and returns the cell of
// the cursor.
func (a *Area) Lines(k *pane.Look, w, h int) (out []string, x, y int) {
	s := a.shown(len(a.text))
	lines := k.Breaks(s, w-1)
	line, offset := a.place(lines)
	a.top = max(min(a.top, line, max(len(lines)-h, 0)), line-h+1, 0)
	for i := a.top; i < len(lines) && len(out) < h; i++ {
		out = append(out, k.Fit(s[lines[i][0]:lines[i][1]], w))
	}
	x = min(k.Width(s[lines[line][0]:offset]), max(w-1, 0))
	return pane.Fill(out, w, h), x, line - a.top
}
