package desk

import (
	"context"
	"strings"
	"testing"
	"time"

	"readout/briefing/query"
)

// A printed day whose hour is unknown is shown, orders the list and is what
// relative dates count from; "published" stays unknown.
func TestDayWithoutAnHour(t *testing.T) {
	ctx, c := context.Background(), newClock()
	const printed = "Monday, April 15, 2013 - 2:23pm"
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
	day := time.Date(2013, 4, 15, 0, 0, 0, 0, time.UTC)
	if err != nil || !it.Article.Published.IsZero() || !it.Article.Day.Equal(day) || !it.Row.Day.Equal(day) || it.Article.DateText != printed {
		t.Errorf("article = %+v, %v", it.Article, err)
	}
	if want := day.Add(24*time.Hour - time.Second); !it.Row.Sort.Equal(want) {
		t.Errorf("sort = %v, want %v", it.Row.Sort, want)
	}
}
