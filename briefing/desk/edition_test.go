package desk

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"readout/briefing/archive"
	"readout/briefing/note"
	"readout/briefing/query"
	"readout/feeds"
)

// TestEditionOfTheSample makes the sample's edition with a watchlist. Its look
// is a golden file in the note package, of an edition that does not change with
// the engine.
func TestEditionOfTheSample(t *testing.T) {
	ctx := context.Background()
	d, err := Demo(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	d.config.Watch = []string{"icc", "ukraine", "sanctions", "nato", "opcw"}
	e, err := d.Edition(ctx, EditionOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if e.Items != 12 || len(e.Letters) < 3 || len(e.Quotes) < 4 || len(e.Sections) != 5 || !e.Sections[0].Principal || len(e.Sections[0].New) == 0 {
		t.Errorf("%d items, %d letters, %d quotes, sections %+v", e.Items, len(e.Letters), len(e.Quotes), e.Sections)
	}
	told := len(e.Others)
	for _, s := range e.Sections {
		told += len(s.New)
	}
	if told != len(e.Stories) || e.Groups != told+e.More {
		t.Errorf("%d stories, %d told, %d in the sections, %d more", e.Groups, len(e.Stories), told, e.More)
	}
	if len(e.Gaps.Quiet) == 0 || e.Gaps.Quiet[len(e.Gaps.Quiet)-1] != "Organisation for the Prohibition of Chemical Weapons" {
		t.Errorf("quiet: %q", e.Gaps.Quiet)
	}
}

// TestEditionIsFrozen makes an edition, then changes articles, feeds and the
// clock, and has the same edition made again.
func TestEditionIsFrozen(t *testing.T) {
	ctx := context.Background()
	now := time.Date(2026, 3, 4, 6, 40, 0, 0, time.UTC)
	home := t.TempDir()
	open := func() *Desk {
		d, err := Open(ctx, Home{Config: home, Data: home, Now: func() time.Time { return now }})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	d := open()
	put := func(failure string, titles ...string) {
		t.Helper()
		r, err := d.registry()
		if err != nil {
			t.Fatal(err)
		}
		var items []archive.Briefed
		for _, s := range titles {
			id, text, _ := strings.Cut(s, "|")
			a := sampleArticle(id, text, now)
			b := newKitchen(r).brief(a)
			items = append(items, archive.Briefed{Article: a, Brief: &b})
		}
		if _, err := d.archive.Put(ctx, archive.FeedState{URL: "https://wire.example/feed", LastTry: now, Failure: failure}, items); err != nil {
			t.Fatal(err)
		}
	}
	put("", "one|The court will sit on Friday. “We will hear both sides of this appeal in public,” said Judge Ada Example.", "two|The harbour of Port Lunde reopened on Monday.")
	render := func(o EditionOptions) []byte {
		t.Helper()
		e, err := d.Edition(ctx, o)
		if err != nil {
			t.Fatal(err)
		}
		md, err := e.Markdown()
		if err != nil {
			t.Fatal(err)
		}
		return md
	}
	first := render(EditionOptions{})
	now = now.Add(3 * time.Hour)
	put("the server does not answer", "one|The court will sit on Monday, not on Friday.", "three|A storm closed the harbour again.")
	if later := render(EditionOptions{}); !bytes.Contains(later, []byte("A quote that is gone:** “We will hear both sides")) || !bytes.Contains(later, []byte("Now in it: The court will sit on Monday")) {
		t.Errorf("the change is not told:\n%s", later)
	}
	d.Close()
	now = now.Add(-3 * time.Hour)
	d = open()
	defer d.Close()
	if again := render(EditionOptions{}); !bytes.Equal(first, again) {
		t.Errorf("made again:\n%s\nfirst:\n%s", again, first)
	}
	// Never made before, it still has the texts of its cut-off.
	if e, err := d.Edition(ctx, EditionOptions{Since: 48 * time.Hour}); err != nil || e.Items != 2 || len(e.Changes) != 0 || len(e.Quotes) != 1 {
		t.Errorf("a span that was not made before: %+v, %v", e, err)
	}
	q, err := query.Parse("harbour")
	if err != nil {
		t.Fatal(err)
	}
	if e, err := d.Edition(ctx, EditionOptions{Query: q}); err != nil || e.Items != 1 {
		t.Errorf("by query: %d items, %v", e.Items, err)
	}
	if _, err := d.Edition(ctx, EditionOptions{Day: now.Add(48 * time.Hour)}); err == nil {
		t.Error("an edition of the day after tomorrow")
	}
}

// TestEditionTampered does not believe a sum that is not the content's.
func TestEditionTampered(t *testing.T) {
	d, err := Demo(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	e, err := d.Edition(context.Background(), EditionOptions{})
	if err != nil {
		t.Fatal(err)
	}
	j, err := e.JSON()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := note.ReadEdition(j); err != nil {
		t.Error(err)
	}
	if _, err := note.ReadEdition(bytes.Replace(j, []byte("Margaret Ellerby"), []byte("Somebody Else"), 1)); err == nil {
		t.Error("a changed edition was believed")
	}
}

func sampleArticle(id, text string, seen time.Time) feeds.Article {
	return feeds.Article{ID: strings.Repeat("0", 28) + (id + "xxxx")[:4], Feed: "https://wire.example/feed", Source: "Lunde Wire", Title: "Report " + id,
		URL: "https://wire.example/" + id, Text: text, From: feeds.FromFeed, FirstSeen: seen, Published: seen.Add(-time.Hour)}
}
