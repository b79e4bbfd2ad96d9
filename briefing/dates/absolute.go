package dates

import (
	"slices"
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
		if d := f.dayNumber(j); d > 0 && !f.in(j+1, counted) && f.tok(j+1) != "%" {
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
	case side == ahead && gap < -far && valid(best.Year()+1, m, d):
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
	if y := f.year(k); y > 0 && !f.in(k+1, counted) && !f.clock(k) {
		return y, k + 1
	}
	if y, to := f.twoDigits(k); y > 0 {
		return y, to
	}
	return 0, j
}

// clock reports whether the four digits at k are a time of day: "March 3, 1400 GMT".
func (f *finder) clock(k int) bool { return f.in(k+1, counted) }

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
