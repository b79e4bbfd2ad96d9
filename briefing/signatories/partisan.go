package signatories

import "strings"

// partisan reads "Democrat of Illinois", "Republicans", "Labour MP for Leeds
// East", "MP for Leeds East", "both Democrats of California".
func (t *table) partisan(a *apposition, j, end int) bool {
	if state, n := t.places.at(t, j); n > 0 && state.us { // "an Illinois Democrat"
		if _, m := t.party.at(t, j+n); m == 0 {
			if a.many && j+n <= end {
				a.region, a.country, a.next = state.value, "United States", j+n
				return true
			}
			return false
		}
		a.region, a.country = state.value, "United States"
		j += n
	}
	k, m := t.party.at(t, j)
	if m > 0 && (!k.weak || a.many || t.is(j+m, title|honour)) {
		if t.is(j+m, office) && !t.is(j+m, title|honour) && !t.memberOf(j+m) {
			return false
		}
		a.party, a.many = k.value, a.many || k.members
		j += m
	}
	// "..., NDP housing critic Jane Roe" is of the next name
	if m > 0 && t.headThenName(j, end) || !t.membership(a, j, end) {
		*a = apposition{many: a.many}
		return false
	}
	return true
}

// memberOf reports whether "Member of Parliament" stands at token j.
func (t *table) memberOf(j int) bool {
	return t.low(j) == "member" && t.low(j+1) == "of" && t.oneOf(j+2, "parliament", "congress")
}

// membership reads "MP", "senator", "MP for Leeds East" or, after a party, only
// "of Illinois" at token j, and sets a.next behind it; false where the words
// there are of something else.
func (t *table) membership(a *apposition, j, end int) bool {
	member := false
	if t.memberOf(j) {
		member = true
		j += 3
	}
	for ; t.is(j, title|honour) && t.in(j, memberNoun); j++ {
		member = true
		a.many = a.many || t.is(j, plural)
	}
	switch {
	case a.party == "" && !member:
		return false
	case t.oneOf(j, "of", "from", "for", "representing"):
		j = t.constituency(a, j+1, end)
	case member && t.nameBegins(j, end), !member && t.upper(j):
		return false
	}
	a.next = j
	return !t.oneOf(j, "'s", "’s", "'", "’") && (!t.is(j, office) || t.is(j, title))
}

// headThenName reports whether an office follows token j closely and a name
// right after it.
func (t *table) headThenName(j, end int) bool {
	for k := j; k < min(end, j+5); k++ {
		if t.is(k, office) {
			return t.nameBegins(k+t.w[k].n, end)
		}
		if !t.is(k, modifier|topic|body) && !t.oneOf(k, "for", "of", "on") {
			return false
		}
	}
	return false
}

// topPartisan reads "the panel's top Democrat", "the top Republican on the
// Banking Committee".
func (t *table) topPartisan(a *apposition, i, end int) bool {
	j := i
	for j < end && j < i+4 && !t.oneOf(j, "top", "ranking", "senior", "leading", "lead") && (t.oneOf(j, "'s", "’s", "committee", "panel", "subcommittee") || t.upper(j) && t.is(j, topic|body)) {
		j++
	}
	k, n := t.party.at(t, j+1)
	if n == 0 || !t.oneOf(j, "top", "ranking", "senior", "leading", "lead") || k.weak || t.is(j+1+n, office) {
		return false
	}
	a.party = k.value
	from := j
	to := j + 1 + n
	if t.oneOf(to, "on", "of", "in") {
		to = t.tail(a, to, end)
	}
	a.role = t.str(from, to)
	a.next = max(a.next, to)
	return true
}

// chairs reads "who chairs the Banking Committee" after a party or place.
func (t *table) chairs(a *apposition, end int) {
	j := a.next
	if t.low(j) != "who" || !t.in(j+1, holds) {
		return
	}
	verb := t.low(j + 1)
	if verb == "is" {
		if b, ok := t.appositionAt(j, end); ok {
			a.role, a.next = b.role, b.next
		}
		return
	}
	from := j + 2
	to := t.tail(a, from, end)
	if verb == "chairs" || verb == "co-chairs" {
		a.role = strings.TrimSuffix(verb, "s") + " of " + t.str(from, to)
	}
}

// constituency reads the place that a member sits for.
func (t *table) constituency(a *apposition, j, end int) int {
	if t.low(j) == "the" {
		j++
	}
	if k, n := t.places.at(t, j); n > 0 && !t.upper(j+n) {
		if k.us {
			a.region, a.country = k.value, "United States"
		} else {
			a.country = k.value
		}
		return j + n
	}
	i := j
	for j < end && (t.upper(j) && !t.is(j, title) || t.oneOf(j, "upon", "on", "under", "le", "and") && t.upper(j+1) && !t.nameListed(j+1, end) && !t.isParty(j+1)) {
		j++
	}
	a.region = t.str(i, j)
	return j
}

// partyAt returns the party at token j and its number of tokens, 0 for none: a
// known one, or any whose name ends in "Party".
func (t *table) partyAt(j int) (known, int) {
	k, n := t.party.at(t, j)
	for i := j; i < j+5 && t.upper(i) && !t.is(i, stop|title|office); i++ {
		if i > j && i >= j+n && t.low(i) == "party" {
			return known{value: t.str(j, i+1)}, i + 1 - j
		}
	}
	return k, n
}

// isParty reports whether a party's name stands at token j.
func (t *table) isParty(j int) bool {
	_, n := t.party.at(t, j)
	return n > 0
}

// nameListed reports whether the run at j is a person's name rather than the
// rest of a place ("Leeds and Bradford").
func (t *table) nameListed(j, end int) bool {
	k := t.personAt(j, end)
	return t.is(j, title) || k > j+1 || t.tagged(k)
}
