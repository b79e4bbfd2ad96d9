package dates

import (
	"strconv"
	"strings"
	"time"
)

// numeric reads a date in figures: 2024-03-01, 11/02/89, 10-30-89, 24.03.2023.
func (f *finder) numeric(k int) found {
	s := f.tok(k)
	if strings.Count(s, ".") == 2 {
		return f.dotted(k, s)
	}
	sep := f.tok(k + 1)
	if sep != "-" && sep != "/" || f.tok(k+3) != sep || !(f.adjoins(k+1) && f.adjoins(k+2) && f.adjoins(k+3) && f.adjoins(k+4)) {
		return found{}
	}
	if f.adjoins(k) && !opens[f.tok(k-1)] || f.adjoins(k+5) && (isDash(f.tok(k+5)) || f.tok(k+5) == "/") {
		return found{}
	}
	a, b, c := f.integer(k, 4), f.integer(k+2, 2), f.integer(k+4, 4)
	if len(s) == 4 && valid(a, time.Month(b), c) {
		return found{from: k, to: k + 5, date: day(a, time.Month(b), c), precision: Day, explicit: true}
	}
	if a < 1 || b < 1 || c < 0 || len(s) > 2 || len(f.tok(k+4)) != 2 && len(f.tok(k+4)) != 4 {
		return found{}
	}
	if len(f.tok(k+4)) == 2 {
		c = century(c, f.pub, f.known)
	}
	d, p := f.order(a, b, c)
	return found{from: k, to: k + 5, date: d, precision: p, explicit: true}
}

// opens are marks that a date in figures may follow without a space.
var opens = map[string]bool{`"`: true, "'": true, "“": true, "‘": true, "(": true, "[": true, "=": true}

// order decides between month-day and day-month, which in English may be
// either: where both are possible the one counts that alone is near the
// publication date. Where that does not tell, the year is all that is known.
// Other languages put the day first.
func (f *finder) order(a, b, y int) (time.Time, Precision) {
	american, other := valid(y, time.Month(a), b), valid(y, time.Month(b), a)
	if !f.english {
		american = american && !other
	}
	x, z := day(y, time.Month(a), b), day(y, time.Month(b), a)
	switch {
	case american && other && a != b:
		for _, days := range [...]time.Duration{3, 31} {
			if one, two := f.near(x, days), f.near(z, days); one && !two {
				return x, Day
			} else if two && !one {
				return z, Day
			}
		}
		return day(y, 1, 1), Year
	case american:
		return x, Day
	case other:
		return z, Day
	}
	return time.Time{}, ""
}

// near reports whether a day is within so many days of publication.
func (f *finder) near(t time.Time, days time.Duration) bool {
	return f.known && distance(t, f.pub) <= days*24*time.Hour
}

// dotted reads 24.03.2023, day first as where it is written so.
func (f *finder) dotted(k int, s string) found {
	p := strings.Split(s, ".")
	d, err1 := strconv.Atoi(p[0])
	m, err2 := strconv.Atoi(p[1])
	y, err3 := strconv.Atoi(p[2])
	if err1 != nil || err2 != nil || err3 != nil || len(p[2]) != 4 || len(p[0]) > 2 || !valid(y, time.Month(m), d) {
		return found{}
	}
	return found{from: k, to: k + 1, date: day(y, time.Month(m), d), precision: Day, explicit: true}
}

// century completes a year of two digits: not more than ten years after publication.
func century(yy int, pub time.Time, known bool) int {
	y := 2000 + yy
	if known && y > pub.Year()+10 || !known && yy > 40 {
		y -= 100
	}
	return y
}
