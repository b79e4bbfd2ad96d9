package signatories

import "strings"

// suffixes reads what follows a name: tags, places, roles.
func (p *parser) suffixes(j int) int {
	t := p.t
	e := &p.seg.entries[len(p.seg.entries)-1]
	for range 6 {
		at := j
		if j >= p.end {
			return j
		}
		switch {
		case t.low(j) == "(", t.low(j) == "," && t.low(j+1) == "(" && t.tagged(j+1):
			if t.low(j) == "," {
				j++
			}
			k := p.parenthesis(e, j)
			if k == j {
				return at
			}
			j = k
		case t.honourAt(j) > j:
			j = t.honourAt(j)
			if t.low(j) == "for" {
				var a apposition
				j = t.constituency(&a, j+1, p.end)
				p.label(e, a.label)
			}
		case t.oneOf(j, ",", "–", "—"):
			j = p.afterComma(e, j)
		case t.oneOf(j, "of", "from"):
			j = p.ofPlace(e, j)
		case t.low(j) == "for" && p.grouped:
			return j
		case t.low(j) == "and" && e.Kind == Person:
			j = p.secondRole(e, j)
		}
		if j == at {
			return j
		}
	}
	return j
}

// secondRole reads "and Lib Dem spokesperson" at token j, after what was said
// of a name: another office without a name of its own. It returns the token
// after it, or j.
func (p *parser) secondRole(e *entry, j int) int {
	var a apposition
	t := p.t
	from, head := t.roleHead(&a, j+1, p.end)
	if e.Role == "" && e.Region == "" || head < 0 || t.is(head, plural|title) {
		return j
	}
	if end := head + t.w[head].n; t.oneOf(end, ";", ",", ".") && end <= p.end && t.setOff(end, p.end) == 0 {
		fill(&e.Party, a.party)
		e.Role = joinRoles(e.Role, t.str(from, end))
		return end
	}
	return j
}

// honourAt returns the end of the honour, degree or membership at token j, or
// j: "OBE", "Ph.D.", which may be several tokens.
func (t *table) honourAt(j int) int {
	if t.is(j, honour) && (caps(t.d.Tok(j)) || t.low(j) == "phd") {
		return j + 1
	}
	s, k := "", j
	for k < j+6 && t.upper(k) && t.low(k+1) == "." && t.glued(k+1) && (k == j || t.glued(k)) {
		s += t.low(k)
		k += 2
	}
	if k > j+2 && words().meaning(s).is&honour != 0 {
		return k
	}
	return j
}

// parenthesis reads the tag, place or role in parentheses at token j, and
// returns the token after it; j where it is none.
func (p *parser) parenthesis(e *entry, j int) int {
	l, k := p.t.paren(j, p.end)
	if k == j {
		return j
	}
	p.label(e, l)
	if l.both {
		p.apply(e, apposition{label: l, many: true})
	}
	switch {
	case (listed(e.title, memberNoun) || strings.HasPrefix(strings.ToLower(e.title), "hon")) && p.t.place(j+1, k-1) && l.role != "":
		fill(&e.Region, l.role) // "Hon. Jane Roe (Homa Bay)"
	case l.role == "" || l.party != "":
	case e.Role != "" && !strings.Contains(e.Role, " "):
		e.Role += " of " + l.role
	default:
		e.Role = joinRoles(e.Role, l.role)
	}
	return k
}

// place reports whether tokens first to last-1 may be a constituency's name:
// capitalised words, none of an office or a body.
func (t *table) place(first, last int) bool {
	for k := first; k < last; k++ {
		if !t.upper(k) && !t.is(k, joiner) || t.is(k, office|title|body|org) {
			return false
		}
	}
	return first < last
}

// label copies what a tag says into an entry.
func (p *parser) label(e *entry, l label) {
	if l.party != "" {
		e.Party = l.party
	}
	if l.region != "" {
		e.Region = l.region
	}
	if l.country != "" {
		e.Country = l.country
	}
}

func joinRoles(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}

// afterComma reads a tag or role set off by the comma at j.
func (p *parser) afterComma(e *entry, j int) int {
	t := p.t
	comma := t.low(j) == ","
	if l, k := t.commaTag(j + 1); k > j+1 {
		p.label(e, l)
		return k
	}
	if t.honourAt(j+1) > j+1 {
		return j + 1
	}
	if pl, n := t.places.at(t, j+1); n > 0 && pl.us && e.Kind == Person && e.Role != "" && t.oneOf(j+1+n, ",", ";", ".", "and") {
		fill(&e.Region, pl.value) // "of El Paso, Texas,"
		return j + 1 + n
	}
	if t.numbered(j + 1) { // ", three of the five Labour MPs"
		for k := j + 4; k < j+7; k++ {
			if pa, n := t.party.at(t, k); n > 0 && t.is(k+n, plural) {
				p.apply(e, apposition{label: label{party: pa.value}, many: true})
			}
		}
		return j
	}
	if p.leading && t.low(j+1) != "who" {
		return j
	}
	a, ok := t.appositionAt(j+1, p.end)
	if !ok {
		return p.setOffPhrase(e, j)
	}
	p.apply(e, a)
	if !comma && t.oneOf(a.next, "–", "—") {
		return a.next + 1
	}
	return a.next
}

