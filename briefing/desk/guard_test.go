package desk

import (
	"context"
	"errors"
	"strings"
	"testing"
)

func TestGuarded(t *testing.T) {
	if err := guarded(func() error { panic("\x1b]0;of a feed\a") })(); !errors.Is(err, errInside) || strings.Contains(err.Error(), "of a feed") {
		t.Errorf("a panic is %v", err)
	}
	if err := guarded(func() error { return context.Canceled })(); !errors.Is(err, context.Canceled) {
		t.Errorf("an error is %v", err)
	}
}

// A panic while one feed is refreshed is that feed's failure: the others are
// archived and briefed, and the refresh ends.
func TestPanicIsAFeedsFault(t *testing.T) {
	s := newServer(t)
	s.set("/a", rss("alpha", 1, 2))
	s.set("/b", rss("beta", 1))
	d := openDesk(t, home(t, newClock(), s.URL+"/a", s.URL+"/b"))
	first := true
	r, err := d.newRound(context.Background(), RefreshOptions{}, func(Progress) {
		if first {
			first = false
			panic("\x1b]0;of a feed\a")
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	finish := r.briefBehind(context.Background())
	report := r.run(context.Background())
	if err := finish(); err != nil {
		t.Error(err)
	}
	failed := 0
	for _, f := range report.Feeds {
		if f.Status == "error" {
			failed++
			if *f.Error != errInside.Error() {
				t.Errorf("it says %q", *f.Error)
			}
		}
	}
	if failed != 1 || report.Failed != 1 {
		t.Errorf("%+v", report)
	}
	if got := listed(t, d, ""); len(got) != 3 {
		t.Errorf("archived: %q", got)
	}
	if keys, err := d.archive.Unbriefed(context.Background(), 10); err != nil || len(keys) != 0 {
		t.Errorf("not briefed: %v, %v", keys, err)
	}
}

// A panic between pulling and archiving is said of each feed, and none is waited for.
func TestPanicWhileFetching(t *testing.T) {
	s := newServer(t)
	s.set("/a", rss("alpha", 1))
	s.set("/b", rss("beta", 1))
	d := openDesk(t, home(t, newClock(), s.URL+"/a", s.URL+"/b"))
	var last Progress
	r, err := d.newRound(context.Background(), RefreshOptions{}, func(p Progress) { last = p })
	if err != nil {
		t.Fatal(err)
	}
	r.kitchen = nil
	if report := r.run(context.Background()); report.Failed != 2 {
		t.Errorf("%+v", report)
	}
	if last.Done != 2 || len(last.Waiting) != 0 || last.Err != errInside.Error() {
		t.Errorf("in the end %+v", last)
	}
}

func TestPanicIsANotesFault(t *testing.T) {
	var none *Desk
	if x := none.draft(context.Background(), 1); !errors.Is(x.err, errInside) {
		t.Errorf("an export that fails inside says %v", x.err)
	}
}
