package archive

import (
	"context"
	"slices"
	"testing"
	"time"
)

func TestExportsTellWhatTheirArticleLost(t *testing.T) {
	ctx, a := context.Background(), opened(t)
	put(t, a, article("1", "Grain", "“We agreed,” said Ole Brandt. “It was late.”"), article("2", "Other", "Nothing."))
	k, _ := a.Find(ctx, ident("1"))
	for range 2 { // the second export takes the first one's place
		if err := a.RecordExport(ctx, k, Export{Path: "/notes/grain.md", Quotes: []string{"We agreed,", "It was late."}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.RecordExport(ctx, 99, Export{Path: "/notes/none.md"}); err != nil {
		t.Errorf("an article that is gone: %v", err)
	}
	gone := func() []string {
		t.Helper()
		it, err := a.Item(ctx, k)
		if err != nil || len(it.Exports) != 1 || it.Exports[0].Path != "/notes/grain.md" || it.Exports[0].Made.IsZero() {
			t.Fatalf("exports = %+v, %v", it.Exports, err)
		}
		return it.Exports[0].Gone(it.Article.Text)
	}
	if got := gone(); got != nil {
		t.Errorf("gone at once: %q", got)
	}
	put(t, a, article("1", "Grain", "“We agreed,” said Ole Brandt. “It was early.”"))
	if got := gone(); !slices.Equal(got, []string{"It was late."}) {
		t.Errorf("gone = %q", got)
	}
	if paths, err := a.ExportPaths(ctx); err != nil || !slices.Equal(paths, []string{"/notes/grain.md"}) {
		t.Errorf("paths = %q, %v", paths, err)
	}
	put(t, a, article("3", "Newest", "Nothing."))
	if n, err := a.Prune(ctx, time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC), true); err != nil || n != 1 {
		t.Errorf("prune would take %d (%v), want the one that was not exported", n, err)
	}
}
