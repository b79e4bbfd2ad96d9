package compare

import (
	"strconv"
	"strings"

	"readout/briefing/text"
)

// sentence is one sentence in lower-case tokens.
type sentence struct {
	d           *text.Doc
	first, last int // tokens, half-open
}

func (s sentence) low(i int) string {
	if i < s.first || i >= s.last {
		return ""
	}
	return strings.ToLower(s.d.Tok(i))
}

// number reads a number in digits or words at token i, with its scale ("2.3
// million"), and the token after it; ok is false where there is none, or where
// it is a year, a part of a date, a score, an age or a sum of money.
func (s sentence) number(i int) (v float64, next int, ok bool) {
	switch before := s.low(i - 1); before {
	case "$", "€", "£", "-", "–", "/", ":", ".", "no", "no.", "age", "aged", "article", "section", "day":
		return 0, i, false
	}
	if s.d.Tokens[i].Kind == text.Number {
		raw := s.d.Tok(i)
		v, err := strconv.ParseFloat(strings.ReplaceAll(raw, ",", ""), 64)
		if err != nil || v < 2 || v >= 1900 && v < 2100 && !strings.Contains(raw, ",") {
			return 0, i, false
		}
		return s.scaled(v, i+1)
	}
	v, ok = lex().numbers[s.low(i)]
	if !ok {
		tens, ones, cut := strings.Cut(s.low(i), "-")
		a, b := lex().numbers[tens], lex().numbers[ones]
		if ones == "one" {
			b = 1
		}
		if !cut || a < 20 || b == 0 || b > 9 {
			return 0, i, false
		}
		v = a + b
	}
	return s.scaled(v, i+1)
}

func (s sentence) scaled(v float64, next int) (float64, int, bool) {
	if by, ok := lex().scales[s.low(next)]; ok {
		v *= by
		next++
	}
	switch s.low(next) {
	case "%", "-", "–", "/", ":", "°", "st", "nd", "rd", "th":
		return 0, next, false
	}
	return v, next, true
}
