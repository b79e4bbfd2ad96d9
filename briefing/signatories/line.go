package signatories

import "strings"

// maxLine is the most tokens of a line that names a signatory.
const maxLine = 45

// line reads paragraph j into the list; false when it is no part of one.
func (f *finder) line(j int, seg *segment) bool {
	t := f.t
	p := t.d.Paragraphs[j]
	begins, last := t.d.TokenAt(p.Start), t.d.TokenAt(p.End)
	defer func(all []word) { t.w = all }(t.w)
	t.w = t.w[:last] // a line is read as if nothing came after it
	first := t.bullet(begins, last)
	for last > first && t.oneOf(last-1, ",", ";", "*", ".") && !(t.low(last-1) == "." && last-first > maxLine) {
		last--
	}
	if last > first && t.low(first) == "and" {
		first++
	}
	if first >= last {
		return true
	}
	if last-first > maxLine {
		return false
	}
	if t.any(first, last, deny) {
		return false
	}
	if party, ok := t.heading(first, last); ok {
		seg.party, seg.bodies = party, t.any(first, last, bodies)
		return true
	}
	if cells := t.cells(first, last); len(cells) > 1 {
		return t.sideBySide(cells, seg) || t.row(cells, seg)
	}
	return f.lineOf(first, last, first > begins || seg.bodies, seg)
}

// lineOf reads the line in tokens first to last-1, without its bullet.
func (f *finder) lineOf(first, last int, bullet bool, seg *segment) bool {
	t := f.t
	one := t.listAt(first, last)
	if len(one.entries) == 0 || one.entries[0].Kind == State && one.last < last || f.isRole(first, last, seg) {
		if f.roleLine(first, last, seg) {
			return true
		}
		return t.bodyLine(first, last, bullet, seg) || bullet && t.nameLine(first, last, seg)
	}
	if t.cutShort(&one, first, last) && t.bodyLine(first, last, true, seg) {
		return true
	}
	if t.memberLine(&one, last) {
		seg.append(t, one, first, last)
		return true
	}
	if one.last < last {
		if t.columns(&one, last) {
			seg.append(t, one, first, last)
			return true
		}
		if t.word(one.last) && !t.upper(one.last) && !t.oneOf(one.last, "of", "for", "on", "from", "at") {
			return false // a sentence
		}
		e := &one.entries[len(one.entries)-1]
		if e.Kind == Person && !t.onlyTitles(one.last+1, last) {
			rest := strings.Trim(t.str(one.last, last), " ,;–—-()")
			e.Role = joinRoles(e.Role, rest)
		}
	}
	one.tidyLine()
	if e := &one.entries[0]; len(one.entries) == 1 && e.Kind == Person && e.title == "" && !t.given(e.first) && e.last-e.first > 1 && t.any(e.first, e.last, topic|body|org) && !t.tagged(e.last) {
		e.Kind = Organisation
	}
	seg.append(t, one, first, last)
	return true
}

// nameLine takes the capitalised run that a line of a list begins with, up to a
// comma or dash, as a person's name, and the rest as a role.
func (t *table) nameLine(first, last int, seg *segment) bool {
	end := first
	for end < last && (t.upper(end) || end > first && t.is(end, particle)) {
		end++
	}
	if n := end - first; n < 2 || n > 4 || len(seg.entries) == 0 || t.any(first, end, org|body|title|office) || end < last && !t.oneOf(end, ",", "–", "—", "-", "(") {
		return false
	}
	p := &parser{t: t, end: last}
	p.add(prefix{role: strings.Trim(t.str(min(end+1, last), last), " ,;–—-()")}, first, end, Person, known{})
	seg.append(t, p.seg, first, last)
	return true
}

// cutShort reports whether the list read from a line is only the front of a
// body's name: more of it follows without a mark between.
func (t *table) cutShort(one *segment, first, last int) bool {
	e, next := &one.entries[0], one.last
	if next >= last || t.given(first) || e.title != "" {
		return false
	}
	return e.Kind == Organisation || t.oneOf(next, "'", "’", "'s", "’s") || t.upper(next) && next == e.last && !t.is(next, title|honour|office)
}

