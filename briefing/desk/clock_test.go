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
