package dates

import "time"

// whichWeekend reads "last weekend" and "this weekend": the week that the
// weekend ends. "Next weekend" may be the one that comes or the one after.
func (f *finder) whichWeekend(k, j, n int) found {
	switch {
	case n > 0:
		return found{}
	case n == 0:
		return f.weekend(k, j+1)
	}
	return f.period(k, j+1, Week, -1)
}

// weekend is the week of the nearest weekend: the one that has been where the
// clause looks back on a day before Thursday, else that of this week.
func (f *finder) weekend(from, to int) found {
	n := 0
	if weekday(f.pub) < 4 && f.side(from, to) == behind {
		n = -1
	}
	return f.period(from, to, Week, n)
}

// whichSeason reads "last summer", "this autumn" and "next spring", of which
// the year is known: a season is in no precision. Winters are of two years.
// The months are the northern ones.
func (f *finder) whichSeason(k, j, n int) found {
	if next := f.word(j + 1); f.word(j) == "fall" && (next == "in" || next == "of" || next == "from") {
		return found{} // "this fall in prices"
	}
	first := time.Month(f.value(j))
	switch now := f.pub.Month(); {
	case n < 0 && now >= first+3, n > 0 && now < first:
		return found{} // this year's or the one before, or after
	}
	return f.period(k, j+1, Year, n)
}
