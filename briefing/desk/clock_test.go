package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// The clock is set years back and years ahead between refreshes: no article is
// lost or doubled, what was read stays read, and a feed is pulled again although
// the wrong clock said that its time had not come.
func TestClockJumps(t *testing.T) {
	ctx, c := context.Background(), newClock()
	s := newServer(t)
	s.set("/a", rss("alpha", 0, 1, 2))
	h := home(t, c, s.URL+"/a")
	d := openDesk(t, h)
	refresh(t, d, RefreshOptions{})
	keys := must(d.List(ctx, mustParse(""), 0)).Keys
	must(d.Mark(ctx, keys[:1], Read))
	for i, jump := range []time.Duration{10 * 365 * 24 * time.Hour, -20 * 365 * 24 * time.Hour, 10*365*24*time.Hour + 2*time.Hour, -3 * time.Hour} {
		c.advance(jump)
		s.set("/a", rss("alpha", []int{0, 1, 2, 3, 4, 5, 6}[:4+i]...))
		r := refresh(t, d, RefreshOptions{})
		if r.Feeds[0].Status != "ok" || r.New != 1 {
			t.Errorf("after a jump of %v: %+v", jump, r)
		}
		if got := listed(t, d, ""); len(got) != 4+i || len(slices.Compact(slices.Sorted(slices.Values(got)))) != 4+i {
			t.Errorf("after a jump of %v: %q", jump, got)
		}
		if got := listed(t, d, "is:read"); len(got) != 1 {
			t.Errorf("read after a jump of %v: %q", jump, got)
		}
		if _, err := d.Edition(ctx, EditionOptions{}); err != nil {
			t.Errorf("an edition after a jump of %v: %v", jump, err)
		}
	}
}

// Dates that cannot be: each article is there once, in an order that no wrong
// date rules, and no date is made up.
func TestDatesThatCannotBe(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<rss version="2.0"><channel><title>Odd</title><link>https://odd.example/</link>`)
	dates := []string{"Fri, 31 Dec 9999 23:59:59 GMT", "Sat, 01 Jan 0000 00:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "Mon, 30 Feb 2026 25:61:61 GMT", "-1", "",
		"Wed, 04 Mar 2026 05:00:00 GMT", "Thu, 05 Mar 2026 05:00:00 GMT", "99999999999999999999", "0001-01-01T00:00:00Z", "-292277022399-01-01T00:00:00Z"}
	for i, date := range dates {
		fmt.Fprintf(&b, "<item><guid>%d</guid><title>Date %d</title><link>https://odd.example/%d</link><pubDate>%s</pubDate><description>Text %d.</description></item>", i, i, i, date, i)
	}
	b.WriteString("</channel></rss>")
	c := newClock()
	d := openDesk(t, home(t, c, fileURL(writeTemp(t, "odd.xml", b.String()))))
	if r := refresh(t, d, RefreshOptions{}); r.New != len(dates) {
		t.Fatalf("%+v", r)
	}
	l := must(d.List(context.Background(), mustParse(""), 0))
	for _, row := range must(d.Rows(context.Background(), l.Keys)) {
		if row.Sort.After(c.now().Add(time.Hour)) || row.Sort.Year() < 1970 {
			t.Errorf("%s stands at %v", row.Title, row.Sort)
		}
		if y := row.Published.Year(); !row.Published.IsZero() && (y < 1970 || y > 2200) {
			t.Errorf("%s is published %v", row.Title, row.Published)
		}
	}
	if _, err := d.Edition(context.Background(), EditionOptions{}); err != nil {
		t.Error(err)
	}
}

