package pane

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestQueue: a write waits for the one before it, a read for the writes before
// it, and no write for a read.
func TestQueue(t *testing.T) {
	var q Queue
	var done string
	work := func(what string) func() tea.Msg {
		return func() tea.Msg {
			done += what
			return nil
		}
	}
	first, second := q.Go("writing", work("1")), q.Go("writing", work("2"))
	var seen string
	read := q.After("reading", func() tea.Msg {
		seen = done
		return nil
	})
	third := q.Go("writing", func() tea.Msg { return "the third" })
	ended := make(chan struct{})
	go func() {
		read()
		close(ended)
	}()
	go second()
	first()
	if third() != "the third" { // although nobody has let the read end
		t.Error("a write is lost")
	}
	<-ended
	if seen != "12" {
		t.Errorf("the read sees the writes %q, want 12", seen)
	}
}
