package ask

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"readout/ui/keys"
	"readout/ui/pane"
	"readout/ui/theme"
)

func open(answer func(string)) *Pane {
	th, _ := theme.Get("dark")
	return New(&pane.Look{Theme: th, Glyphs: pane.Unicode}, Question{Title: "Tag", Hint: "A hint.", Known: []string{"court file", "Courts", "war"},
		Answer: func(s string) tea.Cmd { answer(s); return nil }})
}

func typed(p *Pane, s string) {
	for _, r := range s {
		p.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

func TestAnswers(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		acts        []keys.ID
		want        string // "" = not answered
	}{
		{"as typed", "  war crimes ", []keys.ID{keys.Accept}, "war crimes"},
		{"completed", "co", []keys.ID{keys.Complete, keys.Accept}, "court file"},
		{"nothing", "   ", []keys.ID{keys.Accept}, ""},
		{"cancelled", "war", []keys.ID{keys.Close}, ""},
	} {
		got, asked := "", 0
		p := open(func(s string) { got = s; asked++ })
		typed(p, c.typed)
		for _, id := range c.acts {
			p.Update(pane.Act{ID: id})
		}
		if got != c.want || asked > 1 {
			t.Errorf("%s: answered %q", c.name, got)
		}
		if msg, _ := p.look.Posted(); msg != (pane.Pop{}) {
			t.Errorf("%s: the question stays: %#v", c.name, msg)
		}
	}
}

// TestHint shows the hint, a better one when it comes, and known answers while one types.
func TestHint(t *testing.T) {
	p := open(func(string) {})
	line := func() string { return ansi.Strip(strings.Join(p.Lines(40, 2), "\n")) }
	p.Update(Hinted{Title: "Another question", Hint: "Wrong."})
	if s := line(); strings.Contains(s, "Wrong") {
		t.Errorf("a hint for another question shows: %s", s)
	}
	p.Update(Hinted{Title: "Tag", Hint: "It bears x."})
	if s := line(); !strings.Contains(s, "It bears x.  court file") {
		t.Errorf("the hint or what was given before is missing: %s", s)
	}
	typed(p, "co")
	if s := line(); !strings.Contains(s, "court file") || strings.Contains(s, "It bears") {
		t.Errorf("while one types, what was given before shows: %s", s)
	}
	typed(p, "zz")
	if s := line(); !strings.Contains(s, "It bears x.") {
		t.Errorf("the hint is missing: %s", s)
	}
}