// Refreshes in the hours in which clocks are set forward and back: a feed that
// is due in an hour is due in an hour, nothing is pulled twice or left out, and
// an edition of the day holds all of it.
func TestRefreshOverClockChanges(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, night := range []time.Time{time.Date(2026, 3, 29, 0, 30, 0, 0, time.UTC), time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC)} {
		c := newClock()
		c.t.Store(night.Unix())
		s := newServer(t)
		dated := func(items ...int) string { // a feed of the day: it is fetched twice a day
			return strings.ReplaceAll(rss("alpha", items...), "Wed, 04 Mar 2026", night.Format("Mon, 02 Jan 2006"))
		}
		s.set("/a", dated(1))
		h := home(t, c, s.URL+"/a")
		h.Now = func() time.Time { return c.now().In(berlin) }
		d := openDesk(t, h)
		first := refresh(t, d, RefreshOptions{})
		next, err := time.Parse(time.RFC3339, first.Feeds[0].Next)
		if err != nil || next.Before(night) {
			t.Fatalf("%v: next at %q, %v", night, first.Feeds[0].Next, err)
		}
		s.set("/a", dated(1, 2))
		c.t.Store(next.Unix() - 1)
		if r := refresh(t, d, RefreshOptions{}); r.Feeds[0].Status != "skipped" || r.Feeds[0].Next != first.Feeds[0].Next {
			t.Errorf("%v: a second early: %+v", night, r.Feeds[0])
		}
		c.advance(time.Second)
		if r := refresh(t, d, RefreshOptions{}); r.Feeds[0].Status != "ok" || r.New != 1 {
			t.Errorf("%v: when it is due: %+v", night, r.Feeds[0])
		}
		e, err := d.Edition(context.Background(), EditionOptions{Day: d.Now()})
		if err != nil || e.Items != 2 {
			t.Errorf("%v: the day's edition has %d articles, %v", night, e.Items, err)
		}
		if got := listed(t, d, "seen:today"); len(got) != 2 {
			t.Errorf("%v: came in today: %q", night, got)
		}
	}
}

// An article that is dated ahead is listed by when it was seen, is new when it
// came and not again when its date has come, and later articles stand above it.
func TestArticlesFromTheFuture(t *testing.T) {
	ctx, c := context.Background(), newClock()
	s := newServer(t)
	ahead := strings.Replace(rss("alpha", 1, 2), "04 Mar 2026 02:00:00 GMT", "06 Mar 2026 12:00:00 GMT", 1)
	s.set("/a", ahead)
	d := openDesk(t, home(t, c, s.URL+"/a"))
	refresh(t, d, RefreshOptions{})
	if got := listed(t, d, ""); !slices.Equal(got, []string{"Item 2 of alpha", "Item 1 of alpha"}) {
		t.Fatalf("listed %q", got)
	}
	row := must(d.Rows(ctx, must(d.List(ctx, mustParse(""), 1)).Keys))[0]
	if !row.Published.Equal(time.Date(2026, 3, 6, 12, 0, 0, 0, time.UTC)) || row.Sort.After(c.now().Add(time.Hour)) {
		t.Errorf("published %v is shown as stated, sorted at %v", row.Published, row.Sort)
	}
	look := c.now().Add(time.Minute).Format(time.RFC3339)
	c.advance(24 * time.Hour)
	s.set("/a", strings.Replace(ahead, "</channel>", `<item><guid>3</guid><title>Item 3</title><link>https://news.example/3</link><pubDate>Thu, 05 Mar 2026 05:00:00 GMT</pubDate><description>Later.</description></item></channel>`, 1))
	refresh(t, d, RefreshOptions{Force: true})
	if got := listed(t, d, ""); got[0] != "Item 3" {
		t.Errorf("a day later: %q", got)
	}
	c.advance(48 * time.Hour) // its date has come and gone
	for q, want := range map[string]int{"seen:" + look: 1, "since:24h": 0, "since:2026-03-06": 0, "before:2026-03-05": 2} {
		if got := listed(t, d, q); len(got) != want {
			t.Errorf("%s: %q, want %d", q, got, want)
		}
	}
}

// A feed whose time comes while a refresh begins is due in all of it or in none.
func TestAFeedThatFallsDueInTheMiddle(t *testing.T) {
	c := newClock()
	h := home(t, c, fileURL(writeTemp(t, "a.xml", rss("alpha", 1))))
	d := openDesk(t, h)
	r := refresh(t, d, RefreshOptions{})
	next := must(time.Parse(time.RFC3339, r.Feeds[0].Next))
	for early := range 6 {
		c.t.Store(next.Add(-time.Duration(early) * time.Second).Unix())
		d.now = func() time.Time { // a second goes by each time it is looked at
			c.advance(time.Second)
			return c.now()
		}
		var last Progress
		r, err := d.Refresh(t.Context(), RefreshOptions{}, func(p Progress) {
			if p.Done == p.Total && p.Feed != "" {
				last = p
			}
		})
		if err != nil || len(last.Waiting) > 0 {
			t.Errorf("%d seconds early: waiting for %v at the end, %v, %+v", early, last.Waiting, err, r)
		}
		next = must(time.Parse(time.RFC3339, r.Feeds[0].Next))
	}
}
