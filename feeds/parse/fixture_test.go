package parse

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"readout/feeds"
)

var update = flag.Bool("update", false, "write golden files")

// TestFixtures reads one small feed for each class of failure (the file is named
// for it) and compares the reports with those that a person has checked.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/feeds/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	var got bytes.Buffer
	enc := json.NewEncoder(&got)
	enc.SetEscapeHTML(false)
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := enc.Encode(NewReport(filepath.Base(file), body, "", "")); err != nil {
			t.Fatal(err)
		}
	}
	const golden = "testdata/reports.jsonl"
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	g, w := strings.Split(got.String(), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Errorf("report %d differs:\n got %s\nwant %s", i, at(g, i), at(w, i))
		}
	}
}

func at(s []string, i int) string {
	if i < len(s) {
		return s[i]
	}
	return "(none)"
}

const oneItem = `<rss version="2.0"><channel><title>Wire</title><item><title>One</title><link>https://wire.example/1</link></item></channel></rss>`

func TestHead(t *testing.T) {
	body, err := os.ReadFile("testdata/feeds/links.xml")
	if err != nil {
		t.Fatal(err)
	}
	f, entries, err := Feed(body, "https://cdn.example/feed", "")
	if err != nil {
		t.Fatal(err)
	}
	if f.TTL != 90*time.Minute || len(f.SkipHours) != 2 || f.SkipHours[1] != 0 || len(f.SkipDays) != 1 || f.SkipDays[0] != "Sunday" {
		t.Errorf("ttl %v, hours %v, days %v", f.TTL, f.SkipHours, f.SkipDays)
	}
	if f.URL != "https://cdn.example/feed" || f.Site != "https://wire.example/" {
		t.Errorf("URL %q, site %q", f.URL, f.Site)
	}
	if got := entries[5].Original; got != "https://wire.example/r?utm_source=x" {
		t.Errorf("original %q", got)
	}
	_, entries, _ = Feed([]byte(`<rss><channel><title>W</title><item><title>T</title><link>a.html</link></item></channel></rss>`),
		"https://wire.example/x/feed.xml", "")
	if entries[0].Link != "https://wire.example/x/a.html" {
		t.Errorf("link against the feed's address: %q", entries[0].Link)
	}
}

func TestHeaderCharset(t *testing.T) {
	body := []byte("<rss><channel><title>\xcf\xf0\xe8\xe2\xe5\xf2</title></channel></rss>") // windows-1251
	f, _, err := Feed(body, "", "text/xml; charset=windows-1251")
	if err != nil || f.Title != "Привет" {
		t.Errorf("title %q, %v", f.Title, err)
	}
}

// No encoding is read that hides markup or escape sequences in plain letters.
func TestEncodingsThatHide(t *testing.T) {
	for _, name := range []string{"utf-7", "UTF-7", "x-user-defined", "hz-gb-2312", "iso-2022-kr", "replacement", "utf-8; charset=utf-7", "\x1b[31m", "../../etc"} {
		f, entries, err := Feed([]byte(`<?xml version="1.0" encoding="`+name+`"?><rss><channel><title>+ADw-b+AD4- ~{1$Q{~} plain</title><item><title>x</title></item></channel></rss>`), "", "text/xml; charset="+name)
		if err != nil || len(entries) != 1 || !strings.Contains(f.Title, "plain") || strings.ContainsAny(f.Title, "\x1b\x0e") {
			t.Errorf("%q: %q, %v", name, f.Title, err)
		}
		if strings.Contains(strings.ToLower(name), "utf-7") && !strings.Contains(f.Title, "+ADw-") {
			t.Errorf("%q is read as UTF-7: %q", name, f.Title)
		}
	}
}

