package desk

import (
	"testing"
	"time"
	_ "time/tzdata" // zones also where the system has none
)

// TestEditionSpan asks for days and spans in zones: a day begins and ends at
// midnight where the clock is.
func TestEditionSpan(t *testing.T) {
	day := time.Date(2026, 3, 29, 0, 0, 0, 0, time.UTC) // Berlin goes to summer time
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	paulo, err := time.LoadLocation("America/Sao_Paulo")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name         string
		now          string
		zone         *time.Location
		o            EditionOptions
		from, cutoff string
	}{
		{"the last 24 hours", "2026-03-30T06:40:00+02:00", berlin, EditionOptions{}, "2026-03-29T06:40:00+02:00", "2026-03-30T06:40:00+02:00"},
		{"a span", "2026-03-30T06:40:00.9Z", time.UTC, EditionOptions{Since: time.Hour}, "2026-03-30T05:40:00Z", "2026-03-30T06:40:00Z"},
		{"a day in UTC", "2026-03-30T06:40:00Z", time.UTC, EditionOptions{Day: day}, "2026-03-29T00:00:00Z", "2026-03-29T23:59:59Z"},
		{"a day of 23 hours", "2026-03-30T06:40:00+02:00", berlin, EditionOptions{Day: day}, "2026-03-29T00:00:00+01:00", "2026-03-29T23:59:59+02:00"},
		{"a day of 25 hours", "2026-10-26T06:40:00+01:00", berlin, EditionOptions{Day: day.AddDate(0, 0, 210)}, "2026-10-25T00:00:00+02:00", "2026-10-25T23:59:59+01:00"},
		{"24 hours over the change back", "2026-10-25T12:00:00+01:00", berlin, EditionOptions{}, "2026-10-24T13:00:00+02:00", "2026-10-25T12:00:00+01:00"},
		{"a day without midnight", "2018-11-05T06:40:00-02:00", paulo, EditionOptions{Day: time.Date(2018, 11, 4, 0, 0, 0, 0, time.UTC)}, "2018-11-04T01:00:00-02:00", "2018-11-04T23:59:59-02:00"},
		{"the day before it", "2018-11-05T06:40:00-02:00", paulo, EditionOptions{Day: time.Date(2018, 11, 3, 0, 0, 0, 0, time.UTC)}, "2018-11-03T00:00:00-03:00", "2018-11-03T23:59:59-03:00"},
		{"today, so far", "2026-03-29T06:40:00+09:00", time.FixedZone("", 9*3600), EditionOptions{Day: day}, "2026-03-29T00:00:00+09:00", "2026-03-29T06:40:00+09:00"},
		{"a day here that is still yesterday in UTC", "2026-03-29T20:00:00Z", time.FixedZone("", 9*3600), EditionOptions{Day: day}, "2026-03-29T00:00:00+09:00", "2026-03-29T23:59:59+09:00"},
	} {
		now, err := time.Parse(time.RFC3339, c.now)
		if err != nil {
			t.Fatal(err)
		}
		from, cutoff := c.o.span(now.In(c.zone))
		if f, u := from.Format(time.RFC3339), cutoff.Format(time.RFC3339); f != c.from || u != c.cutoff {
			t.Errorf("%s: from %s to %s, want from %s to %s", c.name, f, u, c.from, c.cutoff)
		}
	}
}
