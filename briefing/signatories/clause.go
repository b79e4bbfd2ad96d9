package signatories

import "strings"

// verbAfter returns the verb of the subject that ends at token i, -1 for none,
// and whether "also" stands before it. It skips adverbs, dates, auxiliaries
// and clauses between commas.
func (f *finder) verbAfter(sc *scene, i int) (v int, also bool) {
	t := f.t
	for j := i; j < sc.last && j < i+40; j++ {
		switch {
		case t.low(j) == "," && t.numbered(j+1):
			for j++; j < sc.last && t.low(j) != ","; j++ { // ", three of the five members of the panel,"
			}
		case t.low(j) == "also":
			also = true
		case j == i && t.low(j) == "and" && t.unread(j+1, sc.last) > j+1: // "A, B and the Office for C issued"
			j = t.unread(j+1, sc.last) - 1
		case t.low(j) == "(":
			_, k := t.paren(j, sc.last)
			j = max(j, k-1)
		case t.is(j, sign|send|introduce|lead|join) && !t.upper(j):
			return j, also
		case t.low(j) == "announced" && f.bringsIn(sc, j):
			return j, also
		case t.oneOf(j, "he", "she") && t.low(j-1) == "that": // "announced that she is sponsoring the bill"
		case t.oneOf(j, "became", "become", "becomes") && t.signsAsNth(j, sc.last) > 0:
			return t.signsAsNth(j, sc.last), also
		case t.low(j) == "of" || t.low(j) == "that" && j > i && !t.oneOf(j+1, "they", "he", "she") || t.oneOf(j, ".", ";"):
			return -1, also
		case t.nounOfSigners(j) > 0:
			return t.nounOfSigners(j), also
		case t.is(j, adverb|deny) || t.in(j, beforeVerb) || isNumber(t.d.Tok(j)):
		case t.low(j) == "among" && t.oneOf(j+1, "them", "others"):
			j++
		case t.oneOf(j, "who", "whose") || t.low(j-1) == "," && (t.participle(j) || t.low(j) == "as"):
			for j < sc.last && t.low(j) != "," {
				j++
			}
		case t.upper(j) && t.in(j, weekday):
		case t.is(j, group) && t.is(j-1, group|plural):
		case t.word(j):
			if v := t.secondVerb(j, sc.last); v > 0 {
				return v, also
			}
			return j, also
		default:
			return -1, also
		}
	}
	return -1, also
}

// unread returns the end of the name at token j of somebody in a list that was
// not read, j where none stands.
func (t *table) unread(j, last int) int {
	from := j
	if t.low(j) == "the" {
		j++
	}
	begins := j
	for j < last && (t.upper(j) || j > begins && t.is(j, joiner) && t.word(j) && !t.oneOf(j, "to", "and")) {
		j++
	}
	if j == begins || t.is(begins, stop) && j == begins+1 {
		return from
	}
	return j
}

// secondVerb returns the verb of making a document that follows another verb at
// token j, "met in Oslo and issued"; 0 for none.
func (t *table) secondVerb(j, last int) int {
	for k := j + 1; k < last && k < j+12 && (t.word(k) || t.low(k) == "."); k++ {
		if t.low(k) == "and" {
			if t.oneOf(k+1, "issued", "signed", "released", "adopted", "published", "sent", "wrote") {
				return k + 1
			}
			if !t.upper(k + 1) {
				return 0
			}
		}
		if t.relative(k, k+1) || t.in(k, auxiliary) {
			return 0
		}
	}
	return 0
}

// signsAsNth returns the verb of "became the 54th country to sign", with
// "became" at token j; 0 for none.
func (t *table) signsAsNth(j, last int) int {
	for k := j + 2; k < last && k < j+8; k++ {
		if t.is(k, sign|join) && t.low(k-1) == "to" {
			return k
		}
	}
	return 0
}

// nounOfSigners returns what follows "are" at token j where it says that those
// named sign, "signatories", "the chief sponsors", "among"; 0 for none.
func (t *table) nounOfSigners(j int) int {
	switch {
	case !t.oneOf(j, "are", "were", "is", "was"):
		return 0
	case t.is(j+1, signer) || t.low(j+1) == "among":
		return j + 1
	}
	return t.sponsorsAt(j + 1)
}

// sponsorsAt returns the noun for signers of "the chief sponsors" at token i, 0 for none.
func (t *table) sponsorsAt(i int) int {
	if t.low(i) == "the" {
		i++
	} else if !t.oneOf(i, "original", "lead", "chief", "primary") {
		return 0
	}
	for ; t.in(i, sponsorKind); i++ {
	}
	if t.is(i, signer) {
		return i
	}
	return 0
}

// numbered reports whether a clause such as "three of the five members" begins
// at token i.
func (t *table) numbered(i int) bool {
	n, next := t.number(i)
	return n > 0 && n < 100 && t.low(next) == "of" && t.in(next+1, determiner)
}

// participle reports whether token i begins a clause such as "meeting in
// Accra" that is set off by commas.
func (t *table) participle(i int) bool {
	return !t.upper(i) && strings.HasSuffix(t.low(i), "ing") && !t.is(i, sign|send|introduce|lead|join|ask)
}

// bringsIn reports whether "announced" at token j has a bill as its object.
func (f *finder) bringsIn(sc *scene, j int) bool {
	d := sc.docIn(j+1, j+8)
	return d >= 0 && f.t.w[d].doc == Bill && !f.t.relative(j, d) && !f.t.verbBetween(j+1, d)
}
