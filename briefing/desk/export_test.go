package desk

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/briefing/archive"
	"readout/briefing/query"
	"readout/feeds/testkit"
)

// deskWith opens a desk with the articles of one feed.
func deskWith(t *testing.T, items ...int) (*Desk, []Key) {
	t.Helper()
	d := openDesk(t, home(t, newClock(), fileURL(writeTemp(t, "a.xml", rss("alpha", items...)))))
	refresh(t, d, RefreshOptions{})
	l, err := d.List(context.Background(), query.Query{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	return d, l.Keys
}

// exported writes notes and returns their paths.
func exported(ctx context.Context, d *Desk, keys []Key, dir string) ([]string, error) {
	x, err := d.ExportNotes(ctx, keys, dir)
	return x.Paths, err
}

func TestExportTwiceKeepsTheUsersText(t *testing.T) {
	ctx := context.Background()
	d, keys := deskWith(t, 1, 2)
	dir := filepath.Join(t.TempDir(), "vault")
	d.SetNote(ctx, keys[0], "From the reader.")
	paths, err := exported(ctx, d, keys, dir)
	if err != nil || len(paths) != 2 {
		t.Fatalf("Export = %v, %v", paths, err)
	}
	if base := filepath.Base(paths[0]); base != "2026-03-04-alpha-item-2-of-alpha.md" {
		t.Errorf("name = %s", base)
	}
	raw, _ := os.ReadFile(paths[0])
	name, md, err := d.Note(ctx, keys[0])
	if err != nil || name != filepath.Base(paths[0]) || string(md) != string(raw) {
		t.Error("Note and Export differ")
	}
	edited := strings.Replace(string(raw), "From the reader.", "From the vault.", 1)
	os.WriteFile(paths[0], []byte(edited), 0o600)
	os.WriteFile(paths[1], []byte("something else"), 0o600)
	x, err := d.ExportNotes(ctx, keys, dir)
	if err != nil || len(x.Said) != 1 || x.Paths[0] != paths[0] || x.Paths[1] == paths[1] {
		t.Errorf("second export = %+v, %v", x, err)
	}
	if raw, _ := os.ReadFile(paths[0]); !strings.Contains(string(raw), "From the vault.") {
		t.Error("the user's text is gone")
	}
	if raw, _ := os.ReadFile(paths[1]); string(raw) != "something else" {
		t.Error("a foreign file was overwritten")
	}
	again, _ := d.ExportNotes(ctx, keys, dir)
	if strings.Join(again.Paths, ",") != strings.Join(x.Paths, ",") {
		t.Errorf("a third export wrote %v", again.Paths)
	}
	left, _ := filepath.Glob(filepath.Join(dir, ".readout-*"))
	if len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestExportAfterTheTitleChanged writes the same file again: what the user
// wrote stands in it, and links to it hold.
func TestExportAfterTheTitleChanged(t *testing.T) {
	ctx := context.Background()
	feed := writeTemp(t, "a.xml", rss("alpha", 1))
	d := openDesk(t, home(t, newClock(), fileURL(feed)))
	refresh(t, d, RefreshOptions{})
	l, err := d.List(ctx, query.Query{}, 0)
	if err != nil || len(l.Keys) != 1 {
		t.Fatal(l, err)
	}
	dir := t.TempDir()
	first, err := exported(ctx, d, l.Keys, dir)
	if err != nil {
		t.Fatal(err)
	}
	raw, _ := os.ReadFile(first[0])
	os.WriteFile(first[0], []byte(strings.Replace(string(raw), "<!-- /readout:keep -->", "Ring the embassy.\n\n<!-- /readout:keep -->", 1)), 0o600)
	os.WriteFile(feed, []byte(strings.Replace(rss("alpha", 1), "Item 1 of alpha", "Item one, corrected", 1)), 0o600)
	refresh(t, d, RefreshOptions{Force: true})
	again, err := exported(ctx, d, l.Keys, dir)
	if err != nil || again[0] != first[0] {
		t.Fatalf("written to %v, first to %v; %v", again, first, err)
	}
	raw, _ = os.ReadFile(again[0])
	for _, want := range []string{"# Item one, corrected", "Ring the embassy."} {
		if !strings.Contains(string(raw), want) {
			t.Errorf("%q is missing in\n%s", want, raw)
		}
	}
	if files, _ := os.ReadDir(dir); len(files) != 1 {
		t.Errorf("files: %v", files)
	}
	if err := os.Remove(first[0]); err != nil {
		t.Fatal(err)
	}
	if anew, err := exported(ctx, d, l.Keys, dir); err != nil || filepath.Base(anew[0]) != "2026-03-04-alpha-item-one-corrected.md" {
		t.Errorf("where the note is gone: %v, %v", anew, err)
	}
}

func TestExportNeverFollowsALink(t *testing.T) {
	ctx := context.Background()
	d, keys := deskWith(t, 1)
	dir := t.TempDir()
	outside := filepath.Join(t.TempDir(), "precious.md")
	os.WriteFile(outside, []byte("precious"), 0o600)
	name, _, _ := d.Note(ctx, keys[0])
	testkit.Symlink(t, outside, filepath.Join(dir, name))
	x, err := d.ExportNotes(ctx, keys, dir)
	if err != nil || filepath.Base(x.Paths[0]) == name {
		t.Errorf("export = %+v, %v", x, err)
	}
	if raw, _ := os.ReadFile(outside); string(raw) != "precious" {
		t.Error("a file outside was overwritten")
	}
}

// Articles of one outlet and day with equal titles, or titles that differ in
// case and form alone, get files of their own, the same in every export.
func TestExportOfEqualTitles(t *testing.T) {
	ctx, c := context.Background(), newClock()
	d := openDesk(t, home(t, c))
	var items []archive.Briefed
	for id, title := range map[string]string{"aaaa": "Café opens", "bbbb": "CAFÉ OPENS", "cccc": "Cafe\u0301 opens", "dddd": "Cafe opens"} {
		a := sampleArticle(id, "The café of "+id+" opened.", c.now())
		a.ID, a.Title = id+a.ID[4:], title
		items = append(items, archive.Briefed{Article: a})
	}
	if _, err := d.archive.Put(ctx, archive.FeedState{URL: "https://wire.example/feed"}, items); err != nil {
		t.Fatal(err)
	}
	l, err := d.List(ctx, query.Query{}, 0)
	if err != nil || len(l.Keys) != 4 {
		t.Fatal(l.Keys, err)
	}
	dir := t.TempDir()
	first, err := d.ExportNotes(ctx, l.Keys, dir)
	if err != nil {
		t.Fatal(err)
	}
	again, err := d.ExportNotes(ctx, l.Keys, dir)
	if err != nil || strings.Join(again.Paths, ",") != strings.Join(first.Paths, ",") || len(again.Said) > 0 {
		t.Errorf("again: %+v, %v; first %v", again, err, first.Paths)
	}
	names := map[string]bool{}
	for i, p := range first.Paths {
		names[strings.ToLower(p)] = true
		it, _ := d.Item(ctx, l.Keys[i])
		if raw, _ := os.ReadFile(p); !strings.Contains(string(raw), "- Readout ID: "+it.Article.ID+"\n") {
			t.Errorf("%s is not the note of %s", p, it.Article.ID)
		}
	}
	if len(names) != 4 {
		t.Errorf("names: %v", first.Paths)
	}
}

func TestExportFile(t *testing.T) {
	ctx := context.Background()
	d, keys := deskWith(t, 1, 2, 3)
	file := filepath.Join(t.TempDir(), "all.md")
	if err := d.ExportFile(ctx, keys, file); err != nil {
		t.Fatal(err)
	}
	raw, _ := os.ReadFile(file)
	if n := strings.Count(string(raw), "\n## Source\n"); n != 3 {
		t.Errorf("%d notes", n)
	}
	edited := strings.Replace(string(raw), "<!-- readout:keep -->\n", "<!-- readout:keep -->\nMine.\n", 1)
	os.WriteFile(file, []byte(edited), 0o600)
	if err := d.ExportFile(ctx, keys, file); err != nil {
		t.Fatal(err)
	}
	if raw, _ := os.ReadFile(file); !strings.Contains(string(raw), "Mine.") {
		t.Error("the user's text is gone")
	}
	last := string(raw)[strings.LastIndex(string(raw), "- Readout ID: ")+len("- Readout ID: "):][:32]
	k, err := d.Find(ctx, last)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.ExportFile(ctx, []Key{k}, file); err == nil || !strings.Contains(err.Error(), "words of yours") {
		t.Errorf("the user's words on another article would be gone: %v", err)
	}
	os.WriteFile(file, []byte("a letter"), 0o600)
	if err := d.ExportFile(ctx, keys, file); err == nil {
		t.Error("a foreign file was overwritten")
	}
}
