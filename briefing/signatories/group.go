package signatories

import "strings"

// ofGroup gives the people of a hit what the group says that they are named
// from: "Nobel laureates, including A and B", "Democratic senators, led by C".
func (f *finder) ofGroup(h hit, all []entry) {
	t := f.t
	sc := &f.sc[h.scene]
	from, to := sc.first, h.seg.first
	counted := f.countedGroup(h.seg.first - 1)
	if h.doc >= 0 && h.doc < sc.first && h.scene > 0 && t.oneOf(sc.first, "those", "these", "the", "they") {
		from, to = f.sc[h.scene-1].first, h.doc // "Leaders ... put out the statement. Those leaders include"
	} else if g, end := f.writersBefore(h); end > g {
		from, to = g, end
	} else if counted >= 0 {
		from = counted
	} else if !t.in(h.seg.first-1, groupLead) {
		return
	}
	for n := range sc.segs {
		if s := &sc.segs[n]; from == sc.first && from != counted && s.last <= to && s.first >= from {
			from = s.last
		}
	}
	party, role := "", ""
	for i := max(from, to-30); i < to; i += t.w[i].n {
		if k, n := t.party.at(t, i); n > 0 && (!k.weak && (k.members || f.groupAfter(i+n)) || t.is(i+n, title) && t.is(i+n, plural)) {
			party = k.value
		}
		if t.is(i, office) && t.is(i, plural) && (t.oneOf(h.seg.first-1, "including", "them", ":", "of", "are") || from == counted || t.low(h.seg.first-1) == "by" && t.is(h.seg.first-2, lead)) && !t.is(i, title) {
			role = f.groupRole(i)
			if end := i + t.w[i].n; role != "" && from == counted && t.in(end, officePrep) {
				role += " " + t.str(end, h.seg.first-1) // "Five former envoys to Chad – A, B"
			}
		}
	}
	for i := range all {
		e := &all[i]
		if from == counted && e.title != "" || e.Start < t.d.Tokens[h.seg.first].Start || e.Start >= t.d.Tokens[h.seg.last-1].End || e.Kind != Person {
			continue
		}
		fill(&e.Party, party)
		if listed(role, clergy|seat) && e.Role != "" && t.oneOf(e.last, "of", "(") && e.Role == t.str(e.last+1, e.last+1+len(strings.Fields(e.Role))) {
			e.Role = role + " of " + e.Role // "mayors, including Jane Roe of Malmo"
		}
		fill(&e.Role, role)
	}
}

// countedGroup returns the number of "Four Labour MPs, A, B, C and D" before the
// comma or colon at token i, -1 for none.
func (f *finder) countedGroup(i int) int {
	t := f.t
	if !t.oneOf(i, ",", ":", "–", "—") {
		return -1
	}
	crowd := false
	for n := i - 1; n > i-9 && n >= 0 && (t.word(n) || t.low(n) == "."); n-- {
		if v, _ := t.number(n); v > 0 {
			if crowd {
				return n
			}
			return -1
		}
		crowd = crowd || t.is(n, group) || t.is(n, plural)
	}
	return -1
}

// ofSame gives the states of a hit, "joined by those of Maine", the office of
// the states of the one before.
func (f *finder) ofSame(h, before hit, all []entry) {
	role := before.seg.entries[0].Role
	for i := range all {
		if e := &all[i]; e.Kind == State && e.first >= h.seg.first && e.first < h.seg.last {
			fill(&e.Role, role)
		}
	}
}

// ofDelegation gives the people of a hit the state whose delegation the
// sentence says they are: "the Vermont congressional delegation – A, B and C".
func (f *finder) ofDelegation(h hit, all []entry) {
	t := f.t
	for i := f.sc[h.scene].first; i < h.seg.first; i++ {
		k, n := t.places.at(t, i)
		j := i + n
		for t.oneOf(j, "'s", "’s", "congressional", "senate", "house") {
			j++
		}
		if n == 0 || !k.us || !t.oneOf(j, "delegation") {
			continue
		}
		for m := range all {
			if e := &all[m]; e.Kind == Person && e.Region == "" && e.first >= h.seg.first && e.first < h.seg.last {
				e.Region, e.Country = k.value, "United States"
			}
		}
	}
}

// writersBefore returns the tokens of the group that wrote the document in the
// sentence before, when the hit's only tells who signed it: "Ten Republican
// governors sent a letter. It was signed by". Where there is none, end is 0.
func (f *finder) writersBefore(h hit) (from, end int) {
	t := f.t
	if h.scene == 0 || t.low(h.seg.first-1) != "by" || !t.is(h.cue[0], sign) {
		return 0, 0
	}
	sc := &f.sc[h.scene-1]
	for i := sc.first; i < sc.last; i++ {
		if t.is(i, send|sign|ask) && !t.upper(i) {
			if g := t.beforeAuxiliaries(i); t.is(g, group|plural) && len(sc.segs) == 0 || g >= sc.first && t.is(g, group|plural) && sc.segs[0].first > i {
				return sc.first, g + 1
			}
			return 0, 0
		}
	}
	return 0, 0
}

// groupAfter reports whether a party's name at token i describes a group:
// "Democratic senators", "House Democratic Caucuses".
func (f *finder) groupAfter(i int) bool {
	t := f.t
	for t.oneOf(i, "u.s.", "us", "house", "senate", "state") {
		i++
	}
	return t.is(i, group) || t.is(i, plural) || t.oneOf(i, "caucus", "caucuses")
}

// groupRole is the role that the plural at token i stands for, "" for a vague one.
func (f *finder) groupRole(i int) string {
	t := f.t
	if t.in(i+t.w[i].n-1, vague) {
		return ""
	}
	from := i
	for from > 0 && (t.is(from-1, modifier) || t.low(from-1) == "prize") && from > i-4 {
		from--
	}
	if t.oneOf(from-1, "and", ",") || t.low(i+t.w[i].n) == "and" {
		return "" // two groups: nobody knows who is of which
	}
	var p prefix
	t.role(&p, from, i+t.w[i].n, i)
	return p.role
}
