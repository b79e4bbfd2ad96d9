package screen

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"readout/ui/keys"
)

// chosenText is the passage that is being chosen.
func (v *driver) chosenText() string {
	v.t.Helper()
	it, err := v.desk.Item(v.ctx, v.reader.Key())
	if err != nil {
		v.t.Fatal(err)
	}
	s := v.reader.Selected()
	return it.Article.Text[s.Start:s.End]
}

// TestHighlightAClaim highlights the words of a quote, finds them in all places
// that show them, and takes them off again.
func TestHighlightAClaim(t *testing.T) {
	v := lookAt(t, 120, 30, Options{})
	v.press("j", "j", "j", "j", "enter", "2", "v")
	v.sees("Choose a passage to highlight", "enter highlight", "[Text]")
	words := v.chosenText()
	v.press("enter")
	v.sees("Highlighted “"+words[:30], "u takes it back", "Notes 1")
	v.press("7")
	v.sees("Highlights  1", "“"+words[:30])
	v.press("enter")
	v.sees("[Text]")
	v.press("v")
	if got := v.chosenText(); got != words {
		t.Errorf("enter and v choose %q", got)
	}
	v.press("enter")
	v.sees("Took the highlight off")
	v.misses("Notes 1")
	v.press("u")
	v.sees("Notes 1")
	v.press(":")
	v.typed("has:highlight")
	v.press("enter")
	v.sees("with your highlights (1)")
	v.press("enter", "7", "D")
	v.sees("Took the highlight off")
	v.press("7")
	v.sees("You have not marked anything here. c writes a note, v highlights a passage")
}

// TestChooseAPassage moves both ends by word, sentence and line.
func TestChooseAPassage(t *testing.T) {
	v := lookAt(t, 120, 30, Options{})
	v.press("j", "j", "j", "enter", "5", "v")
	first := v.chosenText()
	v.press("h", "h")
	if got := v.chosenText(); !strings.HasPrefix(first, got) || len(got) >= len(first) {
		t.Errorf("a word less gives %q", got)
	}
	v.press("J")
	if got := v.chosenText(); got != first {
		t.Errorf("to the end of the sentence: %q", got)
	}
	v.press("J")
	two := v.chosenText()
	if !strings.HasPrefix(two, first) || len(two) <= len(first)+5 {
		t.Errorf("a sentence more: %q", two)
	}
	v.press("o", "l", "l", "h")
	if got := v.chosenText(); !strings.HasSuffix(two, got) || len(got) >= len(two) {
		t.Errorf("the beginning a word on: %q", got)
	}
	v.press("K")
	if got := v.chosenText(); got != two {
		t.Errorf("the beginning at that of its sentence: %q", got)
	}
	v.press("J")
	if got := v.chosenText(); len(got) >= len(two)-len(first)+2 {
		t.Errorf("the beginning a sentence on: %q", got)
	}
	v.press("K")
	v.press("o", "L", "L")
	more := v.chosenText()
	v.press("H", "H", "H", "H", "H", "H")
	if got := v.chosenText(); len(got) >= len(more) {
		t.Errorf("lines: %q", got)
	}
	v.press("k", "k", "j")
	if got := v.chosenText(); got == first {
		t.Errorf("the next sentence is the first one: %q", got)
	}
	v.press("?")
	v.sees("Help for highlighting")
	v.press("esc", "x", "F", "J", "esc")
	if v.Selected() || v.context() != keys.Reader {
		t.Error("esc leaves it")
	}
	v.misses("Notes")
}

func (v *driver) Selected() bool { return !v.reader.Selected().Empty() }

// TestHighlightByMouse drags over the text.
func TestHighlightByMouse(t *testing.T) {
	v := lookAt(t, 120, 30, Options{})
	v.press("j", "j", "j", "enter", "5")
	r := v.layout.reader
	at := func(x, y int) (int, int) { return r.x + 1 + x, r.y + 1 + y }
	x, y := at(3, 8)
	v.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	if v.Selected() {
		t.Fatal("a click alone chooses")
	}
	x, y = at(20, 9)
	v.send(tea.MouseMotionMsg{X: x, Y: y, Button: tea.MouseLeft})
	v.send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
	if !v.Selected() {
		t.Fatal("dragging chooses nothing")
	}
	forth := v.chosenText()
	v.send(tea.MouseMotionMsg{X: 0, Y: 0}) // the button is up: nothing follows
	if v.chosenText() != forth {
		t.Error("the passage follows a pointer that holds no button")
	}
	v.press("enter")
	v.sees("Highlighted", "Notes 1")
	v.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	x, y = at(3, 8)
	v.send(tea.MouseMotionMsg{X: x, Y: y, Button: tea.MouseLeft})
	if got := v.chosenText(); got != forth {
		t.Errorf("dragged back: %q, forth: %q", got, forth)
	}
	x, y = at(-9, 99)
	v.send(tea.MouseMotionMsg{X: x, Y: y, Button: tea.MouseLeft})
	v.press("esc")
}
