package desk

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// Rule 14: the same URL once a pass, also when it is listed twice, and once
// only when several programs refresh one home.
func TestRule14TheSameURLOnceAPassAndOneRefreshAtATime(t *testing.T) {
	var asked atomic.Int64
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		w.Write([]byte(rss("alpha", 1)))
	}))
	t.Cleanup(s.Close)
	h := home(t, newClock(), s.URL+"/feed", s.URL+"/feed")
	var wg sync.WaitGroup
	for range 3 {
		d := openDesk(t, h)
		wg.Go(func() {
			if _, err := d.Refresh(context.Background(), RefreshOptions{}, nil); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if n := asked.Load(); n != 1 {
		t.Errorf("%d requests for one feed, want 1", n)
	}
}

// Rules 3 and 16: a refresh with nothing new is one conditional request a
// feed, and nothing else is fetched: no page, icon or picture.
func TestRules03And16ARefreshWithNothingNewIsOneSmallRequest(t *testing.T) {
	c, s := newClock(), newServer(t)
	s.set("/a", strings.ReplaceAll(rss("alpha", 1, 2), "https://news.example", s.URL))
	d := openDesk(t, home(t, c, s.URL+"/a"))
	refresh(t, d, RefreshOptions{})
	c.advance(26 * time.Hour)
	if r := refresh(t, d, RefreshOptions{}); r.Feeds[0].Status != "not_modified" || s.whole.Load() != 1 {
		t.Errorf("report = %+v, %d whole answers", r, s.whole.Load())
	}
}

// Rule 14 again: who names a feed twice, or by its name and its address, asks
// for it once.
func TestRule14AFeedNamedTwiceIsAskedOnce(t *testing.T) {
	s := newServer(t)
	s.set("/a", rss("alpha", 1))
	d := openDesk(t, home(t, newClock(), s.URL+"/a"))
	refresh(t, d, RefreshOptions{})
	r := refresh(t, d, RefreshOptions{Feeds: []string{"alpha", s.URL + "/a", "Alpha"}, Force: true})
	if len(r.Feeds) != 1 {
		t.Errorf("%d results for one feed", len(r.Feeds))
	}
}

// Rule 2: of a document that breaks off the items are kept and the validators
// are not, or "not modified" would keep the rest away for good.
func TestRule02NoValidatorsOfADocumentThatBreaksOff(t *testing.T) {
	c := newClock()
	for name, doc := range map[string]string{
		"rss":  rss("alpha", 1, 2, 3),
		"atom": `<feed xmlns="http://www.w3.org/2005/Atom"><title>alpha</title><entry><id>1</id><title>One</title></entry><entry><id>2</id><title>Two</title></entry><entry><id>3</id><title>Three</title></entry></feed>`,
		"json": `{"version":"https://jsonfeed.org/version/1.1","title":"alpha","items":[{"id":"1","title":"One"},{"id":"2","title":"Two"},{"id":"3","title":"Three"}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			var half atomic.Bool
			half.Store(true)
			s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("ETag", `"1"`)
				switch {
				case half.Load():
					w.Write([]byte(doc[:strings.LastIndex(doc, "3")]))
				case r.Header.Get("If-None-Match") != "":
					w.WriteHeader(http.StatusNotModified)
				default:
					w.Write([]byte(doc))
				}
			}))
			t.Cleanup(s.Close)
			d := openDesk(t, home(t, c, s.URL+"/feed"))
			if r := refresh(t, d, RefreshOptions{}); r.New < 2 {
				t.Fatalf("of half a document: %+v", r)
			}
			half.Store(false)
			if r := refresh(t, d, RefreshOptions{Force: true}); r.Feeds[0].Status != "ok" || r.Feeds[0].Items != 3 {
				t.Errorf("of the whole: %+v", r)
			}
			if r := refresh(t, d, RefreshOptions{Force: true}); r.Feeds[0].Status != "not_modified" {
				t.Errorf("again: %+v", r)
			}
		})
	}
}

// Rules 5 and 7: how long a page may be kept that stands in a feed's place, as
// that of a captive portal, says nothing of the feed.
func TestRule07AWrongPageDoesNotPutAFeedOff(t *testing.T) {
	c := newClock()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Cache-Control", "max-age=31536000")
		w.Write([]byte("<html><body><h1>Welcome to the hotel</h1></body></html>"))
	}))
	t.Cleanup(s.Close)
	d := openDesk(t, home(t, c, s.URL+"/feed"))
	r := refresh(t, d, RefreshOptions{})
	if next := must(time.Parse(time.RFC3339, r.Feeds[0].Next)); r.Failed != 1 || next.Sub(c.now()) > 2*time.Hour {
		t.Errorf("next in %v: %+v", next.Sub(c.now()), r)
	}
}

// Rule 1: a 304 names only some of the validators that are held.
func TestRule01ValidatorsThatANotModifiedLeavesOutStay(t *testing.T) {
	c := newClock()
	var since []string
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		since = append(since, r.Header.Get("If-Modified-Since"))
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("Last-Modified", "Wed, 04 Mar 2026 05:00:00 GMT")
		w.Write([]byte(rss("alpha", 1)))
	}))
	t.Cleanup(s.Close)
	d := openDesk(t, home(t, c, s.URL+"/feed"))
	for range 3 {
		refresh(t, d, RefreshOptions{Force: true})
	}
	if since[1] == "" || since[2] != since[1] {
		t.Errorf("If-Modified-Since was %q", since)
	}
}

// Rule 22: an empty answer, a page or a portal in a feed's place is a failure
// that deletes nothing; rule 9: where a permanent redirect leads to one, the
// feed's address stays.
func TestRules09And22WhatIsNoFeedChangesNothing(t *testing.T) {
	c := newClock()
	var body atomic.Value
	body.Store(rss("alpha", 1, 2, 3))
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/feed" && body.Load() != rss("alpha", 1, 2, 3) {
			http.Redirect(w, r, "/portal", http.StatusMovedPermanently)
			return
		}
		w.Write([]byte(body.Load().(string)))
	}))
	t.Cleanup(s.Close)
	d := openDesk(t, home(t, c, s.URL+"/feed"))
	refresh(t, d, RefreshOptions{})
	for _, wrong := range []string{"", "<html><body>Welcome</body></html>", "Service unavailable", "<rss/>", "{}"} {
		body.Store(wrong)
		r := refresh(t, d, RefreshOptions{Force: true})
		if r.Failed != 1 || r.Feeds[0].Items != 3 || len(listed(t, d, "")) != 3 {
			t.Errorf("%q: %+v", wrong, r)
		}
		if states := must(d.Feeds(t.Context())); states[0].Moved != "" || states[0].Failure == "" {
			t.Errorf("%q: %+v", wrong, states[0])
		}
	}
	body.Store(rss("alpha", 1, 2, 3))
	if r := refresh(t, d, RefreshOptions{Force: true}); r.Failed != 0 || r.Feeds[0].Items != 3 {
		t.Errorf("afterwards: %+v", r)
	}
}

// Rule 9 again: an address that was moved to and is no more does not keep the
// feed from its own, which is asked again; "gone" counts of that one only.
func TestRule09AMoveThatCameToNothing(t *testing.T) {
	for _, lost := range []int{http.StatusNotFound, http.StatusGone} {
		var moved atomic.Bool
		moved.Store(true)
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			switch {
			case r.URL.Path == "/feed" && moved.Load():
				http.Redirect(w, r, "/new", http.StatusMovedPermanently)
			case r.URL.Path == "/new" && !moved.Load():
				w.WriteHeader(lost)
			default:
				w.Write([]byte(rss("alpha", 1)))
			}
		}))
		t.Cleanup(s.Close)
		c := newClock()
		d := openDesk(t, home(t, c, s.URL+"/feed"))
		refresh(t, d, RefreshOptions{})
		if f := must(d.Feeds(t.Context()))[0]; f.Moved != s.URL+"/new" {
			t.Fatalf("moved to %q", f.Moved)
		}
		moved.Store(false)
		c.advance(48 * time.Hour)
		if r := refresh(t, d, RefreshOptions{}); r.Failed != 1 {
			t.Errorf("%d: the lost address: %+v", lost, r)
		}
		c.advance(48 * time.Hour)
		if r := refresh(t, d, RefreshOptions{}); r.Failed != 0 || r.Feeds[0].Status != "ok" {
			t.Errorf("%d: its own: %+v", lost, r)
		}
	}
}
