package verbs

import "testing"

func TestListColumns(t *testing.T) {
	for _, c := range []struct{ width, title, actors int }{
		{0, 76, 48},
		{300, 76, 48},
		{150, 76, 26},
		{120, 74, 0},
		{80, 34, 0},
		{40, 20, 0},
	} {
		if title, actors := listColumns(c.width); title != c.title || actors != c.actors {
			t.Errorf("%d: %d, %d; want %d, %d", c.width, title, actors, c.title, c.actors)
		}
	}
}
