package theme

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	th, low, err := Parse("mine", []byte("base = \"light\"\nbackground = \"#fdf6e3\"\n[roles]\nquote = {fg = \"#5b3a00\", attr = \"i\"}\nmuted = {fg = \"#b8b0a0\"}\nstar = {fg = \"3\"}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if fg, _ := th.Colours(Quote); fg != "#5b3a00" || th.Name != "mine" || th.Dark || th.On(Quote, "x") != "\x1b[3;38;2;91;58;0mx\x1b[m" {
		t.Errorf("quote is %q", th.On(Quote, "x"))
	}
	if len(low) != 1 || !strings.Contains(low[0], "muted (#b8b0a0 on #fdf6e3)") {
		t.Errorf("low contrast: %q", low)
	}
	if again, _ := Get("light"); again.specs[Quote].fg == "#5b3a00" {
		t.Error("the built-in theme was changed")
	}
}

func TestParseErrors(t *testing.T) {
	for in, want := range map[string]string{
		"base = \"pink\"":                           "choose one of dark",
		"bse = \"dark\"":                            "line 1",
		"\n\nbase = 3":                              "line 3",
		"[roles]\nqoute = {fg = \"#ffffff\"}":       `did you mean "quote"`,
		"[roles]\nquote = {fg = \"red\"}":           "#rrggbb",
		"[roles]\nquote = {bg = \"16\"}":            "no colour",
		"[roles]\nquote = {attr = \"bold\"}":        "letters b",
		"background = \"white\"":                    "#rrggbb",
		"[roles]\nquote = {fg = \"#12345\\u001b\"}": "no colour",
	} {
		if _, _, err := Parse("x", []byte(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", in, err, want)
		}
	}
}

// FuzzParse never draws more than colours: an accepted theme holds no other
// escape sequence.
func FuzzParse(f *testing.F) {
	f.Add([]byte("base = \"dark\"\n[roles]\nquote = {fg = \"#ffffff\"}"))
	f.Add([]byte("[roles]\nbar = {fg = \"\x1b[2J\"}"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		th, _, err := Parse("x", raw)
		if err != nil {
			return
		}
		for r := range roles {
			if s := th.On(r, ""); s != "" {
				t.Fatalf("%q", s)
			}
			if open := th.Style(r).Open(); strings.Trim(open, "\x1b[0123456789;m") != "" {
				t.Fatalf("role %d draws %q", r, open)
			}
		}
	})
}
