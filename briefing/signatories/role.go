package signatories

import "strings"

// apposition is a role, party or constituency set off after a name.
type apposition struct {
	role  string
	deal  []string // "Chairman and Ranking Member of X": one role for each name, in order
	many  bool     // a plural head: holds for all names before it
	label          // "a Democrat from Illinois", "MP for Leeds East"
	next  int
}

// maxRole is the most tokens that a role after a name may have.
const maxRole = 40

// appositionAt reads the role that begins at token i, after a name.
func (t *table) appositionAt(i, end int) (apposition, bool) {
	if end > i+maxRole {
		end = i + maxRole
	}
	var a apposition
	j := i
	if t.oneOf(j, "and", "or", "&") {
		return a, false
	}
	if t.oneOf(j, "who") && t.oneOf(j+1, "is", "was", "chairs", "leads", "heads") {
		j += 2
	}
	if t.oneOf(j, "both", "all") {
		a.many = true
		j++
	}
	for t.oneOf(j, "a", "an", "the", "its", "their", "his", "her", "of", "from", "and") && j < i+3 {
		if t.oneOf(j, "of", "from", "and") && !a.many {
			break
		}
		j++
	}
	if l, k := t.commaTag(j); a.many && k > j {
		a.label, a.next = l, k
		return a, true
	}
	if t.partisan(&a, j, end) || t.topPartisan(&a, j, end) {
		t.chairs(&a, end)
		return a, true
	}
	from, head := j, -1
	for ; j < end && j < from+10; j += t.w[j].n {
		if t.is(j, office) || t.is(j, title) && t.oneOf(j, "congressman", "congresswoman", "professor", "professors", "lord", "rabbi", "mp", "mps", "senator") {
			head = j
			break
		}
		if k, n := t.party.at(t, j); n > 0 && t.is(j+n, title|office|honour) && a.party == "" {
			a.party = k.value
			if from == j {
				from = j + n
			}
			j += n - t.w[j].n
			continue
		}
		if !t.inRole(j) {
			return a, false
		}
	}
	if head < 0 {
		return a, false
	}
	h := head + t.w[head].n
	if t.nameBegins(h, end) {
		return a, false // "..., chair Jane Roe": the role of the next name
	}
	a.many = a.many || t.is(head, plural)
	to := t.tail(&a, h, end)
	t.setRole(&a, from, head, to)
	return a, true
}

// inRole reports whether token j may stand in a role before its head.
func (t *table) inRole(j int) bool {
	if t.oneOf(j, "'s", "’s", "and", "&", "-", "of", "the") {
		return true
	}
	return t.word(j) && (t.is(j, modifier) || t.upper(j) && !t.is(j, stop) && t.personAt(j, len(t.w)) > j && !t.tagged(t.personAt(j, len(t.w))) || t.upper(j) && t.is(j, topic|body|org) || t.oneOf(j, "u.s.", "us", "uk", "u.n.", "un", "eu"))
}

