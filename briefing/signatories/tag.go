package signatories

import (
	"strings"
	"unicode"
)

// label is what a tag after a name says: "(D-Ill.)", ", R-Texas,", "(SNP, Angus)".
type label struct {
	party, region, country string
	role                   string // an affiliation in parentheses
	both                   bool   // "both D-Minn.": of the names before, too
}

// usParties are the letters of U.S. tags.
var usParties = map[string]string{"D": "D", "R": "R", "I": "I", "DFL": "D", "Dem": "D", "Rep": "R", "Ind": "I", "L": "Libertarian", "G": "Green", "NPP": "I"}

// usTag reads a U.S. tag without its parentheses: party and state, either may
// be absent ("D", "OH-10"). District numbers are dropped.
func usTag(s string) (label, bool) {
	f := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '–' || r == '—' || r == ',' || r == '/' || r == '‑' })
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	if len(f) == 0 || len(f) > 4 {
		return label{}, false
	}
	var l label
	l.party = usParties[strings.TrimRight(f[0], ".")]
	rest := f
	if l.party != "" {
		rest = f[1:]
	}
	place := tagPlace(rest, len(f) < 3)
	l.region = usState(place)
	switch {
	case l.region != "":
		l.country = "United States"
	case place != "" && l.party != "" && len(f[0]) < 4:
		l.region = place // a member of a state's legislature: "D-Brooklyn"
	case place != "":
		return label{}, false
	}
	if l.party == "" {
		// Without a party only a postal code, mostly with a district, is a tag.
		return l, l.region != "" && (strings.TrimRight(f[0], "0123456789") == l.region || len(f) == 1)
	}
	if l.party != "D" && l.party != "R" && l.party != "I" && l.region == "" {
		return label{}, false
	}
	return l, true
}

// tagPlace is the place that the parts of a tag name, without districts; "AL"
// alone is Alabama in a short tag, else "at large".
func tagPlace(parts []string, short bool) string {
	place := ""
	for _, p := range parts {
		p = strings.TrimLeft(strings.TrimRight(p, "0123456789"), " ")
		if p == "" || isDistrict(p) && !(place == "" && p == "AL" && short) {
			continue
		}
		if place == "" {
			place = p
		} else if usState(place) == "" {
			place += " " + p
		}
	}
	return place
}

// isDistrict reports whether a part of a tag numbers a district: "12th", "At Large", "AL".
func isDistrict(p string) bool {
	low := strings.ToLower(strings.TrimRight(p, "."))
	return low == "at large" || low == "at" || low == "large" || low == "al" || unicode.IsDigit(rune(p[0]))
}

// otherTag reads party, constituency and country in any order:
// "Labour, Leeds East", "S&D, Germany", "Angus MP, SNP".
func otherTag(s string) (label, bool) {
	var l label
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || r == '–' }) {
		part = strings.TrimSpace(part)
		part = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(part, "MP"), "MEP"))
		part = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(part, "MP for "), "MEP for "), "for ")
		if part == "" {
			continue
		}
		if k, ok := partyNames().tags[tagKey(part)]; ok && l.party == "" {
			l.party = k.value
		} else if k, ok := places().tags[tagKey(part)]; ok && !k.us {
			l.country = k.value
		} else if i := strings.IndexByte(part, '/'); i > 0 && partyNames().tags[tagKey(part[:i])].value != "" && l.party == "" {
			l.party = part[:i]
		} else if l.region == "" {
			l.region = part
		} else if l.party != "" {
			l.region += ", " + part // "Argyll, Bute and South Lochaber"
		} else {
			return label{}, false
		}
	}
	return l, l.party != "" || l.country != "" && l.region == ""
}

// paren reads the parentheses that open at token i: what they say and the
// token after them. The label is empty when they hold something else.
func (t *table) paren(i, end int) (label, int) {
	j := i + 1
	for j < end && j < i+14 && t.low(j) != ")" {
		j++
	}
	if j >= end || t.low(j) != ")" {
		return label{}, i
	}
	s := t.d.Text[t.d.Tokens[i].End:t.d.Tokens[j].Start]
	both := t.oneOf(i+1, "both", "all")
	if both {
		s = t.d.Text[t.d.Tokens[i+1].End:t.d.Tokens[j].Start]
	}
	if l, ok := usTag(s); ok {
		l.both = both
		return l, j + 1
	}
	if l, ok := otherTag(s); ok {
		l.both = both
		return l, j + 1
	}
	l := label{}
	if low := strings.ToLower(strings.Trim(s, ". ")); j > i+1 && low != "ret" && low != "retired" && t.word(i+1) {
		l.role = s
	}
	return l, j + 1
}

// commaTag reads a U.S. tag of running text at token i ("D-Ill.", "R-New
// York"): what it says and the token after it, or i.
func (t *table) commaTag(i int) (label, int) {
	w := t.d.Tok(i)
	cut := strings.IndexAny(w, "-‑")
	if !t.upper(i) || cut < 1 || usParties[w[:cut]] == "" {
		if usParties[w] != "" && len(w) == 1 && t.oneOf(i+1, "-", "–", "—") {
			if l, ok := usTag(w + "-" + t.d.Tok(i+2)); ok && l.region != "" {
				return l, t.period(i + 3)
			}
		}
		return label{}, i
	}
	for n := 3; n > 0; n-- { // "D-New York", "D-W. Va."
		if i+n > len(t.w) || !t.upper(i+n-1) {
			continue
		}
		if l, ok := usTag(t.str(i, i+n)); ok && usState(strings.TrimLeft(t.str(i, i+n)[cut+1:], "-")) != "" {
			return l, t.period(i + n)
		}
	}
	l, ok := usTag(w)
	if !ok {
		return label{}, i
	}
	j := i + 1
	if l.region != "" && usState(l.region) == "" { // "D-San Jose,"
		for j < i+3 && t.upper(j) && !t.is(j, stop|title) {
			j++
		}
		l.region = t.d.Text[t.d.Tokens[i].Start+cut+1 : t.d.Tokens[j-1].End]
	}
	return l, t.period(j)
}
