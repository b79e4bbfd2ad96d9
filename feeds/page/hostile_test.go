package page

import (
	"errors"
	"runtime"
	"strings"
	"testing"

	"readout/feeds"
)

func TestHostilePages(t *testing.T) {
	deep := strings.Repeat("<div>", 100_000) + "<p>" + one + "</p>"
	a, err := Article([]byte(deep), "", "")
	if !errors.Is(err, feeds.ErrTooLarge) || !strings.Contains(a.Text, "harbour commission") || a.Title == "" {
		t.Errorf("deep page: %v, %.60q", err, a.Text)
	}
	large := site("", "<p>"+one+"</p><p>"+two+"</p><!--"+strings.Repeat("x", maxPage)+"-->")
	if a, err = Article([]byte(large), "", ""); !errors.Is(err, feeds.ErrTooLarge) || !strings.Contains(a.Text, "harbour commission") {
		t.Errorf("large page: %v, %d bytes", err, len(a.Text))
	}
	a, _ = Article([]byte(site(`<meta property="og:title" content="A&#27;]0;title&#7; B">`, "<p>"+one+"&#27;[31m&#x202e;</p><script>alert('no text')</script><style>p{}</style>")), "javascript:alert(1)", "")
	if strings.ContainsAny(a.Title+a.Text, "\x1b\x07\u202e") || strings.Contains(a.Text, "alert") || a.URL != "" {
		t.Errorf("unsafe: %q %q %q", a.Title, a.Text, a.URL)
	}
}

// Pages made to cost time or memory are read in a bounded amount of both, and
// as far as they hold text, with it.
func TestFloods(t *testing.T) {
	const head, size = "<!doctype html><title>Flood</title>", 2 << 20
	for _, piece := range []string{"<p>x", "<b><p>", "<table><tr><td>", "<ul><li><a href=x>y</a></li></ul>", "&", "<!--", `<script type="application/ld+json">{"a":[`} {
		source := []byte(head + strings.Repeat(piece, size/len(piece)))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		a, err := Article(source, "https://flood.example/", "")
		Feeds(source, "https://flood.example/")
		runtime.ReadMemStats(&after)
		if a.Title == "" || err == nil || len(a.Text) > maxText {
			t.Errorf("%q: title %q, text of %d bytes, %v", piece, a.Title, len(a.Text), err)
		}
		if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 128*size>>20 {
			t.Errorf("%q took %d MB", piece, mb)
		}
	}
}

func TestLongTextsAreCutAtABlock(t *testing.T) {
	line := strings.Repeat("é", maxText/8)
	a := feeds.Article{}
	for range 12 {
		start := len(a.Text)
		a.Text += line
		a.Blocks = append(a.Blocks, feeds.Block{Kind: feeds.Paragraph, Start: start, End: len(a.Text)})
	}
	if got := limit(a); len(got.Text) != 4*len(line) || len(got.Blocks) != 4 {
		// each line is a quarter of the limit
		t.Errorf("%d bytes in %d blocks", len(got.Text), len(got.Blocks))
	}
	if got := limit(feeds.Article{Text: strings.Repeat("é", maxText)}); len(got.Text) != maxText {
		t.Errorf("%d bytes of a text without blocks", len(got.Text))
	}
}
