package quotes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/briefing/text"
)

// elisions are words that begin with an apostrophe: it opens no quotation.
var elisions = []string{"em", "n", "til", "tis", "twas", "cause", "bout", "round", "cos", "em"}

// singles pairs the single marks that stand outside the double quotations, as
// British papers set them. An apostrophe at the end of a plural possessive
// ("the workers' party") looks like a closing mark; it is taken for one only
// where no better one follows before the next opening mark.
func (pr *pairer) singles(all []mark) {
	k := 0
	free := make([]mark, 0, len(all))
	for _, m := range all {
		for k < len(pr.found) && pr.found[k].outer.End <= m.Start {
			k++
		}
		if m.single && (k == len(pr.found) || m.End <= pr.found[k].outer.Start) {
			free = append(free, m)
		}
	}
	for i := 0; i < len(free); i++ {
		if !opensSingle(pr.s, free[i]) {
			continue
		}
		j := closing(pr.s, free, i)
		if j < 0 || pr.crosses(free[i].Start, free[j].End) && !endsStatement(pr.s, free[j]) {
			continue
		}
		n := len(pr.found)
		pr.add(text.Span{Start: free[i].Start, End: free[j].End}, free[i].Len(), free[j].Len(), false)
		if len(pr.found) > n {
			q := pr.found[n]
			q.single = true
			pr.found = pr.found[:n]
			pr.inner = append(pr.inner, q)
		}
		i = j
	}
}

// crosses reports whether a double quotation stands between a and b.
func (pr *pairer) crosses(a, b int) bool {
	i, _ := slices.BinarySearchFunc(pr.found, a, func(q quotation, a int) int {
		if q.outer.End <= a {
			return -1
		}
		return 1
	})
	return i < len(pr.found) && pr.found[i].outer.Start < b
}

// endsStatement reports whether the mark closes behind the end of a sentence
// or a comma, as one around a whole statement does.
func endsStatement(s string, m mark) bool {
	return m.Start > 0 && strings.IndexByte(",.?!", s[m.Start-1]) >= 0
}

func opensSingle(s string, m mark) bool {
	if !m.opens || m.shape == right {
		return false
	}
	rest := s[m.End:]
	r, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsDigit(r) { // '90s
		return len(rest) < 3 || rest[2] != 's'
	}
	for _, e := range elisions {
		if len(rest) > len(e) && strings.EqualFold(rest[:len(e)], e) {
			if next, _ := utf8.DecodeRuneInString(rest[len(e):]); !unicode.IsLetter(next) {
				return false
			}
		}
	}
	return true
}

// closing returns the mark that closes the single quotation opened by i, -1
// when none does.
func closing(s string, marks []mark, i int) int {
	doubtful := -1
	for j := i + 1; j < len(marks); j++ {
		m := marks[j]
		switch {
		case m.mustOpen() && opensSingle(s, m):
			return doubtful
		case !m.closes:
		case isPossessive(s, m):
			if doubtful < 0 {
				doubtful = j
			}
		default:
			return j
		}
	}
	return doubtful
}

// isPossessive reports whether a closing single mark may be the apostrophe of
// a plural possessive: an s before, a lower-case word after.
func isPossessive(s string, m mark) bool {
	if m.shape == left || m.Start == 0 || s[m.Start-1]|0x20 != 's' {
		return false
	}
	rest := strings.TrimLeft(s[m.End:], " ")
	r, _ := utf8.DecodeRuneInString(rest)
	return len(rest) < len(s[m.End:]) && unicode.IsLetter(r)
}
