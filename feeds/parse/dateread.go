package parse

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// dateReader reads one date, piece by piece. Each piece may come once.
type dateReader struct {
	rest string

	year, month, day     int // 0 = not read
	hour, minute, second int
	nanos                int
	hasTime, pm, am      bool
	zone                 *time.Location
	offset               bool // zone is a numeric offset
	local                bool // a form of people, not of a standard
	afterMonth           bool // the name of a month was read last, and a day before it
	weekdayMonth         int  // the month that a word may mean that may also be a weekday
}

// read takes the text apart and reports whether every piece was understood.
func (d *dateReader) read() bool {
	if d.iso() {
		return true
	}
	d.local = false
	for d.rest != "" {
		r, n := utf8.DecodeRuneInString(d.rest)
		ok := true
		switch {
		case r >= '0' && r <= '9':
			ok = d.number()
			d.afterMonth = false
		case (r == '+' || r == '-' || r == '−') && d.hasTime && startsDigit(d.rest[n:]):
			ok = d.numericZone()
		case r == '(':
			ok = d.comment()
		case unicode.IsLetter(r):
			ok = d.word()
		case strings.ContainsRune(" ,.;:-–—/|)'’·،年月日", r):
			d.rest = d.rest[n:]
		default:
			return false
		}
		if !ok {
			return false
		}
	}
	return true
}

// number reads what begins with a digit: a time, a date in numbers, a year, a day.
func (d *dateReader) number() bool {
	n := 0
	for n < len(d.rest) && d.rest[n] >= '0' && d.rest[n] <= '9' {
		n++
	}
	v, err := strconv.Atoi(d.rest[:n])
	after := d.rest[n:]
	if err != nil || n > 8 {
		return false
	}
	if n <= 2 && (strings.HasPrefix(after, ":") || isHourMark(after)) && startsDigit(trimHourMark(after)) {
		return d.time(n, after)
	}
	if ok, handled := d.unit(v, after); handled {
		return ok
	}
	if ok, handled := d.numericDate(n); handled {
		return ok
	}
	d.rest = after
	switch {
	case n == 4 && d.year == 0:
		d.year = v
	case n <= 2 && d.day == 0:
		d.day = v
		d.rest = strings.TrimLeft(trimOrdinal(d.rest), " ")
	case n == 2 && d.afterMonth && d.year == 0: // RFC 822 had years of two digits, after the month; RFC 2822 section 4.3
		d.year = 1900 + v
		if v < 50 {
			d.year += 100
		}
	default:
		return false
	}
	return true
}

// time reads the time of day, with a.m. or p.m.
func (d *dateReader) time(n int, after string) bool {
	if d.hasTime {
		return false
	}
	s := d.rest
	if isHourMark(after) { // 14h30, 14.30 with a word before is not read
		s = d.rest[:n] + ":" + trimHourMark(after)
		d.local = true
	}
	rest, ok := clockTime(s, d)
	if !ok {
		return false
	}
	d.hasTime, d.rest = true, rest
	return true
}

// comment passes over what stands in brackets behind an offset; without an
// offset it must be a zone.
func (d *dateReader) comment() bool {
	inner, rest, ok := strings.Cut(d.rest[1:], ")")
	if !ok {
		return false
	}
	if d.zone != nil {
		d.rest = rest
		return true
	}
	z := dateReader{rest: strings.TrimSpace(inner), hasTime: d.hasTime, year: d.year, month: d.month, day: d.day, hour: d.hour, minute: d.minute, second: d.second}
	if !d.hasTime || !z.zoneOnly() {
		return false
	}
	d.zone, d.offset, d.rest = z.zone, z.offset, rest
	return true
}

// word reads a name: a month, a weekday, a zone, or a word that means nothing.
func (d *dateReader) word() bool {
	n := strings.IndexFunc(d.rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’' })
	if n < 0 {
		n = len(d.rest)
	}
	w := d.rest[:n]
	names := dateNames()
	if d.hasTime && (w == "am" || w == "pm" || (w == "a" || w == "p") && strings.HasPrefix(d.rest[n:], ".m")) {
		return d.half(w, n, w[0] == 'p')
	}
	// The zone's names come first where a zone may stand: "MST", "SAT", "MAR"
	// are told apart by what has been read.
	if d.hasTime && d.zone == nil && (names.words[w] == 0 || d.month != 0 && names.words[w] > 0) && d.zoneName() {
		return true
	}
	kind := names.words[w]
	switch {
	case kind == wordNoise, kind == wordWeekday:
		d.local = d.local || !standard[w]
	case kind == wordAM || kind == wordPM:
		d.am, d.pm = kind == wordAM, kind == wordPM
		d.local = true
	case kind >= 1 && kind <= 12 && names.weekdays[w]:
		if d.weekdayMonth != 0 {
			return false
		}
		d.weekdayMonth, d.afterMonth = kind, d.day != 0
	case kind >= 1 && kind <= 12:
		if d.month != 0 && d.month != kind {
			return false
		}
		d.month, d.afterMonth = kind, d.day != 0
		d.local = d.local || d.day == 0 && d.hasWeekdayComma()
	default:
		return false
	}
	d.rest = d.rest[n:]
	return true
}

// hasWeekdayComma reports whether the month stands before the day, as people
// write it ("June 9, 2015"), and not as asctime does ("Jun  9 16:10:00 2015").
func (d *dateReader) hasWeekdayComma() bool { return strings.Contains(d.rest, ",") }

// half takes a.m. or p.m.
func (d *dateReader) half(w string, n int, pm bool) bool {
	if d.am || d.pm {
		return false
	}
	d.am, d.pm, d.local = !pm, pm, true
	d.rest = d.rest[n:]
	if len(w) == 1 {
		d.rest = strings.TrimPrefix(strings.TrimPrefix(d.rest, ".m"), ".")
	}
	return true
}
