package dates

import (
	"strings"
	"time"

	"readout/briefing/text"
)

// wordFirst reads the English expressions that begin with a word which is
// part of a date only by what follows it: "the 24th", "the following year",
// "that day", "year-end", "Q3".
func (f *finder) wordFirst(k int) found {
	switch w := f.word(k); w {
	case "the":
		return f.theFirst(k)
	case "that", "same":
		return f.sameUnit(k)
	case "following":
		return f.following(k)
	case "year-end", "year-ago", "year-earlier", "month-ago", "month-earlier":
		return f.compound(k, w)
	case "q1", "q2", "q3", "q4":
		return f.quarter(k, k+1, int(w[1]-'0'))
	}
	return found{}
}

// theFirst reads "the 24th", "the day before yesterday", "the year before".
func (f *finder) theFirst(k int) found {
	if !f.known {
		return found{}
	}
	j := k + 1
	switch {
	case f.word(j) == "day" && f.word(j+1) == "before" && f.word(j+2) == "yesterday":
		return f.period(k, k+4, Day, -2)
	case f.word(j) == "day" && f.word(j+1) == "after" && f.word(j+2) == "tomorrow":
		return f.period(k, k+4, Day, 2)
	case f.class(j) == unit && f.word(j+1) == "before":
		return f.before(k, j+1, units[f.value(j)], 1)
	case f.class(j) == weekend && f.in(k-1, atWeekend):
		return f.weekend(k, j+1)
	case f.class(j) == unit && f.rounding(k):
		return f.thePeriod(k, j+1, units[f.value(j)])
	case f.dayNumber(j) > 0 && f.integer(j, 2) < 0:
		return f.theDay(k, j)
	case f.class(j) == ordinal && f.word(j+1) == "of" && f.class(j+2) == month:
		e := f.dayMonthWords(k, j)
		return e
	}
	return found{}
}

// rounding reports whether "the year" at k is a certain one: "the end of the
// year", "later in the year", "ended the day".
func (f *finder) rounding(k int) bool {
	switch v := f.word(k - 2); f.word(k - 1) {
	case "of":
		next := f.word(k + 2)
		return f.word(k+1) != "day" && (v == "end" || v == "start" || v == "beginning" || v == "close") && next != "ended" && next != "ending" && next != "before"
	case "in":
		return f.class(k-2) == edge
	case "end", "ends", "ended", "ending", "finish", "finished", "finishing", "close", "closed", "closing":
		return true
	}
	return false
}

// thePeriod is the day, week or year that the sentence is about: that of the
// date it named last, else that of publication.
func (f *finder) thePeriod(from, to int, u Precision) found {
	if a := f.anchor; a.Precision != "" && f.index == a.sentence && rank(a.Precision) <= rank(u) {
		return found{from: from, to: to, date: floor(a.Date.Date, u), precision: u}
	}
	return f.period(from, to, u, 0)
}

// theDay resolves "the 24th": the day of this month, the last or the next.
func (f *finder) theDay(k, j int) found {
	if next := f.tok(j + 1); next != "" && f.d.Tokens[j+1].Kind == text.Word && !f.in(j+1, afterDay) || f.word(k-1) != "on" && f.word(k-1) != "until" && f.word(k-1) != "by" && f.word(k-1) != "since" {
		return found{}
	}
	d, first := f.dayNumber(j), floor(f.pub, Month)
	switch side := f.side(k, j+1); {
	case side == ahead && d < f.pub.Day():
		first = first.AddDate(0, 1, 0)
	case side != ahead && d > f.pub.Day():
		first = first.AddDate(0, -1, 0)
	}
	if !valid(first.Year(), first.Month(), d) {
		return found{}
	}
	return found{from: k, to: j + 1, date: day(first.Year(), first.Month(), d), precision: Day}
}

// dayMonthWords reads "the first of March 2024".
func (f *finder) dayMonthWords(k, j int) found {
	m, d := time.Month(f.value(j+2)), f.value(j)
	y, to := f.yearAfter(j + 3)
	if y == 0 {
		return f.withoutYear(k, j+3, m, d)
	}
	return found{from: k, to: to, date: day(y, m, d), precision: Day, explicit: true}
}

