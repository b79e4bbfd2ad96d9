package reader

import (
	"strings"
	"testing"

	"readout/briefing/desk"
	"readout/feeds"
	"readout/ui/keys"
	"readout/ui/pane"
	"readout/ui/theme"
)

// TestLinked has the links below the text bear what chooses them in the list.
func TestLinked(t *testing.T) {
	th, _ := theme.Get("none")
	km, _ := keys.New("")
	p := New(&pane.Look{Theme: th, Glyphs: pane.Unicode, Keys: km}, nil)
	p.item = &desk.Item{Article: feeds.Article{URL: "https://news.example/1", Text: "She sent the letter. See https://text.example/x too.",
		Links: []feeds.Link{{Text: "the letter", URL: "https://senate.example/letter.pdf"}, {Text: "See", URL: "https://xn--pple-43d.com/"}}}}
	var lines []string
	for _, l := range p.text(60).lines {
		s := ""
		for _, x := range l.segs {
			s += x.text
		}
		lines = append(lines, s)
	}
	got := strings.Join(lines[len(lines)-3:], "\n")
	want := "Links  ; lists them to be opened\n2  “the letter”  senate.example\n3  “See”  xn--pple-43d.com"
	if got != want {
		t.Errorf("%q, want %q", got, want)
	}
	var all []string
	for i, l := range p.links() {
		all = append(all, pane.LinkHint(i)+" "+l.URL)
	}
	if s := strings.Join(all, ", "); s != "1 https://news.example/1, 2 https://senate.example/letter.pdf, 3 https://xn--pple-43d.com/, 4 https://text.example/x" {
		t.Error(s)
	}
}

func TestUnpunctuated(t *testing.T) {
	for url, want := range map[string]string{
		"https://a.example/x.":         "https://a.example/x",
		"https://a.example/x).":        "https://a.example/x",
		"https://a.example/Port_(sea)": "https://a.example/Port_(sea)",
		"https://a.example/P_(s)),":    "https://a.example/P_(s)",
		"https://a.example/q?a[]=1]’":  "https://a.example/q?a[]=1",
		"https://a.example/":           "https://a.example/",
	} {
		if got := unpunctuated(url); got != want {
			t.Errorf("%s: %s, want %s", url, got, want)
		}
	}
}
