package theme

import "testing"

// grounds are the terminal backgrounds that a theme is meant for.
var grounds = map[string][]string{
	"dark":     {"#000000", "#1e1e1e", "#1c2128", "#282c34"},
	"light":    {"#ffffff", "#fafafa", "#f5f5f0"},
	"contrast": {"#000000"},
}

func TestContrast(t *testing.T) {
	if c := Contrast("#000000", "#ffffff"); c < 20.9 || c > 21.1 {
		t.Fatalf("black on white is %.2f to 1", c)
	}
	for name, backs := range grounds {
		least := 4.5
		if name == "contrast" {
			least = 7 // WCAG AAA
		}
		th, _ := Get(name)
		for r := range roles {
			fg, bg := th.Colours(r)
			against := backs
			if bg != "" {
				against = []string{bg}
			}
			for _, b := range against {
				want := least
				if r == Border {
					want = 3 // no text: WCAG 1.4.11
				}
				if c := Contrast(fg, b); c < want {
					t.Errorf("%s: role %d: %s on %s is %.2f to 1", name, r, fg, b, c)
				}
			}
		}
	}
}

// TestStateWithoutColour keeps what matters visible where there is no colour.
func TestStateWithoutColour(t *testing.T) {
	for _, name := range []string{"ansi", "none"} {
		th, _ := Get(name)
		for _, r := range []Role{Unread, Selected, Resting, Mark, Lit, Focus, Error} {
			if th.specs[r].attr == "" {
				t.Errorf("%s: role %d differs by colour only", name, r)
			}
		}
	}
}

func TestNames(t *testing.T) {
	for _, n := range Names()[1:] {
		if _, ok := Get(n); !ok {
			t.Errorf("theme %q is listed but not built", n)
		}
	}
	if _, ok := Get("pink"); ok {
		t.Error("an unknown theme was found")
	}
	if For(true).Name != "dark" || For(false).Name != "light" {
		t.Error("For")
	}
}

func TestStyle(t *testing.T) {
	for _, c := range []struct {
		s    spec
		want string
	}{
		{spec{}, "x"},
		{spec{"#0102ff", "", "b"}, "\x1b[1;38;2;1;2;255mx\x1b[m"},
		{spec{"1", "12", "r"}, "\x1b[7;31;104mx\x1b[m"},
	} {
		if got := c.s.style().On("x"); got != c.want {
			t.Errorf("%v: %q, want %q", c.s, got, c.want)
		}
	}
}
