package signatories

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
	if t.oneOf(i, "and", "or", "&") {
		return a, false
	}
	if t.low(i) == "who" && t.oneOf(i+1, "chairs", "co-chairs", "leads", "heads") && t.upper(i+3) {
		a.next = i
		t.chairs(&a, end)
		return a, a.role != ""
	}
	j := t.beforeRole(&a, i)
	if l, k := t.commaTag(j); a.many && k > j {
		a.label, a.next = l, k
		return a, true
	}
	if t.partisan(&a, j, end) || t.topPartisan(&a, j, end) {
		t.chairs(&a, end)
		return a, true
	}
	from, head := t.roleHead(&a, j, end)
	if head < 0 {
		return a, false
	}
	h := head + t.w[head].n
	if n := t.skipTitles(h, end); t.nameBegins(n, end) && (n == h || t.personAt(n, end) > n+1) {
		return a, false // "..., chair Sir John Doe": the role of the next name
	}
	a.many = a.many || t.is(head, plural)
	to := t.tail(&a, h, end)
	t.setRole(&a, from, head, to)
	return a, true
}

// skipTitles returns the token after the titles at token i: "Sir", "the Rev.".
func (t *table) skipTitles(i, end int) int {
	for i < end && t.upper(i) && t.is(i, title) && !t.is(i, plural) {
		i = t.period(i + 1)
	}
	return i
}

// beforeRole skips what stands before an apposition's words ("who is", "both of",
// "the"), beginning at token i, and returns the token after it.
func (t *table) beforeRole(a *apposition, i int) int {
	j := i
	if t.low(j) == "who" && t.oneOf(j+1, "served", "serves", "worked") && t.low(j+2) == "as" {
		j += 3
	} else if t.oneOf(j, "who") && t.oneOf(j+1, "is", "was", "chairs", "leads", "heads") {
		j += 2
	}
	if t.oneOf(j, "both", "all") {
		a.many = true
		j++
	}
	for t.in(j, roleArticle) && j < i+3 {
		if t.oneOf(j, "of", "from", "and") && !a.many {
			break
		}
		j++
	}
	return j
}

// roleHead returns where the text of the role that begins at token j begins
// and its head, -1 for none. A party before the head is noted, not part of it.
func (t *table) roleHead(a *apposition, j, end int) (from, head int) {
	from = j
	if e := t.personAt(j, end); t.given(j) && e > j+1 && t.oneOf(e, "and", "&") && !t.any(j, e, office|org|body) {
		return from, -1 // "A, B and the SNP's leader"
	}
	for ; j < end && j < from+10; j += t.w[j].n {
		if t.is(j, nameable) && t.upper(j) && t.oneOf(j+1, "'s", "’s") {
			return from, -1 // "King's College"
		}
		if t.is(j, office) || t.is(j, title) && t.in(j, titleRole) {
			return from, j
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
			return from, -1
		}
	}
	return from, -1
}

// inRole reports whether token j may stand in a role before its head.
func (t *table) inRole(j int) bool {
	if t.in(j, roleJoint) {
		return true
	}
	return t.word(j) && (t.is(j, modifier) || !t.upper(j) && t.oneOf(j+1, "'", "’", "'s", "’s") || t.upper(j) && !t.is(j, stop) && t.personAt(j, len(t.w)) > j && !t.tagged(t.personAt(j, len(t.w))) || t.upper(j) && t.is(j, topic|body|org) || t.oneOf(j, "u.s.", "us", "uk", "u.n.", "un", "eu"))
}

// tail finds where a role ends whose head ends at j, and sets a.next to the
// token after it. It returns the end of the role's text.
func (t *table) tail(a *apposition, j, end int) int {
	closed := false // the name of a body is complete
	for j < end {
		w := t.low(j)
		switch {
		case w == "(":
			k, on := t.bracketInRole(a, j, end, closed)
			if !on {
				return j
			}
			j = k
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
		case !t.word(j) && !t.in(j, roleMark) && !isNumber(t.d.Tok(j)):
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

// bracketInRole reads the parentheses at token j inside a role. on says that
// the role goes on behind them, at token k.
func (t *table) bracketInRole(a *apposition, j, end int, closed bool) (k int, on bool) {
	l, k := t.paren(j, end)
	a.next = k
	if k == j {
		return k, false
	}
	if l.party != "" || l.region != "" {
		a.label = l
	}
	return k, t.upper(k) && t.is(k, body) || t.oneOf(k, "and", "of", "on") && t.continues(k, end, closed)
}

func isNumber(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// endsRole reports whether token j is a verb or another word after a role.
func (t *table) endsRole(j int) bool {
	if t.upper(j) {
		return false
	}
	return t.is(j, sign|send|introduce|lead|join|adverb|deny) && !t.in(j, notVerb) ||
		t.in(j, roleEnd)
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
		return !t.nameBegins(n, end) && !t.is(h, plural) && (n >= end || t.in(n, afterRole))
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
	one := -1
	if t.is(head, plural) {
		one = head
	}
	a.role = t.inSingular(from, to, one)
}
