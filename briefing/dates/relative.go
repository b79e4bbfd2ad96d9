package dates

import (
	"strings"
	"time"

	"readout/briefing/text"
)

// setPhrase reads a phrase of phrases.txt ("la semaine dernière").
func (f *finder) setPhrase(k int) found {
	if !f.known || f.lang == nil || len(f.lang.phrases) == 0 || f.d.Tokens[k].Kind != text.Word {
		return found{}
	}
next:
	for _, p := range f.lang.phrases[f.word(k)] {
		for i, w := range p.words[1:] {
			if f.word(k+1+i) != w {
				continue next
			}
		}
		return f.period(k, k+len(p.words), p.unit, p.offset)
	}
	return found{}
}

// period is the period n units from the one of publication.
func (f *finder) period(from, to int, unit Precision, n int) found {
	if !f.known {
		return found{}
	}
	return found{from: from, to: to, date: shift(f.pub, unit, n), precision: unit}
}

// relativeDay reads "today", "yesterday morning".
func (f *finder) relativeDay(k int) found {
	to := k + 1
	if f.d.Tokens[k].Upper && f.word(k) == "morgen" && k > f.first {
		return found{} // "heute Morgen"
	}
	switch f.word(k - 1) {
	case "la", "esta":
		return found{} // "por la mañana"
	}
	if f.english && f.class(to) == part {
		to++
	}
	return f.period(k, to, Day, f.value(k))
}

// weekdayFirst reads an expression that begins with a weekday: "Monday",
// "Monday night", "Monday, Nov. 2", "Tuesday of last week".
func (f *finder) weekdayFirst(k int) found {
	w, j := f.value(k), k+1
	if short := f.d.Tokens[k].Len() <= 5 && f.word(k) != "lundi" && f.word(k) != "jeudi"; short {
		j = f.afterAbbreviation(k)
		if j == k+1 && f.class(f.skip(j, ",")) != month && f.dayNumber(f.skip(j, ",")) == 0 {
			return found{} // "sun", "sat", "wed"
		}
	}
	if notWeekday[f.word(k-1)] || habits[f.word(j)] || f.class(j) == part && habits[f.word(j+1)] || f.adjoins(k) && f.tok(k-1) == "-" || j < f.last && f.d.Tokens[j].Upper && newspapers[f.word(j)] {
		return found{}
	}
	if f.class(j) == part {
		j++
	}
	if e := f.dated(k, j); e.ok() {
		return e
	}
	if !f.known || !f.english {
		return found{}
	}
	if e := f.weekdayOfWeek(k, j, w); e.ok() {
		return e
	}
	side := f.side(k, j)
	if side == noCue && f.hour(j) {
		side = ahead // a calendar's "Saturday from 8 p.m., parish hall"
	}
	return found{from: k, to: j, date: f.nearWeekday(w, side), precision: Day}
}

// hour reports whether a time of day follows: "at 8 p.m.", ", 6:30pm", "from 9 to 11 a.m.".
func (f *finder) hour(j int) bool {
	i := f.skip(f.skip(j, ","), "at", "from")
	if f.halfDay(i) {
		return true
	}
	end := f.skip(i+1, "to", "-", "–")
	return end > i+1 && i < f.last && f.d.Tokens[i].Kind == text.Number && f.halfDay(end)
}

// halfDay reports whether the number at token i is an hour of the morning or
// the afternoon; "30 I am told" is none.
func (f *finder) halfDay(i int) bool {
	if i >= f.last || f.d.Tokens[i].Kind != text.Number {
		return false
	}
	if w := f.word(i); strings.HasSuffix(w, "am") || strings.HasSuffix(w, "pm") {
		return true
	}
	half := strings.ReplaceAll(f.word(i+1), ".", "")
	return half == "am" || half == "pm"
}

// notWeekday are words that make a holiday or an event of the weekday after them.
var notWeekday = map[string]bool{"black": true, "bloody": true, "super": true, "cyber": true, "giving": true, "ash": true, "palm": true, "easter": true,
	"good": true, "holy": true, "maundy": true, "shrove": true, "every": true, "each": true, "sheffield": true}

