package screen

import (
	"testing"

	"readout/ui/keys"
)

func TestArrange(t *testing.T) {
	for _, c := range []struct {
		w, h                int
		focus               keys.Context
		zen                 bool
		watch, list, reader int // widths
	}{
		{200, 50, keys.List, false, 28, 62, 110},
		{120, 30, keys.List, false, 24, 38, 58},
		{300, 100, keys.List, false, 30, 64, 206},
		{119, 30, keys.List, false, 0, 47, 72},
		{80, 24, keys.List, false, 0, 32, 48},
		{80, 24, keys.Reader, false, 0, 32, 48},
		{80, 24, keys.Watch, false, 28, 52, 0},
		{79, 24, keys.List, false, 0, 79, 0},
		{60, 20, keys.Reader, false, 0, 0, 60},
		{60, 20, keys.Watch, false, 60, 0, 0},
		{40, 12, keys.List, false, 0, 40, 0},
		{200, 50, keys.Reader, true, 0, 0, 200},
		{20, 5, keys.List, false, 0, 20, 0},
	} {
		l := arrange(c.w, c.h, c.focus, c.zen, shift{})
		if l.watch.w != c.watch || l.list.w != c.list || l.reader.w != c.reader {
			t.Errorf("%dx%d %s zen=%v: %d %d %d, want %d %d %d", c.w, c.h, c.focus, c.zen,
				l.watch.w, l.list.w, l.reader.w, c.watch, c.list, c.reader)
		}
	}
	for _, s := range [][2]int{{0, 0}, {19, 30}, {200, 4}, {-1, -1}} {
		if !arrange(s[0], s[1], keys.List, false, shift{}).tooSmall {
			t.Errorf("%v is not too small", s)
		}
	}
}

// TestArrangeFills checks at every size that the panes fill the screen and the
// one with the focus is among them.
func TestArrangeFills(t *testing.T) {
	for w := leastWidth; w < 310; w++ {
		for _, h := range []int{5, 12, 24, 50, 100} {
			for _, focus := range order {
				l := arrange(w, h, focus, false, shift{w % 90, -w % 70})
				sum := 0
				for _, c := range order {
					sum += l.of(c).w
				}
				if sum != w || l.of(focus).w == 0 || l.list.h != 0 && l.list.h != h-2 {
					t.Fatalf("%dx%d %s: %+v", w, h, focus, l)
				}
			}
		}
	}
}
