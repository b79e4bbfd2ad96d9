package dates

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"readout/briefing/text"
)

// monthFirst reads an expression that begins with a month: "March 3, 2024",
// "Nov. 2", "March 2024", "March".
func (f *finder) monthFirst(k int) found {
	m := time.Month(f.value(k))
	j := f.afterAbbreviation(k)
	if f.adjoins(k) && isDash(f.tok(k-1)) && f.class(k-2) == none && f.integer(k-2, 2) < 0 {
		return found{} // "X-March"
	}
	if f.english {
		if d := f.dayNumber(j); d > 0 && !f.t.after[f.word(j+1)] && f.tok(j+1) != "%" {
			return f.monthDay(k, j+1, m, d)
		}
	}
	y, to := f.yearAfter(j)
	if y == 0 && f.english {
		y, to = f.relativeYear(j)
	}
	if y > 0 {
		return found{from: k, to: to, date: day(y, m, 1), precision: Month, explicit: true}
	}
	if !f.known || !f.english || !f.isMonth(k, j) {
		return found{}
	}
	return found{from: k, to: max(k+1, f.withPeriod(k, j)), date: f.bareMonth(k, j, m), precision: Month}
}

// afterAbbreviation returns the token after the word at k and after the period
// that ends it, where it is a short form ("Nov.").
func (f *finder) afterAbbreviation(k int) int {
	if f.tok(k+1) == "." && f.adjoins(k+1) && f.d.Tokens[k].Len() <= 5 {
		return k + 2
	}
	return k + 1
}

// withPeriod returns j where the period belongs to the expression.
func (f *finder) withPeriod(k, j int) int {
	if j > f.last-1 { // the period ends the sentence
		return k + 1
	}
	return j
}

// monthDay reads the rest of "March 3": a year, a second day.
func (f *finder) monthDay(k, j int, m time.Month, d int) found {
	second, to := f.secondDay(j)
	y, end := f.yearAfter(to)
	if y == 0 && f.english {
		y, end = f.relativeYear(to)
	}
	if y > 0 {
		if !valid(y, m, d) {
			return found{}
		}
		e := found{from: k, to: end, date: day(y, m, d), precision: Day, explicit: true}
		if second > 0 && valid(y, m, second) {
			e.to = j
			e.also = []found{{from: to - 1, to: end, date: day(y, m, second), precision: Day, explicit: true}}
		}
		return e
	}
	e := f.withoutYear(k, j, m, d)
	if e.ok() && second > 0 && valid(e.date.Year(), m, second) {
		e.also = []found{{from: to - 1, to: to, date: day(e.date.Year(), m, second), precision: Day}}
	}
	return e
}

// secondDay reads "-5", "to 5" or "and 5" after "March 3"; it returns the day,
// 0 when there is none, and the token after it.
func (f *finder) secondDay(j int) (int, int) {
	d := f.dayNumber(j + 1)
	if d == 0 {
		return 0, j
	}
	switch w := f.tok(j); {
	case isDash(w) && f.adjoins(j) && f.adjoins(j+1):
		return d, j + 2
	case w == "to" || w == "and" || w == "through":
		if f.tok(j+2) == "" || f.d.Tokens[j+2].Kind == text.Mark && f.tok(j+2) != "%" && f.tok(j+2) != "-" {
			return d, j + 2
		}
	}
	return 0, j
}

