package page

import (
	"regexp"
	"strings"
	"time"
)

// iso is an ISO 8601 date with an optional time and zone as pages write it.
var iso = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d:\d\d)(:\d\d)?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?$`)

// written are layouts without a zone, zoned those with one.
var (
	written = []string{
		time.DateOnly, "January 2, 2006", "January 2, 2006, 15:04", "January 2, 2006 15:04", "January 2, 2006, 3:04 PM", "January 2, 2006 3:04 PM",
		"Jan 2, 2006", "Jan 2, 2006, 3:04 PM", "Jan 2, 2006 3:04 PM", "2 January 2006", "2 Jan 2006", "2 January 2006 15:04",
		"2006/01/02", "2006/01/02 15:04:05", "2006/01/02 15:04", "20060102",
	}
	zoned = []string{time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 02 Jan 2006 15:04:05 GMT"}
)

// zones are the North American zone names of RFC 5322, in hours.
var zones = map[string]int{"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "GMT": 0, "UTC": 0}

// parseTime reads a stated date. Where it has no zone, the instant is unknown
// and the day alone is read, as midnight UTC; sure tells which. Anything in
// doubt is not read.
func parseTime(s string) (t time.Time, sure, ok bool) {
	s = strings.TrimSpace(s)
	if m := iso.FindStringSubmatch(s); m != nil {
		return isoTime(m)
	}
	if i := strings.LastIndex(s, " "); i > 0 { // "November 19, 2019, 07:47 PM EST"
		if hours, known := zones[s[i+1:]]; known {
			return inLayouts(s[:i], time.FixedZone("", hours*3600), true)
		}
	}
	for _, layout := range zoned {
		if t, err := time.Parse(layout, s); err == nil && sane(t) {
			return t.UTC(), true, true
		}
	}
	if len(s) > len(time.DateOnly) && (s[len(time.DateOnly)] == 'T' || s[len(time.DateOnly)] == ' ') {
		s = s[:len(time.DateOnly)] // a clear day before a time that is not
	}
	return inLayouts(s, time.UTC, false)
}

func inLayouts(s string, zone *time.Location, sure bool) (time.Time, bool, bool) {
	for _, layout := range written {
		if t, err := time.ParseInLocation(layout, s, zone); err == nil && sane(t) {
			if !sure || !strings.Contains(layout, "04") {
				return day(t), false, true
			}
			return t.UTC(), true, true
		}
	}
	return time.Time{}, false, false
}

// day is midnight UTC of the day that a page prints.
func day(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func isoTime(m []string) (t time.Time, sure, ok bool) {
	date, clock, sec, zone := m[1], m[2], m[3], m[4]
	sure = zone != ""
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
	t, err := time.Parse("2006-01-02 15:04:05Z0700", date+" "+clock+sec+zone)
	if !sure {
		t = day(t)
	}
	return t.UTC(), sure, err == nil && sane(t)
}

// sane keeps out defaults and faults of content systems.
func sane(t time.Time) bool { return t.Year() > 1990 && t.Year() < 2200 }