// newspapers are words that make a title of the weekday before them.
var newspapers = map[string]bool{"times": true, "telegraph": true, "mirror": true, "mail": true, "express": true, "herald": true, "school": true,
	"tribune": true, "people": true, "politics": true}

// habits are what takes place on the weekday before them each week.
var habits = map[string]bool{"prayer": true, "prayers": true, "football": true, "live": true}

// dated reads the day and month that follow a weekday: "Monday, Nov. 2".
func (f *finder) dated(k, j int) found {
	i := f.skip(j, ",")
	i = f.skip(i, "the")
	var e found
	switch {
	case f.class(i) == month && f.english:
		e = f.monthFirst(i)
	case f.dayNumber(i) > 0:
		e = f.dayMonth(i, f.dayNumber(i))
	case f.integer(i, 4) > 0:
		e = f.numeric(i)
	}
	if e.precision != Day {
		return found{}
	}
	e.from = k
	return e
}

// weekdayOfWeek reads "Tuesday of last week", "Thursday next week".
func (f *finder) weekdayOfWeek(k, j, w int) found {
	i := f.skip(j, "of")
	if f.class(i) != which || f.word(i+1) != "week" {
		return found{}
	}
	return found{from: k, to: i + 2, date: shift(f.pub, Week, f.value(i)).AddDate(0, 0, w-1), precision: Day}
}

// nearWeekday is the nearest such weekday on a side of the publication date;
// the day of publication itself counts for both sides.
func (f *finder) nearWeekday(w int, side cue) time.Time {
	if side == ahead {
		return f.pub.AddDate(0, 0, (w-weekday(f.pub)+7)%7)
	}
	return f.pub.AddDate(0, 0, -((weekday(f.pub) - w + 7) % 7))
}

// whichFirst reads an expression that begins with "last", "this", "next" or "previous".
func (f *finder) whichFirst(k int) found {
	if !f.known {
		return found{}
	}
	n, j := f.value(k), k+1
	if f.programme(k) {
		return found{}
	}
	if w := f.word(j); w == "past" || w == "coming" || w == "fiscal" {
		if w == "past" && n == 0 {
			n = -1
		} else if w == "coming" && n == 0 {
			n = 1
		}
		j++
		if f.class(j) == unit && f.word(j-1) != "fiscal" {
			return found{} // "this past week", a duration
		}
	}
	switch f.class(j) {
	case unit:
		return f.whichUnit(k, j, n)
	case dayOfWeek:
		return f.whichWeekday(k, j, n)
	case month:
		return f.whichMonth(k, j, n)
	case weekend:
		return f.whichWeekend(k, j, n)
	case season:
		return f.whichSeason(k, j, n)
	case part:
		if w := f.word(j); n == 0 && w != "night" {
			return f.period(k, j+1, Day, 0)
		} else if n == -1 && w == "night" {
			return f.period(k, j+1, Day, -1)
		}
	}
	return found{}
}

// programme reports whether the capitals at k are those of a broadcast:
// “Next Week Tonight”, XTV's This Evening.
func (f *finder) programme(k int) bool {
	if k == f.first || !f.d.Tokens[k].Upper || k+1 >= f.last || !f.d.Tokens[k+1].Upper {
		return false
	}
	switch p := f.tok(k - 1); p {
	case "'s", "’s", "“", `"`, "‘", "'":
		return f.d.Tokens[k+1].Kind == text.Word
	default:
		return len(p) > 1 && strings.ToUpper(p) == p && f.d.Tokens[k-1].Kind == text.Word
	}
}

// whichUnit reads "last week", "this year", "previous month".
func (f *finder) whichUnit(k, j, n int) found {
	u := units[f.value(j)]
	w := f.word(k)
	if strings.HasSuffix(f.word(j), "s") && f.word(j) != "s" {
		return found{} // "last weeks"
	}
	if w == "previous" || w == "preceding" || u == Day && w == "next" {
		return f.anchored(k, j+1, u, n, n < 0)
	}
	if u == Day || (f.word(k-1) == "the" || f.word(k-1) == "a") && n != 0 && w != "current" {
		return found{} // "the last year" is as long as a year
	}
	e := f.period(k, j+1, u, n)
	if possessive := f.skip(e.to, "'s", "’s"); u == Year && possessive > e.to { // "last year's third quarter"
		if q, to := f.quarterWord(possessive); q > 0 {
			return found{from: k, to: to, date: day(e.date.Year(), time.Month(3*q-2), 1), precision: Quarter}
		}
	}
	return e
}

