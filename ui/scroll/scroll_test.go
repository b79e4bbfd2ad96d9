package scroll

import (
	"testing"

	"readout/ui/keys"
	"readout/ui/pane"
)

func TestKeepsTheSelectionInSight(t *testing.T) {
	l := List{Tall: 2, Head: 1}
	l.Reset(10)
	l.Window(9) // four rows
	see := func(sel, from, to int) {
		t.Helper()
		if f, n := l.Window(9); l.Sel != sel || f != from || n != to {
			t.Errorf("on %d of %d to %d, want %d of %d to %d", l.Sel, f, n, sel, from, to)
		}
	}
	l.Update(pane.Act{ID: keys.PageDown})
	see(4, 1, 5)
	l.Update(pane.Act{ID: keys.Prev})
	see(3, 1, 5)
	if _, chosen := l.Update(pane.Click{Y: 8, Double: true}); !chosen {
		t.Error("a double click chooses nothing")
	}
	see(4, 1, 5)
	if _, chosen := l.Update(pane.Click{Y: 0, Double: true}); chosen {
		t.Error("the head was chosen")
	}
	l.Update(pane.Wheel{Lines: 30})
	see(9, 6, 10)
	l.Update(pane.Act{ID: keys.PageUp})
	see(5, 5, 9)
	l.Len(3)
	see(2, 0, 3)
	l.Len(0)
	see(0, 0, 0)
	if used, _ := l.Update(pane.Act{ID: keys.Accept}); used {
		t.Error("it took an action that is none of a list's")
	}
}
