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
