package archive

import (
	"bytes"
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// closedArchive makes an archive file with some articles and closes it.
func closedArchive(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "archive.db")
	a := openAt(t, path)
	put(t, a, generated(40)...)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDamagedArchiveIsSetAside(t *testing.T) {
	for name, damage := range map[string]func([]byte) []byte{
		"no database": func([]byte) []byte {
			return []byte("this is a letter, not a database, and longer than a header needs to be: " + strings.Repeat("x", 100))
		},
		"short":     func([]byte) []byte { return []byte("SQLite") },
		"truncated": func(b []byte) []byte { return b[:len(b)/2] },
		"header":    func(b []byte) []byte { return append(bytes.Repeat([]byte{0xFF}, 16), b[16:]...) },
	} {
		t.Run(name, func(t *testing.T) {
			path := closedArchive(t)
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			bad := damage(raw)
			if err := os.WriteFile(path, bad, 0o600); err != nil {
				t.Fatal(err)
			}
			a := openAt(t, path)
			if !strings.Contains(a.Notice(), ".corrupt-") {
				t.Errorf("notice = %q", a.Notice())
			}
			aside, _ := filepath.Glob(path + ".corrupt-*")
			if len(aside) != 1 {
				t.Fatalf("set aside: %v", aside)
			}
			if kept, _ := os.ReadFile(aside[0]); !bytes.Equal(kept, bad) {
				t.Error("the damaged file was changed")
			}
			if n := put(t, a, article("1", "New", "begin")); n.New != 1 {
				t.Errorf("Put into the new archive = %+v", n)
			}
		})
	}
}

func TestDamageInsideIsASentence(t *testing.T) {
	path := closedArchive(t)
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 8192; i < len(raw); i++ {
		raw[i] ^= 0x5A
	}
	os.WriteFile(path, raw, 0o600)
	a, err := Open(context.Background(), path, Options{Now: at(noon)})
	if err != nil {
		if !strings.Contains(err.Error(), "damaged") {
			t.Errorf("error = %v", err)
		}
		return
	}
	defer a.Close()
	if _, err := a.Rows(context.Background(), []Key{1, 2, 3}); err != nil && !damaged(err) {
		t.Errorf("error = %v", err)
	}
}

func TestNewerArchiveIsRefused(t *testing.T) {
	path := closedArchive(t)
	setVersion(t, path, len(migrations())+1)
	_, err := Open(context.Background(), path, Options{})
	if err == nil || !strings.Contains(err.Error(), "newer Readout") {
		t.Errorf("error = %v", err)
	}
}

func setVersion(t *testing.T, path string, v int) {
	t.Helper()
	db, err := sql.Open("sqlite", dsn(path))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("PRAGMA user_version = " + string(rune('0'+v))); err != nil {
		t.Fatal(err)
	}
}

func TestOlderArchiveIsCopiedThenMigrated(t *testing.T) {
	path := closedArchive(t)
	next := func(step string) (*Archive, error) {
		a := newArchive(path, Options{Now: at(noon)})
		a.steps = append(slices.Clone(a.steps), step)
		return open(context.Background(), a)
	}
	if _, err := next("ALTER TABLE articles ADD COLUMN extra TEXT; NONSENSE"); err == nil {
		t.Fatal("a bad migration was taken")
	}
	a := openAt(t, path) // the failed one left everything as it was
	if got := titles(t, a, ""); len(got) != 40 {
		t.Fatalf("%d articles after a failed migration", len(got))
	}
	a.Close()
	b, err := next("ALTER TABLE articles ADD COLUMN extra TEXT")
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if got := titles(t, b, ""); len(got) != 40 {
		t.Errorf("%d articles after the migration", len(got))
	}
	copies, _ := filepath.Glob(path + ".v1-*")
	if len(copies) == 0 {
		t.Fatal("no copy")
	}
	if got := titles(t, openAt(t, copies[0]), ""); len(got) != 40 {
		t.Errorf("the copy has %d articles", len(got))
	}
}

func TestOddFolderNames(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a b?c#d%20é&x=1", "archive.db")
	put(t, openAt(t, path), article("1", "One", "x"))
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
	release, err := openAt(t, path).LockRefresh(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	release()
}

func TestBackup(t *testing.T) {
	a := opened(t)
	put(t, a, generated(20)...)
	to := filepath.Join(t.TempDir(), "copy.db")
	if err := a.Backup(context.Background(), to); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(to); info.Mode().Perm() != 0o600 {
		t.Errorf("mode = %o", info.Mode().Perm())
	}
	if got := titles(t, openAt(t, to), ""); len(got) != 20 {
		t.Errorf("the copy has %d articles", len(got))
	}
	if err := a.Backup(context.Background(), to); err == nil {
		t.Error("a second backup overwrote the first")
	}
}

// Several programs on one archive: all writes arrive, none fails.
func TestSeveralArchivesOnOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "archive.db")
	items := generated(40)
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			a, err := Open(context.Background(), path, Options{Now: at(noon)})
			if err != nil {
				t.Error(err)
				return
			}
			defer a.Close()
			for j := 0; j < 10; j++ {
				part := items[i*10+j : i*10+j+1]
				if _, err := a.Put(context.Background(), FeedState{URL: feedURL}, part); err != nil {
					t.Error(err)
				}
			}
		}()
	}
	wg.Wait()
	if got := titles(t, openAt(t, path), ""); len(got) != 40 {
		t.Errorf("%d articles, want 40", len(got))
	}
}

// An archive of this version that lacks a table, as one of a program in
// development may, is named for what it is.
func TestLackingTable(t *testing.T) {
	ctx, path := context.Background(), closedArchive(t)
	if in, err := Inspect(ctx, path); err != nil || in.Wrong != "" {
		t.Fatalf("of a whole archive: %+v, %v", in, err)
	}
	db, err := sql.Open("sqlite", dsn(path))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("DROP TABLE clock; DROP TABLE editions"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	if in, err := Inspect(ctx, path); err != nil || !strings.Contains(in.Wrong, "it lacks the table clock") {
		t.Errorf("%+v, %v", in, err)
	}
	a := openAt(t, path)
	if _, err := a.Edition(ctx, "x"); err == nil || !strings.Contains(err.Error(), "'readout doctor' says what it lacks") {
		t.Errorf("an edition: %v", err)
	}
	a.Close()
	if s, err := opened(t).Salvage(ctx, path); err != nil || s.New != 40 {
		t.Errorf("salvaged %+v, %v", s, err)
	}
}
