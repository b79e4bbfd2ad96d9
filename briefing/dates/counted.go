package dates

import "readout/briefing/text"

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
	record := n < 0 && f.anchor.since // "the most since 2008, up from a year earlier"
	switch recent := f.anchor.Precision != "" && f.index-f.anchor.sentence <= 1 && !record; {
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
