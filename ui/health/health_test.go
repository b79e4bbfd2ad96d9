package health

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"readout/briefing/desk"
	"readout/feeds"
	"readout/ui/keys"
	"readout/ui/pane"
	"readout/ui/theme"
)

var now = time.Date(2026, 3, 4, 6, 40, 0, 0, time.UTC)

func feed(name, failure string, tried time.Time) desk.FeedState {
	return desk.FeedState{Subscription: feeds.Subscription{URL: "https://" + name + ".example/feed"}, Name: name, Failure: failure, LastTry: tried, LastSuccess: tried, Articles: 3}
}

func open(fs ...desk.FeedState) *Pane {
	th, _ := theme.Get("dark")
	p := New(&pane.Look{Theme: th, Glyphs: pane.Unicode, Zone: time.UTC, Now: func() time.Time { return now }}, nil)
	p.Update(states{feeds: fs})
	return p
}

// TestFailingFirst puts what fails first, with its reason, then what was never tried.
func TestFailingFirst(t *testing.T) {
	p := open(feed("well", "", now), feed("new", "", time.Time{}), feed("ill", "ill.example did not answer", now))
	s := ansi.Strip(strings.Join(p.Lines(100, 20), "\n"))
	at := -1
	for _, words := range []string{"ill", "ill.example did not answer", "new", "well"} {
		i := strings.Index(s[at+1:], words)
		if i < 0 {
			t.Fatalf("%q is missing or out of order:\n%s", words, s)
		}
		at += i + 1
	}
	if p.Foot() != "3 feeds, 1 failing" {
		t.Errorf("the foot says %q", p.Foot())
	}
}

// TestStaysOnItsFeed looks again while one stands on a feed and another one has
// failed: the key that ends a subscription must not hit that.
func TestStaysOnItsFeed(t *testing.T) {
	p := open(feed("a", "", now), feed("b", "", now), feed("c", "", now))
	p.Update(pane.Act{ID: keys.Next})
	p.Update(states{feeds: []desk.FeedState{feed("a", "", now), feed("b", "", now), feed("c", "did not answer", now)}})
	if got := p.feeds[p.list.Sel].Name; got != "b" {
		t.Errorf("the cursor stood on b and stands on %s", got)
	}
}

// TestEverySize is exact in cells, whatever a feed calls itself, and keeps the
// selected feed in sight.
func TestEverySize(t *testing.T) {
	var fs []desk.FeedState
	for i, name := range []string{"国际刑事法院", "\x1b[2Jred\u202e", strings.Repeat("long ", 60), "👨‍👩‍👧"} {
		fs = append(fs, feed(name, strings.Repeat("why ", i*20), now))
	}
	for i := range 20 {
		fs = append(fs, feed(fmt.Sprint("feed", i), "", now))
	}
	p := open(fs...)
	for _, id := range []keys.ID{keys.Next, keys.PageDown, keys.PageUp, keys.Prev, keys.PageDown, keys.PageDown} {
		p.act(id)
		for w := 1; w < 110; w += 7 {
			for _, h := range []int{1, 2, 7, 30} {
				lines := p.Lines(w, h)
				if len(lines) != h {
					t.Fatalf("%dx%d: %d lines", w, h, len(lines))
				}
				for _, l := range lines {
					if n := p.look.Width(l); n != w || strings.ContainsAny(ansi.Strip(l), "\x1b\u202e") {
						t.Fatalf("%dx%d: %q is %d cells wide", w, h, l, n)
					}
				}
			}
		}
	}
}

// TestNoFeed answers keys where there is nothing to act on.
func TestNoFeed(t *testing.T) {
	d, err := desk.Demo(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	p := open()
	p.desk = d
	for _, id := range []keys.ID{keys.Next, keys.Prev, keys.PageDown, keys.Accept, keys.Refresh, keys.Remove, keys.Close} {
		p.act(id)
		p.Lines(60, 10)
	}
}
