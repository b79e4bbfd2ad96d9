package signatories

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

// prefixReader reads what stands before one name.
type prefixReader struct {
	t          *table
	p          prefix
	first, end int  // the prefix begins at first; the name begins before end
	at         int  // the token to be read
	from       int  // where the role's text begins
	head       int  // the head of the role, -1 as long as none is read
	det        bool // an article or a possessive stands before the role
}

// prefixAt reads what stands before a name at token i.
func (t *table) prefixAt(i, end int) (prefix, bool) {
	r := prefixReader{t: t, first: i, end: min(end, i+maxPrefix), at: i, head: -1}
	r.opening()
	for r.at < r.end {
		if found, over := r.step(); found || over {
			return r.p, found
		}
	}
	return r.p, false
}

// opening reads articles and the state of "Texas Republicans", "Ohio Sens.".
func (r *prefixReader) opening() {
	t := r.t
	r.det = t.in(r.at, determiner)
	for r.at < r.end && t.in(r.at, determiner|opener) {
		r.at++
	}
	if k, n := t.places.at(t, r.at); n > 0 && k.us {
		next := r.at + n
		_, m := t.party.at(t, next)
		titled := m > 0 || t.is(next, title)
		if titled || t.oneOf(next, "governor", "attorney", "congressman", "congresswoman") {
			r.p.region = k.value
		}
		if titled {
			r.at = next
		}
	}
	r.from = r.at
}

// step reads one word or phrase of the prefix: found says that the name begins
// after it, over that no name does.
func (r *prefixReader) step() (found, over bool) {
	t, j := r.t, r.at
	if k, n := t.partyAt(j); n > 0 && t.partyHere(k, j, n, r.end) {
		return r.partyName(k, n), false
	}
	if t.low(j) == "independent" && !t.upper(j) && r.head < 0 && t.is(j+1, title|honour) && t.nameBegins(t.period(j+2), r.end) {
		return r.partyName(known{value: "I", weak: true}, 1), false
	}
	switch {
	case t.in(j, stateNoun) && t.low(j+1) == "of" && t.statesFollow(j+2):
		r.p.ofState, r.p.shared, r.p.next = true, true, j+2
		return true, false
	case t.oneOf(j, "cities", "counties") && t.low(j+1) == "of" && t.orgsFollow(j+2, r.end):
		r.p.ofOrg, r.p.shared, r.p.next = true, true, j+2
		return true, false
	case t.oneOf(j, "'s", "’s") && j > r.first:
		r.det = true
		r.at++
		return false, false
	case t.is(j, title|office) && !(j > r.first && t.is(j, particle) && t.upper(j+1) && t.given(j-1)) && !(t.nameable(j, j) && t.upper(j)) && !(t.upper(j) && t.low(j+1) == "county"): // "King County Executive"
		return r.headWord(), false
	case r.head >= r.from && j > r.head+t.w[r.head].n && t.is(r.head, plural) && t.oneOf(j, "of", "from") && t.statesFollow(j+1) && !t.holderNamed(j+1, r.end):
		t.role(&r.p, r.from, j, r.head) // "the Ministers of Foreign Affairs of Chile and Peru"
		r.p.ofState, r.p.shared, r.p.next = true, true, j+1
		return true, false
	case j > r.first && t.is(j, suffix), !t.inPrefix(r.first, j, r.head):
		return r.setOffName(), true
	}
	return r.innerWord(), false
}

// partyName reads the party's name k of n tokens, and reports whether the name
// of its member begins after it.
func (r *prefixReader) partyName(k known, n int) bool {
	t := r.t
	if r.p.party == "" {
		r.p.party = k.value
		if k.value == "I" && t.in(r.at+n, foreignMember) {
			r.p.party = t.str(r.at, r.at+n) // "I" is the letter of the U.S. tag
		}
	}
	if r.from == r.at {
		r.from += n
	} else if r.p.cutTo == 0 {
		r.p.cut, r.p.cutTo = r.at, r.at+n
	}
	r.at += n
	switch begins := t.nameBegins(r.at, r.end); {
	case k.members && r.head < 0 && begins:
		r.p.shared, r.p.next = true, r.at
	case t.oneOf(r.at, "'s", "’s", "'", "’") && t.nameBegins(t.skipTitles(r.at+1, r.end), r.end):
		r.p.next = t.skipTitles(r.at+1, r.end)
	case begins && (r.head < 0 && !k.weak || r.head >= r.from && !k.members):
		r.p.next = r.at
	default:
		return false
	}
	return true
}

