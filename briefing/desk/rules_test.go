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
