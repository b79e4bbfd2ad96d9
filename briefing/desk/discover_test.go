package desk

import (
	"errors"
	"strings"
	"testing"

	"readout/feeds"
)

func TestDiscover(t *testing.T) {
	s := newServer(t)
	s.set("/feed/", rss("guessed", 1))
	s.set("/new", rss("moved", 1))
	s.set("/plain", "<html><body><p>No word of a feed here.</p></body></html>")
	s.set("/named", `<html><head><link rel="alternate" type="application/rss+xml" title="Named" href="/new"></head><body></body></html>`)
	d := openDesk(t, home(t, newClock()))
	for path, want := range map[string]string{"/new": "/new", "/moved": "/new", "/plain": "/feed/", "/named": "/new"} {
		found, err := d.Discover(t.Context(), s.URL+path)
		if err != nil || len(found) != 1 || found[0].URL != s.URL+want {
			t.Errorf("%s: %+v, %v; want %s", path, found, err, want)
		}
	}
}

// TestDiscoverTellsFeedsApart: where a page offers several feeds, each comes
// with what it brings and its newest headline.
func TestDiscoverTellsFeedsApart(t *testing.T) {
	s := newServer(t)
	s.set("/a", rss("alpha", 3))
	s.set("/b", rss("beta", 1))
	s.set("/page", `<html><head><link rel="alternate" type="application/rss+xml" title="A" href="/a"><link rel="alternate" type="application/rss+xml" title="B" href="/b"></head><body></body></html>`)
	d := openDesk(t, home(t, newClock()))
	found, err := d.Discover(t.Context(), s.URL+"/page")
	if err != nil || len(found) != 2 {
		t.Fatalf("%+v, %v", found, err)
	}
	for _, c := range found {
		if c.Newest == "" || c.PerWeek <= 0 {
			t.Errorf("%s: newest %q, %v a week", c.URL, c.Newest, c.PerWeek)
		}
	}
	first, others, err := d.FeedAt(t.Context(), s.URL+"/page")
	if err != nil || first.URL != s.URL+"/a" || len(others) != 1 || others[0] != s.URL+"/b" {
		t.Errorf("%+v, %q, %v", first, others, err)
	}
}

func TestAFeedListOnTheWebIsImported(t *testing.T) {
	s := newServer(t)
	s.set("/list.opml", `<opml version="2.0"><body><outline type="rss" text="A" xmlUrl="https://a.example/feed"/><outline type="rss" text="F" xmlUrl="file:///etc/passwd"/></body></opml>`)
	d := openDesk(t, home(t, newClock()))
	if _, err := d.Discover(t.Context(), s.URL+"/list.opml"); !errors.Is(err, ErrFeedList) {
		t.Fatalf("have %v, want ErrFeedList", err)
	}
	added, refused, err := d.ImportAddress(t.Context(), s.URL+"/list.opml")
	if err != nil || added != 1 || len(refused) != 1 {
		t.Errorf("added %d, refused %q, %v; want 1 and the file", added, refused, err)
	}
}

func TestAFeedIsNotAddedTwiceUnderAnotherFormOfItsAddress(t *testing.T) {
	d := openDesk(t, home(t, newClock(), "https://www.news.example/feed/"))
	for _, address := range []string{"http://news.example/feed", "https://news.example/feed/"} {
		if err := d.AddFeed(t.Context(), feeds.Subscription{URL: address}); err == nil || !strings.Contains(err.Error(), "already") {
			t.Errorf("%s: %v", address, err)
		}
	}
	if err := d.AddFeed(t.Context(), feeds.Subscription{URL: "https://news.example/other"}); err != nil {
		t.Error(err)
	}
}

// TestNoFeed names the feed that was meant by a part of its name or a slip.
func TestNoFeed(t *testing.T) {
	subs := []FeedState{{Subscription: feeds.Subscription{}}}
	subs[0].Name = "Brno Observer: World"
	for typed, want := range map[string]string{"brno": `did you mean "Brno Observer: World"`, "Brno Obsrever: World": `did you mean "Brno Observer: World"`, "Wire": "readout feeds list"} {
		if err := noFeed(typed, subs); !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", typed, err)
		}
	}
}
