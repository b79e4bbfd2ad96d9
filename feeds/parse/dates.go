package parse

import (
	"strings"
	"time"

	"readout/feeds"
	"readout/feeds/clean"
)

// zoned reads a date as feeds print it, in the zone that it states: RFC 822 and
// its abuses, ISO 8601 and RFC 3339, and local forms with the names of many
// languages.
//
// A date in doubt is unknown; no instant is ever guessed:
//
//   - a zone that is not in zones.txt, or that two countries use differently,
//     makes the date unknown;
//   - a day or time that does not exist (31 February, 25 o'clock), a year
//     outside 1980 to 2199 (1970 and 1 are how programs print "none") and two
//     numbers that may be day or month (03/04/2020) make it unknown;
//   - a time without a zone is read as UTC only in the forms of ISO 8601, RFC 822
//     and C's asctime, where every feed reader does (RFC 5322 section 3.3: such
//     a time says nothing of a place). In a local form ("Tuesday, June 9,
//     2015 - 4:10pm") it is the publisher's own clock, so the instant is
//     unknown: the entry's DateText keeps what was printed;
//   - a day without a time is midnight UTC of that day;
//   - a month or year alone is unknown.
func zoned(s string) (time.Time, bool) {
	if s = clean.Line(s); s == "" || len(s) > 100 {
		return time.Time{}, false
	}
	d := dateReader{rest: strings.ToLower(s)}
	if !d.read() {
		return time.Time{}, false
	}
	return d.instant()
}

// Day reads the calendar day that a date prints, as midnight UTC of that day:
// also where the instant is unknown because the time has no zone. It answers
// what to print, not when something happened.
func Day(s string) (time.Time, bool) {
	if s = clean.Line(s); s == "" || len(s) > 100 {
		return time.Time{}, false
	}
	d := dateReader{rest: strings.ToLower(s)}
	if !d.read() {
		return time.Time{}, false
	}
	d.hour, d.minute, d.second, d.nanos, d.am, d.pm, d.hasTime, d.zone = 0, 0, 0, 0, false, false, false, nil
	return d.instant()
}

// setDates fills the dates of an entry of what the item printed.
func setDates(e *feeds.Entry, n note) {
	pick := func(names ...string) (time.Time, string) {
		text := ""
		for _, name := range names {
			printed := n.dates[name]
			if text == "" {
				text = printed
			}
			if t, ok := zoned(printed); ok {
				return t, printed
			}
		}
		return time.Time{}, text
	}
	var updatedText string
	e.Published, e.DateText = pick("pubdate", "published", "atom:published", "dc:date", "dcterms:issued", "atom:issued", "dcterms:date",
		"date", "dcterms:created", "atom:created", "dc:created", "issued", "created", "publicationdate")
	e.Updated, updatedText = pick("atom:updated", "dcterms:modified", "atom:modified", "dc:modified", "updated", "modified", "lastbuilddate")
	if e.DateText == "" { // the feed gives only the time of a change
		e.Published, e.DateText = e.Updated, updatedText
	}
	if e.Published.IsZero() {
		e.Day, _ = Day(e.DateText)
	} else {
		_, e.Offset = e.Published.Zone()
	}
	e.Published, e.Updated = e.Published.UTC(), e.Updated.UTC()
}

// instant puts the pieces together.
func (d *dateReader) instant() (time.Time, bool) {
	if d.month == 0 {
		d.month = d.weekdayMonth
	}
	if d.year < 1980 || d.year > 2199 || d.month < 1 || d.month > 12 || d.day < 1 {
		return time.Time{}, false
	}
	if !d.clock() {
		return time.Time{}, false
	}
	zone := d.zone
	if zone == nil {
		if d.hasTime && d.local {
			return time.Time{}, false
		}
		zone = time.UTC
	}
	t := time.Date(d.year, time.Month(d.month), d.day, d.hour, d.minute, d.second, d.nanos, zone)
	day := time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	if day.Day() != d.day || ambiguous(t, d) {
		return time.Time{}, false
	}
	return t, true
}

// clock checks the time of day and turns it to 24 hours.
func (d *dateReader) clock() bool {
	if d.am || d.pm {
		if d.hour > 12 && d.am || d.hour == 0 && d.pm {
			return false
		}
		if d.hour <= 12 {
			d.hour %= 12
			if d.pm {
				d.hour += 12
			}
		}
	}
	if d.hour == 24 && d.minute == 0 && d.second == 0 { // ISO 8601: the end of the day
		return true
	}
	return d.hour <= 23 && d.minute <= 59 && d.second <= 60
}

// ambiguous reports whether a local clock shows this time twice or never.
func ambiguous(t time.Time, d *dateReader) bool {
	if d.hour == 24 || d.second == 60 {
		return false
	}
	if t.Hour() != d.hour || t.Minute() != d.minute {
		return true
	}
	same := func(u time.Time) bool { return u.Hour() == t.Hour() && u.Minute() == t.Minute() && u.Day() == t.Day() }
	return same(t.Add(time.Hour)) || same(t.Add(-time.Hour))
}
