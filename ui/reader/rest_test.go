package reader

import (
	"testing"

	"readout/briefing/desk"
	"readout/ui/pane"
)

// TestHeldKeyRestsOnce walks over a hundred articles: one timer runs, and the
// article is loaded that is selected when nothing moved while it ran.
func TestHeldKeyRestsOnce(t *testing.T) {
	p := New(&pane.Look{}, nil)
	timers := 0
	for k := range desk.Key(100) {
		if p.Update(pane.Selected{Key: k + 1}) != nil {
			timers++
		}
	}
	if timers != 1 {
		t.Errorf("%d timers for a held key, want 1", timers)
	}
	if p.Update(due{1}) == nil || p.began != 0 {
		t.Fatalf("after the first timer: loading began for %d; want another timer", p.began)
	}
	if p.Update(due{p.gen}) == nil || p.began != p.gen {
		t.Fatalf("after a timer without a move: loading began for %d, want %d", p.began, p.gen)
	}
	p.Update(pane.Selected{Key: 7})
	p.Update(pane.Opened{Key: 7})
	if p.began != p.gen {
		t.Fatal("an opened article is not loaded at once")
	}
	if p.Update(due{p.gen}) != nil {
		t.Error("an opened article is loaded again when its timer ends")
	}
}
