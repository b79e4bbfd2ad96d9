package archive

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"readout/briefing/text"
)

func TestPruneKeepsWhatWasUsed(t *testing.T) {
	ctx, a := context.Background(), opened(t)
	old := func(b *Briefed) {
		b.Article.Published, b.Article.FirstSeen = noon.AddDate(-1, 0, 0), noon.AddDate(-1, 0, 0)
	}
	put(t, a, article("1", "Plain", "x", old), article("2", "Starred", "x", old), article("3", "Noted", "x", old),
		article("4", "Tagged", "x", old), article("5", "Edition", "x", old), article("6", "Lit", "x", old), article("7", "New", "x"))
	a.Mark(ctx, []Key{2}, Star)
	a.SetNote(ctx, 3, "ask")
	a.Tag(ctx, []Key{4}, "case", true)
	a.Highlight(ctx, 6, text.Passage{Words: "x"}, true)
	if err := a.KeepEdition(ctx, "e", []byte(`{"id":"`+ident("5")+`"}`)); err != nil {
		t.Fatal(err)
	}
	before := noon.Add(-90 * 24 * time.Hour)
	if n, err := a.Prune(ctx, before, true); n != 1 || err != nil || len(titles(t, a, "")) != 7 {
		t.Errorf("dry run: %d, %v", n, err)
	}
	if n, err := a.Prune(ctx, before, false); n != 1 || err != nil {
		t.Errorf("Prune = %d, %v", n, err)
	}
	if got := titles(t, a, ""); len(got) != 6 || slices.Contains(got, "Plain") {
		t.Errorf("left: %v", got)
	}
	if n := put(t, a, article("1", "Plain", "x", old)); n.New != 0 {
		t.Error("what was pruned came back")
	}
	if got := titles(t, a, "plain"); len(got) != 0 {
		t.Errorf("the index still finds %v", got)
	}
}

// Whatever bytes of an archive are lost, the rest of it is saved, with what
// the reader did with it.
func TestSalvage(t *testing.T) {
	ctx, path := context.Background(), closedArchive(t)
	a := openAt(t, path)
	a.Mark(ctx, []Key{1, 2, 3}, Star)
	a.SetNote(ctx, 2, "ask")
	a.Highlight(ctx, 3, text.Passage{Words: "x"}, true)
	a.KeepEdition(ctx, "e", []byte(`{"schema":"readout-edition/1"}`))
	a.Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	to := opened(t)
	if s, err := to.Salvage(ctx, path); err != nil || s != (Salvaged{Articles: 40, New: 40}) {
		t.Errorf("of a whole archive: %+v, %v", s, err)
	}
	if got := titles(t, to, "is:starred"); len(got) != 3 {
		t.Errorf("starred: %v", got)
	}
	for _, q := range []string{"has:note", "has:highlight"} {
		if got := titles(t, to, q); len(got) != 1 {
			t.Errorf("%s: %v", q, got)
		}
	}
	if e, err := to.Edition(ctx, "e"); err != nil || string(e) != `{"schema":"readout-edition/1"}` {
		t.Errorf("the edition is %q, %v", e, err)
	}
	if c, err := to.Undo(ctx, nil); err != nil || c.What != "" {
		t.Errorf("undo after a repair: %+v, %v", c, err)
	}
	if s, err := to.Salvage(ctx, path); err != nil || s != (Salvaged{Articles: 40}) {
		t.Errorf("a second time: %+v, %v", s, err)
	}
	if it, err := to.Item(ctx, 2); err != nil || it.Note != "ask" {
		t.Errorf("the note is %q, %v", it.Note, err)
	}
	saved := 0
	for at := 8192; at < len(whole); at += len(whole) / 7 {
		bad := slices.Clone(whole)
		for i := at; i < min(at+4096, len(bad)); i++ {
			bad[i] ^= 0x5A
		}
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := opened(t).Salvage(ctx, path)
		if err != nil {
			continue // the schema itself is lost: a sentence
		}
		saved = max(saved, s.New)
	}
	if saved < 20 {
		t.Errorf("at best %d of 40 articles were saved", saved)
	}
}

func TestRestore(t *testing.T) {
	ctx, backup := context.Background(), closedArchive(t)
	path := closedArchive(t)
	kept, err := Restore(ctx, path, backup, noon)
	if err != nil || kept == "" {
		t.Fatalf("Restore = %q, %v", kept, err)
	}
	for _, p := range []string{path, kept, backup} {
		if got := titles(t, openAt(t, p), ""); len(got) != 40 {
			t.Errorf("%s has %d articles", p, len(got))
		}
	}
}

// While a window has the archive open, a backup would take its place under it.
func TestRestoreWaitsForOthers(t *testing.T) {
	ctx, backup, path := context.Background(), closedArchive(t), closedArchive(t)
	open := openAt(t, path)
	if kept, err := Restore(ctx, path, backup, noon); err == nil || kept != "" || !strings.Contains(err.Error(), "close it") {
		t.Errorf("Restore under an open window = %q, %v", kept, err)
	}
	if c, err := open.Mark(ctx, []Key{1}, Star); err != nil || c.What == "" {
		t.Errorf("marking afterwards: %v, %v", c, err)
	}
	open.Close()
	if got := titles(t, openAt(t, path), "is:starred"); len(got) != 1 {
		t.Errorf("starred: %v", got)
	}
}