// withoutYear resolves a month and day that have no year.
func (f *finder) withoutYear(k, j int, m time.Month, d int) found {
	if !f.known {
		return found{}
	}
	if e, ok := f.t.events[monthDay{int(m), d}]; ok && e.year <= f.pub.Year() && slices.Contains(e.nouns, f.word(f.skip(j, "'s", "’s"))) {
		return found{from: k, to: j, date: day(e.year, m, d), precision: Day}
	}
	var best time.Time
	for y := f.pub.Year() - 1; y <= f.pub.Year()+1; y++ {
		if valid(y, m, d) && (best.IsZero() || distance(day(y, m, d), f.pub) < distance(best, f.pub)) {
			best = day(y, m, d)
		}
	}
	if best.IsZero() {
		return found{}
	}
	const far = 45 * 24 * time.Hour
	switch side, gap := f.side(k, j), best.Sub(f.pub); {
	case side == behind && gap > far && valid(best.Year()-1, m, d):
		best = day(best.Year()-1, m, d)
	case side == ahead && gap < -2*far && valid(best.Year()+1, m, d):
		best = day(best.Year()+1, m, d)
	}
	return found{from: k, to: j, date: best, precision: Day}
}

func distance(a, b time.Time) time.Duration { return max(a.Sub(b), b.Sub(a)) }

// yearAfter reads a year that follows a month or day: "2024", ", 2024", "of
// 2024", "'98". It returns 0 when there is none, and the token after it.
func (f *finder) yearAfter(j int) (int, int) {
	k := f.skip(j, ",", "of")
	if f.class(j) == link {
		k = j + 1
	}
	if y := f.year(k); y > 0 && !f.t.after[f.word(k+1)] && !f.clock(k) {
		return y, k + 1
	}
	if y, to := f.twoDigits(k); y > 0 {
		return y, to
	}
	return 0, j
}

// clock reports whether the four digits at k are a time of day: "March 3, 1400 GMT".
func (f *finder) clock(k int) bool { return f.t.after[f.word(k+1)] }

// relativeYear reads "last year", "of this year" after a month.
func (f *finder) relativeYear(j int) (int, int) {
	k := f.skip(j, ",", "of", "in")
	if f.known && f.class(k) == which && f.word(k+1) == "year" {
		return f.pub.Year() + f.value(k), k + 2
	}
	return 0, j
}

// numberFirst reads an expression that begins with a number.
func (f *finder) numberFirst(k int) found {
	if e := f.numeric(k); e.ok() {
		return e
	}
	if d := f.dayNumber(k); d > 0 {
		if e := f.dayMonth(k, d); e.ok() {
			return e
		}
	}
	if n := f.integer(k, 3); n > 0 {
		return f.counted(k, n)
	}
	return f.bareYear(k)
}

// dayMonth reads "3 March 2024", "24. März", "24 de marzo de 2023", "3-5 June".
func (f *finder) dayMonth(k, d int) found {
	j := k + 1
	second := 0
	if f.class(j) != month {
		if s, to := f.rangeTo(j); s > 0 && f.class(f.ofMonth(to)) == month {
			second, j = s, to
		}
	}
	j = f.ofMonth(j)
	if f.class(j) != month {
		return found{}
	}
	m := time.Month(f.value(j))
	j = f.afterAbbreviation(j)
	y, to := f.yearAfter(j)
	if y == 0 {
		e := f.withoutYear(k, f.withPeriod(j-1, j), m, d)
		if e.ok() && second > 0 && valid(e.date.Year(), m, second) {
			return f.pair(e, second, m)
		}
		return e
	}
	if !valid(y, m, d) {
		return found{}
	}
	e := found{from: k, to: to, date: day(y, m, d), precision: Day, explicit: true}
	if second > 0 && valid(y, m, second) {
		return f.pair(e, second, m)
	}
	return e
}

// pair splits "3-5 June 2020" into "3" and "5 June 2020".
func (f *finder) pair(e found, second int, m time.Month) found {
	rest := e
	rest.from, rest.date = e.from+2, day(e.date.Year(), m, second)
	e.to, e.also = e.from+1, []found{rest}
	return e
}

// rangeTo reads "-5", "to 5", "and 5" before a month.
func (f *finder) rangeTo(j int) (int, int) {
	if w := f.tok(j); isDash(w) || w == "to" || w == "and" {
		if d := f.dayNumber(j + 1); d > 0 {
			return d, j + 2
		}
	}
	return 0, j
}

