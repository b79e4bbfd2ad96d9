package signatories

import "strings"

// prefix is what stands before a name: "U.S. Senate Majority Whip", "Labour
// MPs", "the foreign ministers of" (whose names are states).
type prefix struct {
	role    string // without titles and articles; plural heads in the singular
	party   string
	region  string // of "Ohio Sen. Jane Roe"
	title   string // the last title or office, for an addressee
	shared  bool   // holds for the names that follow: the head is plural
	ofState bool   // "of" and names of states follow
	ofOrg   bool   // "of" and names of organisations follow
	comma   bool   // "the foreign secretary, Jane Roe": the name is set off
	cut     int    // a party inside the role's text ends before cutTo
	cutTo   int
	next    int // where the name begins
}

// maxPrefix is the most tokens that may stand before a name.
const maxPrefix = 22

// prefixAt reads what stands before a name at token i.
func (t *table) prefixAt(i, end int) (prefix, bool) {
	if end > i+maxPrefix {
		end = i + maxPrefix
	}
	var p prefix
	j := i
	det := t.oneOf(j, "the", "our", "their", "fellow", "both", "all", "state", "a", "an", "undersigned")
	for j < end && t.oneOf(j, "the", "our", "their", "fellow", "both", "all", "state", "a", "an", "some", "bipartisan", "undersigned") {
		j++
	}
	from, head := j, -1
	if k, n := t.places.at(t, j); n > 0 && k.us { // "Texas Republicans", "Ohio Sens."
		if _, m := t.party.at(t, j+n); m > 0 || t.is(j+n, title) || t.oneOf(j+n, "governor", "attorney", "congressman", "congresswoman") {
			p.region = k.value
			if m > 0 || t.is(j+n, title) {
				j, from = j+n, j+n
			}
		}
	}
	for j < end {
		if k, n := t.party.at(t, j); n > 0 && t.partyHere(k, j, n, end) {
			if p.party == "" {
				p.party = k.value
			}
			if from == j {
				from = j + n
			} else if p.cutTo == 0 {
				p.cut, p.cutTo = j, j+n
			}
			j += n
			if k.members && head < 0 && t.nameBegins(j, end) {
				p.shared, p.next = true, j
				return p, true
			}
			if t.oneOf(j, "'s", "’s") && t.nameBegins(j+1, end) {
				p.next = j + 1
				return p, true
			}
			if t.nameBegins(j, end) && head < 0 && !k.weak {
				p.next = j
				return p, true
			}
			if t.nameBegins(j, end) && head >= from && !k.members {
				p.next = j
				return p, true
			}
			continue
		}
		if t.oneOf(j, "governments", "government", "nations", "countries", "republics", "states") && t.low(j+1) == "of" && t.statesFollow(j+2) {
			p.ofState, p.shared, p.next = true, true, j+2
			return p, true
		}
		switch {
		case t.oneOf(j, "'s", "’s") && j > i:
			det = true
			j++
		case t.is(j, title|office) && !(t.nameable(j, j) && t.upper(j)):
			head = j
			h := j
			j = t.period(j + t.w[j].n)
			if t.done(&p, from, h, j, end, det) {
				return p, true
			}
			if from == h && t.is(h, title) {
				from = j
			}
		case j > i && t.is(j, suffix), !t.inPrefix(i, j, head):
			if n := t.setOff(j, end); head >= 0 && det && n > 0 {
				t.role(&p, from, j, head)
				p.comma, p.next = true, n
				return p, true
			}
			return p, false
		default:
			j += t.w[j].n
			j = t.initialPeriod(j)
			if head >= 0 && t.nameBegins(j, end) && t.tailSplit(head, j) {
				t.role(&p, from, j, head)
				p.next = j
				return p, true
			}
		}
	}
	return p, false
}

// initialPeriod skips the period of "U.S." when it is a token of its own.
func (t *table) initialPeriod(j int) int {
	if j > 0 && t.oneOf(j-1, "st", "u.s", "dept") {
		return t.period(j)
	}
	return j
}

// partyHere reports whether a party's name at token j says the party of the
// name that follows: weak ones only right before a title or office.
func (t *table) partyHere(k known, j, n, end int) bool {
	after := j + n
	if k.members {
		return true
	}
	if t.low(after) == "party" {
		after++
	}
	for t.oneOf(after, "u.s.", "us", "house", "senate", "state", "member", "shadow", "former", "deputy") {
		after++
	}
	if t.is(after, title|office) || t.is(after, modifier) && t.is(after+1, title|office) {
		return true
	}
	if t.oneOf(after, "'s", "’s") {
		return t.nameBegins(after+1, end)
	}
	return !k.weak && t.nameBegins(after, end) && !t.tagged(t.personAt(j, end))
}

