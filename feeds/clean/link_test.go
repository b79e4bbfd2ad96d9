package clean

import (
	"slices"
	"testing"
	"time"

	"readout/feeds"
)

// TestLinks finds where the words of an article lead, and nothing else.
func TestLinks(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"absolute and relative", `<p>She sent <a href="https://senate.example/letter.pdf">the letter</a> and <a href="/bill">a <b>bill</b></a>.</p>`,
			"the letter https://senate.example/letter.pdf; a bill https://news.example/bill"},
		{"each once, without what follows readers", `<p><a href="/a?utm_source=x">One</a> and <a href="/a">again</a></p>`, "One https://news.example/a"},
		{"the article itself, a place in it", `<p><a href="https://www.news.example/story/1/">Here</a> and <a href="#note">there</a></p>`, ""},
		{"no web address", `<p><a href="javascript:alert(1)">x</a> <a href="mailto:a@b.example">y</a> <a href="file:///etc/passwd">z</a> <a>w</a></p>`, ""},
		{"pictures have no words", `<p>See <a href="/p"><img src="p.jpg" alt="a picture"></a> it</p>`, ""},
		{"across lines", `<p>Both the <a href="/two">first<br>second</a> and the <a href="/three">third</a> stand.</p>`, "first https://news.example/two; third https://news.example/three"},
		{"cells", `<table><tr><td><a href="/x">A</a></td><td><a href="/y">B</a></td></tr></table>`, "A https://news.example/x; B https://news.example/y"},
		{"controls", "<p><a href=\"https://e.example/\">&#27;]0;a&#7; b\u202ec</a></p>", "]0;a bc https://e.example/"},
		{"what publishers add", `<p>The court met in the capital and heard both sides.</p><p>The post <a href="/q">The court met</a> appeared first on <a href="https://news.example/">News</a>.</p>`, ""},
		{"never closed", `<p>These are <a href="/open">words <p>and more of them, all in one link.</p>`, "words https://news.example/open"},
	} {
		a := Article(feeds.Feed{URL: "https://news.example/feed"}, feeds.Entry{ID: "1", Title: "Story", Link: "https://news.example/story/1",
			Content: feeds.Body{Text: c.in, HTML: true}}, time.Time{})
		got := ""
		for i, l := range a.Links {
			if i > 0 {
				got += "; "
			}
			got += l.Text + " " + l.URL
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestKept(t *testing.T) {
	all := []feeds.Link{{Text: "the letter", URL: "https://a.example/"}, {Text: "gone", URL: "https://b.example/"}}
	if got := Kept(all, "She sent the letter."); !slices.Equal(got, all[:1]) {
		t.Errorf("%v", got)
	}
}
