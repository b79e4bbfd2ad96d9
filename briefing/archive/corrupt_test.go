package archive

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"readout/briefing/query"
)

var damages = flag.Int("damages", 24, "damaged archives that TestDamageAnywhereIsASentence uses")

// goWords are what no sentence for a user may hold: types and traces of Go.
var goWords = regexp.MustCompile(`\*?\b(sql|sqlite|fs|os|errors|archive|runtime)\.[A-Z]\w+|goroutine |panic|nil pointer|%!|0x[0-9a-f]{6}`)

// Whatever bits of an archive are turned, wherever it ends, and whatever lies
// in its place: using it gives articles or a sentence, and never a panic; the
// damaged file is kept, and Salvage takes from it what can be read.
func TestDamageAnywhereIsASentence(t *testing.T) {
	whole, err := os.ReadFile(closedArchive(t))
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(11, 13))
	saved, tries := 0, *damages
	for i := range tries {
		bad := slices.Clone(whole)
		switch i % 4 {
		case 0: // one bit
			flip(r, bad, 1)
		case 1:
			flip(r, bad, 40)
		case 2:
			bad = bad[:r.IntN(len(bad))]
		default: // a lost block of the disk
			at := r.IntN(len(bad) - 512)
			clear(bad[at : at+512])
		}
		t.Run(fmt.Sprint(i), func(t *testing.T) { saved += useDamaged(t, bad) })
	}
	// Most of the damage is small.
	if saved < tries*40/2 {
		t.Errorf("%d articles of %d were saved", saved, tries*40)
	}
}

func flip(r *rand.Rand, b []byte, bits int) {
	for range bits {
		b[r.IntN(len(b))] ^= 1 << r.IntN(8)
	}
}

// useDamaged does with a damaged archive what the program does, and salvages
// it. It returns how many articles were saved.
func useDamaged(t *testing.T, bad []byte) int {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "archive.db")
	if err := os.WriteFile(path, bad, 0o600); err != nil {
		t.Fatal(err)
	}
	keep := path + ".before"
	if err := os.WriteFile(keep, bad, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Inspect(ctx, path)
	plain(t, err)
	a, err := Open(ctx, path, Options{Now: at(noon)})
	plain(t, err)
	if err == nil {
		use(t, a)
		plain(t, a.Close())
	}
	if aside, _ := filepath.Glob(path + ".corrupt-*"); len(aside) > 0 {
		if kept, err := os.ReadFile(aside[0]); err != nil || !slices.Equal(kept, bad) {
			t.Errorf("what was set aside is changed, %v", err)
		}
	}
	s, err := opened(t).Salvage(ctx, keep)
	plain(t, err)
	if s.Articles+s.Lost > 40 {
		t.Errorf("more was found than there was: %+v", s)
	}
	return s.New
}

// use reads, writes and searches; all that may come of it is a sentence.
func use(t *testing.T, a *Archive) {
	ctx := context.Background()
	for _, q := range []string{"", "is:unread", "the", "actor:actor-3"} {
		l, err := a.List(ctx, parsed(t, q), 0)
		plain(t, err)
		_, err = a.Rows(ctx, l.Keys)
		plain(t, err)
		for _, k := range l.Keys {
			_, err := a.Item(ctx, k)
			plain(t, err)
		}
		_, err = a.Mark(ctx, l.Keys, Read)
		plain(t, err)
		_, err = a.Undo(ctx, nil)
		plain(t, err)
	}
	_, err := a.Facets(ctx, query.Query{})
	plain(t, err)
	_, err = a.Feeds(ctx)
	plain(t, err)
	_, err = a.Told(ctx, 100)
	plain(t, err)
	_, err = a.Prune(ctx, noon, false)
	plain(t, err)
	_, err = a.Put(ctx, FeedState{URL: feedURL}, generated(3))
	plain(t, err)
}

// plain fails for an error that is no sentence for a user.
func plain(t *testing.T, err error) {
	t.Helper()
	if err != nil && (goWords.MatchString(err.Error()) || strings.Contains(err.Error(), "\n")) {
		t.Errorf("not a sentence: %v", err)
	}
}

// What is no file at all, or holds nothing, is told too.
func TestOddThingsInThePlaceOfAnArchive(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	folder := filepath.Join(dir, "odd.db")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	_, err := Open(ctx, folder, Options{Now: at(noon)})
	if err == nil || !strings.Contains(err.Error(), "is a folder") {
		t.Errorf("a folder in its place: %v", err)
	}
	plain(t, err)
	in, err := Inspect(ctx, folder)
	if err != nil || in.Wrong == "" {
		t.Errorf("Inspect of a folder: %+v, %v", in, err)
	}
	empty := filepath.Join(dir, "empty.db")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if in, err := Inspect(ctx, empty); err != nil || in.Wrong != "" || in.Version != 0 {
		t.Errorf("Inspect of an empty file: %+v, %v", in, err)
	}
	a := openAt(t, empty)
	if n := put(t, a, article("1", "One", "x")); n.New != 1 || a.Notice() != "" {
		t.Errorf("an empty file: %+v, %q", n, a.Notice())
	}
	for _, from := range []string{folder, filepath.Join(dir, "none.db")} {
		_, err := a.Salvage(ctx, from)
		if err == nil {
			t.Errorf("%s was salvaged", from)
		}
		plain(t, err)
		_, err = Restore(ctx, filepath.Join(dir, "new", "archive.db"), from, noon)
		if err == nil {
			t.Errorf("%s was restored", from)
		}
		plain(t, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "new", "archive.db")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a restore that failed left something: %v", err)
	}
}
