package desk

import (
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
