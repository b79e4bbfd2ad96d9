package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestRefreshOfFilesAddsNothingTwice(t *testing.T) {
	c := newClock()
	a := writeTemp(t, "a.xml", rss("alpha", 1, 2, 3))
	b := writeTemp(t, "b.xml", "<html><body>This is no feed.</body></html>")
	d := openDesk(t, home(t, c, fileURL(a), fileURL(b)))
	r := refresh(t, d, RefreshOptions{})
	if r.New != 3 || r.Failed != 1 || r.Feeds[0].Status != "ok" || r.Feeds[1].Status != "error" || r.Feeds[1].Error == nil {
		t.Fatalf("report = %+v", r)
	}
	if next, err := time.Parse(time.RFC3339, r.Feeds[0].Next); err != nil || !next.After(c.now()) {
		t.Errorf("next_fetch = %q", r.Feeds[0].Next)
	}
	if got := listed(t, d, ""); len(got) != 3 || got[0] != "Item 3 of alpha" {
		t.Errorf("articles = %v", got)
	}
	if r := refresh(t, d, RefreshOptions{}); r.Feeds[0].Status != "skipped" || r.Feeds[0].Items != 3 || r.New != 0 {
		t.Errorf("second report = %+v", r)
	}
	if r := refresh(t, d, RefreshOptions{Force: true}); r.Feeds[0].Status != "not_modified" || r.New != 0 {
		t.Errorf("forced report = %+v", r)
	}
	states, err := d.Feeds(context.Background())
	if err != nil || states[0].Articles != 3 || states[0].Unread != 3 || states[0].Name != "alpha" || states[1].Failures != 2 || states[1].Failure == "" {
		t.Errorf("states = %+v, %v", states, err)
	}
	if n, err := d.Failing(context.Background()); n != 1 || err != nil {
		t.Errorf("%d feeds fail (%v), want the one", n, err)
	}
}

func TestRefreshOverHTTP(t *testing.T) {
	c, s := newClock(), newServer(t)
	s.set("/a", rss("alpha", 1, 2))
	s.set("/new", rss("moved", 1))
	d := openDesk(t, home(t, c, s.URL+"/a", s.URL+"/moved", s.URL+"/gone", s.URL+"/missing"))
	var steps []Progress
	r, err := d.Refresh(context.Background(), RefreshOptions{}, func(p Progress) { steps = append(steps, p) })
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"ok", "ok", "gone", "error"} {
		if r.Feeds[i].Status != want {
			t.Errorf("%s: %s, want %s", r.Feeds[i].URL, r.Feeds[i].Status, want)
		}
	}
	if r.New != 3 || r.Failed != 2 {
		t.Errorf("report = %+v", r)
	}
	if last := steps[len(steps)-1]; len(steps) != 5 || last.Done != 4 || last.Total != 4 || last.New != 3 || last.Waiting[0] != "the briefs" || len(steps[3].Waiting) != 0 {
		t.Errorf("progress = %+v", steps)
	}
	j, _ := json.Marshal(r.Feeds[0])
	if !strings.Contains(string(j), `"error":null`) {
		t.Errorf("JSON = %s", j)
	}
	c.advance(27 * time.Hour)
	whole := s.whole.Load()
	r = refresh(t, d, RefreshOptions{})
	for i, want := range []string{"not_modified", "not_modified", "skipped", "error"} {
		if r.Feeds[i].Status != want {
			t.Errorf("second: %s: %s, want %s", r.Feeds[i].URL, r.Feeds[i].Status, want)
		}
	}
	if s.whole.Load() != whole {
		t.Error("an unchanged feed was sent again")
	}
	if states, _ := d.archive.Feeds(context.Background()); states[s.URL+"/moved"].Address != s.URL+"/new" {
		t.Errorf("moved feed: %+v", states[s.URL+"/moved"])
	}
	s.set("/a", strings.Replace(rss("alpha", 1, 2, 3), "matter 1 and", "matter 1, a new word, and", 1))
	r = refresh(t, d, RefreshOptions{Feeds: []string{"alpha"}, Force: true})
	if len(r.Feeds) != 1 || r.New != 1 || r.Updated != 1 {
		t.Errorf("changed feed: %+v", r)
	}
	if _, err := d.Refresh(context.Background(), RefreshOptions{Feeds: []string{"alfa"}}, nil); err == nil || !strings.Contains(err.Error(), `"alpha"`) {
		t.Errorf("unknown feed: %v", err)
	}
}

func TestCancelledRefreshRecordsNoFailure(t *testing.T) {
	c, s := newClock(), newServer(t)
	s.set("/a", rss("alpha", 1, 2))
	d := openDesk(t, home(t, c, s.URL+"/a"))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := d.Refresh(ctx, RefreshOptions{}, nil); err == nil {
		t.Error("a cancelled refresh gave no error")
	}
	states, _ := d.Feeds(context.Background())
	if states[0].Failures != 0 || !states[0].LastTry.IsZero() {
		t.Errorf("state = %+v", states[0])
	}
	if r := refresh(t, d, RefreshOptions{}); r.New != 2 {
		t.Errorf("report = %+v", r)
	}
}

