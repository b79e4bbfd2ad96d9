package archive

import (
	"context"
	"strings"
	"testing"

	"readout/briefing/text"
)

func TestHighlightSurvivesChangesOfTheText(t *testing.T) {
	ctx, a := context.Background(), opened(t)
	const was = "The harbour opens. Envoys agreed on grain. The harbour closes."
	put(t, a, article("1", "Grain", was), article("2", "Other", "Nothing."))
	k, _ := a.Find(ctx, ident("1"))
	at := strings.Index(was, "Envoys agreed on grain.")
	p := text.Cite(was, text.Span{Start: at, End: at + len("Envoys agreed on grain.")})
	c, err := a.Highlight(ctx, k, p, true)
	if err != nil || c.What != "highlighted “Envoys agreed on grain.”" {
		t.Fatalf("Highlight = %+v, %v", c, err)
	}
	if c, err := a.Highlight(ctx, k, p, true); c.What != "" || err != nil {
		t.Errorf("twice: %+v, %v", c, err)
	}
	has := func(n int, stands bool) {
		t.Helper()
		it, err := a.Item(ctx, k)
		if err != nil || len(it.Highlights) != n {
			t.Fatalf("highlights: %+v, %v", it.Highlights, err)
		}
		for _, h := range it.Highlights {
			if h.Stands != stands || stands && it.Article.Text[h.Span.Start:h.Span.End] != p.Words || h.Words != p.Words {
				t.Errorf("%+v", h)
			}
		}
		if got := titles(t, a, "has:highlight"); len(got) != n {
			t.Errorf("has:highlight finds %v", got)
		}
	}
	has(1, true)
	put(t, a, article("1", "Grain", "Corrected at noon. "+was))
	has(1, true)
	put(t, a, article("1", "Grain", "All is different now."))
	has(1, false)
	for range 2 {
		if c, err := a.Undo(ctx, nil); err != nil || !strings.HasPrefix(c.What, "undid: highlighted") || len(c.Keys) != 1 {
			t.Errorf("Undo = %+v, %v", c, err)
		}
		has(0, false)
		if c, err := a.Redo(ctx, nil); err != nil || c.What == "" {
			t.Errorf("Redo = %+v, %v", c, err)
		}
		has(1, false)
	}
	if c, err := a.Highlight(ctx, k, p, false); err != nil || !strings.HasPrefix(c.What, "took the highlight off") {
		t.Errorf("taking it off: %+v, %v", c, err)
	}
	has(0, false)
	for _, bad := range []text.Passage{{}, {Words: " \n"}, {Words: strings.Repeat("x", maxHighlight+1)}} {
		if _, err := a.Highlight(ctx, k, bad, true); err == nil {
			t.Errorf("%.20q was highlighted", bad.Words)
		}
	}
	if c, err := a.Highlight(ctx, 999, p, true); c.What != "" || err != nil {
		t.Errorf("of no article: %+v, %v", c, err)
	}
}
