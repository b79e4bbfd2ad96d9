package parse

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// iso reads ISO 8601 in its usual forms (W3C-DTF, RFC 3339, basic):
// 2003-12-31, 20031231, 2003-365, 2003-12-31T10:14:55.123Z, 2003-12-31 10:14+01:00.
func (d *dateReader) iso() bool {
	s := ordinal(d.rest)
	var ok bool
	take := func(n int) (v int) {
		if v, ok = digits(s, n); ok {
			s = s[n:]
		}
		return v
	}
	year := take(4)
	if !ok {
		return false
	}
	dashes := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(s, "-")
	month := take(2)
	if !ok || dashes != strings.HasPrefix(s, "-") {
		return false
	}
	s = strings.TrimPrefix(s, "-")
	day := take(2)
	if !ok || startsDigit(s) {
		return false
	}
	r := dateReader{year: year, month: month, day: day}
	s = strings.TrimPrefix(strings.TrimLeft(s, " "), "t")
	if s = strings.TrimLeft(s, " "); s != "" {
		rest, ok := clockTime(s, &r)
		if !ok {
			return false
		}
		r.rest, r.hasTime = strings.TrimLeft(rest, " "), true
		if r.rest != "" && !r.zoneOnly() {
			return false
		}
	}
	*d = r
	return true
}

// ordinal turns a day of the year (2003-365) at the start of s into a date.
func ordinal(s string) string {
	year, ok := digits(s, 4)
	if !ok || len(s) < 8 || s[4] != '-' || startsDigit(s[8:]) || strings.HasPrefix(s[8:], "-") {
		return s
	}
	day, ok := digits(s[5:], 3)
	t := time.Date(year, 1, day, 0, 0, 0, 0, time.UTC)
	if !ok || day < 1 || t.Year() != year {
		return s
	}
	return t.Format("2006-01-02") + s[8:]
}

// zoneOnly reads a zone up to the end.
func (d *dateReader) zoneOnly() bool {
	for d.rest != "" {
		r, n := utf8.DecodeRuneInString(d.rest)
		switch {
		case (r == '+' || r == '-' || r == '−') && startsDigit(d.rest[n:]):
			if !d.numericZone() {
				return false
			}
		case unicode.IsLetter(r):
			if !d.zoneName() {
				return false
			}
		case r == ' ':
			d.rest = d.rest[n:]
		default:
			return false
		}
	}
	return true
}

// clockTime reads hh:mm[:ss[.frac]] or hhmm[ss] and returns what follows.
func clockTime(s string, d *dateReader) (string, bool) {
	hour, s, ok := upToTwo(s)
	if !ok {
		return s, false
	}
	d.hour = hour
	basic := startsDigit(s) // hhmmss, two digits each
	parts := 1
	for _, into := range []*int{&d.minute, &d.second} {
		rest, colon := strings.CutPrefix(s, ":")
		if colon == basic || !startsDigit(rest) {
			break
		}
		v, after, _ := upToTwo(rest)
		if basic && len(rest)-len(after) != 2 {
			return s, false
		}
		*into, s = v, after
		parts++
	}
	if startsDigit(s) || parts < 2 {
		return s, false
	}
	if parts == 3 {
		s = d.fraction(s)
	}
	return s, true
}

// upToTwo reads a number of one or two digits.
func upToTwo(s string) (v int, rest string, ok bool) {
	n := 0
	for n < len(s) && n < 2 && s[n] >= '0' && s[n] <= '9' {
		v = v*10 + int(s[n]-'0')
		n++
	}
	return v, s[n:], n > 0
}

// fraction reads a fraction of a second at the start of s, if there is one.
func (d *dateReader) fraction(s string) string {
	if len(s) < 2 || s[0] != '.' && s[0] != ',' || !startsDigit(s[1:]) {
		return s
	}
	n := 1
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	d.nanos, _ = strconv.Atoi((s[1:n] + "000000000")[:9])
	return s[n:]
}

func isHourMark(s string) bool { return len(s) > 1 && s[0] == 'h' && startsDigit(s[1:]) }

func trimHourMark(s string) string { return strings.TrimLeft(s, ":h") }

// unit reads a number with the Chinese, Japanese or Korean word for what it is.
func (d *dateReader) unit(v int, after string) (ok, handled bool) {
	r, n := utf8.DecodeRuneInString(strings.TrimLeft(after, " "))
	var into *int
	switch r {
	case '年', '년':
		into = &d.year
	case '月', '월':
		into = &d.month
	case '日', '일', '号':
		into = &d.day
	case '时', '時', '시', '点':
		into = &d.hour
		d.hasTime = true
	case '分', '분':
		into = &d.minute
	case '秒', '초':
		into = &d.second
	default:
		return false, false
	}
	if *into != 0 {
		return false, true
	}
	*into = v
	d.local = true
	d.rest = strings.TrimLeft(after, " ")[n:]
	return true, true
}

// numericDate reads y/m/d, d.m.y, and d/m/y or m/d/y where only one can be meant.
func (d *dateReader) numericDate(n int) (ok, handled bool) {
	f, rest, found := threeNumbers(d.rest, n)
	if !found {
		return false, false
	}
	if d.year != 0 || d.month != 0 || d.day != 0 {
		return false, true
	}
	dotted := d.rest[n] == '.'
	d.rest, d.local = strings.TrimPrefix(rest, "."), true
	a, b, c := f[0], f[1], f[2]
	switch {
	case a.digits == 4 && b.digits <= 2 && c.digits <= 2:
		d.year, d.month, d.day = a.value, b.value, c.value
	case c.digits != 4 || a.digits > 2 || b.digits > 2:
		return false, true
	case dotted || a.value > 12 || a.value == b.value:
		d.year, d.month, d.day = c.value, b.value, a.value
	case b.value > 12:
		d.year, d.month, d.day = c.value, a.value, b.value
	default:
		return false, true // day and month cannot be told apart
	}
	return true, true
}

// written is a number and in how many digits it was written.
type written struct{ value, digits int }

// threeNumbers reads three numbers parted by the same "/", "-" or ".", of which
// the first has n digits, and returns what follows them.
func threeNumbers(s string, n int) (f [3]written, rest string, ok bool) {
	if n >= len(s)-2 || !strings.ContainsRune("/-.", rune(s[n])) {
		return f, "", false
	}
	sep := string(s[n])
	for i := range f {
		if i > 0 {
			if s, ok = strings.CutPrefix(s, sep); !ok {
				return f, "", false
			}
			s = strings.TrimLeft(s, " ")
		}
		k := 0
		for k < len(s) && s[k] >= '0' && s[k] <= '9' {
			k++
		}
		if k == 0 || k > 4 {
			return f, "", false
		}
		v, _ := strconv.Atoi(s[:k])
		f[i], s = written{v, k}, s[k:]
	}
	return f, s, true
}

// digits reads exactly n digits.
func digits(s string, n int) (int, bool) {
	if len(s) < n {
		return 0, false
	}
	v := 0
	for i := range n {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		v = v*10 + int(s[i]-'0')
	}
	return v, true
}

func startsDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// trimOrdinal takes "st", "nd", "rd", "th", "º", "er" off the front.
func trimOrdinal(s string) string {
	for _, o := range []string{"st", "nd", "rd", "th", "º", "°", "er", "-го", "-е"} {
		if rest, ok := strings.CutPrefix(s, o); ok {
			if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsLetter(r) {
				return rest
			}
		}
	}
	return s
}
