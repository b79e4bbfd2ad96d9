// Package input is a one-line text field: what one types, where the cursor is.
package input

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"readout/ui/cells"
	"readout/ui/pane"
	"readout/ui/theme"
)

// Line is a text field. The zero Line is empty.
type Line struct {
	text []rune
	at   int // cursor, in runes
}

// limit is the number of characters that can be pasted: more is no query.
const limit = 2000

// Value returns what was typed.
func (l *Line) Value() string { return string(l.text) }

// Set replaces the text; the cursor goes to its end.
func (l *Line) Set(s string) { l.text = []rune(cells.Safe(s)); l.at = len(l.text) }

// Before returns the text before the cursor.
func (l *Line) Before() string { return string(l.text[:l.at]) }

// Replace puts s in place of the n characters before the cursor.
func (l *Line) Replace(n int, s string) {
	l.text = append(l.text[:l.at-n:l.at-n], append([]rune(s), l.text[l.at:]...)...)
	l.at += len([]rune(s)) - n
}

// Update takes a key or a paste and reports whether the text changed.
func (l *Line) Update(msg tea.Msg) bool {
	before := l.Value()
	switch msg := msg.(type) {
	case tea.PasteMsg:
		l.insert(msg.Content)
	case tea.KeyPressMsg:
		l.press(msg)
	}
	return l.Value() != before
}

func (l *Line) press(k tea.KeyPressMsg) {
	switch k.String() {
	case "left", "ctrl+b":
		l.at = max(l.at-1, 0)
	case "right", "ctrl+f":
		l.at = min(l.at+1, len(l.text))
	case "home", "ctrl+a":
		l.at = 0
	case "end", "ctrl+e":
		l.at = len(l.text)
	case "backspace", "ctrl+h":
		if l.at > 0 {
			l.Replace(1, "")
		}
	case "delete", "ctrl+d":
		if l.at < len(l.text) {
			l.text = append(l.text[:l.at:l.at], l.text[l.at+1:]...)
		}
	case "ctrl+w", "alt+backspace":
		l.Replace(l.word(), "")
	case "ctrl+u":
		l.Replace(l.at, "")
	case "ctrl+k":
		l.text = l.text[:l.at]
	default:
		l.insert(k.Text)
	}
}

// word is the number of characters back to the beginning of the word.
func (l *Line) word() int {
	i := l.at
	for i > 0 && unicode.IsSpace(l.text[i-1]) {
		i--
	}
	for i > 0 && !unicode.IsSpace(l.text[i-1]) {
		i--
	}
	return l.at - i
}

func (l *Line) insert(s string) {
	s = cells.Safe(strings.TrimRight(s, "\n"))
	if len(l.text)+len(s) > limit && len(s) > 4 {
		return
	}
	l.Replace(0, s)
}

// Draw draws the field behind a label in exactly w cells and returns the
// column of the cursor.
func (l *Line) Draw(k *pane.Look, label string, w int) (line string, cursor int) {
	lead := k.Width(label)
	room := w - lead - 1
	if room < 1 {
		return k.Fit(label, w), 0
	}
	head, tail := string(l.text[:l.at]), string(l.text[l.at:])
	for r := []rune(head); k.Width(head) > room; head = string(r) {
		r = r[1:]
	}
	cursor = lead + k.Width(head)
	return k.On(theme.Accent, label) + k.Fit(head+tail, w-lead), min(cursor, w-1)
}