// partisan reads "Democrat of Illinois", "Republicans", "Labour MP for Leeds
// East", "MP for Leeds East", "both Democrats of California".
func (t *table) partisan(a *apposition, j, end int) bool {
	state, n := t.places.at(t, j)
	if n > 0 && state.us { // "an Illinois Democrat"
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
		if t.is(j+m, office) && !t.is(j+m, title|honour) {
			return false
		}
		a.party, a.many = k.value, a.many || k.members
		j += m
	}
	mp := false
	for t.is(j, title|honour) && t.oneOf(j, "mp", "mps", "mep", "meps", "msp", "msps", "senator", "senators", "congressman", "congresswoman", "td", "peer", "representative", "lawmaker", "lawmakers", "ms") {
		mp = true
		a.many = a.many || t.is(j, plural)
		j++
	}
	if a.party == "" && !mp {
		*a = apposition{many: a.many}
		return false
	}
	if t.oneOf(j, "of", "from", "for", "representing") {
		j = t.constituency(a, j+1, end)
	} else if mp && t.nameBegins(j, end) || a.party != "" && !mp && t.upper(j) {
		*a = apposition{many: a.many}
		return false
	}
	if t.oneOf(j, "'s", "’s") || t.is(j, office) && !t.is(j, title) {
		*a = apposition{many: a.many}
		return false
	}
	a.next = j
	return true
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
	if t.low(j) != "who" || !t.oneOf(j+1, "chairs", "leads", "heads", "co-chairs", "is", "sits", "serves", "represents") {
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
	for j < end && (t.upper(j) && !t.is(j, title) || t.oneOf(j, "upon", "on", "under", "le", "and") && t.upper(j+1) && !t.nameListed(j+1, end)) {
		j++
	}
	a.region = t.str(i, j)
	return j
}

// nameListed reports whether the run at j is a person's name rather than the
// rest of a place ("Leeds and Bradford").
func (t *table) nameListed(j, end int) bool {
	k := t.personAt(j, end)
	return t.is(j, title) || k > j+1 || t.tagged(k)
}

// tail finds where a role ends whose head ends at j, and sets a.next to the
// token after it. It returns the end of the role's text.
func (t *table) tail(a *apposition, j, end int) int {
	closed := false // the name of a body is complete
	for j < end {
		w := t.low(j)
		switch {
		case w == "(":
			l, k := t.paren(j, end)
			if k == j {
				a.next = j
				return j
			}
			if l.party != "" || l.region != "" {
				a.label = l
			}
			a.next = k
			if t.upper(k) && t.is(k, body) {
				j = k
				continue
			}
			if t.oneOf(k, "and", "of", "on") && t.continues(k, end, closed) {
				j = k
				continue
			}
			return j
		case w == "," || w == "and" || w == "&":
			if !t.continues(j, end, closed) {
				a.next = j
				return j
			}
			j++
		case w == "+" && t.glued(j):
			j++
		case w == "." && t.glued(j) && (len(t.low(j-1)) <= 2 || t.low(j-1) == "dept") && t.upper(j+1):
			j++
		case !t.word(j) && !t.oneOf(j, "'s", "’s", "'", "’", "/", "-") && !isNumber(t.d.Tok(j)):
			a.next = j
			return j
		case t.endsRole(j):
			a.next = j
			return j
		case t.upper(j) && t.is(j, title) && t.nameBegins(t.period(j+1), end) && !t.oneOf(j-1, "of", "for", "to"):
			a.next = j
			return j
		default:
			closed = closed || t.is(j, body)
			j += t.w[j].n
		}
	}
	a.next = min(j, len(t.w))
	return a.next
}

func isNumber(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// endsRole reports whether token j is a verb or another word after a role.
func (t *table) endsRole(j int) bool {
	if t.upper(j) {
		return false
	}
	return t.is(j, sign|send|introduce|lead|join|adverb|deny) && !t.oneOf(j, "on", "again", "all", "of", "of", "first", "last", "state", "address", "post", "table", "just") ||
		t.oneOf(j, "is", "are", "was", "were", "will", "who", "which", "that", "said", "says", "say", "along", "together", "as", "including", "with", "want", "wants", "urged", "called", "asked", "while", "when", "but", "or", "wrote")
}

// continues reports whether a role goes on after the comma or "and" at token
// j: another role of the same person, or more of a committee's name.
func (t *table) continues(j, end int, closed bool) bool {
	k := j
	for t.oneOf(k, ",", "and", "&") {
		k++
	}
	both := k > j+1 // ", and"
	if t.oneOf(k, "a", "the", "its") && t.low(j) != "," {
		k++
	}
	if h, ok := t.headAhead(k, end); ok && !both && t.low(j) != "," {
		n := h + t.w[h].n
		return !t.nameBegins(n, end) && !t.is(h, plural) && t.oneOf(n, "of", "for", "at", "on", "in", "to", ",", "and", ".", ";")
	}
	if !t.upper(k) || t.is(k, title) || t.is(k, stop) || t.is(k, office) && !t.is(k, topic) {
		return false
	}
	if t.inSubjects(j) && !t.given(k) && t.personAt(k, end) > k && !t.tagged(t.personAt(k, end)) {
		return true
	}
	run := k
	known := false
	for run < end && (t.upper(run) && !t.is(run, title) || t.oneOf(run, "of", "on", "the") && run > k) {
		known = known || t.is(run, topic|body|org)
		run++
	}
	if !known || t.tagged(run) || t.is(run, honour) {
		return false
	}
	if t.is(k, topic|body|org) {
		return !both || !closed || t.all(k, run, topic|body|org)
	}
	return !closed && (t.is(run-1, topic|body|org))
}

// inSubjects reports whether token j stands in the list of a committee's
// subjects: "Committee on Health, Education".
func (t *table) inSubjects(j int) bool {
	for b := j - 1; b > j-12 && b > 0; b-- {
		switch {
		case t.is(b, body):
			return t.oneOf(b+1, "on", "for")
		case !t.upper(b) && !t.oneOf(b, ",", "and", "on", "for", "the", "of"):
			return false
		}
	}
	return false
}

// headAhead finds the head of a role within a few tokens of k.
func (t *table) headAhead(k, end int) (int, bool) {
	for n := 0; k < end && n < 5; n++ {
		if t.is(k, office) {
			return k, true
		}
		if !t.is(k, modifier|topic|body) && !(t.upper(k) && !t.is(k, stop|title)) {
			return 0, false
		}
		k += t.w[k].n
	}
	return 0, false
}

// setRole sets the text of the role from its range.
func (t *table) setRole(a *apposition, from, head, to int) {
	if a.next == 0 {
		a.next = to
	}
	for from < head && t.oneOf(from, "u.s.", "us") {
		from++
	}
	if t.onlyTitles(from, to) && t.is(head, title) {
		return
	}
	second := head + t.w[head].n
	if t.low(second) == "and" { // "Chairman and Ranking Member of X"
		if h, ok := t.headAhead(second+1, to); ok {
			rest := h + t.w[h].n
			if t.oneOf(rest, "of", "for", "at") {
				tail := t.str(rest, to)
				a.deal = []string{t.str(from, second) + " " + tail, t.str(second+1, rest) + " " + tail}
			}
		}
	}
	a.role = t.str(from, to)
	if t.is(head, plural) {
		at := t.d.Tokens[head].Start - t.d.Tokens[from].Start
		w := t.d.Tok(head)
		a.role = a.role[:at] + singular(w) + a.role[at+len(w):]
	}
}
