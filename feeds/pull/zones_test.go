package pull

import (
	"net/http"
	"testing"
	"time"
	_ "time/tzdata" // zones also where the system has none
)

// When a feed is due, and how long an answer is fresh, does not depend on the
// zone of the clock, nor on clocks that are set forward or back meanwhile.
func TestZonesChangeNothing(t *testing.T) {
	rhythms := []Rhythm{
		{URL: "https://a.example/", PerWeek: 200, Conditional: true},
		{URL: "https://a.example/", PerWeek: 3, SkipHours: []int{0, 1, 2, 3}, SkipDays: []string{"Sunday"}},
		{URL: "https://a.example/", Failures: 3, Wait: 90 * time.Minute},
		{URL: "https://a.example/", Interval: time.Hour, TTL: 2 * time.Hour},
	}
	header := http.Header{"Expires": {"Sun, 29 Mar 2026 01:30:00 GMT"}, "Age": {"60"}}
	for _, name := range []string{"Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, day := range []time.Time{time.Date(2026, 3, 28, 22, 0, 0, 0, time.UTC), time.Date(2026, 10, 24, 22, 0, 0, 0, time.UTC), time.Date(2026, 11, 1, 3, 0, 0, 0, time.UTC)} {
			for m := range 36 {
				utc := day.Add(time.Duration(m) * 10 * time.Minute)
				for _, r := range rhythms {
					if here, there := Next(utc.In(zone), r), Next(utc, r); !here.Equal(there) || here.Before(utc.Add(Floor)) {
						t.Errorf("%s at %v: due %v, in UTC %v", name, utc.In(zone), here, there)
					}
				}
				if here, there := wait(200, header, utc.In(zone)), wait(200, header, utc); here != there {
					t.Errorf("%s at %v: fresh for %v, in UTC %v", name, utc.In(zone), here, there)
				}
			}
		}
	}
	// An hour's feed is due in an hour, by whatever the clock on the wall does in it.
	berlin, _ := time.LoadLocation("Europe/Berlin")
	for _, now := range []time.Time{time.Date(2026, 3, 29, 1, 30, 0, 0, berlin), time.Date(2026, 10, 25, 2, 30, 0, 0, berlin)} {
		if d := Next(now, Rhythm{Interval: time.Hour}).Sub(now); d != time.Hour {
			t.Errorf("at %v due after %v", now, d)
		}
	}
}
