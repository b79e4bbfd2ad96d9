package signatories

import (
	"strings"
)

// states reads "France, Germany and the United Kingdom" after an office.
func (p *parser) states(pre prefix) (int, bool) {
	t, j, last := p.t, pre.next, pre.next
	base := len(p.seg.entries)
	role := pre.role
	if role == "" && t.is(pre.next-2, office|title) && !t.oneOf(pre.next-2, "government", "governments") {
		role = singular(t.d.Tok(pre.next - 2))
	}
	if t.oneOf(pre.next-2, "colleagues", "counterparts") && base > 0 {
		role = p.seg.entries[base-1].Role // "the ministers of A and B, with their colleagues from C"
	}
	role = strings.ToLower(role[:min(1, len(role))]) + role[min(1, len(role)):]
	if !strings.Contains(role, ".") && !t.any(pre.next-3, pre.next-1, stop) {
		role = strings.ToLower(role)
	}
	for j < p.end {
		if t.low(j) == "the" {
			j++
		}
		k, n := t.places.at(t, j)
		if name, e := t.pairAt(j, p.end); e > 0 {
			p.add(prefix{role: role + " of " + t.str(j, j+n)}, name, e, Person, known{})
			j = t.closed(e)
		} else {
			if n == 0 || !t.statesFollow(j) {
				break
			}
			p.add(prefix{role: role}, j, j+n, State, k)
			j += n
		}
		last = j
		for t.oneOf(j, ",", "and", "&") {
			j++
		}
	}
	if last > pre.next && p.holders(base, last) {
		return p.seg.entries[len(p.seg.entries)-1].last, true
	}
	return last, last > pre.next
}

// pairAt returns where the full name of the minister of a state at token j
// begins and ends ("Estonia Jane Roe", "Estonia (Jane Roe)"), 0 for none.
func (t *table) pairAt(j, end int) (name, last int) {
	_, n := t.places.at(t, j)
	name = j + n
	bracket := t.low(name) == "("
	if bracket {
		name++
	}
	e := t.personAt(name, end)
	switch {
	case n == 0 || e < name+2:
		return 0, 0
	case bracket:
		if t.low(e) != ")" || t.tagged(name-1) || t.any(name, e, org|body) {
			return 0, 0
		}
		return name, e
	case t.upper(e):
		return 0, 0
	}
	return name, e
}

// pairsFollow reports whether two such pairs begin at token j.
func (t *table) pairsFollow(j, end int) bool {
	_, k := t.pairAt(j, end)
	if k == 0 {
		return false
	}
	for k = t.closed(k); t.oneOf(k, ",", "and"); {
		k++
	}
	_, k = t.pairAt(k, end)
	return k > 0
}

// closed skips the bracket that closes at token j.
func (t *table) closed(j int) int {
	if t.low(j) == ")" {
		j++
	}
	return j
}

// orgs reads "Uber, Gap and the Fire Brigades Union" after an office.
func (p *parser) orgs(pre prefix) (int, bool) {
	t, j, last := p.t, pre.next, pre.next
	role := prefix{role: strings.ToLower(pre.role)}
	if listed(pre.title, clergy) {
		role.role = strings.ToLower(singular(pre.title))
	}
	base := len(p.seg.entries)
	for j < p.end {
		if t.low(j) == "the" {
			j++
		}
		k := t.orgRun(j, p.end)
		if k == j {
			break
		}
		p.add(role, j, k, Organisation, known{})
		over := t.oneOf(j-1, "and", "&") || t.low(j-1) == "the" && t.oneOf(j-2, "and", "&") // the last one
		last = p.orgSuffix(k)
		j = last
		for t.oneOf(j, ",", "and", "&") {
			j++
		}
		if j == last || over {
			break
		}
	}
	if last > pre.next && p.holders(base, last) {
		return p.seg.entries[len(p.seg.entries)-1].last, true
	}
	return p.pairs(base, last), last > pre.next
}

