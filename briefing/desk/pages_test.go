package desk

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"readout/briefing/query"
	"readout/feeds"
)

// pageSite serves a feed of teasers with a page for each; page n is a paywall
// where walled says so.
func pageSite(t *testing.T, walled map[int]bool, items ...int) *server {
	s := newServer(t)
	const paragraph = "<p>The committee on harbours met again on Tuesday, and its chair said that the report, which runs to ninety pages, would be sent to the ministry before the end of the week. Members asked who had drafted it and when the annexes would be ready.</p>"
	for _, n := range items {
		body := "<html><head><title>Harbours</title></head><body><article><h1>Harbours</h1>" + strings.Repeat(paragraph, 6) + "</article></body></html>"
		if walled[n] {
			body = "<html><head><title>Subscribe</title></head><body><h1>Subscribe to continue reading</h1><p>This article is for subscribers only. Already a subscriber? Sign in.</p></body></html>"
		}
		s.set(fmt.Sprintf("/alpha/%d", n), body)
	}
	s.set("/feed", strings.ReplaceAll(rss("alpha", items...), "https://news.example", s.URL))
	return s
}

func TestPagesOfTeasersComeBehindARefreshOnceAndFew(t *testing.T) {
	ctx, c := context.Background(), newClock()
	s := pageSite(t, map[int]bool{5: true}, 1, 2, 3, 4, 5)
	d := openDesk(t, home(t, c, s.URL+"/feed"))
	refresh(t, d, RefreshOptions{})
	if n := s.whole.Load(); n != 1 {
		t.Fatalf("the refresh itself made %d requests, want 1", n)
	}
	if whole, err := d.FetchPages(ctx, false); err != nil || len(whole) != 0 || s.whole.Load() != 1 {
		t.Errorf("without auto: %v, %v", whole, err)
	}
	whole, err := d.FetchPages(ctx, true)
	if err != nil || len(whole) != pagesAFeed-1 || s.whole.Load() != 1+pagesAFeed {
		t.Errorf("whole = %v, %v, %d requests; want %d pages with one walled", whole, err, s.whole.Load(), pagesAFeed)
	}
	l, _ := d.List(ctx, query.Query{}, 0)
	it, err := d.Item(ctx, l.Keys[0])
	if err != nil || it.Article.From != feeds.FromFeed || !strings.Contains(it.PageWhy, "subscribers") {
		t.Errorf("walled article: from %s, why %q, %v", it.Article.From, it.PageWhy, err)
	}
	if whole, err = d.FetchPages(ctx, true); err != nil || len(whole) != 1 || s.whole.Load() != 2+pagesAFeed {
		t.Errorf("second pass = %v, %v, %d requests; want the one page not asked for yet", whole, err, s.whole.Load())
	}
	if whole, err = d.FetchPages(ctx, true); err != nil || len(whole) != 0 || s.whole.Load() != 2+pagesAFeed {
		t.Errorf("third pass = %v, %v", whole, err)
	}
}

func TestPagesOnAndOffByFeed(t *testing.T) {
	ctx := context.Background()
	for mode, want := range map[string]int{"on": 5, "off": 0} {
		s := pageSite(t, nil, 1, 2, 3, 4, 5)
		h := home(t, newClock(), s.URL+"/feed")
		list := filepath.Join(h.Config, "feeds.opml")
		raw, err := os.ReadFile(list)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(list, []byte(strings.Replace(string(raw), "xmlUrl", `fullText="`+mode+`" xmlUrl`, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		d := openDesk(t, h)
		refresh(t, d, RefreshOptions{})
		if whole, err := d.FetchPages(ctx, mode == "off"); err != nil || len(whole) != want {
			t.Errorf("%s: %d pages, %v; want %d", mode, len(whole), err, want)
		}
	}
}

// An article that the user turned to its page's text while a pass is under way
// is not turned back by the pass.
func TestAPassLeavesWhatTheUserTurned(t *testing.T) {
	ctx := context.Background()
	items := []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14}
	s := pageSite(t, nil, items...)
	h := home(t, newClock(), s.URL+"/feed")
	d := openDesk(t, h)
	mode := "on"
	if _, err := d.ChangeFeed(ctx, s.URL+"/feed", FeedChange{FullText: &mode}); err != nil {
		t.Fatal(err)
	}
	refresh(t, d, RefreshOptions{})
	l := must(d.List(ctx, query.Query{}, 0))
	last := l.Keys[len(l.Keys)-1]
	var pressed atomic.Bool
	s.asked = func(path string) {
		if strings.HasPrefix(path, "/alpha/") && pressed.CompareAndSwap(false, true) {
			must(d.FullText(ctx, last))
		}
	}
	if _, err := d.FetchPages(ctx, false); err != nil {
		t.Fatal(err)
	}
	for _, k := range l.Keys {
		if it := must(d.Item(ctx, k)); it.Article.From != feeds.FromPage {
			t.Errorf("%s is read from its %s", it.Article.Title, it.Article.From)
		}
	}
}

// Two windows come to the end of a refresh at the same time: each page is asked
// for once (rule 14).
func TestTwoWindowsAskForEachPageOnce(t *testing.T) {
	items := []int{1, 2, 3, 4, 5, 6, 7, 8}
	s := pageSite(t, nil, items...)
	h := home(t, newClock(), s.URL+"/feed")
	d := openDesk(t, h)
	mode := "on"
	must(d.ChangeFeed(t.Context(), s.URL+"/feed", FeedChange{FullText: &mode}))
	refresh(t, d, RefreshOptions{})
	before := s.whole.Load()
	other := openDesk(t, h)
	var second atomic.Bool
	s.asked = func(string) {
		if second.CompareAndSwap(false, true) { // while the first window waits for its first page
			if whole, err := other.FetchPages(t.Context(), true); err != nil || len(whole) > 0 {
				t.Errorf("the second window: %d pages, %v", len(whole), err)
			}
		}
	}
	if whole, err := d.FetchPages(t.Context(), true); err != nil || len(whole) != len(items) {
		t.Errorf("the first window: %d pages, %v", len(whole), err)
	}
	if n := s.whole.Load() - before; n != int64(len(items)) {
		t.Errorf("%d requests for %d pages", n, len(items))
	}
	if whole, err := other.FetchPages(t.Context(), true); err != nil || len(whole) > 0 {
		t.Errorf("afterwards: %d pages, %v", len(whole), err)
	}
}