// apply gives a role set off after names to the last of them, or to all that
// share it.
func (p *parser) apply(e *entry, a apposition) {
	es := p.seg.entries
	switch {
	case len(a.deal) == 2 && len(es)-p.base == 2:
		es[p.base].Role = joinRoles(es[p.base].Role, a.deal[0])
		es[p.base+1].Role = joinRoles(es[p.base+1].Role, a.deal[1])
	case a.many:
		from := p.base
		if a.role != "" && from >= len(es)-1 && len(es) > 1 {
			from = len(es) - 2 // "A, a member of X, and B, co-chairs of Y": two at least
		}
		for i := from; i < len(es); i++ {
			p.label(&es[i], a.label)
			if a.role != "" {
				es[i].Role = joinRoles(es[i].Role, a.role)
			}
		}
	default:
		p.label(e, a.label)
		if a.role != "" {
			e.Role = joinRoles(e.Role, a.role)
		}
	}
	if a.role != "" {
		p.base = len(es)
	}
}

// ofPlace reads "of Texas", "of Canada", "of Stanford University" at "of".
func (p *parser) ofPlace(e *entry, j int) int {
	t := p.t
	k := j + 1
	if t.low(k) == "the" {
		k++
	}
	cleric := listed(e.title, clergy) || strings.HasPrefix(strings.ToLower(e.title), "mayor") // of a see, of a city
	if pl, n := t.places.at(t, k); n > 0 && !cleric && !(t.upper(k+n) && !t.is(k+n, stop|title|office)) {
		if !pl.us {
			e.Country = pl.value
			return k + n
		}
		e.Region, e.Country = pl.value, "United States"
		p.backward(pl)
		return k + n
	}
	if pa, n := t.party.at(t, k); n > 0 && !t.upper(k+n) && t.low(j) == "of" && e.Kind == Person {
		e.Party = pa.value
		if es := p.seg.entries; len(es) > 1 && es[len(es)-2].Party == "" && strings.TrimSpace(t.str(es[len(es)-2].last, e.first)) == "and" {
			es[len(es)-2].Party = pa.value
		}
		return k + n
	}
	o := t.orgAt(k, p.end)
	if o == k && e.Kind == Person && !e.single && t.low(j) == "of" {
		for o < p.end && o < k+4 && t.upper(o) && !t.is(o, stop|title|office) {
			o++
		}
	}
	if o > k {
		p.affiliate(e, j, k, o)
		return o
	}
	return j
}

// affiliate gives the body in tokens k to o, after "of" at j, to the one before
// it: as part of the office that stands before the name ("co-chairs A and B of
// the Rivers Caucus"), else as a role.
func (p *parser) affiliate(e *entry, j, k, o int) {
	es := p.seg.entries
	if e.Role == "" && listed(e.title, clergy) {
		e.Role = singular(e.title)
	}
	if e.Role == "" || strings.Contains(e.Role, " of ") {
		e.Role = joinRoles(e.Role, p.t.str(k, o))
		return
	}
	shared := e.Role
	of := " " + p.t.str(j, o)
	e.Role += of
	for i := len(es) - 2; i >= 0 && es[i].Role != "" && !strings.Contains(es[i].Role, " of "); i-- {
		if es[i].Role != shared && i < len(es)-2 || !p.t.is(es[i+1].first-1, office|plural) && es[i].Role != shared {
			return
		}
		es[i].Role += of
	}
}

// backward gives the state of "A and B of Texas" to A too.
func (p *parser) backward(pl known) {
	es := p.seg.entries
	for i := len(es) - 2; i >= 0 && es[i].Region == "" && es[i].Kind == Person; i-- {
		gap := p.t.str(es[i].last, es[i+1].first)
		and := strings.HasPrefix(strings.TrimSpace(gap), "and")
		if !and && i == len(es)-2 || strings.ContainsAny(gap, ";(") {
			return
		}
		es[i].Region, es[i].Country = pl.value, "United States"
		if es[i].first > 0 && i > 0 && es[i-1].Region != "" {
			return
		}
	}
}
