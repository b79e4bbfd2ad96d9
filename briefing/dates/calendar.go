package dates

import "time"

// day makes a date; out-of-range values are carried over as time.Date does.
func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// valid reports whether the month has such a day.
func valid(y int, m time.Month, d int) bool {
	return d >= 1 && day(y, m, d).Day() == d && m >= 1 && m <= 12
}

// weekday counts from Monday, 1, to Sunday, 7.
func weekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// floor returns the first day of the period that holds t.
func floor(t time.Time, p Precision) time.Time {
	switch p {
	case Week:
		return t.AddDate(0, 0, 1-weekday(t))
	case Month:
		return day(t.Year(), t.Month(), 1)
	case Quarter:
		return day(t.Year(), (t.Month()-1)/3*3+1, 1)
	case Year:
		return day(t.Year(), 1, 1)
	}
	return t
}

// shift moves t by n periods and returns the first day of the one reached.
func shift(t time.Time, p Precision, n int) time.Time {
	t = floor(t, p)
	switch p {
	case Week:
		return t.AddDate(0, 0, 7*n)
	case Month:
		return t.AddDate(0, n, 0)
	case Quarter:
		return t.AddDate(0, 3*n, 0)
	case Year:
		return t.AddDate(n, 0, 0)
	}
	return t.AddDate(0, 0, n)
}

// rank orders precisions from day to year.
func rank(p Precision) int {
	switch p {
	case Day:
		return 0
	case Week:
		return 1
	case Month:
		return 2
	case Quarter:
		return 3
	}
	return 4
}
