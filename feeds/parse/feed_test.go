package parse

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"readout/feeds/clean"
	"readout/feeds/testkit"
)

// captures are real feeds with what a reader should get: items, and how many of
// them state no date that can be read with certainty.
var captures = map[string]struct{ items, undated int }{
	"aktuality-sk-2021-01.xml": {30, 0}, "bbc-news-2026-04.xml": {27, 0}, "bbc-ukrainian-2016-05.xml": {20, 0},
	"cafc-opinions-2022-01.xml": {100, 0}, "cnn-2021-10.xml": {50, 3}, "ctv-news-2017-01.xml": {10, 0},
	"dw-ukrainian-rdf-2016-05.xml": {80, 2}, "elpais-brasil-2020-10.xml": {76, 0}, "fox-news-2021-10.xml": {10, 0},
	"guardian-world-2022-09.xml": {54, 0}, "house-ruiz-2013-04.xml": {10, 10}, "huffpost-canada-2017-10.xml": {2, 0},
	"inessential-2017.json": {20, 0}, "japan-times-2017-01.xml": {118, 118}, "jornal-de-noticias-2018-01.xml": {40, 0},
	"kc0011-gbk-2020-01.xml": {20, 20}, "kyiv-independent-2024-07.xml": {25, 0}, "latimes-california-2021-10.xml": {100, 0},
	"lemonde-2018-02.xml": {21, 0}, "moscow-times-2017-01.xml": {50, 0}, "muhasebetr-turkish-2009-03.xml": {19, 0},
	"npr-news-2023-11.xml": {15, 0}, "nytimes-top-2023-11.xml": {25, 0}, "nzherald-2021-10.xml": {20, 0},
	"oren-windows1251-2014-01.xml": {10, 0}, "orf-rdf-2017-01.xml": {50, 0}, "paopao-chinese-2015-03.xml": {30, 0},
	"reuters-world-2017-01.xml": {10, 0}, "rnz-2021-10.xml": {18, 0}, "senate-burr-2013.xml": {25, 0}, "smh-2021-10.xml": {50, 0},
	"suspilne-2023-12.xml": {20, 0}, "tagesschau-2026-04.xml": {40, 0}, "techcrunch-2011-11.xml": {20, 0},
	"torontonian-2014-04.xml": {10, 0}, "tpm-2017-11.atom": {20, 0}, "uol-noticias-2018-09.xml": {15, 0},
	"verge-2017-01.atom": {10, 0}, "washington-post-wellness-2012-08.xml": {29, 0}, "whitehouse-blog-2011-09.xml": {3, 0},
	"wsj-world-2021-10.xml": {6, 0}, "yandex-russia-2017-01.xml": {15, 0},
}

func TestCaptures(t *testing.T) {
	dir := testkit.Shared(t, "corpora", "feeds")
	for name, want := range captures {
		body, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		f, entries, err := Feed(body, "", "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(entries) != want.items || f.Title == "" || f.Cut != "" {
			t.Errorf("%s: %d items, want %d (title %q, cut %q)", name, len(entries), want.items, f.Title, f.Cut)
		}
		undated := 0
		for _, e := range entries {
			a := clean.Article(f, e, time.Time{})
			if e.Published.IsZero() {
				undated++
			} else if y := e.Published.Year(); y < 2000 || y > 2026 {
				t.Errorf("%s: %q published %v", name, e.Title, e.Published)
			}
			if a.Title == "" || a.Text == "" || a.URL == "" || !strings.Contains(e.Link, "://") {
				t.Errorf("%s: title %q, link %q, URL %q, text %d bytes", name, a.Title, e.Link, a.URL, len(a.Text))
			}
			for _, s := range []string{a.Title, a.Text, a.Byline} {
				checkText(t, name, s)
			}
		}
		if undated != want.undated {
			t.Errorf("%s: %d items without a date, want %d", name, undated, want.undated)
		}
	}
}

// remains are what must not be left of markup, encodings and feed services.
var remains = []string{"</", "<p>", "<br", "<img", "<a ", "&amp;", "&nbsp;", "&#", "&quot;", "CDATA", "Ã©", "Ð½", "\uFFFD",
	"appeared first on", "Continue reading...", "feedburner", "doubleclick"}

func checkText(t *testing.T, name, s string) {
	t.Helper()
	for _, r := range remains {
		if i := strings.Index(s, r); i >= 0 {
			t.Errorf("%s: %q remains in %q", name, r, s[max(0, i-40):min(len(s), i+40)])
		}
	}
	checkSafe(t, strings.ReplaceAll(s, "\n", " "))
}

func checkSafe(t *testing.T, s string) {
	t.Helper()
	for _, r := range s {
		if !clean.Safe(r) {
			t.Errorf("%U in %q", r, clean.Clip(s, 80))
		}
	}
}

// BenchmarkCaptures parses and cleans all captures once a round; ReportMetric
// gives what the archive would hold of them.
func BenchmarkCaptures(b *testing.B) {
	dir := testkit.Shared(b, "corpora", "feeds")
	var bodies [][]byte
	for name := range captures {
		body, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			b.Fatal(err)
		}
		bodies = append(bodies, body)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, body := range bodies {
			f, entries, _ := Feed(body, "", "")
			for _, e := range entries {
				clean.Article(f, e, time.Time{})
			}
		}
	}
}