func TestNotFeed(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"empty", " \n", "empty"},
		{"page", `<!DOCTYPE html><html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body>x`, "web page; it offers these feeds: https://wire.example/feed.xml"},
		{"page without feed", "<html><body>Sign in</body></html>", "names no feed"},
		{"json", `{"a":1}`, "JSON"},
		{"json array", `[1]`, "JSON"},
		{"opml", `<?xml version="1.0"?><opml><body/></opml>`, "OPML"},
		{"cdf", `<?xml version="1.0"?><!DOCTYPE Channel><CHANNEL HREF="x"><TITLE>t</TITLE></CHANNEL>`, "CDF"},
		{"rss 1.1", `<Channel xmlns="http://purl.org/net/rss1.1#" rdf:about="x"/>`, "RSS 1.1"},
		{"sitemap", `<urlset/>`, "site map"},
		{"text", "not found", "neither XML nor JSON"},
		{"svg", "<svg/>", "<svg>"},
		{"hollow", "<rss></rss>", "neither a title nor items"},
	} {
		_, entries, err := Feed([]byte(c.body), "https://wire.example/", "")
		if !errors.Is(err, feeds.ErrNotFeed) || !strings.Contains(err.Error(), c.want) || entries != nil {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestFloods(t *testing.T) {
	wrap := func(s string) []byte {
		return []byte(strings.Replace(oneItem, "</channel>", s+"</channel>", 1))
	}
	var attrs strings.Builder
	for i := range maxAttrs + 1 {
		attrs.WriteString(" a" + strconv.Itoa(i) + `=""`)
	}
	for name, body := range map[string][]byte{
		"bytes": bytes.Repeat([]byte(" "), maxBytes+1),
		"depth": wrap(strings.Repeat("<a>", maxDepth+1)),
		"attrs": wrap("<x" + attrs.String() + "/>"),
	} {
		if _, _, err := Feed(body, "", ""); !errors.Is(err, feeds.ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
	f, entries, err := Feed(wrap(strings.Repeat("<item><title>x</title></item>", 100_000)), "", "")
	if err != nil || len(entries) != maxItems || !strings.Contains(f.Cut, "100001") {
		t.Errorf("items: %d, cut %q, %v", len(entries), f.Cut, err)
	}
	item := `{"id":"1","content_text":"x"},`
	f, entries, err = Feed([]byte(`{"version":"https://jsonfeed.org/version/1","items":[`+strings.Repeat(item, 5000)+`{}]}`), "", "")
	if err != nil || len(entries) != maxItems || f.Cut == "" {
		t.Errorf("JSON items: %d, cut %q, %v", len(entries), f.Cut, err)
	}
	// Deep markup inside a text, and entities that would expand, are text.
	deep := strings.Repeat("<b>", 100_000)
	if _, entries, err = Feed(wrap("<item><title>Deep</title><description>"+deep+"</description></item>"), "", ""); err != nil || len(entries) != 2 {
		t.Errorf("deep text: %d, %v", len(entries), err)
	}
}

func TestText(t *testing.T) {
	got := NewReport("a.xml", []byte(oneItem), "", "").Text()
	if want := "a.xml: Wire, 1 items\n\nOne\n  no date\n  https://wire.example/1\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := NewReport("b", nil, "", "").Text(); got != "b: this is not a feed: the document is empty\n" {
		t.Errorf("got %q", got)
	}
}

func FuzzFeed(f *testing.F) {
	files, _ := filepath.Glob("testdata/feeds/*")
	for _, file := range files {
		if body, err := os.ReadFile(file); err == nil {
			f.Add(body)
		}
	}
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1","items":[null]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		_, entries, err := Feed(body, "https://wire.example/feed", "")
		if err != nil && !errors.Is(err, feeds.ErrNotFeed) && !errors.Is(err, feeds.ErrTooLarge) {
			t.Errorf("an error of no kind: %v", err)
		}
		if err != nil && strings.Contains(err.Error(), "damaged beyond repair") {
			t.Errorf("a panic on %q", body)
		}
		for _, e := range entries {
			for _, s := range []string{e.Title, e.Author, e.ID, e.DateText, e.Link} {
				checkSafe(t, s)
			}
		}
		r := NewReport("f", body, "", "")
		for _, it := range r.Items {
			checkSafe(t, strings.ReplaceAll(it.SummaryText+it.ContentText, "\n", " "))
		}
	})
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"Thu, 01 Jan 2004 19:48:21 GMT", "2003-12-31T10:14:55.5-08:00", "2020年1月10日 下午2:00", "15 de março de 2019",
		"Mon, 15 Jul 2013 14:23 ET", "+", "1/", "12:", "(", "GMT+", "a.m"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := dated(s)
		if ok && (d.Year() < 1979 || d.Year() > 2200 || d.Location() != time.UTC) {
			t.Errorf("dated(%q) = %v", s, d)
		}
		if !ok && !d.IsZero() {
			t.Errorf("dated(%q): unknown, but %v", s, d)
		}
	})
}
