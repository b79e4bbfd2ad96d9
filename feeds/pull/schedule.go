package pull

import (
	"hash/fnv"
	"slices"
	"strings"
	"time"
)

// Bounds of the time between two fetches of a feed.
const (
	Floor       = 15 * time.Minute   // whatever the user sets (rule 4)
	Hourly      = time.Hour          // at most so often by itself, with validators (rule 4)
	Daily       = 24 * time.Hour     // the ceiling for a feed that answers
	Offline     = 10 * time.Minute   // after a pass that found no network: no server was asked
	Weekly      = 7 * 24 * time.Hour // the ceiling for what a server asks after a failure
	firstBackup = time.Hour          // after the first failure, doubling
)

// Rhythm is what is known about how often to fetch a feed. The zero value is
// a feed of which nothing is known.
type Rhythm struct {
	URL         string        // for the jitter: the same at every run
	Interval    time.Duration // the user's own; 0 = by what the feed publishes
	Wait        time.Duration // Response.Wait or StatusError.Wait of the last exchange
	TTL         time.Duration // feeds.Feed.TTL
	SkipHours   []int         // 0-23, GMT
	SkipDays    []string      // English weekday names
	PerWeek     float64       // entries a week; 0 = unknown or none
	Conditional bool          // the last answer gave validators
	Failures    int           // in a row; 0 after a success
}

// Next says when a feed is due after an exchange at now (UTC): the longest of
// the own interval, what the server asks (max-age, Expires, Retry-After) and
// what the feed asks (ttl), then past skipHours and skipDays; never before
// Floor, never after a day (a week where a failing server asked for more), so
// that a badly configured feed is not lost. Failures double the interval up to
// a day: a feed is never given up. A small jitter, fixed by the URL, spreads
// feeds that were added together.
func Next(now time.Time, r Rhythm) time.Time {
	d := max(r.own(), Floor)
	ceiling := max(d, Daily)
	d = max(d, cut(r.TTL, ceiling), cut(r.Wait, ceiling))
	if r.Failures > 0 {
		d = max(d, backoff(r.Failures), cut(r.Wait, Weekly))
	}
	return r.allowed(now.Add(d + jitter(r.URL, d)))
}

// own is the interval without what server and feed ask for: the user's, else
// half the usual gap between entries. A feed without validators is sent whole
// each time, so that it is fetched daily (rule 4) unless it publishes so much
// that a day would miss entries or come after the news: then for every four
// new entries, which makes six times a day for one an hour.
func (r Rhythm) own() time.Duration {
	if r.Interval > 0 {
		return r.Interval
	}
	if IsFile(r.URL) {
		return Floor // nobody is asked
	}
	switch gap := time.Duration(float64(Weekly) / r.PerWeek); {
	case r.PerWeek <= 0 && r.Conditional:
		return 6 * time.Hour
	case r.PerWeek <= 0:
		return Daily
	case r.Conditional:
		return min(max(gap/2, Hourly), Daily)
	default:
		return min(max(4*gap, Hourly), Daily)
	}
}

// backoff doubles with each failure up to a day.
func backoff(failures int) time.Duration {
	return min(firstBackup<<min(failures-1, 10), Daily)
}

// jitter is up to a tenth of d, the same for the same URL.
func jitter(url string, d time.Duration) time.Duration {
	if url == "" {
		return 0
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(url))
	return d / 10 / 1000 * time.Duration(h.Sum32()%1000)
}

// allowed moves t to the first hour that the feed does not ask to skip (RSS
// 2.0). A feed that skips all hours is not believed.
func (r Rhythm) allowed(t time.Time) time.Time {
	skipped := func(t time.Time) bool {
		g := t.UTC()
		return slices.Contains(r.SkipHours, g.Hour()) ||
			slices.ContainsFunc(r.SkipDays, func(d string) bool { return strings.EqualFold(d, g.Weekday().String()) })
	}
	for later, i := t, 0; i < 7*24; i++ {
		if !skipped(later) {
			return later
		}
		later = later.Truncate(time.Hour).Add(time.Hour)
	}
	return t
}
