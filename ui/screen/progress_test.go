package screen

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/ui/keys"
)

// TestProgress tells how far a refresh is, in the footer and to the terminal
// (OSC 9;4), and names the feeds that are slow.
func TestProgress(t *testing.T) {
	v := lookAt(t, 120, 30, Options{})
	if v.View().ProgressBar != nil {
		t.Error("a bar without a refresh")
	}
	v.progress = &progress{}
	if b := v.View().ProgressBar; b == nil || b.State != tea.ProgressBarIndeterminate {
		t.Errorf("at the beginning: %+v", b)
	}
	v.progress.Progress = desk.Progress{Done: 3, Total: 5, New: 12, Waiting: []string{"Slow Wire", "New Gazette"}}
	if b := v.View().ProgressBar; b == nil || b.State != tea.ProgressBarDefault || b.Value != 60 {
		t.Errorf("in the middle: %+v", b)
	}
	v.sees("Refreshing 3/5 ██████░░░░ 12 new · waiting for Slow Wire and 1 more")
	v.progress = nil
	if v.View().ProgressBar != nil {
		t.Error("the bar stays")
	}
}

// TestWheelAndOverlays scrolls and clicks in every pane and in an overlay: what
// lies under the pointer moves, nothing is marked read, nothing else is selected.
func TestWheelAndOverlays(t *testing.T) {
	v := lookAt(t, 120, 30, Options{})
	at := v.reader.Key()
	for _, c := range order {
		r := v.layout.of(c)
		before := v.pane(c)
		for range 2 {
			v.send(tea.MouseWheelMsg{X: r.x + 3, Y: r.y + 9, Button: tea.MouseWheelDown})
		}
		if c != keys.Watch && v.pane(c) == before { // Watch may show all of its lines
			t.Errorf("the wheel does not move %s", c)
		}
	}
	if v.reader.Key() != at || v.look.Focus != keys.List {
		t.Error("the wheel selects")
	}
	v.sees("12 unread")
	v.press("f")
	r := v.overlayRect()
	v.send(tea.MouseWheelMsg{X: 1, Y: 1, Button: tea.MouseWheelDown})
	v.send(tea.MouseClickMsg{X: 1, Y: 1, Button: tea.MouseLeft}) // beside it: nothing
	v.sees("Filter by actors")
	for range 2 {
		v.send(tea.MouseClickMsg{X: r.x + 5, Y: r.y + 3, Button: tea.MouseLeft})
	}
	v.misses("Filter by actors")
	if v.query.Empty() {
		t.Error("a double click on a name filters nothing")
	}
	v.press("F", ";")
	r = v.overlayRect()
	v.send(tea.MouseClickMsg{X: r.x + 5, Y: r.y + 1, Button: tea.MouseLeft})
	v.sees("opens brusselsregister.example")
}