// Two windows refresh at once: one waits for the other, each article comes once.
func TestTwoDesksRefreshAtOnce(t *testing.T) {
	c, s := newClock(), newServer(t)
	s.set("/a", rss("alpha", 1, 2, 3))
	h := home(t, c, s.URL+"/a")
	var wg sync.WaitGroup
	var mu sync.Mutex
	added := 0
	for range 3 {
		d := openDesk(t, h)
		wg.Go(func() {
			r, err := d.Refresh(context.Background(), RefreshOptions{}, nil)
			if err != nil {
				t.Error(err)
			}
			mu.Lock()
			added += r.New
			mu.Unlock()
		})
	}
	wg.Wait()
	if added != 3 || s.whole.Load() != 1 {
		t.Errorf("%d articles added by %d whole answers, want 3 by 1", added, s.whole.Load())
	}
}

func TestSampleUntilTheFirstArticle(t *testing.T) {
	c, ctx := newClock(), context.Background()
	path := writeTemp(t, "a.xml", "not yet a feed")
	d := openDesk(t, home(t, c, fileURL(path)))
	refresh(t, d, RefreshOptions{})
	if !d.Sample() {
		t.Error("no sample although nothing could be fetched")
	}
	g, _ := d.Generation(ctx)
	states, _ := d.Feeds(ctx)
	if states[0].Failure == "" {
		t.Error("the feed's failure is not visible")
	}
	os.WriteFile(path, []byte(rss("alpha", 1)), 0o600)
	refresh(t, d, RefreshOptions{Force: true})
	if d.Sample() || len(listed(t, d, "")) != 1 {
		t.Error("the sample is still shown")
	}
	if g2, _ := d.Generation(ctx); g2 <= g {
		t.Errorf("generation %d, then %d", g, g2)
	}
}

func TestDemo(t *testing.T) {
	ctx := context.Background()
	d, err := Demo(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if !d.Sample() {
		t.Error("the demo is no sample")
	}
	for _, title := range listed(t, d, "") {
		if title == "" {
			t.Error("an article without a title")
		}
	}
	if _, err := d.Refresh(ctx, RefreshOptions{}, nil); err == nil {
		t.Error("the demo fetched")
	}
	if f, err := d.Feeds(ctx); err != nil || len(f) != 0 {
		t.Errorf("feeds = %v, %v", f, err)
	}
}

// A refresh that is cut off keeps what it has and goes on from there.
func TestCutOffRefreshGoesOn(t *testing.T) {
	c, s := newClock(), newServer(t)
	s.set("/a", rss("alpha", 1, 2))
	block := make(chan struct{})
	slow := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-block:
			fmt.Fprint(w, rss("slow", 1))
		case <-r.Context().Done():
		}
	}))
	t.Cleanup(slow.Close)
	d := openDesk(t, home(t, c, s.URL+"/a", slow.URL+"/b"))
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	r, err := d.Refresh(ctx, RefreshOptions{}, func(p Progress) {
		if p.New == 2 { // the first feed is there, the second hangs
			if len(p.Waiting) != 1 || !strings.HasPrefix(slow.URL, "http://"+p.Waiting[0]) {
				t.Errorf("waiting for %v", p.Waiting)
			}
			cancel()
		}
	})
	if err == nil || r.New != 2 || r.Failed != 0 || r.Feeds[1].Status != "skipped" {
		t.Errorf("cut off: %+v, %v", r, err)
	}
	close(block)
	if r := refresh(t, d, RefreshOptions{}); r.New != 1 || r.Feeds[0].Status != "skipped" || r.Feeds[1].Status != "ok" {
		t.Errorf("second: %+v", r)
	}
}

// Articles are listed before they are briefed; a refresh that is cut off
// there leaves the briefs to the next one.
func TestBriefsOfACutOffRefreshGoOn(t *testing.T) {
	h := home(t, newClock(), fileURL(writeTemp(t, "feed.xml", rss("wire", 1, 2, 3, 4, 5))))
	d := openDesk(t, h)
	ctx, cut := context.WithCancel(context.Background())
	_, err := d.Refresh(ctx, RefreshOptions{}, func(p Progress) {
		if p.Done == p.Total {
			cut()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error = %v", err)
	}
	if got := listed(t, d, ""); len(got) != 5 {
		t.Fatalf("%d articles are listed, want 5", len(got))
	}
	refresh(t, d, RefreshOptions{})
	if left, err := d.archive.Outdated(context.Background(), 10); err != nil || len(left) > 0 {
		t.Errorf("not briefed: %v, %v", left, err)
	}
}
