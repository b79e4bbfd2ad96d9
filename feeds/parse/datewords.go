package parse

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // zone names in feeds must mean the same on every machine
	"unicode"
	"unicode/utf8"

	"readout/feeds/datafile"
)

//go:embed names.txt
var namesFile string

//go:embed zones.txt
var zonesFile string

// numericZone reads +0100, +01:00, +1, -0500.
func (d *dateReader) numericZone() bool {
	sign := 1
	r, n := utf8.DecodeRuneInString(d.rest)
	if r != '+' {
		sign = -1
	}
	s := d.rest[n:]
	if r != '+' && r != '-' && r != '−' || !startsDigit(s) {
		return false
	}
	k := 0
	for k < len(s) && s[k] >= '0' && s[k] <= '9' {
		k++
	}
	v, _ := strconv.Atoi(s[:min(k, 4)])
	h, m := v, 0
	switch {
	case k == 4:
		h, m = v/100, v%100
	case k > 2:
		return false
	case len(s) > k+2 && s[k] == ':' && startsDigit(s[k+1:]):
		var ok bool
		if m, ok = digits(s[k+1:], 2); !ok {
			return false
		}
		k += 3
	}
	if h > 14 || m > 59 || startsDigit(s[k:]) || d.offset {
		return false
	}
	fixed := time.FixedZone("", sign*(h*3600+m*60))
	if d.zone != nil && d.zone != time.UTC { // "EST -0500": both must agree
		if t, ok := d.at(d.zone); !ok || !t.Equal(d.must(fixed)) {
			return false
		}
	}
	d.zone, d.offset, d.rest = fixed, true, s[k:]
	return true
}

// at is the instant in a zone, so far as the pieces are read.
func (d *dateReader) at(zone *time.Location) (time.Time, bool) {
	if d.year == 0 || d.month == 0 || d.day == 0 {
		return time.Time{}, false
	}
	return d.must(zone), true
}

func (d *dateReader) must(zone *time.Location) time.Time {
	return time.Date(d.year, time.Month(d.month), d.day, d.hour, d.minute, d.second, 0, zone)
}

// zoneName reads a zone by name, with the offset that may follow "GMT".
func (d *dateReader) zoneName() bool {
	n := strings.IndexFunc(d.rest, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r == '/' || r == '_')
	})
	if n < 0 {
		n = len(d.rest)
	}
	name := d.rest[:n]
	zone := zoneOf(name)
	if zone == nil {
		return false
	}
	if d.zone != nil && d.zone != time.UTC { // behind an offset it must say the same
		t, ok := d.at(zone)
		if !ok || !t.Equal(d.must(d.zone)) {
			return false
		}
		d.rest = d.rest[n:]
		return true
	}
	d.zone, d.rest = zone, d.rest[n:]
	return true
}

// zoneOf returns a zone by the name in zones.txt or of the tz database, nil if
// it is unknown or in doubt.
func zoneOf(name string) *time.Location {
	z, ok := zones()[name]
	if !ok {
		if area, city, found := strings.Cut(name, "/"); found && area != "" && city != "" {
			loc, err := time.LoadLocation(tzCase(name))
			if err != nil {
				return nil
			}
			return loc
		}
		return nil
	}
	return z
}

// tzCase writes a name as the tz database does: America/New_York.
func tzCase(name string) string {
	up := true
	return strings.Map(func(r rune) rune {
		if up {
			r = unicode.ToUpper(r)
		}
		up = r == '/' || r == '_' || r == '-'
		return r
	}, name)
}

// zones is zones.txt: a name, and an offset or the tz name of a place whose
// clock the name means.
var zones = sync.OnceValue(func() map[string]*time.Location {
	m := make(map[string]*time.Location)
	for f := range datafile.Fields(zonesFile) {
		d := dateReader{rest: f[1]}
		switch {
		case f[1] == "UTC":
			m[strings.ToLower(f[0])] = time.UTC
		case d.numericZone():
			m[strings.ToLower(f[0])] = d.zone
		default:
			if loc, err := time.LoadLocation(f[1]); err == nil {
				m[strings.ToLower(f[0])] = loc
			}
		}
	}
	return m
})

// The kinds of words in names.txt beside the months 1 to 12.
const (
	wordWeekday = 100 + iota
	wordNoise
	wordAM
	wordPM
	wordDoubt // another month in another language
)

// standard are the words of RFC 822 and ISO 8601; others show a local form.
var standard = map[string]bool{"t": true, "mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true, "sun": true}

type dateWords struct {
	words    map[string]int
	weekdays map[string]bool // months that are also weekdays elsewhere
}

// dateNames is names.txt.
var dateNames = sync.OnceValue(func() dateWords {
	d := dateWords{words: map[string]int{}, weekdays: map[string]bool{}}
	for label, names := range datafile.Labelled(namesFile) {
		kind, isMonth := map[string]int{"weekday": wordWeekday, "noise": wordNoise, "am": wordAM, "pm": wordPM}[label], false
		if n, err := strconv.Atoi(label); err == nil {
			kind, isMonth = n, true
		}
		for w := range strings.FieldsSeq(strings.ToLower(names)) {
			old, seen := d.words[w]
			switch {
			case !seen || old == kind:
				d.words[w] = kind
			case isMonth && old == wordWeekday:
				d.words[w], d.weekdays[w] = kind, true
			case kind == wordWeekday && old <= 12:
				d.weekdays[w] = true
			default:
				d.words[w] = wordDoubt
			}
		}
	}
	return d
})