// headWord reads a title or office, and reports whether it ends the prefix.
func (r *prefixReader) headWord() bool {
	t, h := r.t, r.at
	r.head = h
	r.at = t.period(h + t.w[h].n)
	if t.done(&r.p, r.from, h, r.at, r.end, r.det) {
		return true
	}
	if r.from == h && t.is(h, title) {
		r.from = r.at
	}
	return false
}

// setOffName reports whether a comma sets the name off from the role.
func (r *prefixReader) setOffName() bool {
	n := r.t.setOff(r.at, r.end)
	if r.head < 0 || !r.det || n == 0 {
		return false
	}
	r.t.role(&r.p, r.from, r.at, r.head)
	r.p.comma, r.p.next, r.p.shared = true, n, r.t.is(r.head, plural)
	return true
}

// innerWord reads a word of the role before or after its head, and reports
// whether the name begins after it.
func (r *prefixReader) innerWord() bool {
	t := r.t
	n := t.w[r.at].n
	if _, places := t.places.at(t, r.at); places > n && r.head >= 0 {
		n = places // "leader of Burkina Faso"
	}
	r.at = t.initialPeriod(r.at + n)
	if r.head < 0 || !t.nameBegins(r.at, r.end) || !t.tailSplit(r.head, r.at) {
		return false
	}
	t.role(&r.p, r.from, r.at, r.head)
	r.p.next = r.at
	return true
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
	if n == 1 && t.is(j, org) && t.upper(j) && t.upper(j-1) && t.is(j-1, modifier|topic) {
		return false // "Congressional Harbour Alliance Chair"
	}
	if t.oneOf(after, "committee", "convention") || t.low(after) == "national" && t.low(after+1) == "committee" {
		return false // a body's name
	}
	if k.members {
		return true
	}
	if t.low(after) == "party" {
		after++
	}
	for t.in(after, partyGap) {
		after++
	}
	if t.is(after, title|office) || t.is(after, modifier) && t.is(after+1, title|office) || t.headThenName(after, end) {
		return true
	}
	if t.oneOf(after, "'s", "’s", "'", "’") {
		h, ok := t.headAhead(after+1, end) // "the SNP's Westminster leader"
		return t.nameBegins(t.skipTitles(after+1, end), end) || ok && (t.low(h) == "leader" && t.setOff(h+1, end) > 0 || t.nameBegins(h+t.w[h].n, end))
	}
	return !k.weak && t.nameBegins(after, end) && !t.tagged(t.personAt(j, end))
}

// inPrefix reports whether token j may stand inside a prefix.
func (t *table) inPrefix(i, j, head int) bool {
	switch {
	case t.in(j, officePrep):
		return j > i && (t.upper(j+1) || t.low(j+1) == "the" && (t.upper(j+2) || t.is(j+2, modifier)) || t.is(j+1, modifier|office))
	case t.oneOf(j, "and", "&"):
		return j > i && (head >= 0 && head >= i && !t.nameBegins(j+1, j+8) || t.is(j-1, topic|modifier) && (t.upper(j+1) || t.is(j+1, modifier)))
	case t.low(j) == "the":
		return t.in(j-1, officePrep)
	case t.oneOf(j, "'s", "’s", "-"):
		return j > i
	case !t.word(j):
		return false
	}
	return t.is(j, modifier) || t.is(j, topic) && (t.upper(j) || t.w[j].doc == "" && !t.is(j, document)) || t.upper(j) && !t.is(j, stop|honour) || t.upper(j) && t.in(j, bloc)
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

// onlyTitles reports whether a range holds nothing but titles and words of the
// chambers ("Senate Democrats", "House Representatives").
func (t *table) onlyTitles(i, j int) bool {
	for ; i < j; i++ {
		if t.word(i) && !t.is(i, title) && !t.in(i, chamberWord) {
			return false
		}
	}
	return true
}
