package list

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"readout/briefing/archive"
	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/feeds"
	"readout/ui/cells"
	"readout/ui/pane"
)

// desked returns a desk on an archive of n articles, of which every fifth tells
// one story.
func desked(t *testing.T, n int) *desk.Desk {
	t.Helper()
	ctx, dir, noon := context.Background(), t.TempDir(), time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)
	a, err := archive.Open(ctx, filepath.Join(dir, "archive.db"), archive.Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	var items []archive.Briefed
	for i := range n {
		id := fmt.Sprintf("%032x", i+1)
		items = append(items, archive.Briefed{Article: feeds.Article{ID: id, URL: "https://news.example/" + id, Source: "Example Wire",
			Title: fmt.Sprint("Harbour ", i), Text: "The harbour reopened.", Published: noon.Add(-time.Duration(i) * time.Minute), FirstSeen: noon}})
	}
	if _, err := a.Put(ctx, archive.FeedState{URL: "https://news.example/feed"}, items); err != nil {
		t.Fatal(err)
	}
	l, err := a.List(ctx, query.Query{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	stories := map[desk.Key]desk.Key{}
	for i := 0; i < len(l.Keys); i += 5 {
		stories[l.Keys[i]] = l.Keys[(len(l.Keys)-1)/5*5]
	}
	if err := a.SetStories(ctx, stories); err != nil {
		t.Fatal(err)
	}
	d, err := desk.Open(ctx, desk.Home{Config: dir, Data: dir, Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

// TestBeginningIsThatOfTheWhole lists a beginning: its rows and what stands
// below them are those of the whole list.
func TestBeginningIsThatOfTheWhole(t *testing.T) {
	ctx, d := context.Background(), desked(t, 23)
	for _, by := range []sorting{byStory, newestFirst} {
		whole, err := order(ctx, d, query.Query{}, 0, by, nil)
		if err != nil {
			t.Fatal(err)
		}
		for limit := 1; limit <= 24; limit++ {
			o, err := beginning(ctx, d, query.Query{}, limit, by, nil)
			if err != nil {
				t.Fatal(err)
			}
			if n := len(o.rows); n == 0 || !slices.Equal(o.rows, whole.rows[:n]) {
				t.Fatalf("%s, %d articles: rows %v, want the beginning of %v", by, limit, o.rows, whole.rows)
			}
			same := func(a, b []desk.Key) bool {
				return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
			}
			if !maps.EqualFunc(o.under, whole.under, same) {
				t.Fatalf("%s, %d articles: below them stand %v, want %v", by, limit, o.under, whole.under)
			}
			if o.part != (limit < 23) {
				t.Errorf("%s, %d articles of 23: part is %v", by, limit, o.part)
			}
		}
	}
}

// TestBeginsWithAFirstScreen opens a list on its beginning: the whole follows
// its rows and leaves the place as it is. What is to be selected further on is
// waited for.
func TestBeginsWithAFirstScreen(t *testing.T) {
	ctx, d := context.Background(), desked(t, 23)
	whole, err := order(ctx, d, query.Query{}, 0, byStory, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		sought, selected desk.Key
		shown            int
	}{{0, whole.rows[3], 9}, {whole.rows[2], whole.rows[5], 9}, {whole.rows[12], whole.rows[12], 0}} {
		p := New(look(cells.Points), d)
		p.begun = true
		part, err := beginning(ctx, d, query.Query{}, 10, byStory, nil)
		if err != nil {
			t.Fatal(err)
		}
		p.Update(pane.Filtered{})
		p.Update(pane.Seek{Key: c.sought})
		p.Update(listed{gen: p.gen, order: part})
		if len(p.keys) != c.shown || p.Foot() != "" {
			t.Fatalf("a beginning of %d articles shows %d rows, foot %q; want %d and none", 10, len(p.keys), p.Foot(), c.shown)
		}
		if c.shown > 0 {
			p.move(p.sel + 3)
			if cmd := p.Update(loaded{}); cmd == nil {
				t.Fatal("the whole is not asked for behind the first rows")
			}
		}
		p.Update(listed{gen: p.gen, order: whole})
		if p.Selected() != c.selected || len(p.keys) != len(whole.rows) {
			t.Errorf("the whole list of %d rows stands on %d, want %d on %d", len(p.keys), p.Selected(), len(whole.rows), c.selected)
		}
	}
}
