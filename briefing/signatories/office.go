package signatories

import "strings"

// done finishes the prefix when a name follows its head at h, which ends at j.
func (t *table) done(p *prefix, from, h, j, end int, det bool) bool {
	many := t.is(h, plural)
	switch {
	case t.nameBegins(j, end):
		p.next = j
	case (det || many && t.low(j) != ",") && t.setOff(j, end) > 0:
		p.next, p.comma = t.setOff(j, end), true
	case many && t.low(j) == "of" && t.pairsFollow(j+1, end):
		p.ofState, p.next = true, j+1
	case t.oneOf(j, "of", "from") && t.statesFollow(j+1) && !t.holderNamed(j+1, end):
		p.ofState, p.next = true, j+1
		many = true
	case many && t.oneOf(j, "of", "from", "at") && !t.holderNamed(j+1, end) && (t.is(h, office) && !listed(t.low(h), clergy) || listed(t.low(h), clergy) && t.seesFollow(j+1, end)) && t.orgsFollow(j+1, end):
		p.ofOrg, p.next = true, j+1
	default:
		return false
	}
	p.shared = many
	t.role(p, from, j, h)
	if o := t.officeBefore(from, h); o >= 0 && t.is(o, plural) && !t.is(h, office) {
		p.shared = true
	}
	if t.is(h-1, title) && t.is(h-1, plural) && listed(t.d.Tok(h), courtesy) {
		p.shared = true // "Labour MPs Sir John Doe and Jane Roe"
	}
	return true
}

// officeBefore returns the last office in tokens i to j-1, -1 for none.
func (t *table) officeBefore(i, j int) int {
	for j--; j >= i; j-- {
		if t.is(j, office) && (j == i || t.w[j-1].n == 1) {
			return j
		}
	}
	return -1
}

// setOff returns where the full name begins that the mark at token j sets off
// from the office before it: ", Jane Roe", "– the Rt Revd Jane Roe"; 0 for none.
func (t *table) setOff(j, end int) int {
	if !t.oneOf(j, "–", "—", ":", ",") {
		return 0
	}
	j++
	if t.low(j) == "the" && t.is(j+1, title) {
		j++
	}
	for j < end && (t.is(j, title) && !t.nameable(j, j) || t.upper(j) && listed(t.low(j), clergy)) && !t.is(j, plural) {
		j = t.period(j + 1)
	}
	if t.nameBegins(j, end) && (t.personAt(j, end) > j+1 || t.is(j-1, title)) {
		return j
	}
	return 0
}

// statesFollow reports whether names of states begin at token j.
func (t *table) statesFollow(j int) bool {
	if t.low(j) == "the" {
		j++
	}
	_, n := t.places.at(t, j)
	if n == 0 {
		return false
	}
	next := j + n
	return !t.upper(next) || t.upper(next) && t.is(next, stop)
}

// holderNamed reports whether the holder of an office of the state at token j
// is named after it: "the president of France, Jane Roe".
func (t *table) holderNamed(j, end int) bool {
	if t.low(j) == "the" {
		j++
	}
	_, n := t.places.at(t, j)
	if n == 0 {
		return false
	}
	j += n
	if t.oneOf(j, ",", "–", "—") {
		return t.setOff(j, end) > 0
	}
	return t.nameBegins(j, end)
}

// orgsFollow reports whether a list of organisations begins at token j: two
// capitalised runs, joined by a comma or "and", of which the first is no place.
func (t *table) orgsFollow(j, end int) bool {
	k := t.orgRun(j, end)
	if k == j || !t.oneOf(k, ",", "and", "&") || t.any(j, k, body|topic) && !t.any(j, k, org) {
		return false
	}
	for t.oneOf(k, ",", "and", "&", "the") {
		k++
	}
	return t.upper(k) && (!t.is(k, title|office|stop) || t.is(k, title) && t.upper(k+1))
}

// seesFollow reports whether sees and nothing else follow at token j: "the
// bishops of A, B and C have", not "the bishops of A, Jane Roe, and B".
func (t *table) seesFollow(j, end int) bool {
	n := 0
	for ; j < end; n++ {
		k := t.orgRun(j, end)
		if k == j || k > j+1 && t.given(j) {
			return false
		}
		j = k
		if !t.oneOf(j, ",", "and", "&") {
			return n > 0 && !t.upper(j)
		}
		for t.oneOf(j, ",", "and", "&") {
			j++
		}
	}
	return n > 1
}

// orgRun returns the end of an organisation's name at j where one must stand:
// any capitalised run will do.
func (t *table) orgRun(j, end int) int {
	if t.low(j) == "the" {
		j++
	}
	if k := t.orgAt(j, end); k > j {
		return k
	}
	for j < end && t.upper(j) && (!t.is(j, title|office|stop) || t.is(j, title) && t.upper(j+1)) {
		j++
	}
	return j
}

// role sets the role of a prefix from its text: titles and articles are
// dropped, a plural head is made singular. A bare title is no role.
func (t *table) role(p *prefix, from, to, head int) {
	p.title = t.str(head, t.period(head+t.w[head].n))
	from, to = t.trimRole(from, to)
	if from >= to || t.onlyTitles(from, to) || t.all(from, to, modifier) && !t.any(from, to, office) {
		return
	}
	if !t.is(head, office) || head >= to {
		if o := t.officeBefore(from, to); o >= 0 {
			head = o
		}
	}
	one := -1 // the head to be put into the singular
	if t.is(head, plural) && t.is(head, office) {
		one = head
	}
	r := t.inSingular(from, to, one)
	if p.cutTo > from && p.cutTo < to && p.cut > from {
		r = t.inSingular(from, p.cut, one) + " " + t.inSingular(p.cutTo, to, one)
	}
	if one >= from {
		r = strings.Replace(r, "heads of", "head of", 1)
		last := t.d.Tok(head + t.w[head].n - 1)
		if t.w[head].n > 1 && strings.HasSuffix(strings.ToLower(last), "s") && !strings.HasSuffix(t.low(head), "s") { // "prime ministers", not "attorneys general"
			r = strings.Replace(r, last, singular(last), 1)
		}
	}
	if k, n := t.places.at(t, from); n > 0 && from+n >= to {
		if k.us {
			p.region = k.value
		}
		return
	}
	if listed(r, clergy) {
		return
	}
	p.role = r
}

// trimRole drops titles and articles from both ends of a role's tokens.
func (t *table) trimRole(from, to int) (int, int) {
	for from < to && t.in(from, roleLead) {
		from++
	}
	for to > from && !(to-2 >= from && t.w[to-2].n > 1) && (t.is(to-1, title) && !t.is(to-1, office) || t.low(to-1) == "." && t.is(to-2, title) && !t.is(to-2, office)) {
		to--
	}
	for from < to && (t.is(from, title) && !t.is(from, office) || t.low(from) == "." && t.glued(from)) {
		from++
	}
	return from, to
}

// inSingular is the text of tokens first to last-1 with the plural at token
// head, where it is one of them, in the singular.
func (t *table) inSingular(first, last, head int) string {
	s := t.str(first, last)
	if head < first || head >= last {
		return s
	}
	at, w := t.d.Tokens[head].Start-t.d.Tokens[first].Start, t.d.Tok(head)
	return s[:at] + singular(w) + s[at+len(w):]
}
