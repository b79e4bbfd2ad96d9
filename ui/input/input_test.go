package input

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"readout/ui/cells"
	"readout/ui/pane"
	"readout/ui/theme"
)

func press(l *Line, keys ...tea.KeyPressMsg) {
	for _, k := range keys {
		l.Update(k)
	}
}

func typed(s string) []tea.KeyPressMsg {
	var out []tea.KeyPressMsg
	for _, r := range s {
		out = append(out, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return out
}

func TestEditing(t *testing.T) {
	var l Line
	press(&l, typed("actor:icc sanctoins")...)
	press(&l, tea.KeyPressMsg{Code: 'w', Mod: tea.ModCtrl})
	press(&l, typed("війна")...)
	press(&l, tea.KeyPressMsg{Code: tea.KeyLeft}, tea.KeyPressMsg{Code: tea.KeyBackspace}, tea.KeyPressMsg{Code: tea.KeyDelete})
	if got := l.Value(); got != "actor:icc вій" {
		t.Errorf("got %q", got)
	}
	press(&l, tea.KeyPressMsg{Code: tea.KeyHome}, tea.KeyPressMsg{Code: 'x', Text: "x"}, tea.KeyPressMsg{Code: 'k', Mod: tea.ModCtrl})
	if got := l.Value(); got != "x" {
		t.Errorf("got %q", got)
	}
	l.Update(tea.PasteMsg{Content: "a\nb\x1b[2Jc\n"})
	if got := l.Value(); got != "xa b[2Jc" {
		t.Errorf("a paste came in as %q", got)
	}
}

func TestDrawIsExact(t *testing.T) {
	th, _ := theme.Get("dark")
	k := &pane.Look{Theme: th, Glyphs: pane.Unicode, Now: time.Now, Zone: time.UTC}
	var l Line
	l.Set("国际刑事法院 and a rather long query that does not fit")
	for w := 3; w < 60; w++ {
		line, x := l.Draw(k, "/ ", w)
		if k.Width(line) != w || x < 0 || x >= w {
			t.Errorf("width %d: %d cells, cursor at %d", w, k.Width(line), x)
		}
	}
}

// A note keeps what terminals disagree on and what cannot be drawn: the user
// wrote it, perhaps elsewhere. Only what is pasted comes without controls.
func TestAreaKeepsWhatWasWritten(t *testing.T) {
	th, _ := theme.Get("dark")
	k := &pane.Look{Theme: th, Glyphs: pane.Unicode, Now: time.Now, Zone: time.UTC}
	const note = "👍🏿 ❤\ufe0f 👩\u200d👩\u200d👧 क्\u200dष\tx\u00ad\u202e\nnext line\x1b[31m of " + "a long note that wraps"
	var a Area
	a.Set(note)
	if a.Value() != note {
		t.Errorf("the note became %q", a.Value())
	}
	a.Update(tea.KeyPressMsg{Text: "👍🏿"}, 20)
	a.Update(tea.PasteMsg{Content: "a\u202eb\r\n\tc\x1b[2J❤️"}, 20)
	want := note + "👍🏿ab\n\tc[2J❤️"
	if a.Value() != want {
		t.Errorf("typing made %q", a.Value())
	}
	for range 12 { // up to the beginning and down again, wherever the cursor goes
		a.Update(tea.KeyPressMsg{Code: tea.KeyUp}, 20)
		lines, x, y := a.Lines(k, 20, 5)
		for _, l := range lines {
			if k.Width(l) != 20 || cells.Safe(l) != l {
				t.Errorf("the line %q of %d cells", l, k.Width(l))
			}
		}
		if x < 0 || x >= 20 || y < 0 || y >= 5 {
			t.Errorf("the cursor is at %d, %d", x, y)
		}
	}
	a.Update(tea.KeyPressMsg{Code: tea.KeyHome}, 20)
	a.Update(tea.KeyPressMsg{Text: "!"}, 20)
	for range 12 {
		a.Update(tea.KeyPressMsg{Code: tea.KeyDown}, 20)
	}
	a.Update(tea.KeyPressMsg{Code: tea.KeyEnd}, 20)
	a.Update(tea.KeyPressMsg{Text: "!"}, 20)
	if a.Value() != "!"+want+"!" {
		t.Errorf("moving made %q", a.Value())
	}
}
