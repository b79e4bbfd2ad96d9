package signatories

import "strings"

// segment is a run of tokens that lists people, states or organisations.
type segment struct {
	first, last int // tokens
	entries     []entry
	more        int  // "and 44 other members"
	open        bool // more than are named
	roles       string
}

// entry is a signatory-to-be with what the list says of it.
type entry struct {
	Signatory
	first, last int      // tokens of its name
	title       string   // the title or office before it, for an addressee
	us          bool     // a state of the United States
	single      bool     // one word only
	words       []string // of the name, lower case; set when lists are merged
}

// parser reads one segment.
type parser struct {
	t       *table
	end     int
	seg     segment
	group   prefix // the plural prefix that holds for the names to come
	grouped bool
	base    int  // entries from here on share a role that follows them
	loose   bool // may begin with a bare surname
	byOne   bool // may do so unless an office follows it
	leading bool // roles stand before names and a comma: "the bishop of X, Jane Roe"
}

// listAt reads a list at token i that ends before token end; the segment is
// empty when there is none.
func (t *table) listAt(i, end int) segment {
	p := &parser{t: t, end: end, byOne: t.oneOf(i-1, "by", "including", "include"), loose: t.oneOf(i-1, "joining", "joined") || t.low(i-1) == "to" && t.low(i-2) == "addition"}
	p.seg.first, p.seg.last = i, i
	next, ok := p.item(i)
	if !ok {
		return p.seg
	}
	for ok {
		p.seg.last = next
		var at int
		at, ok = p.connector(next)
		if !ok {
			break
		}
		if k, n := p.count(at); k > at {
			p.seg.more += n
			p.seg.open = true
			next = k
			continue
		}
		next, ok = p.item(at)
	}
	p.share()
	return p.seg
}

// connector skips what joins two items; ok is false when none stands there.
func (p *parser) connector(j int) (int, bool) {
	t, i := p.t, j
	for j < p.end {
		switch {
		case t.low(j) == ";":
			p.base = len(p.seg.entries)
			j++
		case t.oneOf(j, ",", "and", "&"):
			j++
		case t.oneOf(j, "along", "together") && t.low(j+1) == "with":
			p.base, p.grouped = len(p.seg.entries), false
			j += 2
		case t.low(j) == "as" && t.low(j+1) == "well" && t.low(j+2) == "as":
			p.base, p.grouped = len(p.seg.entries), false
			j += 3
		case t.low(j) == "joined" && t.low(j+1) == "by" && t.low(j-1) == ",":
			p.base, p.grouped = len(p.seg.entries), false
			j += 2
		case t.oneOf(j, "plus", "alongside"):
			p.base, p.grouped = len(p.seg.entries), false
			j++
		case t.low(j) == "with" && t.low(j-1) == ",":
			j++
		case t.low(j) == "including" && p.seg.open:
			j++
		default:
			return j, j > i
		}
	}
	return j, j > i
}

// item reads one item of the list at token i.
func (p *parser) item(i int) (int, bool) {
	t := p.t
	if pre, ok := t.prefixAt(i, p.end); ok {
		if pre.ofState {
			return p.states(pre)
		}
		if pre.ofOrg {
			return p.orgs(pre)
		}
		last := t.personAt(pre.next, p.end)
		if pre.shared {
			p.group, p.grouped, p.base = pre, true, len(p.seg.entries)
		}
		if p.grouped && !pre.shared && pre.role == "" && pre.party == "" && honorific(pre.title) {
			pre.role, pre.party = p.group.role, p.group.party // "Tory MPs Jane Roe and Sir John Doe"
		}
		p.leading = p.leading || pre.comma && !pre.shared
		p.add(pre, pre.next, last, Person, known{})
		return p.suffixes(last), true
	}
	j := i
	if t.oneOf(j, "the", "fellow") {
		j++
	}
	if !t.upper(j) || t.is(j, stop) && !t.oneOf(j, "u.s.", "us", "uk", "u.k.", "eu") {
		return i, false
	}
	if next, ok := p.possessed(j); ok {
		return next, true
	}
	return p.bare(i, j)
}

// honorific reports whether a title says nothing of what somebody does.
func honorific(title string) bool {
	switch strings.ToLower(strings.TrimSuffix(title, ".")) {
	case "sir", "dame", "dr", "lord", "lady", "baroness", "prof", "professor", "mr", "mrs", "ms", "rev", "reverend":
		return true
	}
	return false
}

// possessed reads "Unite's Jane Roe": a person of the body before.
func (p *parser) possessed(j int) (int, bool) {
	t := p.t
	k := j
	for k < p.end && k < j+4 && t.upper(k) && !t.is(k, stop|title|office) {
		k++
	}
	last := t.personAt(k+1, p.end)
	if k == j || !t.oneOf(k, "'s", "’s") || last < k+3 || !t.nameBegins(k+1, p.end) {
		return j, false
	}
	pre := prefix{role: t.str(j, k)}
	if pl, n := t.places.at(t, j); n == k-j {
		pre.role = ""
		if pl.us {
			pre.region = pl.value
		}
	}
	p.add(pre, k+1, last, Person, known{})
	return p.suffixes(last), true
}

