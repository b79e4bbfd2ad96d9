package dates

import (
	"strings"
	"time"

	"readout/briefing/text"
)

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
	if f.in(k-1, holiday) || f.in(j, habit) || f.class(j) == part && f.in(j+1, habit) || f.adjoins(k) && f.tok(k-1) == "-" || j < f.last && f.d.Tokens[j].Upper && f.in(j, paper) {
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
