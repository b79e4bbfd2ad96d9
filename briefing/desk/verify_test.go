package desk

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"go.yaml.in/yaml/v3"

	"readout/briefing/archive"
	"readout/briefing/note"
	"readout/briefing/query"
	"readout/feeds/testkit"
)

// exportAndVerify exports all that a desk has, in every style, and three
// editions; parses and renders each file, and verifies it. Then somebody writes
// into the notes, and they are exported again.
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
		dir := filepath.Join(t.TempDir(), "notes")
		x, err := d.ExportNotes(ctx, l.Keys, dir)
		if err != nil || len(x.Said) > 0 {
			t.Fatalf("exporting: %v, %q", err, x.Said)
		}
		files = append(files, exportAgain(t, d, l.Keys, dir, x.Paths)...)
	}
	for _, file := range append(files, editions(t, d)...) {
		parseAndRender(t, file)
		v, err := d.verify(ctx, file)
		if err != nil || len(v.Broken) > 0 || v.Articles == 0 {
			t.Errorf("%.300s\nverifying: %+v, %v", file, v, err)
		}
	}
}

// exportAgain writes into each note inside the marks and below them, exports
// once more, and finds all as it was written. It returns the notes.
func exportAgain(t *testing.T, d *Desk, keys []Key, dir string, paths []string) [][]byte {
	t.Helper()
	const inside, below = "Mine: ask the **desk**, see [[other note]] #todo\n", "\n### Later\n\n- [ ] call ## Source\n"
	var files, edited [][]byte
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, raw)
		e := strings.Replace(string(raw), "<!-- readout:keep -->\n", "<!-- readout:keep -->\n"+inside, 1)
		e = strings.Replace(e, "<!-- /readout:keep -->\n", "<!-- /readout:keep -->\n"+below, 1)
		if len(e) != len(raw)+len(inside)+len(below) {
			t.Fatalf("%s has no place for the user", path)
		}
		edited = append(edited, []byte(e))
		if err := os.WriteFile(path, edited[len(edited)-1], 0o600); err != nil {
			t.Fatal(err)
		}
	}
	x, err := d.ExportNotes(context.Background(), keys, dir)
	if err != nil || len(x.Said) > 0 || !slices.Equal(x.Paths, paths) {
		t.Fatalf("exporting again: %v, %q, %d paths", err, x.Said, len(x.Paths))
	}
	for i, path := range paths {
		if raw, err := os.ReadFile(path); err != nil || !bytes.Equal(raw, edited[i]) {
			t.Errorf("%s changed by the second export (%v):\n%s", path, err, raw)
		}
	}
	if all, err := os.ReadDir(dir); err != nil || len(all) != len(paths) {
		t.Errorf("%d files of %d notes, %v", len(all), len(paths), err)
	}
	return append(files, edited...)
}

// editions makes three editions, each twice and in every form, and returns
// them as Markdown.
func editions(t *testing.T, d *Desk) (out [][]byte) {
	t.Helper()
	q, err := query.Parse("has:quotes")
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range []EditionOptions{{}, {Since: 7 * 24 * time.Hour, Query: q}, {Day: d.Now()}} {
		e, err := d.Edition(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		again, err := d.Edition(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		for name, form := range map[string]func(note.Edition) ([]byte, error){"md": note.Edition.Markdown, "text": note.Edition.Text, "json": note.Edition.JSON} {
			first, err1 := form(e)
			second, err2 := form(again)
			if err1 != nil || err2 != nil || !bytes.Equal(first, second) {
				t.Errorf("%s made twice: %v, %v, %d and %d bytes", name, err1, err2, len(first), len(second))
			}
			switch name {
			case "md":
				out = append(out, first)
			case "json":
				if _, err := note.ReadEdition(first); err != nil {
					t.Error(err)
				}
			}
		}
	}
	return out
}

// parseAndRender reads the front matter strictly and renders the rest.
func parseAndRender(t *testing.T, file []byte) {
	t.Helper()
	head, body, _ := bytes.Cut(bytes.TrimPrefix(file, []byte("---\n")), []byte("\n---\n"))
	var keys map[string]any
	if err := yaml.Unmarshal(head, &keys); err != nil || keys["title"] == nil {
		t.Errorf("front matter: %v\n%s", err, head)
	}
	var htm bytes.Buffer
	markdown := goldmark.New(goldmark.WithExtensions(extension.GFM))
	if err := markdown.Convert(body, &htm); err != nil || bytes.Contains(htm.Bytes(), []byte("<img")) || bytes.Contains(htm.Bytes(), []byte("<script")) {
		t.Errorf("rendered: %v\n%s", err, htm.Bytes())
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