// bare reads an item without a role: a state, an organisation or a person.
func (p *parser) bare(i, j int) (int, bool) {
	t := p.t
	person := t.personAt(j, p.end)
	if k, n := t.places.at(t, j); n > 0 && person <= j+n && (!t.upper(j+n) || t.is(j+n, stop|title|office)) {
		p.add(prefix{}, j, j+n, State, k)
		return j + n, true
	}
	if k, n := t.party.at(t, j); n > 0 && j+n >= person && len(k.value) > 1 && !k.members && (len(p.seg.entries) > 0 || !k.weak) {
		p.add(prefix{}, j, j+n, Organisation, known{})
		return j + n, true
	}
	o := t.orgAt(j, p.end)
	if o > person && person > j+1 && t.oneOf(person, "of", "from", "for") && !t.any(j, person, org|body) && (t.given(j) || t.is(person-1, suffix) || p.persons()) {
		o = j
	}
	if o > j && o >= person && !t.tagged(o) && !(t.given(j) && o == person && person > j+1 && !t.any(j+1, person, org|body)) {
		p.add(prefix{}, j, o, Organisation, known{})
		return p.orgSuffix(o), true
	}
	if k, n := t.party.at(t, j); n > 0 && j+n >= person && !k.weak || t.any(j, person, group) && t.is(person-1, group) {
		return i, false
	}
	if k, n := t.party.at(t, person-1); n > 0 && k.members && person > j {
		return i, false
	}
	words := person - j
	if person == j || t.all(j, person, topic|modifier|body) && !t.tagged(person) || t.is(person-1, body) {
		return i, false
	}
	if t.is(person-1, topic) && !t.given(j) && !t.tagged(person) {
		return i, false
	}
	if words == 1 && len(p.seg.entries) == 0 && !t.tagged(person) && !p.loose && !(p.byOne && !(t.low(person) == "," && (t.is(person+1, title|office|modifier) || t.low(person+1) == "the"))) && !p.singleList(person) {
		return i, false
	}
	pre := prefix{}
	if p.grouped {
		pre = p.group
	}
	p.add(pre, j, person, Person, known{})
	return p.suffixes(person), true
}

// persons reports whether the list so far names persons only.
func (p *parser) persons() bool {
	for _, e := range p.seg.entries {
		if e.Kind != Person {
			return false
		}
	}
	return len(p.seg.entries) > 0
}

// singleList reports whether a list may begin with one capitalised word: other
// names follow it at once ("Durbin and Graham").
func (p *parser) singleList(j int) bool {
	t := p.t
	return t.oneOf(j, "and", ",", "&") && t.upper(j+1) && !t.is(j+1, title|office|stop) && t.personAt(j+1, p.end) == j+2
}

// states reads "France, Germany and the United Kingdom" after an office.
func (p *parser) states(pre prefix) (int, bool) {
	t, j, last := p.t, pre.next, pre.next
	role := pre.role
	if role == "" && t.is(pre.next-2, office|title) && !t.oneOf(pre.next-2, "government", "governments") {
		role = singular(t.d.Tok(pre.next - 2))
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
		if n == 0 || !t.statesFollow(j) {
			break
		}
		p.add(prefix{role: role}, j, j+n, State, k)
		j += n
		last = j
		for t.oneOf(j, ",", "and", "&") {
			j++
		}
	}
	return last, last > pre.next
}

// orgs reads "Uber, Gap and the Fire Brigades Union" after an office.
func (p *parser) orgs(pre prefix) (int, bool) {
	t, j, last := p.t, pre.next, pre.next
	role := prefix{role: strings.ToLower(pre.role)}
	for j < p.end {
		if t.low(j) == "the" {
			j++
		}
		k := t.orgRun(j, p.end)
		if k == j {
			break
		}
		p.add(role, j, k, Organisation, known{})
		last = p.orgSuffix(k)
		j = last
		for t.oneOf(j, ",", "and", "&") {
			j++
		}
		if j == last {
			break
		}
	}
	return last, last > pre.next
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
		} else if words().words[low].is&suffix == 0 {
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
			l, k := t.paren(j, p.end)
			if k == j {
				return at
			}
			p.label(e, l)
			if l.both {
				p.apply(e, apposition{label: l, many: true})
			}
			if l.role != "" && l.party == "" {
				if e.Role != "" && !strings.Contains(e.Role, " ") {
					e.Role += " of " + l.role
				} else {
					e.Role = joinRoles(e.Role, l.role)
				}
			}
			j = k
		case t.is(j, honour) && caps(t.d.Tok(j)):
			j++
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
		}
		if j == at {
			return j
		}
	}
	return j
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
	if t.is(j+1, honour) && caps(t.d.Tok(j+1)) {
		return j + 1
	}
	if pl, n := t.places.at(t, j+1); n > 0 && pl.us && e.Kind == Person && e.Role != "" && t.oneOf(j+1+n, ",", ";", ".", "and") {
		fill(&e.Region, pl.value) // "of El Paso, Texas,"
		return j + 1 + n
	}
	if p.leading && t.low(j+1) != "who" {
		return j
	}
	a, ok := t.appositionAt(j+1, p.end)
	if !ok {
		return j
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
		for i := p.base; i < len(es); i++ {
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
	cleric := clerical(e.title)
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

// clerical reports whether a title is a rank of the clergy: a role only
// together with a see.
func clerical(title string) bool {
	switch strings.ToLower(title) {
	case "bishop", "bishops", "archbishop", "archbishops", "cardinal", "cardinals", "patriarch":
		return true
	}
	return false
}

// affiliate gives the body in tokens k to o, after "of" at j, to the one before
// it: as part of the office that stands before the name ("co-chairs A and B of
// the Rivers Caucus"), else as a role.
func (p *parser) affiliate(e *entry, j, k, o int) {
	es := p.seg.entries
	if e.Role == "" && clerical(e.title) {
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

// share gives a plural party or role, said once, to all names of its group.
func (p *parser) share() {
	es := p.seg.entries
	us := 0
	for _, e := range es {
		if e.Kind == State && e.us {
			us++
		}
	}
	for i := range es { // "Georgia" among countries is the country
		if es[i].us && es[i].Region == "GA" && us == 1 && len(es) > 1 {
			es[i].us, es[i].Region, es[i].Country = false, "", "Georgia"
		}
	}
}
