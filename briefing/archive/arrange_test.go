package archive

import (
	"context"
	"slices"
	"testing"
)

func TestArrange(t *testing.T) {
	ctx, a := context.Background(), opened(t)
	from := func(source string) func(*Briefed) { return func(b *Briefed) { b.Article.Source = source } }
	put(t, a, article("1", "One", "x", from("beta")), article("2", "Two", "x", from("Alpha")), article("3", "Three", "x", from("Beta")), article("4", "Four", "x", from("alpha")))
	a.Mark(ctx, []Key{4, 3}, Read)
	all := []Key{1, 2, 3, 4, 99}
	// They are of one moment: each group stands as in the document, which is the order of any list.
	for by, want := range map[Order][]Key{BySource: {2, 4, 1, 3}, UnreadFirst: {1, 2, 3, 4}} {
		if got, err := a.Arrange(ctx, all, by); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v, %v; want %v", by, got, err, want)
		}
	}
	if got, err := a.Unread(ctx, all); err != nil || !slices.Equal(got, []Key{1, 2}) {
		t.Errorf("unread: %v, %v", got, err)
	}
	if _, err := a.Arrange(ctx, all, "length"); err == nil {
		t.Error("an unknown order is no error")
	}
}