// pairs reads the entries from base on as places and those who hold the office
// there, in turn: "the mayors of Malmo, Jane Roe, Turin, John Doe, and Pecs, Ann Lee".
// It returns the token after them; last, where they end, if they are none.
func (p *parser) pairs(base, last int) int {
	t, es, next := p.t, p.seg.entries[base:], last
	if len(es) > 2 && len(es)%2 > 0 && p.fullNameAfter(last) {
		next = t.personAt(last+1, p.end)
		p.add(prefix{}, last+1, next, Person, known{})
		es = p.seg.entries[base:]
		p.seg.entries = p.seg.entries[:len(p.seg.entries)-1]
	}
	if len(es) < 4 || len(es)%2 > 0 {
		return last
	}
	full := func(e entry) bool { return t.given(e.first) && e.last > e.first+1 }
	var out []entry
	for i := 0; i < len(es); i += 2 {
		place, holder := es[i], es[i+1]
		if full(place) || holder.last < holder.first+2 || i == 0 && !full(holder) {
			return last
		}
		holder.Kind, holder.Role = Person, place.Role+" of "+place.Name
		out = append(out, holder)
	}
	p.seg.entries = append(p.seg.entries[:base], out...)
	return next
}

// holders reads the persons that hold the offices of the bodies from entry
// base on, when as many are named after a comma at token j: "the general
// secretaries of Unite and the GMB, Jane Roe and John Doe". They take the
// bodies' place.
func (p *parser) holders(base, j int) bool {
	t, bodies := p.t, p.seg.entries[base:]
	if len(bodies) < 2 || !t.oneOf(j, ",", "–", "—") {
		return false
	}
	var names [][2]int
	for j++; len(names) < len(bodies); {
		end := t.personAt(j, p.end)
		if end < j+2 || !t.nameBegins(j, p.end) {
			return false
		}
		names = append(names, [2]int{j, end})
		for j = end; t.oneOf(j, ",", "and", "&") && len(names) < len(bodies); j++ {
		}
	}
	offices := append([]entry(nil), bodies...)
	p.seg.entries = p.seg.entries[:base]
	for i, n := range names {
		pre := prefix{role: offices[i].Role + " of " + t.str(offices[i].first, offices[i].last)}
		if k, m := t.party.at(t, offices[i].first); offices[i].first+m == offices[i].last {
			pre.party, pre.role = k.value, offices[i].Role
		}
		p.add(pre, n[0], n[1], Person, known{})
	}
	return true
}

// add appends an entry.
func (p *parser) add(pre prefix, first, last int, kind Kind, k known) {
	t := p.t
	sp := t.span(first, last)
	e := entry{first: first, last: last, title: pre.title, us: k.us, single: last == first+1}
	e.Signatory = Signatory{Span: sp, Name: t.d.Str(sp), Kind: kind, Party: pre.party, Role: pre.role}
	e.Name = recase(e.Name, kind)
	if kind == State {
		e.Country = k.value
		if k.us {
			e.Region, e.Country = k.value, "United States"
		}
	}
	if pre.region != "" {
		e.Region, e.Country = pre.region, "United States"
	}
	p.seg.entries = append(p.seg.entries, e)
}

// recase writes a name in capitals as in running text.
func recase(s string, kind Kind) string {
	f := strings.Fields(s)
	s = strings.Join(f, " ")
	if !caps(s) || kind == Organisation || len(f) == 1 && (len(s) < 4 || strings.Contains(s, ".")) {
		return s
	}
	for i, w := range f {
		low := strings.ToLower(w)
		if i > 0 && (low == "of" || low == "and" || low == "the" || low == "for" || low == "in") {
			f[i] = low
		} else if words().meaning(low).is&suffix == 0 {
			r := []rune(low)
			f[i] = strings.ToUpper(string(r[:1])) + string(r[1:])
		}
	}
	return strings.Join(f, " ")
}

// orgSuffix skips an acronym in parentheses after an organisation.
func (p *parser) orgSuffix(j int) int {
	if p.t.low(j) == "(" {
		if _, k := p.t.paren(j, p.end); k > j {
			return k
		}
	}
	return j
}
