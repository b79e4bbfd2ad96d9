package desk

import (
	"context"
	"slices"
	"testing"

	"readout/briefing/query"
)

// The sample edition has two outlets on one letter.
func TestStoriesOfTheSample(t *testing.T) {
	ctx := context.Background()
	d, err := Demo(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	l, err := d.List(ctx, query.Query{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := d.Rows(ctx, l.Keys)
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, r := range rows {
		if len(r.Also) == 0 {
			continue
		}
		told++
		if slices.Contains(r.Also, r.Source) {
			t.Errorf("%s is its own other outlet", r.Source)
		}
		s, err := d.Story(ctx, r.Key)
		if err != nil || len(s) < 2 || !slices.ContainsFunc(s, func(x Row) bool { return x.Key == r.Key }) {
			t.Errorf("the story of %q has %d articles, %v", r.Title, len(s), err)
		}
	}
	if told < 2 {
		t.Errorf("%d articles are told by other outlets too", told)
	}
}
