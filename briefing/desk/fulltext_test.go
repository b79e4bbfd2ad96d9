package desk

import (
	"context"
	"strings"
	"testing"
	"time"

	"readout/briefing/query"
	"readout/feeds"
)

func TestFullText(t *testing.T) {
	ctx, c, s := context.Background(), newClock(), newServer(t)
	paragraph := "<p>The committee on harbours met again on Tuesday, and its chair said that the report, which runs to ninety pages, would be sent to the ministry before the end of the week. Members asked who had drafted it and when the annexes would be ready.</p>"
	s.set("/article", "<html><head><title>Harbours</title></head><body><nav>Home</nav><article><h1>Harbours</h1>"+strings.Repeat(paragraph, 6)+"</article></body></html>")
	s.set("/feed", strings.ReplaceAll(rss("alpha", 1), "https://news.example/alpha/1", s.URL+"/article"))
	d := openDesk(t, home(t, c, s.URL+"/feed"))
	refresh(t, d, RefreshOptions{})
	l, _ := d.List(ctx, query.Query{}, 0)
	ch, err := d.FullText(ctx, l.Keys[0])
	if err != nil || ch.What == "" {
		t.Fatalf("FullText = %+v, %v", ch, err)
	}
	it, err := d.Item(ctx, l.Keys[0])
	if err != nil || it.Article.From != feeds.FromPage || !strings.Contains(it.Article.Text, "ninety pages") || it.Revised || it.PageAsked.IsZero() {
		t.Errorf("item = %+v, %v", it, err)
	}
	// Both versions stay: the next time is a change between the two, and back.
	whole := s.whole.Load()
	for _, want := range []feeds.From{feeds.FromFeed, feeds.FromPage} {
		if _, err := d.FullText(ctx, l.Keys[0]); err != nil {
			t.Fatal(err)
		}
		turned, err := d.Item(ctx, l.Keys[0])
		if err != nil || turned.Article.From != want || strings.Contains(turned.Article.Text, "adjourned") != (want == feeds.FromFeed) || turned.Revised {
			t.Errorf("turned to %s: %+v, %v", want, turned.Article, err)
		}
	}
	if s.whole.Load() != whole {
		t.Error("the page was fetched again")
	}
	// The next refresh does not take the feed's text for a change.
	c.advance(48 * time.Hour)
	s.set("/feed", strings.ReplaceAll(rss("alpha", 1, 2), "https://news.example/alpha/1", s.URL+"/article"))
	if r := refresh(t, d, RefreshOptions{}); r.New != 1 || r.Updated != 0 {
		t.Errorf("report = %+v", r)
	}
	if got := listed(t, d, `"ninety pages"`); len(got) != 1 {
		t.Errorf("found = %v", got)
	}
}
