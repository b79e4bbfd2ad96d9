package signatories

import (
	"strings"
)

// segment is a run of tokens that lists people, states or organisations.
type segment struct {
	first, last int // tokens
	entries     []entry
	more        int    // "and 44 other members"
	open        bool   // more than are named
	bodies      bool   // the heading says that bodies follow
	party       string // of the heading over the lines to come
	role        string // that the words before the lines give to all
	beside      int    // names that stand side by side on the last line of names
}

// entry is a signatory-to-be with what the list says of it.
type entry struct {
	Signatory
	first, last int      // tokens of its name
	title       string   // the title or office before it, for an addressee
	below       bool     // on a line right under another, without a blank one between
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
			p.seg.bodies = p.seg.bodies || t.is(k-1, bodies) // "Apple, Gap and 90 other companies"
			next = k
			continue
		}
		n := len(p.seg.entries)
		next, ok = p.item(at)
		if ok && t.low(next) == "as" && t.is(next+1, onlooker) {
			p.seg.entries = p.seg.entries[:n] // "with C as witness"
			break
		}
		if ok && t.low(at-1) == ";" && t.in(next, auxiliary) {
			p.seg.entries = p.seg.entries[:n] // "signed by A and B; C will sign later"
			break
		}
	}
	p.share()
	p.seg.allBodies()
	return p.seg
}

// allBodies makes bodies of the names that the words behind them count among
// companies, charities and such.
func (s *segment) allBodies() {
	for i := range s.entries {
		if e := &s.entries[i]; s.bodies && e.Kind == Person && e.title == "" && e.Role == "" && e.Party == "" {
			e.Kind = Organisation
		}
	}
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
		case t.low(j) == "by" && j > i && p.byOne: // "signed by A and by B"
			p.base, p.grouped = len(p.seg.entries), false
			j++
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
		return p.prefixed(i, pre)
	}
	j := i
	if k := t.ofSomebody(i, p.end); k > i && len(p.seg.entries) > 0 {
		return k, true
	}
	if t.oneOf(j, "the", "fellow") {
		j++
	}
	if n := t.sortOfOrg(j); j > i && n > j {
		if o := t.orgRun(n, p.end); o > n {
			p.add(prefix{}, n, o, Organisation, known{})
			return p.orgSuffix(o), true
		}
	}
	if pre, ok := p.occupationAt(i); ok {
		return p.prefixed(i, pre)
	}
	if !t.upper(j) || t.is(j, stop) && !t.namedSo(j) && !t.oneOf(j, "u.s.", "us", "uk", "u.k.", "eu") {
		return i, false
	}
	if next, ok := p.possessed(j); ok {
		return next, true
	}
	return p.bare(i, j)
}

// prefixed reads what follows the prefix at token i: states, bodies or a person.
func (p *parser) prefixed(i int, pre prefix) (int, bool) {
	t := p.t
	switch {
	case pre.ofState:
		return p.states(pre)
	case pre.ofOrg:
		return p.orgs(pre)
	}
	last := t.personAt(pre.next, p.end)
	if listed(pre.title, peerTitle) && last == pre.next+1 {
		last = t.designation(last, p.end)
	}
	if t.nounAfter(last) {
		return i, false
	}
	if pre.shared {
		p.group, p.grouped, p.base = pre, true, len(p.seg.entries)
	}
	if p.grouped && !pre.shared && pre.role == "" && pre.party == "" && (listed(pre.title, courtesy) || strings.EqualFold(pre.title, p.group.title)) {
		pre.role, pre.party = p.group.role, p.group.party // "Tory MPs Jane Roe and Sir John Doe"
	}
	p.leading = p.leading || pre.comma && !pre.shared
	p.add(pre, pre.next, last, Person, known{})
	return p.suffixes(last), true
}

// designation returns the end of the place in a peer's name ("Baroness Roe of
// Marsh End") that begins at token j, or j.
func (t *table) designation(j, end int) int {
	k := j + 1
	if t.low(k) == "the" {
		k++
	}
	_, country := t.places.at(t, k)
	_, party := t.party.at(t, k)
	if t.low(j) != "of" || country+party > 0 || t.orgAt(k, end) > k {
		return j
	}
	from := k
	for k < end && t.upper(k) && !t.is(k, title|office|stop) {
		k++
	}
	if k == from {
		return j
	}
	return k
}

// ofSomebody returns the end of "the estate of Jane Roe" at token i, or i: it
// stands in a list and names nobody who signs.
func (t *table) ofSomebody(i, end int) int {
	if t.low(i) != "the" || !t.oneOf(i+1, "estate", "family", "families", "widow", "heirs", "office", "offices") || t.low(i+2) != "of" {
		return i
	}
	if k := t.personAt(i+3, end); k > i+3 {
		return k
	}
	return i
}

// sortOfOrg returns where the name begins that a noun for organisations in
// lower case at token j announces: "charity Shelter", "supermarket chain Gap";
// j for none.
func (t *table) sortOfOrg(j int) int {
	for k := j; k < j+3 && t.word(k) && !t.upper(k) && !t.is(k, stop); k++ {
		if t.is(k, org|venture) && t.upper(k+1) && !t.is(k+1, stop|title|office) {
			return k + 1
		}
	}
	return j
}

// nounAfter reports whether the capitalised run that ends at token j goes on as
// the name of a body in lower case: "the Northgate Towers condo association".
func (t *table) nounAfter(j int) bool {
	small := func(i int) bool { return t.word(i) && !t.upper(i) }
	return small(j) && t.is(j, org|body) && !t.is(j, send|sign|lead|join|introduce|ask) ||
		small(j) && small(j+1) && t.is(j+1, org) && !t.is(j, send|sign|lead|join|introduce|ask|adverb|group|plural) && !t.in(j, functionWord)
}

// possessed reads "Unite's Jane Roe": a person of the body before.
func (p *parser) possessed(j int) (int, bool) {
	t := p.t
	k := j
	for k < p.end && k < j+4 && t.upper(k) && (!t.is(k, stop|title|office) || k == j && t.in(k, bloc)) {
		k++
	}
	if o := t.orgAt(k+1, p.end); k > j && t.oneOf(k, "'s", "’s") && o > k+1 && t.any(k+1, o, org|body) {
		p.add(prefix{}, k+1, o, Organisation, known{}) // "the UK's Bread Office"
		return p.orgSuffix(o), true
	}
	last := t.personAt(k+1, p.end)
	if k == j || !t.oneOf(k, "'s", "’s") || last < k+3 || t.is(last-1, body|org) || !t.nameBegins(k+1, p.end) {
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
