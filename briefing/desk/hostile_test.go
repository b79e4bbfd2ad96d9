package desk

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

// What is far too large is bounded and told: an article of five megabytes, a
// hundred thousand items, a title of a million characters, a document beyond
// the limit. The rest of the feeds is archived all the same.
func TestFarTooLarge(t *testing.T) {
	ctx := context.Background()
	feed := func(title, item string) string {
		return "<rss version='2.0'><channel><title>" + title + "</title>" + item + "</channel></rss>"
	}
	var items strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&items, "<item><guid>%d</guid><title>Item %d</title></item>", i, i)
	}
	sentence := "The envoys met in the harbour and agreed on the grain. "
	docs := []string{
		feed("Long", "<item><guid>l</guid><title>Long</title><description>"+strings.Repeat(sentence, 5<<20/len(sentence))+"</description></item>"),
		feed("Many", items.String()),
		feed("Title", "<item><guid>t</guid><title>"+strings.Repeat("国", 1_000_000)+"</title></item>"),
		feed("Huge", "<item><title>Huge</title><description>"+strings.Repeat("x", 17<<20)+"</description></item>"),
		rss("plain", 1),
	}
	var urls []string
	for _, doc := range docs {
		urls = append(urls, fileURL(writeTemp(t, "feed.xml", doc)))
	}
	d := openDesk(t, home(t, newClock(), urls...))
	r := refresh(t, d, RefreshOptions{})
	if r.Failed != 1 || r.Feeds[3].Error == nil || !strings.Contains(*r.Feeds[3].Error, "MB") {
		t.Errorf("beyond the limit: %+v", r.Feeds[3])
	}
	if f := r.Feeds[1]; f.New != 2000 || !strings.Contains(f.Cut, "2000 items") {
		t.Errorf("a hundred thousand items: %d, %q", f.New, f.Cut)
	}
	for title, check := range map[string]func(it Item) bool{
		"long":         func(it Item) bool { return len(it.Article.Text) <= 5<<20 && len(it.Article.Text) > 1<<20 },
		"source:Title": func(it Item) bool { return utf8.RuneCountInString(it.Article.Title) <= 1000 },
	} {
		l := must(d.List(ctx, mustParse(title), 10))
		if len(l.Keys) != 1 {
			t.Errorf("%s: %d articles", title, len(l.Keys))
			continue
		}
		it := must(d.Item(ctx, l.Keys[0]))
		if !check(it) {
			t.Errorf("%s: text of %d bytes, title of %d", title, len(it.Article.Text), len(it.Article.Title))
		}
		if it.Brief.Rules == 0 {
			t.Errorf("%s has no brief", title)
		}
		_, md, err := d.Note(ctx, l.Keys[0])
		if err != nil {
			t.Error(err)
		}
		if said := strings.Contains(string(md), "of the text were not read"); said != (title == "long") {
			t.Errorf("%s: what was not read is said: %v", title, said)
		}
	}
}

// What is refreshed, read, exported and put into an edition asks the feed's
// server for the feed, and nobody for anything else: no image, no enclosure, no
// icon, no stylesheet, no page that nobody wanted.
func TestNothingRemoteIsFetched(t *testing.T) {
	ctx := context.Background()
	var mu sync.Mutex
	var asked []string
	var base string
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		asked = append(asked, r.URL.Path)
		mu.Unlock()
		fmt.Fprintf(w, `<?xml version="1.0"?><?xml-stylesheet href="%[1]s/style.xsl"?><!DOCTYPE rss SYSTEM "%[1]s/rss.dtd"><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title><link>%[1]s/</link>
			<image><url>%[1]s/icon.png</url></image><item><guid>1</guid><title>One ![p](%[1]s/title.png)</title><link>%[1]s/1</link><comments>%[1]s/comments</comments>
			<enclosure url="%[1]s/sound.mp3" type="audio/mpeg" length="1"/><media:content url="%[1]s/film.mp4"/><media:thumbnail url="%[1]s/thumb.png"/>
			<description><![CDATA[<p>The harbour reopened on Monday, said Ada Example of the port. "Ships may enter," she said.</p><img src="%[1]s/pixel.gif"><iframe src="%[1]s/frame"></iframe><link rel="stylesheet" href="%[1]s/s.css"><video poster="%[1]s/p.png" src="%[1]s/v.mp4"></video>]]></description></item></channel></rss>`, base)
	}))
	t.Cleanup(s.Close)
	base = s.URL
	d := openDesk(t, home(t, newClock(), base+"/feed"))
	refresh(t, d, RefreshOptions{})
	l := must(d.List(ctx, mustParse(""), 0))
	if len(l.Keys) != 1 {
		t.Fatalf("%d articles", len(l.Keys))
	}
	_, note, err := d.Note(ctx, l.Keys[0])
	if err != nil || strings.Contains(string(note), "pixel.gif") {
		t.Errorf("the note leads to an image: %v\n%s", err, note)
	}
	must(d.ExportNotes(ctx, l.Keys, ""))
	must(d.Edition(ctx, EditionOptions{}))
	must(d.Coverage(ctx, l.Keys[0]))
	if !slices.Equal(asked, []string{"/feed"}) {
		t.Errorf("the server was asked for %q", asked)
	}
}

// Names that are meant to leave the folder, to hide, or to be taken for
// something else: each note has a name of its own inside the folder.
func TestHostileNames(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<rss version="2.0"><channel><title>../../etc</title>`)
	names := []string{"../../../etc/passwd", "/etc/passwd", "..\\..\\x", "CON", "con.txt", "nul", ".hidden", "-rf", "~root", "a/b\\c:d*e?f", "x.md", "X.MD", "", "   ", "&#0;", "&#x202E;dm.x",
		strings.Repeat("long ", 400), "COM¹", "a&#10;b", "%2e%2e%2f", "$(id)", "`id`", "|id", "x\u0000y", "é", "é", "аpple"}
	for i, n := range names {
		fmt.Fprintf(&b, "<item><guid>n%d</guid><link>https://h.example/%d</link><title>%s</title><description>Text %d.</description></item>", i, i, n, i)
	}
	b.WriteString("</channel></rss>")
	h := home(t, newClock(), fileURL(writeTemp(t, "names.xml", b.String())))
	d := openDesk(t, h)
	refresh(t, d, RefreshOptions{})
	l := must(d.List(context.Background(), mustParse(""), 0))
	paths := must(d.ExportNotes(context.Background(), l.Keys, "")).Paths
	seen := map[string]bool{}
	for _, p := range paths {
		name := strings.TrimPrefix(p, d.NotesDir()+string(os.PathSeparator))
		if strings.ContainsAny(name, "/\\:*?\"<>|#^[]\x00\n") || len(name) > 120 || name[0] == '.' || name[0] == '-' || name[0] == '~' || seen[strings.ToLower(name)] {
			t.Errorf("the name %q", name)
		}
		seen[strings.ToLower(name)] = true
	}
	files, err := os.ReadDir(d.NotesDir())
	if err != nil || len(files) != len(l.Keys) || len(paths) != len(l.Keys) {
		t.Errorf("%d files of %d articles, %v", len(files), len(l.Keys), err)
	}
}
