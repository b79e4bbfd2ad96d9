package desk

import (
	"context"
	"testing"

	"readout/briefing"
	"readout/briefing/archive"
)

// What was archived without a brief, or under older rules, is briefed later.
func TestRebrief(t *testing.T) {
	ctx := context.Background()
	d, keys := deskWith(t, 1, 2, 3)
	items := map[Key]archive.Briefed{}
	for _, k := range keys[:2] {
		it, err := d.Item(ctx, k)
		if err != nil {
			t.Fatal(err)
		}
		items[k] = archive.Briefed{Article: it.Article, Brief: &briefing.Brief{}} // rules 0
	}
	if n, err := d.archive.Rebrief(ctx, items); err != nil || n != 2 {
		t.Fatalf("making old briefs: %d, %v", n, err)
	}
	if n, err := d.Rebrief(ctx); err != nil || n != 2 {
		t.Errorf("Rebrief = %d, %v", n, err)
	}
	if n, err := d.Rebrief(ctx); err != nil || n != 0 {
		t.Errorf("a second Rebrief = %d, %v", n, err)
	}
	if it, err := d.Item(ctx, keys[0]); err != nil || it.Brief.Rules != briefing.Rules {
		t.Errorf("rules %d, %v", it.Brief.Rules, err)
	}
}