// A window that found the archive damaged pulls the feeds into a new one at
// once: what the reader did with the same articles before comes back all the
// same, and the newer text stays.
func TestSalvageOverPulledArticles(t *testing.T) {
	ctx, path := context.Background(), closedArchive(t)
	a := openAt(t, path)
	a.Mark(ctx, []Key{1, 2}, Star)
	a.SetNote(ctx, 1, "earlier")
	a.SetNote(ctx, 2, "ask")
	a.Tag(ctx, []Key{2}, "case", true)
	a.Highlight(ctx, 2, text.Passage{Words: "x"}, true)
	to := opened(t)
	for k := Key(1); k < 5; k++ {
		it, err := a.Item(ctx, k)
		if err != nil {
			t.Fatal(err)
		}
		it.Article.Text += "\n\nA sentence more."
		put(t, to, Briefed{Article: it.Article, Brief: &it.Brief})
	}
	a.Close()
	to.SetNote(ctx, 1, "mine")
	if s, err := to.Salvage(ctx, path); err != nil || s != (Salvaged{Articles: 40, New: 36}) {
		t.Fatalf("Salvage = %+v, %v", s, err)
	}
	for q, n := range map[string]int{"is:starred": 2, "has:note": 2, "has:tag": 1, "has:highlight": 1, "is:revised": 0} {
		if got := titles(t, to, q); len(got) != n {
			t.Errorf("%s: %v", q, got)
		}
	}
	if it, err := to.Item(ctx, 1); err != nil || it.Note != "mine\n\nearlier" || !strings.HasSuffix(it.Article.Text, "more.") {
		t.Errorf("the first article has the note %q, and %v", it.Note, err)
	}
}

// Articles need not come in the order in which they were first seen.
func TestSeenIsNotTheOrderOfKeys(t *testing.T) {
	a := opened(t)
	late := func(b *Briefed) { b.Article.FirstSeen = noon.AddDate(0, 0, -9) }
	put(t, a, article("1", "Today", "x"), article("2", "Salvaged", "x", late))
	if got := titles(t, a, "seen:24h"); !slices.Equal(got, []string{"Today"}) {
		t.Errorf("seen today: %v", got)
	}
}

// loseTable overwrites the first page of a table. With empty it becomes a page
// without rows (sqlite.org/fileformat2.html, section 1.6), else no page at all.
func loseTable(t *testing.T, path, table string, empty bool) {
	t.Helper()
	db, err := sql.Open("sqlite", dsn(path))
	if err != nil {
		t.Fatal(err)
	}
	var page, size int
	if err := db.QueryRow("SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_schema WHERE name = ?", table).Scan(&page, &size); err != nil {
		t.Fatal(err)
	}
	db.Close()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	root := raw[(page-1)*size : page*size]
	for i := range root {
		root[i] = 0xA5
	}
	if empty {
		clear(root)
		root[0], root[5], root[6] = 13, byte(size>>8), byte(size)
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
}

// Whichever table of an archive is lost but those of headlines and texts, its
// articles are saved all the same, with the user's notes.
func TestSalvageWithoutATable(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "archive.db")
	a := openAt(t, path)
	put(t, a, generated(6)...)
	a.SetNote(ctx, 2, "ask")
	a.Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{"articles", "names", "feeds", "carried", "briefs", "tags", "highlights", "exports", "revisions", "postings", "journal", "clock", "editions"} {
		for _, empty := range []bool{false, true} {
			if err := os.WriteFile(path, whole, 0o600); err != nil {
				t.Fatal(err)
			}
			loseTable(t, path, table, empty)
			to := opened(t)
			if s, err := to.Salvage(ctx, path); err != nil || s != (Salvaged{Articles: 6, New: 6}) {
				t.Errorf("without %s: %+v, %v", table, s, err)
			}
			if got := titles(t, to, "has:note"); len(got) != 1 {
				t.Errorf("without %s: noted %v", table, got)
			}
		}
	}
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	loseTable(t, path, "bodies", true)
	if s, err := opened(t).Salvage(ctx, path); err != nil || s != (Salvaged{Lost: 6}) {
		t.Errorf("without texts: %+v, %v", s, err)
	}
}

// Where the briefs of an archive are lost, its articles are briefed anew.
func TestSalvageWithoutBriefs(t *testing.T) {
	ctx, path := context.Background(), closedArchive(t)
	loseTable(t, path, "briefs", false)
	to := opened(t)
	if s, err := to.Salvage(ctx, path); err != nil || s.New != 40 {
		t.Errorf("%+v, %v", s, err)
	}
	if keys, err := to.Outdated(ctx, 100); err != nil || len(keys) != 40 {
		t.Errorf("%d articles are to be briefed anew, %v", len(keys), err)
	}
}
