package page

import (
	"regexp"
	"strings"
	"time"
)

// iso is an ISO 8601 date with an optional time and zone as pages write it.
var iso = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d:\d\d)(:\d\d)?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?$`)

// written are the layouts in words that name no other zone than one read here.
var written = []string{
	"January 2, 2006", "January 2, 2006, 15:04", "January 2, 2006 15:04", "2 January 2006", "Jan 2, 2006", "2 Jan 2006",
	"Mon, 02 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 02 Jan 2006 15:04:05 GMT", "2006/01/02", "2006/01/02 15:04:05", "20060102",
}

// zones are the North American zone names of RFC 5322, in hours.
var zones = map[string]int{"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "GMT": 0, "UTC": 0}

// parseTime reads a stated date. A time without a zone is read as UTC, so
// that the day is the one that the page prints. Anything in doubt is not read.
func parseTime(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if m := iso.FindStringSubmatch(s); m != nil {
		return isoTime(m)
	}
	for _, layout := range written {
		if t, err := time.Parse(layout, s); err == nil && sane(t) {
			return t.UTC(), true
		}
	}
	if i := strings.LastIndex(s, " "); i > 0 { // "November 19, 2019, 07:47 PM EST"
		if hours, ok := zones[s[i+1:]]; ok {
			for _, layout := range []string{"January 2, 2006, 03:04 PM", "January 2, 2006 3:04 PM", "January 2, 2006, 3:04 PM", "Jan 2, 2006, 3:04 PM", "Jan 2, 2006 3:04 PM"} {
				if t, err := time.ParseInLocation(layout, s[:i], time.FixedZone("", hours*3600)); err == nil && sane(t) {
					return t.UTC(), true
				}
			}
		}
	}
	return time.Time{}, false
}

func isoTime(m []string) (time.Time, bool) {
	day, clock, sec, zone := m[1], m[2], m[3], m[4]
	if clock == "" {
		clock = "00:00"
	}
	if sec == "" {
		sec = ":00"
	}
	switch zone {
	case "", "UTC", "GMT":
		zone = "Z"
	}
	if len(zone) == 3 {
		zone += "00"
	}
	zone = strings.ReplaceAll(zone, ":", "")
	t, err := time.Parse("2006-01-02 15:04:05Z0700", day+" "+clock+sec+zone)
	return t.UTC(), err == nil && sane(t)
}

// sane keeps out defaults and faults of content systems.
func sane(t time.Time) bool { return t.Year() > 1990 && t.Year() < 2200 }