// ofMonth skips what may stand between a day and its month.
func (f *finder) ofMonth(j int) int {
	if f.tok(j) == "." && f.adjoins(j) || f.english && f.tok(j) == "of" || f.class(j) == link {
		return j + 1
	}
	return j
}

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
	if f.adjoins(k) || f.adjoins(k+5) && (isDash(f.tok(k+5)) || f.tok(k+5) == "/") {
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
	d, ok := f.order(a, b, c)
	if !ok {
		return found{}
	}
	return found{from: k, to: k + 5, date: d, precision: Day, explicit: true}
}

// order decides between month-day and day-month. Where both are possible the
// one nearer to the publication date counts, in English the American order
// where that is unknown; other languages put the day first.
func (f *finder) order(a, b, y int) (time.Time, bool) {
	american, other := valid(y, time.Month(a), b), valid(y, time.Month(b), a)
	if !f.english {
		american = american && !other
	}
	switch {
	case american && other && f.known:
		x, z := day(y, time.Month(a), b), day(y, time.Month(b), a)
		if distance(z, f.pub) < distance(x, f.pub) && distance(z, f.pub) < 3*24*time.Hour {
			return z, true
		}
		return x, true
	case american:
		return day(y, time.Month(a), b), true
	case other:
		return day(y, time.Month(b), a), true
	}
	return time.Time{}, false
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

// shortYear reads "'98".
func (f *finder) shortYear(k int) found {
	switch f.word(k - 1) {
	case "in", "since", "of", "by", "until", "from", "to", "early", "late":
		if y, to := f.twoDigits(k); y > 0 {
			return found{from: k, to: to, date: day(y, 1, 1), precision: Year, explicit: true}
		}
	}
	return found{}
}

// twoDigits reads "'98" at token k; 0 when it is something else.
func (f *finder) twoDigits(k int) (int, int) {
	if w := f.tok(k); (w == "'" || w == "’" || w == "‘") && f.adjoins(k+1) && len(f.tok(k+1)) == 2 {
		if yy := f.integer(k+1, 2); yy >= 0 {
			return century(yy, f.pub, f.known), k + 2
		}
	}
	return 0, k
}

// bareYear reads a year that stands alone.
func (f *finder) bareYear(k int) found {
	y := f.year(k)
	if y == 0 || y < 1800 && !yearPreposition[f.word(k-1)] || f.notYear(k) {
		return found{}
	}
	if q, to := f.quarterWord(k + 1); q > 0 { // "the 1988 third quarter"
		return found{from: k, to: to, date: day(y, time.Month(3*q-2), 1), precision: Quarter, explicit: true}
	}
	return found{from: k, to: k + 1, date: day(y, 1, 1), precision: Year, explicit: true}
}

// yearPreposition are words after which a number below 1800 is a year.
var yearPreposition = map[string]bool{"in": true, "since": true, "until": true, "by": true, "circa": true,
	"en": true, "im": true, "depuis": true, "desde": true, "у": true, "в": true, "з": true, "с": true}

// notYear reports whether what stands around the four digits makes them a count or a label.
func (f *finder) notYear(k int) bool {
	if f.t.before[f.word(k-1)] || f.t.after[f.word(k+1)] || f.tok(k+1) == "%" {
		return true
	}
	if f.adjoins(k) {
		switch p := f.tok(k - 1); {
		case p == "/" || isDash(p):
			return f.year(k-2) == 0 && f.class(k-2) != month && f.d.Tokens[max(k-2, f.first)].Kind == text.Number
		case p != "(" && p != "[" && p != `"` && p != "“" && p != "'" && p != "‘":
			return true
		}
	}
	if f.adjoins(k+1) && isDash(f.tok(k+1)) && f.adjoins(k+2) && f.integer(k+2, 6) >= 0 && f.year(k+2) == 0 && len(f.tok(k+2)) > 2 {
		return true // "1800-555"
	}
	return false
}

func isDash(s string) bool { return s == "-" || s == "–" || s == "—" || s == "‑" }
