package signatories

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/briefing/names"
)

// maxName is the most tokens a name may have.
const maxName = 9

// personAt returns the end of the name of a person that begins at token i, or
// i. A name is a run of capitalised words with initials, particles, nicknames
// and suffixes; offices end it unless they are surnames ("Angus King").
func (t *table) personAt(i, end int) int {
	j, n := i, 0
	for j < end && j < i+maxName {
		next := t.namePart(i, j, end)
		if next == j {
			break
		}
		j = next
		n++
	}
	if n == 0 {
		return i
	}
	if t.low(j) == "," && j+1 < end && t.is(j+1, suffix) && t.upper(j+1) {
		return t.period(j + 2)
	}
	return j
}

// namePart returns the end of the part of a name at token j, or j.
func (t *table) namePart(i, j, end int) int {
	if !t.word(j) {
		if j > i && t.oneOf(j, `"`, "“", "'", "‘", "(") && t.upper(j+1) && t.oneOf(j+2, `"`, "”", "'", "’", ")") && j+3 < end && t.upper(j+3) && !t.isTagWord(j+1) {
			return j + 3
		}
		return j
	}
	if !t.upper(j) {
		return t.smallPart(i, j)
	}
	initial := utf8.RuneCountInString(t.d.Tok(j)) == 1 || strings.Contains(t.d.Tok(j), ".")
	if initial && j+1 < end && t.low(j+1) == "." && t.glued(j+1) {
		return j + 2
	}
	if t.is(j, suffix) && j > i {
		return t.period(j + 1)
	}
	switch {
	case j == i+1 && t.is(j, stop) && !t.is(j, adverb) && t.low(j+1) == "(" && !t.is(i, title|office): // "Opiyo Were (Funyula)"
	case t.is(j, stop) && !(initial && j > i) && !t.namedSo(j):
		return j
	case t.is(j, honour) && caps(t.d.Tok(j)):
		return j
	case j > i && t.is(j, particle) && t.is(j, title) && t.upper(j+1): // "Fatuma Sheikh Ali"
	case t.is(j, title|office) && !t.nameable(i, j):
		return j
	}
	if j > i && t.low(j) == "st" || t.low(j) == "jr" || t.low(j) == "sr" {
		return t.period(j + 1)
	}
	return j + 1
}

// smallPart returns the end of the particle in lower case at token j of a name
// that begins at i: "al-Hadi", "d'Arcy", "van", "in 't"; j for none.
func (t *table) smallPart(i, j int) int {
	w := t.low(j)
	k := strings.IndexAny(w, "-'")
	switch {
	case j > i && t.oneOf(j, "an", "na") && t.upper(j+1) && t.oneOf(j-1, "mac", "nic", "mag", "mhic"): // "Mac an Bhaird"
		return j + 1
	case j > i && w == "in" && t.oneOf(j+1, "'", "’") && t.low(j+2) == "t" && t.upper(j+3):
		return j + 3
	case k > 0 && k < 4 && t.upperAfter(j, k):
		return j + 1
	case t.is(j, particle) && (t.upper(j+1) || t.is(j+1, particle)) && (j > i || t.upper(j+1)) && w != "y":
		return j + 1
	}
	return j
}

func (t *table) upperAfter(j, k int) bool {
	w := t.d.Tok(j)
	return k+1 < len(w) && w[k+1] >= 'A' && w[k+1] <= 'Z'
}

func (t *table) isTagWord(j int) bool {
	_, ok := usTag(t.d.Tok(j))
	return ok
}

// namedSo reports whether token j, a small word by itself, is a given name: in
// the middle of a sentence or at the head of a line, with a surname after it
// ("Sens. Will Roe and May Doe").
func (t *table) namedSo(j int) bool {
	if !t.given(j) || !t.upper(j+1) || t.is(j+1, stop|title|office|topic|document) {
		return false
	}
	return t.below(j) || t.oneOf(j-1, ",", "and", "by", ";", "•", "*", "-") || t.is(j-1, title|office) || t.low(j-1) == "." && t.is(j-2, title)
}

// nameable reports whether the office at token j is a name here: a given name
// right after a title ("Rep. Dean Marlowe") or a surname.
func (t *table) nameable(i, j int) bool {
	if !t.is(j, nameable) { // any office is a surname right after a given name: "Zara Sultan"
		return j == i+1 && t.given(i) && !t.is(j, plural|honour) && t.oneOf(j+1, ",", "(", "and", ".", ";", ")")
	}
	if j > i {
		return !t.upper(j+1) || t.is(j+1, honour|suffix|title)
	}
	if t.upper(j+1) && t.tagged(j+2) {
		return true
	}
	return t.is(j-1, title) || t.low(j-1) == "." && t.is(j-2, title) || t.is(j-1, office|honour)
}

// nameBegins reports whether a person's name begins at token i, after a title
// or office: one capitalised word is enough.
func (t *table) nameBegins(i, end int) bool {
	j := t.personAt(i, end)
	if j == i {
		return false
	}
	if _, n := t.places.at(t, i); n > 0 && i+n >= j {
		return false
	}
	if k, n := t.party.at(t, i); n > 0 && !k.weak && (i+n >= j || len(k.value) == 1) {
		return false // "Democrat Jane Roe": a party, then a name
	}
	if t.is(j-1, topic|body|org) && !t.given(i) && j > i+1 {
		return t.tagged(j)
	}
	if o := t.orgAt(i, end); t.is(j-1, body|org) || o > i && (o == j || o > j && t.any(i, j, org|body|topic)) {
		return t.tagged(j)
	}
	return j > i+1 && !t.all(i, j, topic) || !t.is(i, topic|body|org|modifier) || t.tagged(j)
}

