package screen

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/ui/keys"
	"readout/ui/pane"
)

// TestMorning is a user's morning, in the order of a new user's guesses.
func TestMorning(t *testing.T) {
	v := lookAt(t, 120, 30, Options{})
	v.sees("All articles", "12 unread", "1/12", "EU envoys")

	v.press("j", "j", "k")
	v.sees("2/12", "12 unread") // moving reads nothing
	v.press("2")
	v.sees("[Quotes", "12 unread") // a tab is shown from anywhere
	v.press("1", "esc")
	v.press("enter")
	v.sees("11 unread")
	if v.look.Focus != keys.Reader {
		t.Fatal("opening does not go to the reader")
	}
	v.press("q", "g", "g", "enter", "2")
	v.sees("[Quotes 6]", "Solvang-Maes", "✓")
	v.press("j", "enter")
	v.sees("[Text]", "We went after the")
	v.press("esc") // back to the quote, and on the way out of the reader only then
	v.sees("[Quotes 6]")
	if v.look.Focus != keys.Reader {
		t.Fatal("esc leaves the reader from the place that a quote led to")
	}
	v.press("enter", "w")
	v.sees("[Why]", "Topics")
	v.press("esc", "s")
	v.sees("★", "u takes it back")
	v.press("u")
	v.misses("★")
	v.press("ctrl+r")
	v.sees("★")
}