// inPrefix reports whether token j may stand inside a prefix.
func (t *table) inPrefix(i, j, head int) bool {
	switch {
	case t.oneOf(j, "of", "for", "in", "on", "to", "at"):
		return j > i && (t.upper(j+1) || t.low(j+1) == "the" && (t.upper(j+2) || t.is(j+2, modifier)) || t.is(j+1, modifier|office))
	case t.oneOf(j, "and", "&"):
		return j > i && (head >= 0 && head >= i && !t.nameBegins(j+1, j+8) || t.is(j-1, topic|modifier) && (t.upper(j+1) || t.is(j+1, modifier)))
	case t.low(j) == "the":
		return t.oneOf(j-1, "of", "for", "in", "on", "to", "at")
	case t.oneOf(j, "'s", "’s", "-"):
		return j > i
	case !t.word(j):
		return false
	}
	return t.is(j, modifier) || t.is(j, topic) && (t.upper(j) || t.w[j].doc == "" && !t.is(j, document)) || t.upper(j) && !t.is(j, stop|honour) || t.upper(j) && t.oneOf(j, "u.s.", "us", "u.k.", "uk", "eu", "u.n.", "un", "nato")
}

// tailSplit reports whether the name may begin at j, after a tail of the head
// such as "of State", "of the Judiciary Committee", "of London".
func (t *table) tailSplit(head, j int) bool {
	k := head + t.w[head].n
	if !t.oneOf(k, "of", "for", "at", "to") || j <= k+1 {
		return false
	}
	if _, n := t.places.at(t, j-1); n > 0 {
		return true
	}
	return t.is(j-1, topic|body|org) && !t.is(j, topic|body|org) && t.upper(j-1)
}

// role sets the role of a prefix from its text: titles and articles are
// dropped, a plural head is made singular. A bare title is no role.
func (t *table) role(p *prefix, from, to, head int) {
	p.title = t.str(head, t.period(head+t.w[head].n))
	for from < to && t.oneOf(from, "u.s.", "us", "united", "states", "the", "u.s", ".", "fellow") {
		from++
	}
	for to > from && !(to-2 >= from && t.w[to-2].n > 1) && (t.is(to-1, title) && !t.is(to-1, office) || t.low(to-1) == "." && t.is(to-2, title) && !t.is(to-2, office)) {
		to--
	}
	for from < to && (t.is(from, title) && !t.is(from, office) || t.low(from) == "." && t.glued(from)) {
		from++
	}
	if from >= to || t.onlyTitles(from, to) || t.all(from, to, modifier) && !t.any(from, to, office) {
		return
	}
	if !t.is(head, office) || head >= to {
		if o := t.officeBefore(from, to); o >= 0 {
			head = o
		}
	}
	r := t.str(from, to)
	if p.cutTo > from && p.cutTo < to && p.cut > from {
		r = t.str(from, p.cut) + " " + t.str(p.cutTo, to)
	}
	if t.is(head, plural) && t.is(head, office) {
		at := t.d.Tokens[head].Start - t.d.Tokens[from].Start
		if at >= 0 {
			w := t.d.Tok(head)
			r = r[:at] + singular(w) + r[at+len(w):]
			r = strings.Replace(r, "heads of", "head of", 1)
			if t.w[head].n > 1 && t.oneOf(head+1, "ministers", "laureates", "secretaries", "members", "officers", "executives", "winners") {
				last := t.d.Tok(head + t.w[head].n - 1)
				r = strings.TrimSuffix(r, last) + singular(last)
			}
		}
	}
	if k, n := t.places.at(t, from); n > 0 && from+n >= to {
		if k.us {
			p.region = k.value
		}
		return
	}
	if clerical(r) {
		return
	}
	p.role = r
}

// onlyTitles reports whether a range holds nothing but titles and words of the
// chambers ("Senate Democrats", "House Representatives").
func (t *table) onlyTitles(i, j int) bool {
	for ; i < j; i++ {
		if t.word(i) && !t.is(i, title) && !t.oneOf(i, "house", "senate", "state", "u.s.", "us", "congress", "of", "parliament", "members", "member", "the", "and", "women", "men", "european") {
			return false
		}
	}
	return true
}