// append adds the entries of a line in tokens first to last-1.
func (s *segment) append(t *table, one segment, first, last int) {
	if s.first < 0 {
		s.first = first
	}
	s.last = last
	for i := range one.entries {
		one.entries[i].below = t.below(first)
		if e := &one.entries[i]; s.bodies && e.Kind == Person && e.title == "" && e.Party == "" && !t.given(e.first) {
			e.Kind = Organisation
		}
		if one.entries[i].Kind == Person {
			fill(&one.entries[i].Party, s.party)
			fill(&one.entries[i].Role, s.role)
		}
	}
	s.entries = append(s.entries, one.entries...)
}

// tidyLine makes "Jane Roe, University of Leeds" one person with a role.
func (s *segment) tidyLine() {
	if len(s.entries) > 1 && s.entries[0].Kind == Person {
		rest := s.entries[:1]
		for _, e := range s.entries[1:] {
			if s.entries[0].Role != "" && e.single && e.Party == "" && e.Role == "" && e.Kind == Person {
				continue // "Jane Roe, consultant surgeon, Leeds"
			}
			if e.Kind == Person && !(e.single && e.title == "" && e.Party == "" && e.Region == "" && e.Role == "") {
				return
			}
			if e.Kind == State { // "Jane Roe, Bread Watch, Chile"; "Jane Roe, Ohio"
				fill(&s.entries[0].Region, e.Region)
				fill(&s.entries[0].Country, e.Country)
				continue
			}
			rest = append(rest, e)
		}
		s.entries = rest
		for _, e := range s.entries[1:] {
			s.entries[0].Role = joinRoles(s.entries[0].Role, e.Name)
		}
		s.entries = s.entries[:1]
	}
}

// bullet skips "•", "-", "12." before a line's text.
func (t *table) bullet(i, last int) int {
	for i < last && t.in(i, bulletMark) && !t.upper(i) {
		i++
	}
	if i+1 < last && isNumber(t.d.Tok(i)) && (t.oneOf(i+1, ".", ")") || t.tabBefore(i+1)) {
		i++
		if t.oneOf(i, ".", ")") {
			i++
		}
	}
	return i
}

// isRole reports whether a line says the office of the line before.
func (f *finder) isRole(first, last int, seg *segment) bool {
	t := f.t
	if len(seg.entries) == 0 {
		return false
	}
	if t.onlyTitles(first, last) || t.in(first, roleLine) && t.personAt(last-1, last) == last && !t.given(last-2) {
		return true
	}
	if p := t.personAt(first, last); p > first+1 && (t.given(first) && p == last || t.honourAt(p) > p && !t.is(first, office|modifier|topic)) {
		return false // "Jane Roe MP"
	}
	_, ok := t.roleAlone(first, last)
	return ok
}

// roleAlone reads tokens first to last-1 as a role and nothing else, but for
// its place after a comma: "Consultant surgeon, Leeds".
func (t *table) roleAlone(first, last int) (apposition, bool) {
	a, ok := t.appositionAt(first, last)
	if ok && a.next < last && a.role != "" && t.low(a.next) == "," && t.place(a.next+1, last) {
		a.role, a.next = t.str(first, last), last
	}
	return a, ok && a.next >= last
}

// roleLine gives the line to the signatory before it as a role; false when it
// cannot be one.
func (f *finder) roleLine(first, last int, seg *segment) bool {
	if len(seg.entries) == 0 || last-first > 16 {
		return false
	}
	return f.t.roleText(first, last, &seg.entries[len(seg.entries)-1])
}

// roleText gives the office or body that tokens first to last-1 name to a
// signatory; false when they are no such thing.
func (t *table) roleText(first, last int, e *entry) bool {
	if t.onlyTitles(first, last) || t.oneOf(first, "member") && t.oneOf(first+1, "of") && t.oneOf(first+2, "congress", "parliament") || t.oneOf(first, "united", "u.s.") && t.oneOf(last-1, "senator", "representative", "congressman", "congresswoman") {
		return true
	}
	if a, ok := t.roleAlone(first, last); ok {
		if a.role != "" {
			e.Role = joinRoles(e.Role, a.role)
		}
		fill(&e.Party, a.party)
		fill(&e.Region, a.region)
		return true
	}
	if k := t.orgAt(first, last); k >= last && e.Kind == Person {
		e.Role = joinRoles(e.Role, t.str(first, last))
		return true
	}
	return false
}
