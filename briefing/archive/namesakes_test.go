package archive

import (
	"context"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// Namesakes are the same whether the ledger is read or not.
func TestNamesakes(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "archive.db")
	from := func(source string) func(*Briefed) { return func(b *Briefed) { b.Article.Source = source } }
	undated := func(b *Briefed) { b.Article.Published = time.Time{} }
	a := openAt(t, path)
	for _, b := range []Briefed{article("1", "First", "One."), article("2", "Second", "Two.", from("Other Wire")), article("3", "Third", "Three."),
		article("4", "Fourth", "Four.", dated(noon.AddDate(-1, 0, 0))), article("5", "Fifth", "Five.", undated), article("6", "Sixth", "Six.", undated), article("7", "Seventh", "Seven.")} {
		put(t, a, b)
	}
	put(t, a, article("1", "First, as changed", "One."))
	for _, c := range []struct {
		id   string
		want []string
	}{
		{"1", []string{"First"}}, {"2", []string{"Second"}}, {"3", []string{"First", "Third"}}, {"4", []string{"Fourth"}},
		{"6", []string{"Fifth", "Sixth"}}, {"7", []string{"First", "Third", "Seventh"}}, {"", nil},
	} {
		k, err := a.Find(ctx, ident(c.id))
		if err != nil && c.id != "" {
			t.Fatal(err)
		}
		for _, read := range []bool{false, true} {
			b := openAt(t, path)
			if read {
				if _, err := b.current(ctx); err != nil {
					t.Fatal(err)
				}
			}
			got, err := b.Namesakes(ctx, k)
			var titles []string
			for _, n := range got {
				titles = append(titles, n.Title)
			}
			if err != nil || !slices.Equal(titles, c.want) {
				t.Errorf("article %s, ledger read %v: %q, want %q (%v)", c.id, read, titles, c.want, err)
			}
		}
	}
}