func (f *finder) whichWeekday(k, j, n int) found {
	w, to := f.value(j), j+1
	if f.class(to) == part {
		to++
	}
	var d time.Time
	switch back := (weekday(f.pub) - w + 7) % 7; {
	case n < 0:
		if back == 0 {
			back = 7
		}
		d = f.pub.AddDate(0, 0, -back)
	case n > 0:
		d = f.pub.AddDate(0, 0, 7-back)
	default: // of this week, unless the tense says otherwise
		d = floor(f.pub, Week).AddDate(0, 0, w-1)
		if side := f.side(k, to); side == behind && d.After(f.pub) {
			d = d.AddDate(0, 0, -7)
		} else if side == ahead && d.Before(f.pub) {
			d = d.AddDate(0, 0, 7)
		}
	}
	if e := f.dated(k, to); e.ok() {
		return e
	}
	return found{from: k, to: to, date: d, precision: Day}
}

func (f *finder) whichMonth(k, j, n int) found {
	m := time.Month(f.value(j))
	y := f.pub.Year()
	switch {
	case n < 0 && m >= f.pub.Month():
		y--
	case n > 0 && m <= f.pub.Month():
		y++
	}
	to := f.withPeriod(j, f.afterAbbreviation(j))
	if d := f.dayNumber(to); d > 0 && valid(y, m, d) && n != 0 {
		return found{from: k, to: to + 1, date: day(y, m, d), precision: Day}
	}
	return found{from: k, to: max(to, j+1), date: day(y, m, 1), precision: Month}
}

// counted reads "two years ago", "a week earlier", "three days later".
func (f *finder) counted(k, n int) found {
	if f.class(k+1) != unit {
		return found{}
	}
	u, j := units[f.value(k+1)], k+2
	switch f.class(j) {
	case ago:
		if f.word(j) == "before" {
			return f.before(k, j, u, n)
		}
		if u == Week && n == 1 { // "a week ago" is a day, "two weeks ago" a week
			return f.period(k, j+1, Day, 7*f.value(j))
		}
		return f.period(k, j+1, u, n*f.value(j))
	case edge:
		if v := f.value(j); v != 0 {
			return f.anchored(k, j+1, u, n*v, v < 0)
		}
	}
	if f.word(j) == "from" && (f.word(j+1) == "now" || f.word(j+1) == "today") {
		return f.period(k, j+2, u, n)
	}
	return found{}
}

// before reads "the year before", "a week before" at the end of a clause;
// "a week before the vote" counts from something else.
func (f *finder) before(k, j int, u Precision, n int) found {
	if next := f.tok(j + 1); next != "" && f.d.Tokens[j+1].Kind != text.Mark {
		return found{}
	}
	return f.anchored(k, j+1, u, -n, f.word(k) == "the")
}

// countedAfter reads "vor zwei Jahren", "il y a deux ans", "hace tres días".
func (f *finder) countedAfter(k int) found {
	if f.word(k) == "a" && f.word(k-1) != "y" {
		return found{}
	}
	n := f.integer(k+1, 3)
	if f.class(k+1) == number {
		n = f.value(k + 1)
	}
	if n < 1 || f.class(k+2) != unit {
		return found{}
	}
	from := k
	if f.word(k) == "a" {
		from = max(f.first, k-2)
	}
	return f.period(from, k+3, units[f.value(k+2)], -n)
}

// anchored counts n units from the date that the text named last, in this
// sentence or the one before; from the publication date where there is none
// and fallback allows it.
func (f *finder) anchored(from, to int, u Precision, n int, fallback bool) found {
	base := f.pub
	switch recent := f.anchor.Precision != "" && f.index-f.anchor.sentence <= 1; {
	case recent && rank(f.anchor.Precision) <= rank(u):
		base = f.anchor.Date.Date
	case !fallback || recent && f.anchor.explicit:
		return found{}
	}
	if base.IsZero() {
		return found{}
	}
	return found{from: from, to: to, date: shift(base, u, n), precision: u}
}
