package query

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

var errNoTime = errors.New("no time")

var units = map[byte]time.Duration{'h': time.Hour, 'd': 24 * time.Hour, 'w': 7 * 24 * time.Hour}

// maxAgo keeps a period inside what time.Duration and the calendar can hold.
const maxAgo = 100 * 365 * 24 * time.Hour

// ago reads a period before now: 24h, 7d, 2w.
func ago(s string) (time.Duration, bool) {
	if len(s) < 2 {
		return 0, false
	}
	unit, ok := units[s[len(s)-1]]
	n, err := strconv.Atoi(s[:len(s)-1])
	if !ok || err != nil || n < 1 || n > int(maxAgo/unit) {
		return 0, false
	}
	return time.Duration(n) * unit, true
}

// instant resolves a time value: a period before now, today, yesterday, a day,
// a month or a year; each begins at midnight in the zone of now, as the days of
// editions do.
func instant(s string, now time.Time) (time.Time, error) {
	if d, ok := ago(s); ok {
		return now.Add(-d), nil
	}
	y, m, d := now.Date()
	switch s {
	case "today":
		return Midnight(y, m, d, now.Location()), nil
	case "yesterday":
		return Midnight(y, m, d-1, now.Location()), nil
	}
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			y, m, d := t.Date()
			return Midnight(y, m, d, now.Location()), nil
		}
	}
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t, nil
	}
	return time.Time{}, errNoTime
}

// Midnight is when a day begins in a zone: the first of its moments, also where
// clocks that are set forward skip its first hour or clocks that are set back
// have it twice. As with time.Date, a day may be out of its month's range.
func Midnight(year int, month time.Month, day int, zone *time.Location) time.Time {
	t := time.Date(year, month, day, 0, 0, 0, 0, zone)
	want := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	on := func(t time.Time) bool {
		y, m, d := t.Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Equal(want)
	}
	const step, most = 15 * time.Minute, 3 * time.Hour // by which clocks are changed, and at most
	begin := t.Add(-most)
	for begin.Before(t.Add(most)) && !on(begin) {
		begin = begin.Add(step)
	}
	if !on(begin) { // a country crossed the date line and left the day out
		return t
	}
	return begin
}

// canonicalTime checks a time value without a clock and gives its one spelling.
func canonicalTime(s string) (string, error) {
	s = strings.TrimSpace(s)
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t.UTC().Format(time.RFC3339), nil
	}
	s = strings.ToLower(s)
	_, err := instant(s, time.Unix(0, 0))
	return s, err
}
