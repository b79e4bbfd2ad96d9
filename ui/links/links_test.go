package links

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"readout/ui/keys"
	"readout/ui/pane"
	"readout/ui/theme"
)

func open(urls ...string) *Pane {
	th, _ := theme.Get("dark")
	km, _ := keys.New("")
	var ls []pane.Link
	for _, u := range urls {
		ls = append(ls, pane.Link{URL: u, What: "x"})
	}
	return New(&pane.Look{Theme: th, Glyphs: pane.Unicode, Keys: km}, ls, nil)
}

// TestOnlyWebAddresses lists http and https, and shows the true host.
func TestOnlyWebAddresses(t *testing.T) {
	p := open("javascript:alert(1)", "file:///etc/passwd", "https://state.gov@evil.example/", "http://аpple.com/", "https://a.example/\x1b]52;c;x\x07", "ftp://x.example", "https://b.example/%1b")
	s := ansi.Strip(strings.Join(p.Lines(80, 20), "\n"))
	for _, want := range []string{"1  evil.example", "2  xn--pple-43d.com", "3  b.example"} {
		if !strings.Contains(s, want) {
			t.Errorf("%q is not in\n%s", want, s)
		}
	}
	if len(p.links) != 3 || strings.ContainsAny(s, "\x1b\x07") {
		t.Errorf("%d links:\n%s", len(p.links), s)
	}
}

// TestALetterChooses shows what opening would do, and opens nothing.
func TestALetterChooses(t *testing.T) {
	p := open("https://a.example/", "https://b.example/", "https://c.example/")
	if cmd := p.Update(tea.KeyPressMsg{Code: '2', Text: "2"}); cmd != nil {
		t.Error("a letter opens a link")
	}
	if p.Foot() != "enter opens b.example" {
		t.Errorf("the foot says %q", p.Foot())
	}
	p.Update(tea.KeyPressMsg{Code: '9', Text: "9"})
	p.Update(pane.Act{ID: keys.Next})
	if p.Foot() != "enter opens c.example" {
		t.Errorf("the foot says %q", p.Foot())
	}
	p.Update(pane.Act{ID: keys.CopyURL})
	if msg, _ := p.look.Posted(); msg != (pane.Pop{}) {
		t.Errorf("copying leaves the list open: %v", msg)
	}
}

func TestLinesAreExact(t *testing.T) {
	for _, p := range []*Pane{open(), open("https://国.example/"+strings.Repeat("x", 300), "https://b.example/")} {
		for w := 2; w < 90; w += 3 {
			for h := range 9 {
				lines := p.Lines(w, h)
				if len(lines) != h {
					t.Fatalf("%dx%d: %d lines", w, h, len(lines))
				}
				for _, l := range lines {
					if p.look.Width(l) != w {
						t.Errorf("%dx%d: %q is %d wide", w, h, l, p.look.Width(l))
					}
				}
			}
		}
	}
}
