package desk

import (
	"context"
	"strings"
	"testing"
	"time"

	"readout/briefing/query"
)

// "Monday" is Monday where the outlet is: the zone that a feed states is kept.
func TestTheZoneOfADateIsKept(t *testing.T) {
	feed := strings.Replace(rss("alpha", 1), "04 Mar 2026 01:00:00 GMT", "04 Mar 2026 23:30:00 -0500", 1)
	d := openDesk(t, home(t, newClock(), fileURL(writeTemp(t, "a.xml", feed))))
	refresh(t, d, RefreshOptions{})
	l, err := d.List(t.Context(), query.Query{}, 0)
	if err != nil || len(l.Keys) != 1 {
		t.Fatalf("listing = %+v, %v", l, err)
	}
	it, err := d.Item(t.Context(), l.Keys[0])
	a := it.Article
	if err != nil || a.Published.Format(time.RFC3339) != "2026-03-05T04:30:00Z" || a.Local().Format(time.RFC3339) != "2026-03-04T23:30:00-05:00" {
		t.Errorf("published %v, local %v, %v", a.Published, a.Local(), err)
	}
}

// A printed day whose hour is unknown is shown, orders the list and is what
// relative dates count from; "published" stays unknown.
func TestDayWithoutAnHour(t *testing.T) {
	ctx, c := context.Background(), newClock()
	const printed = "Tuesday, June 9, 2015 - 4:10pm"
	feed := rss("alpha", 1, 2)
	for _, hour := range []string{"01", "02"} {
		feed = strings.Replace(feed, "Wed, 04 Mar 2026 "+hour+":00:00 GMT", printed, 1)
	}
	d := openDesk(t, home(t, c, fileURL(writeTemp(t, "a.xml", feed))))
	refresh(t, d, RefreshOptions{})
	l, err := d.List(ctx, query.Query{}, 0)
	if err != nil || len(l.Keys) != 2 {
		t.Fatalf("listing = %+v, %v", l, err)
	}
	it, err := d.Item(ctx, l.Keys[0])
	day := time.Date(2015, 6, 9, 0, 0, 0, 0, time.UTC)
	if err != nil || !it.Article.Published.IsZero() || !it.Article.Day.Equal(day) || !it.Row.Day.Equal(day) || it.Article.DateText != printed {
		t.Errorf("article = %+v, %v", it.Article, err)
	}
	if want := day.Add(24*time.Hour - time.Second); !it.Row.Sort.Equal(want) {
		t.Errorf("sort = %v, want %v", it.Row.Sort, want)
	}
}