// TestDemo opens every tab of every article of the built-in sample edition,
// which is labelled as what it is.
func TestDemo(t *testing.T) {
	d, err := desk.Demo(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	v := openOn(t, d, 120, 30, Options{})
	v.sees("SAMPLE EDITION, invented news", "12 unread")
	v.press("enter")
	for range 12 {
		v.press("2", "3", "4", "5", "1", "J")
	}
	v.misses("12 unread", "Opening", "cannot be shown")
	v.press("R")
	v.sees("without --demo")
}

// TestFilter goes from the picker to a search within, and back to all.
func TestFilter(t *testing.T) {
	v := lookAt(t, 120, 30, Options{})
	v.press("f")
	v.sees("Filter by actors, topics and sources")
	v.typed("potomac")
	v.press("enter")
	v.sees("The Potomac Dispatch", "1/2")
	v.misses("Filter by actors")
	v.press("/")
	v.typed("correction")
	v.sees("Search within", "1 article")
	v.press("esc")
	v.sees("1/2")
	v.press("/")
	v.typed("correction")
	v.press("enter")
	v.sees("1/1", "correction")
	v.press("F")
	v.sees("/12", "All articles")
	v.press(":")
	v.typed("acter:icc")
	v.sees("did you mean actor")
	v.press("esc", ":")
	v.typed("has:signatories")
	v.press("enter")
	v.misses("/12")
}

// TestBulk marks all read in two presses, keeps the rows on screen, and takes it back.
func TestBulk(t *testing.T) {
	v := lookAt(t, 120, 30, Options{Query: "is:unread"})
	v.sees("1/12")
	v.press("A")
	v.sees("A again marks the 12 unread articles of this list read")
	v.press("j", "A")
	v.sees("A again") // another key in between leaves them
	v.sees("12 unread")
	v.press("9")
	v.misses("A again") // also one that means nothing, or that is another pane's
	v.press("A", "tab", "shift+tab", "A")
	v.sees("12 unread", "A again")
	v.press("A")
	v.sees("12 articles", "/12")
	v.misses("12 unread")
	v.press("A")
	v.sees("All articles of this list are read.")
	v.press("u")
	v.sees("12 unread", "Undone")
	v.press("m", "A")
	v.sees("A again marks the 11 unread articles of this list read")
	v.press("A")
	v.sees("Marked 11 articles read")
}

func TestNote(t *testing.T) {
	v := lookAt(t, 100, 30, Options{})
	v.press("c")
	v.sees("Note on")
	v.typed("call the desk at q")
	v.press("enter")
	v.typed("second line")
	v.sees("kept")
	v.press("esc")
	v.misses("Note on")
	v.press("c")
	v.sees("call the desk at q", "second line")
}

func TestHelpAndPalette(t *testing.T) {
	v := lookAt(t, 80, 24, Options{})
	v.press("?")
	v.sees("Help for articles")
	v.typed("star")
	v.sees("Star the article")
	v.press("esc", "ctrl+p")
	v.typed("only the reader")
	v.press("enter")
	if !v.zen {
		t.Error("the palette does not do what was chosen")
	}
	v.press("q")
	if v.zen || v.quit {
		t.Error("q leaves zen first")
	}
	v.press("!")
	v.sees("Feeds")
	v.press("q", "q", "q")
	if !v.quit {
		t.Error("q does not quit in the end")
	}
}

// TestPlacesAreKept checks that the list never loses its place.
func TestPlacesAreKept(t *testing.T) {
	v := lookAt(t, 120, 30, Options{Query: "is:unread"})
	v.press("j", "j", "j", "enter", "esc")
	v.sees("4/12") // the article that was read stays until the filter changes
	before := v.panes[keys.List].(interface{ Foot() string }).Foot()
	v.send(polled{gen: v.gen + 1})
	if after := v.panes[keys.List].Foot(); after != before {
		t.Errorf("the place was %s and is %s", before, after)
	}
}

func TestMouse(t *testing.T) {
	v := lookAt(t, 120, 30, Options{})
	v.send(tea.MouseWheelMsg{X: 30, Y: 10, Button: tea.MouseWheelDown})
	v.sees("12 unread", "1/12")
	v.send(tea.MouseClickMsg{X: 30, Y: 6, Button: tea.MouseLeft})
	v.sees("5/12", "12 unread")
	v.send(tea.MouseClickMsg{X: 30, Y: 6, Button: tea.MouseLeft})
	v.sees("11 unread")
	r := v.layout.reader
	x := r.x + 1 + strings.Index(strings.Split(v.pane(keys.Reader), "\n")[v.tabRow()], "Why")
	v.send(tea.MouseClickMsg{X: x, Y: r.y + 1 + v.tabRow(), Button: tea.MouseLeft})
	v.sees("[Why]")
	v.send(tea.MouseClickMsg{X: 3, Y: 3, Button: tea.MouseLeft})
	v.sees("1/11") // Unread, in Watch
}

// TestLongSentences shows the whole of what went wrong, also on a narrow screen.
func TestLongSentences(t *testing.T) {
	v := lookAt(t, 60, 20, Options{})
	v.send(pane.Sorry("Opening the browser", errors.New("there is no xdg-open here; name your browser in config.toml, or copy the address with Y")))
	v.sees("there is no", "copy the address with")
	v.press("j")
	v.misses("copy the address with")
}

// TestDrag drags the border between the list and the reader.
func TestDrag(t *testing.T) {
	v := lookAt(t, 120, 30, Options{})
	edge := v.layout.reader.x
	v.send(tea.MouseClickMsg{X: edge, Y: 9, Button: tea.MouseLeft})
	for x := edge; x > edge-9; x-- {
		v.send(tea.MouseMotionMsg{X: x, Y: 9, Button: tea.MouseLeft})
	}
	v.send(tea.MouseReleaseMsg{X: edge - 8, Y: 9, Button: tea.MouseLeft})
	v.send(tea.MouseMotionMsg{X: 2, Y: 9})
	if got := v.layout.reader.x; got > edge-7 || got < edge-9 {
		t.Errorf("the border was at %d and is at %d", edge, got)
	}
	v.sees("1/12", "12 unread")
}

// tabRow is the reader's line with the tabs.
func (v *driver) tabRow() int {
	for i, l := range strings.Split(v.pane(keys.Reader), "\n") {
		if strings.Contains(l, "Text") && strings.Contains(l, "Brief") {
			return i
		}
	}
	v.t.Fatal("no tabs")
	return 0
}

// TestSizes resizes like a storm, through sizes that nothing fits on.
func TestSizes(t *testing.T) {
	v := lookAt(t, 120, 30, Options{})
	r := rand.New(rand.NewPCG(1, 2))
	for _, overlay := range []string{"", "f", "/", "?", "!", "c", "ctrl+p"} {
		if overlay != "" {
			v.press(overlay)
		}
		for _, s := range [][2]int{{0, 0}, {1, 1}, {19, 4}, {20, 5}, {21, 6}, {40, 12}, {60, 20}, {80, 24}, {120, 30}, {200, 50}, {300, 100}} {
			v.send(tea.WindowSizeMsg{Width: s[0], Height: s[1]})
		}
		for range 40 {
			v.send(tea.WindowSizeMsg{Width: r.IntN(220), Height: r.IntN(60)})
		}
		v.send(tea.WindowSizeMsg{Width: 120, Height: 30})
		v.press("esc")
	}
}

// TestSoak presses thousands of keys at random, with resizes, wheel and
// clicks between them. Nothing may panic and no line may lose its width.
func TestSoak(t *testing.T) {
	n := 3000
	if testing.Short() {
		n = 400
	}
	v := lookAt(t, 120, 30, Options{})
	r := rand.New(rand.NewPCG(7, 11))
	names := strings.Fields("j k g G h l enter esc tab f F / : m A s u ctrl+r c w z J K n N [ ] 1 2 3 4 5 t ctrl+d ctrl+u space b ? ! . up down left right home end pgup pgdown backspace ctrl+p ctrl+w i c é 国 \" ( ) -")
	for range n {
		switch r.IntN(40) {
		case 0:
			v.send(tea.WindowSizeMsg{Width: r.IntN(210), Height: r.IntN(60)})
		case 1:
			v.send(tea.MouseClickMsg{X: r.IntN(210), Y: r.IntN(60), Button: tea.MouseLeft})
		case 2:
			v.send(tea.MouseWheelMsg{X: r.IntN(210), Y: r.IntN(60), Button: tea.MouseWheelDown})
		case 3:
			v.send(tea.PasteMsg{Content: "a \x1b[2J\u202eb\n国"})
		case 4:
			v.send(polled{gen: v.gen + 1})
		default:
			v.press(names[r.IntN(len(names))])
		}
	}
}
