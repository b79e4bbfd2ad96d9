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
	if s = strings.TrimLeft(s, " "); s == "" {
		*d = r
		return true
	}
	if n, rest, ok := clockTime(s, &r); ok && n > 0 {
		r.rest, r.hasTime = strings.TrimLeft(rest, " "), true
	} else {
		return false
	}
	if r.rest != "" && !r.zoneOnly() {
		return false
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

// clockTime reads hh:mm[:ss[.frac]] or hhmm[ss] and returns how many parts it had.
func clockTime(s string, d *dateReader) (int, string, bool) {
	num := func(max int) (int, bool) {
		n := 0
		for n < len(s) && n < max && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n == 0 {
			return 0, false
		}
		v, _ := strconv.Atoi(s[:n])
		s = s[n:]
		return v, true
	}
	v, ok := num(2)
	if !ok {
		return 0, s, false
	}
	d.hour = v
	parts := 1
	basic := startsDigit(s)
	for _, into := range []*int{&d.minute, &d.second} {
		if !basic {
			if !strings.HasPrefix(s, ":") || !startsDigit(s[1:]) {
				break
			}
			s = s[1:]
		} else if !startsDigit(s) {
			break
		}
		before := len(s)
		if *into, ok = num(2); !ok || before-len(s) != 2 && basic {
			return 0, s, false
		}
		parts++
	}
	if startsDigit(s) || parts < 2 {
		return 0, s, false
	}
	if parts == 3 && len(s) > 1 && (s[0] == '.' || s[0] == ',') && startsDigit(s[1:]) {
		n := 1
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		frac := (s[1:n] + "000000000")[:9]
		d.nanos, _ = strconv.Atoi(frac)
		s = s[n:]
	}
	return parts, s, true
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
	s := d.rest
	if n >= len(s)-2 {
		return false, false
	}
	sep := s[n]
	if sep != '/' && sep != '-' && sep != '.' {
		return false, false
	}
	fields := make([]int, 0, 3)
	lens := make([]int, 0, 3)
	for len(fields) < 3 {
		k := 0
		for k < len(s) && s[k] >= '0' && s[k] <= '9' {
			k++
		}
		if k == 0 || k > 4 {
			return false, false
		}
		v, _ := strconv.Atoi(s[:k])
		fields, lens = append(fields, v), append(lens, k)
		s = s[k:]
		if len(fields) < 3 {
			rest, found := strings.CutPrefix(s, string(sep))
			if !found {
				return false, false
			}
			s = strings.TrimLeft(rest, " ")
		}
	}
	if d.year != 0 || d.month != 0 || d.day != 0 {
		return false, true
	}
	d.rest, d.local = strings.TrimPrefix(s, "."), true
	a, b, c := fields[0], fields[1], fields[2]
	switch {
	case lens[0] == 4 && lens[1] <= 2 && lens[2] <= 2:
		d.year, d.month, d.day = a, b, c
	case lens[2] != 4 || lens[0] > 2 || lens[1] > 2:
		return false, true
	case sep == '.' || a > 12 || a == b:
		d.year, d.month, d.day = c, b, a
	case b > 12:
		d.year, d.month, d.day = c, a, b
	default:
		return false, true // day and month cannot be told apart
	}
	return true, true
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