// sameUnit reads "that day", "the same year": the period of the date named last.
func (f *finder) sameUnit(k int) found {
	if f.class(k+1) != unit || f.anchor.Precision == "" || f.index-f.anchor.sentence > 1 {
		return found{}
	}
	u := units[f.value(k+1)]
	if f.word(k) == "that" && u != Day && u != Year || rank(f.anchor.Precision) > rank(u) {
		return found{}
	}
	return found{from: k, to: k + 2, date: floor(f.anchor.Date.Date, u), precision: u}
}

// following reads "following year" and "following Monday".
func (f *finder) following(k int) found {
	switch f.class(k + 1) {
	case unit:
		return f.anchored(k, k+2, units[f.value(k+1)], 1, false)
	case dayOfWeek:
		if a := f.anchor; a.Precision == Day && f.index-a.sentence <= 1 {
			gap := (f.value(k+1)-weekday(a.Date.Date)+6)%7 + 1
			return found{from: k, to: k + 2, date: a.Date.Date.AddDate(0, 0, gap), precision: Day}
		}
	}
	return found{}
}

// compound reads words that are a date by themselves.
func (f *finder) compound(k int, w string) found {
	switch w {
	case "year-end":
		return f.period(k, k+1, Year, 0)
	case "year-ago", "year-earlier":
		return f.period(k, k+1, Year, -1)
	}
	return f.period(k, k+1, Month, -1)
}

// hyphenated reads "mid-March", "mid-1990", "third-quarter".
func (f *finder) hyphenated(k int, before, after string) found {
	l := f.lang.words.Get(after)
	switch {
	case before == "mid" && l.class == month:
		y, to := f.yearAfter(k + 1)
		if y > 0 {
			return found{from: k, to: to, date: day(y, time.Month(l.value), 1), precision: Month, explicit: true}
		}
		if f.known {
			return found{from: k, to: k + 1, date: f.bareMonth(k, k+1, time.Month(l.value)), precision: Month}
		}
	case before == "mid" && len(after) == 4 && strings.Trim(after, "0123456789") == "":
		y := 0
		for _, c := range after {
			y = 10*y + int(c-'0')
		}
		if y >= 1800 && y < 2200 {
			return found{from: k, to: k + 1, date: day(y, 1, 1), precision: Year, explicit: true}
		}
	case after == "quarter":
		if o := f.lang.words.Get(before); o.class == ordinal && o.value <= 4 {
			return f.quarter(k, k+1, int(o.value))
		}
	}
	return found{}
}

// quarterWord reads "third quarter" or "third-quarter"; 0 when it is something else.
func (f *finder) quarterWord(k int) (int, int) {
	if f.class(k) == ordinal && f.value(k) <= 4 && f.word(k+1) == "quarter" {
		return f.value(k), k + 2
	}
	if before, ok := strings.CutSuffix(f.word(k), "-quarter"); ok && f.english {
		if o := f.lang.words.Get(before); o.class == ordinal && o.value <= 4 {
			return int(o.value), k + 1
		}
	}
	return 0, k
}

// ordinalFirst reads "first quarter".
func (f *finder) ordinalFirst(k int) found {
	if f.value(k) > 4 || f.word(k+1) != "quarter" {
		return found{}
	}
	return f.quarter(k, k+2, f.value(k))
}

// quarter reads the year after "first quarter": "of 2009", "of last year". A
// quarter without one is the last that has begun, or the next where the clause
// looks ahead.
func (f *finder) quarter(from, to, q int) found {
	i := f.skip(to, "of", "in", ",")
	if f.word(i) == "fiscal" {
		i++
	}
	y, end := f.yearAfter(i)
	explicit := y > 0
	if y == 0 {
		y, end = f.relativeYear(to)
	}
	if y == 0 {
		if !f.known {
			return found{}
		}
		y, end = f.pub.Year(), to
		now := (int(f.pub.Month()) + 2) / 3
		if side := f.side(from, to); side == ahead && q < now {
			y++
		} else if side != ahead && q > now {
			y--
		}
	}
	return found{from: from, to: end, date: day(y, time.Month(3*q-2), 1), precision: Quarter, explicit: explicit}
}
