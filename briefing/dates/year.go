package dates

import (
	"time"

	"readout/briefing/text"
)

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
	if y == 0 || y < 1800 && !f.in(k-1, beforeYear) || f.notYear(k) {
		return found{}
	}
	if q, to := f.quarterWord(k + 1); q > 0 { // "the 1988 third quarter"
		return found{from: k, to: to, date: day(y, time.Month(3*q-2), 1), precision: Quarter, explicit: true}
	}
	return found{from: k, to: k + 1, date: day(y, 1, 1), precision: Year, explicit: true}
}

// notYear reports whether what stands around the four digits makes them a count or a label.
func (f *finder) notYear(k int) bool {
	if f.in(k-1, label) || f.in(k+1, counted) || f.tok(k+1) == "%" {
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
