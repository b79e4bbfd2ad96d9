package desk

import (
	"context"
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"readout/feeds/pull"
)

// cutOff takes the name servers away from a desk.
func cutOff(d *Desk) {
	client := pull.New(pull.Options{Now: d.now, Names: &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		return nil, errors.New("no way out")
	}}})
	d.client = func() *pull.Client { return client }
}

func TestNoNetworkIsSaidOnceAndCountsAgainstNoFeed(t *testing.T) {
	c := newClock()
	d := openDesk(t, home(t, c, "https://one.example/feed", "https://two.example/feed"))
	cutOff(d)
	r := refresh(t, d, RefreshOptions{})
	if !strings.HasPrefix(r.Offline, "no network") || !strings.Contains(r.Offline, "10 minutes") || r.Failed != 2 {
		t.Fatalf("report = %+v", r)
	}
	if want := c.now().Add(10 * time.Minute).Format(time.RFC3339); r.Feeds[0].Next != want {
		t.Errorf("next = %s, want %s", r.Feeds[0].Next, want)
	}
	states, err := d.Feeds(t.Context())
	if err != nil || states[0].Failures != 0 || states[0].Failure != "" || !states[0].Next.Equal(c.now().Add(10*time.Minute)) {
		t.Errorf("state = %+v, %v", states[0], err)
	}
}

func TestOneNameThatIsNotFoundBesideAServerThatAnswersIsThatFeedsFailure(t *testing.T) {
	c, s := newClock(), newServer(t)
	s.set("/a", rss("alpha", 1))
	d := openDesk(t, home(t, c, "https://one.example/feed", s.URL+"/a"))
	client := pull.New(pull.Options{Now: d.now, AllowPrivate: []string{"1"}, Names: &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		return nil, errors.New("no way out")
	}}})
	d.client = func() *pull.Client { return client }
	r := refresh(t, d, RefreshOptions{})
	states, err := d.Feeds(t.Context())
	if err != nil || r.Offline != "" || states[0].Failures != 1 || !strings.Contains(states[0].Failure, "one.example") {
		t.Errorf("report = %+v, state = %+v, %v", r, states[0], err)
	}
}

// A document that holds the entries of one day tells of a busy feed.
func TestAFeedWithoutValidatorsThatPublishesHourly(t *testing.T) {
	c := newClock()
	d := openDesk(t, home(t, c, fileURL(writeTemp(t, "a.xml", rss("alpha", 1, 2, 3, 4, 5)))))
	refresh(t, d, RefreshOptions{})
	states, err := d.Feeds(t.Context())
	if err != nil || states[0].PerWeek != 35 {
		t.Errorf("a week = %v, %v; want 5 a day", states[0].PerWeek, err)
	}
}
