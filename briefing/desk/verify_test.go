package desk

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"go.yaml.in/yaml/v3"

	"readout/briefing/archive"
	"readout/briefing/note"
	"readout/briefing/query"
	"readout/feeds/testkit"
)

// exportAndVerify exports all that a desk has, in every style, and an edition;
// parses and renders each file, and verifies it.
func exportAndVerify(t *testing.T, d *Desk, styles ...string) {
	t.Helper()
	ctx := context.Background()
	l, err := d.List(ctx, query.Query{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	var files [][]byte
	for _, style := range styles {
		if err := d.SetNoteStyle(style, ""); err != nil {
			t.Fatal(err)
		}
		x, err := d.ExportNotes(ctx, l.Keys, filepath.Join(t.TempDir(), "notes"))
		if err != nil || len(x.Said) > 0 {
			t.Fatalf("exporting: %v, %q", err, x.Said)
		}
		for _, path := range x.Paths {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, raw)
		}
	}
	e, err := d.Edition(ctx, EditionOptions{})
	if err != nil {
		t.Fatal(err)
	}
	md, err := e.Markdown()
	if err != nil {
		t.Fatal(err)
	}
	markdown := goldmark.New(goldmark.WithExtensions(extension.GFM))
	for _, file := range append(files, md) {
		head, body, _ := bytes.Cut(bytes.TrimPrefix(file, []byte("---\n")), []byte("\n---\n"))
		var keys map[string]any
		if err := yaml.Unmarshal(head, &keys); err != nil {
			t.Errorf("front matter: %v\n%s", err, head)
		}
		var htm bytes.Buffer
		if err := markdown.Convert(body, &htm); err != nil || bytes.Contains(htm.Bytes(), []byte("<img")) || bytes.Contains(htm.Bytes(), []byte("<script")) {
			t.Errorf("rendered: %v\n%s", err, htm.Bytes())
		}
		v, err := d.VerifyBytes(ctx, file)
		if err != nil || len(v.Broken) > 0 || v.Articles == 0 {
			t.Errorf("%s\nverifying: %+v, %v", head, v, err)
		}
	}
}

func TestVerifyAllOfTheSample(t *testing.T) {
	d, err := Demo(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	exportAndVerify(t, d, append(note.Styles(), "")...)
}

func TestVerifyAllOfTheCapturedFeeds(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(testkit.Shared(t, "corpora", "feeds"), "*.xml"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	var urls []string
	for i, f := range files {
		if i%6 == 0 { // a part, for the time that it takes
			urls = append(urls, fileURL(f))
		}
	}
	d := openDesk(t, home(t, newClock(), urls...))
	refresh(t, d, RefreshOptions{})
	exportAndVerify(t, d, "")
}

// TestCitationKeysAreStable gives articles the same key, then changes a title.
func TestCitationKeysAreStable(t *testing.T) {
	ctx, c := context.Background(), newClock()
	d := openDesk(t, home(t, c))
	put := func(title, ids string) {
		var items []archive.Briefed
		for _, id := range strings.Fields(ids) {
			a := sampleArticle(id, "The court will sit on Friday "+id, c.now())
			a.Title = title
			items = append(items, archive.Briefed{Article: a})
		}
		if _, err := d.archive.Put(ctx, archive.FeedState{URL: "https://wire.example/feed"}, items); err != nil {
			t.Fatal(err)
		}
	}
	keys := func() (out []string) {
		for _, id := range []string{"one", "two", "six"} {
			k, err := d.Find(ctx, sampleArticle(id, "", c.now()).ID)
			if err != nil {
				t.Fatal(err)
			}
			it, err := d.Item(ctx, k)
			if err != nil {
				t.Fatal(err)
			}
			key, err := d.citeKey(ctx, it)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, key)
		}
		return out
	}
	put("Court sits again", "one two")
	put("Court sits again today", "six")
	want := "lundewire2026courtsitsagain lundewire2026courtsitsagaina lundewire2026courtsitsagainb"
	if got := strings.Join(keys(), " "); got != want {
		t.Errorf("keys %s, want %s", got, want)
	}
	put("Another headline", "one")
	if got := strings.Join(keys(), " "); got != want {
		t.Errorf("after a change: %s", got)
	}
}