// given reports whether token i is a known given name.
func (t *table) given(i int) bool {
	if i >= len(t.w) || !t.upper(i) {
		return false
	}
	w := t.d.Tok(i)
	if caps(w) {
		r := []rune(t.low(i))
		w = string(unicode.ToUpper(r[0])) + string(r[1:])
	}
	return names.ClassOf(w)&names.Given != 0
}

// tagged reports whether a tag stands at token j: "(D-IL)", ", R-Texas".
func (t *table) tagged(j int) bool {
	if t.low(j) == "(" {
		l, k := t.paren(j, len(t.w))
		return k > j && (l.party != "" || l.region != "")
	}
	if t.low(j) == "," {
		_, k := t.commaTag(j + 1)
		return k > j+1
	}
	return false
}

// any reports whether a word of a range has a class.
func (t *table) any(i, j int, c class) bool {
	for ; i < j; i++ {
		if t.is(i, c) {
			return true
		}
	}
	return false
}

// all reports whether all words of a range have a class.
func (t *table) all(i, j int, c class) bool {
	for ; i < j; i++ {
		if t.word(i) && !t.is(i, c) {
			return false
		}
	}
	return true
}

// orgAt returns the end of the organisation's name at token i, or i: a run of
// capitalised words, joined by "of", "for", "the" and such, that holds a word
// of organisations; or an acronym.
func (t *table) orgAt(i, end int) int {
	j, found, joined := i, false, false
	for j < end && j < i+14 {
		switch {
		case t.upper(j) && (!t.is(j, stop) || joined && t.is(j, org) || j == i && t.in(j, bloc) && t.upper(j+1) && !t.is(j+1, title|office)): // "for Press Freedom", "U.S. Bread Agency"
			if t.is(j, title|office) && !t.is(j, nameable|org|body) && j > i && !joined && !(t.oneOf(j+1, "'", "’") && t.is(j+2, org|body)) {
				return orgEnd(i, j, found)
			}
			found = found || t.is(j, org|body) || t.w[j].n > 1 && t.is(j, org)
			abbreviated := t.oneOf(j, "inc", "ltd", "co", "corp")
			j += t.w[j].n
			if abbreviated {
				return t.period(j)
			}
		case j > i && t.oneOf(j, "'s", "’s", "'", "’") && t.upper(j+1) && t.is(j+1, org|body): // "King's College", "Teachers' Guild"
			j++
		case j > i && t.oneOf(j, "'", "’") && t.glued(j) && t.is(j-1, group|plural|org) && strings.HasSuffix(t.low(j-1), "s") && t.upper(j+1) && !t.is(j+1, title|office|stop):
			found = true // "Farmers' Voice"
			j++
		case j > i && t.oneOf(j, "uk", "us", "u.s.", "eu", "un") && t.upper(j):
			j++
		case j > i && (t.in(j, bodyJoint) || t.low(j) == "in" && !found) && !t.oneOf(j+1, "march", "april", "may", "june", "august") && (t.upper(j+1) || t.low(j+1) == "the" && t.upper(j+2)):
			joined = true
			found = found || j == i+1 && (t.is(i, plural|group) || !t.given(i) && !t.is(i, title|stop)) && t.oneOf(j, "for", "without", "against") // "Doctors for Peace"
			j++
		case j > i && t.oneOf(j, "and", "&") && t.upper(j+1) && (!found && !joined && (t.all(i, j, topic|org|modifier) || j == i+1 && t.low(i-1) == "the") && t.orgWordAhead(j+1, end) || joined && (t.is(j+1, topic) || t.plurals(j-1, j+1)) || t.low(j) == "&"):
			found = found || t.low(j) == "&" && j == i+1 && !t.upper(j+2) // "Harlow & Finch"
			j++
		default:
			return t.orgEnd(i, j, found)
		}
	}
	return t.orgEnd(i, j, found)
}

// plurals reports whether two words are plurals that close a name: "College of
// Nurses and Midwives".
func (t *table) plurals(i, j int) bool {
	return strings.HasSuffix(t.low(i), "s") && strings.HasSuffix(t.low(j), "s") && !t.given(j) && !t.upper(j+1)
}

func (t *table) orgEnd(i, j int, found bool) int {
	for j > i && !t.upper(j-1) && t.low(j-1) != "." {
		j--
	}
	if orgEnd(i, j, found) > i {
		return j
	}
	if w := t.d.Tok(i); j == i+1 && caps(w) && !strings.Contains(w, ".") && len(w) >= 3 && len(w) <= 9 && !t.is(i, title|office|honour|stop) {
		return j
	}
	return i
}

func orgEnd(i, j int, found bool) int {
	if found {
		return j
	}
	return i
}

// orgWordAhead reports whether the capitalised run at i ends in a word of
// organisations, and is not an organisation's acronym.
func (t *table) orgWordAhead(i, end int) bool {
	j := i
	for j < end && t.upper(j) {
		j++
	}
	return j > i+1 && t.is(j-1, org|body)
}
