package desk

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"readout/briefing/note"
)

// typedWords is what the process that is killed types, over and over.
var typedWords = strings.Repeat("Ask the ministry about the harbour dues. Frag nach der Gebühr; 問う。\n", 8)

// typed is a note after n keys.
func typed(n int) string { return string([]rune(typedWords)[:n]) }

// typeNote types a note key by key, each kept as the reader does it, and says
// how many keys are kept.
func typeNote(ctx context.Context, d *Desk, _ int) error {
	l, err := d.List(ctx, mustParse(""), 1)
	for n := 1; err == nil && n <= len([]rune(typedWords)); n++ {
		if _, err = d.SetNote(ctx, l.Keys[0], typed(n)); err == nil {
			fmt.Println(n)
		}
	}
	return err
}

// A process is killed while a note is typed: the archive has what was typed up
// to the last key that was kept, or one key more, and undo takes all of it back.
func TestKillWhileTyping(t *testing.T) {
	h, key := killedHome(t)
	r := rand.New(rand.NewPCG(8, uint64(*kills)))
	whole := len([]rune(typedWords))
	for range *kills {
		n, err := strconv.Atoi(killOnce(t, h, "typing", time.Duration(1+r.IntN(150))*time.Millisecond))
		if err != nil {
			n = 0 // killed before the first key, or it said READY only
		}
		d := openDesk(t, h)
		it, err := d.Item(context.Background(), key)
		if err != nil {
			t.Fatal(err)
		}
		// The process may have begun anew after the last key.
		if n > 0 && it.Note != typed(n) && it.Note != typed(min(n+1, whole)) && (n < whole || it.Note != typed(1)) {
			t.Errorf("%d keys were kept and the note is %q", n, it.Note)
		}
		if it.Row.HasNote != (it.Note != "") {
			t.Errorf("the list says %v of the note %q", it.Row.HasNote, it.Note)
		}
		for c := (Change{What: "?"}); c.What != ""; {
			if c, err = d.Undo(context.Background()); err != nil {
				t.Fatal(err)
			}
		}
		if it, _ := d.Item(context.Background(), key); it.Note != "" {
			t.Errorf("after undoing all, the note is %q", it.Note)
		}
		d.Close()
	}
}

// ownWords stand between the keep marks of a note, as its user wrote them.
const ownWords = "My own words, which no export may touch."

// exportAnew exports all articles, each round with other citations, so that
// every file is written anew.
func exportAnew(ctx context.Context, d *Desk, round int) error {
	styles := note.Styles()
	if err := d.SetNoteStyle(styles[round%len(styles)], ""); err != nil {
		return err
	}
	l, err := d.List(ctx, mustParse(""), 0)
	if err == nil {
		_, err = d.ExportNotes(ctx, l.Keys, "")
	}
	return err
}

// A process is killed while it exports notes in which the user has written:
// each note is whole, old or new, the user's words stand in it, and no note is
// there twice.
func TestKillWhileExporting(t *testing.T) {
	h, _ := killedHome(t)
	d := openDesk(t, h)
	keys := must(d.List(context.Background(), mustParse(""), 0)).Keys
	paths := must(d.ExportNotes(context.Background(), keys, "")).Paths
	for _, p := range paths {
		raw := must(os.ReadFile(p))
		with := strings.Replace(string(raw), "<!-- readout:keep -->\n", "<!-- readout:keep -->\n"+ownWords+"\n", 1)
		if err := os.WriteFile(p, []byte(with), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d.Close()
	r := rand.New(rand.NewPCG(9, uint64(*kills)))
	for range *kills {
		killOnce(t, h, "export", time.Duration(r.IntN(150))*time.Millisecond)
		notes, _ := filepath.Glob(filepath.Join(filepath.Dir(paths[0]), "2*.md"))
		if len(notes) != len(paths) {
			t.Fatalf("%d notes, want %d: %v", len(notes), len(paths), notes)
		}
		for _, p := range notes {
			raw := string(must(os.ReadFile(p)))
			if !strings.HasSuffix(raw, " -->\n") || strings.Count(raw, ownWords) != 1 {
				t.Errorf("%s is not whole: %q", filepath.Base(p), raw)
			}
		}
	}
	d = openDesk(t, h)
	x, err := d.ExportNotes(context.Background(), keys, "")
	if err != nil || len(x.Said) != 0 {
		t.Errorf("a last export: %v, %v", x.Said, err)
	}
}

// killedHome is a home with an archive of twelve articles, and the newest of them.
func killedHome(t *testing.T) (Home, Key) {
	t.Helper()
	if testing.Short() {
		t.Skip("starts processes")
	}
	h := home(t, newClock(), fileURL(writeTemp(t, "feed.xml", rss("wire", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))))
	d := openDesk(t, h)
	refresh(t, d, RefreshOptions{})
	l := must(d.List(context.Background(), mustParse(""), 0))
	if err := d.Close(); err != nil || len(l.Keys) != 12 {
		t.Fatalf("%d articles, %v", len(l.Keys), err)
	}
	return h, l.Keys[0]
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
