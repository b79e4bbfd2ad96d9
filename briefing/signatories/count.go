package signatories

import (
	"strconv"
	"strings"
)

var units = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "dozen": 12, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
	"seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}

// number reads a number in digits or words at token i; n is 0 when there is none.
func (t *table) number(i int) (n, next int) {
	if i >= len(t.w) {
		return 0, i
	}
	if w := t.d.Tok(i); isNumber(w) {
		v, err := strconv.Atoi(strings.ReplaceAll(w, ",", ""))
		if err != nil || v > 10_000_000 {
			return 0, i
		}
		return v, i + 1
	}
	j := i
	for j < len(t.w) && j < i+5 {
		w := t.low(j)
		v, ok := units[w]
		switch {
		case ok && (v == 100 || v == 12 && w == "dozen") && n > 0:
			n *= v
		case ok && w == "dozen" || ok && v == 100:
			return 0, i
		case ok:
			n += v
		case w == "and" && n >= 100 && units[t.low(j+1)] > 0:
		default:
			if a, b, cut := strings.Cut(w, "-"); cut && units[a] >= 20 && units[b] > 0 && units[b] < 10 {
				n += units[a] + units[b]
				j++
			}
			return n, j
		}
		j++
	}
	return n, j
}

// count reads "44 other members", "several colleagues", "others" at token i:
// the token after it and the number, 0 where it says none.
func (p *parser) count(i int) (next, n int) {
	t := p.t
	if t.numbered(i) {
		return i, 0 // "three of the five members": who was named
	}
	j := i
	for t.in(j, countLead) && j < i+7 {
		if v, k := t.number(j); v > 0 {
			j = k
			n = v
			break
		}
		if t.low(j) == "dozen" && t.low(j-1) == "a" {
			n = 12
		}
		j++
	}
	if n == 0 {
		n, j = t.number(j)
	}
	for k := 0; k < 7 && j < p.end; k++ {
		if t.oneOf(j, "others", "colleagues") {
			return t.countTail(j + 1), n
		}
		if t.is(j, group|signer) || t.is(j, plural) && t.is(j, title|office) {
			if n == 0 && (j == i || t.low(j+1) == "of" && t.statesFollow(j+2)) || t.upper(j) && t.is(j+1, title|office) || t.oneOf(j+1, "'s", "’s", "'", "’") && t.upper(j+2) || t.nameBegins(t.period(j+1), p.end) {
				return i, 0
			}
			return t.countTail(j + 1), n
		}
		if !t.in(j, countInner) && !(n > 0 && t.is(j, modifier|topic) && !t.upper(j)) {
			return i, 0
		}
		j++
	}
	return i, 0
}

// countTail skips "of Congress", "from both parties" after a counted group.
func (t *table) countTail(j int) int {
	for {
		switch {
		case t.oneOf(j, "of", "from", "in") && t.in(j+1, countOf):
			j += 2
			for t.in(j, countTail) {
				j++
			}
		default:
			return j
		}
	}
}
