package query

import (
	"testing"
	"time"
	_ "time/tzdata" // zones also where the system has none
)

// TestBoundsOverClockChanges asks for days and periods where clocks are set
// forward, set back, or have an odd offset: a day begins with its first moment
// in the zone, and a period is as long as it says.
func TestBoundsOverClockChanges(t *testing.T) {
	for _, c := range []struct{ zone, now, value, want string }{
		{"Europe/Berlin", "2026-03-29T12:00:00+02:00", "today", "2026-03-29T00:00:00+01:00"}, // 23 hours
		{"Europe/Berlin", "2026-03-29T12:00:00+02:00", "24h", "2026-03-28T11:00:00+01:00"},
		{"Europe/Berlin", "2026-03-30T01:00:00+02:00", "yesterday", "2026-03-29T00:00:00+01:00"},
		{"Europe/Berlin", "2026-03-30T01:00:00+02:00", "7d", "2026-03-23T00:00:00+01:00"},
		{"Europe/Berlin", "2026-10-25T02:30:00+01:00", "today", "2026-10-25T00:00:00+02:00"}, // 25 hours
		{"Europe/Berlin", "2026-10-25T12:00:00+01:00", "24h", "2026-10-24T13:00:00+02:00"},
		{"Europe/Berlin", "2026-10-26T00:10:00+01:00", "yesterday", "2026-10-25T00:00:00+02:00"},
		{"America/New_York", "2026-03-08T03:30:00-04:00", "today", "2026-03-08T00:00:00-05:00"},
		{"America/New_York", "2026-11-01T23:30:00-05:00", "today", "2026-11-01T00:00:00-04:00"},
		{"America/New_York", "2026-03-04T21:00:00-05:00", "today", "2026-03-04T00:00:00-05:00"}, // tomorrow in UTC
		{"America/New_York", "2026-03-04T21:00:00-05:00", "2026-03", "2026-03-01T00:00:00-05:00"},
		{"America/New_York", "2026-03-04T21:00:00-05:00", "2025", "2025-01-01T00:00:00-05:00"},
		{"America/New_York", "2026-03-04T21:00:00-05:00", "2026-07-04", "2026-07-04T00:00:00-04:00"},
		{"America/Sao_Paulo", "2018-11-04T12:00:00-02:00", "today", "2018-11-04T01:00:00-02:00"}, // midnight was left out
		{"America/Sao_Paulo", "2018-02-18T12:00:00-03:00", "today", "2018-02-18T00:00:00-03:00"}, // the hour before it came twice
		{"America/Havana", "2026-11-01T12:00:00-05:00", "today", "2026-11-01T00:00:00-04:00"},    // midnight comes twice
		{"Asia/Kathmandu", "2026-03-04T00:10:00+05:45", "yesterday", "2026-03-03T00:00:00+05:45"},
		{"Australia/Lord_Howe", "2026-04-05T12:00:00+10:30", "today", "2026-04-05T00:00:00+11:00"}, // half an hour
		{"Pacific/Apia", "2011-12-31T12:00:00+14:00", "today", "2011-12-31T00:00:00+14:00"},        // the day before was left out
		{"UTC", "2026-03-04T06:40:00Z", "today", "2026-03-04T00:00:00Z"},
		{"UTC", "2026-03-04T06:40:00Z", "2026-03-01T12:00:00+01:00", "2026-03-01T11:00:00Z"},
	} {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		now, err := time.Parse(time.RFC3339, c.now)
		if err != nil {
			t.Fatal(err)
		}
		got, ok := Match{Field: Since, Value: c.value}.Bound(now.In(zone))
		if !ok || got.In(zone).Format(time.RFC3339) != c.want {
			t.Errorf("%s at %s in %s = %s, want %s", c.value, c.now, c.zone, got.In(zone).Format(time.RFC3339), c.want)
		}
	}
}

// Every day begins when the one before it ends, whatever clocks do.
func TestMidnightOfEveryDay(t *testing.T) {
	for _, name := range []string{"Europe/Berlin", "America/Sao_Paulo", "America/Havana", "Africa/Cairo", "Asia/Beirut", "Australia/Lord_Howe", "America/Asuncion"} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		for d := 1; d < 10*365; d++ {
			begin := Midnight(2017, 1, d, zone)
			if last := begin.Add(-time.Second); last.Day() == begin.Day() || begin.Day() != time.Date(2017, 1, d, 12, 0, 0, 0, zone).Day() {
				t.Errorf("%s: day %d begins at %v", name, d, begin)
			}
		}
	}
}
