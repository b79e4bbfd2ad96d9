package signatories

import "strings"

// heading reads a line that says of which party, or only of which chamber or
// kind, those on the lines below it are: "Labour", "Democrats:", "Senators".
func (t *table) heading(first, last int) (party string, ok bool) {
	if t.low(last-1) == ":" {
		last--
	}
	j := first
	if t.low(j) == "the" {
		j++
	}
	if k, n := t.party.at(t, j); n > 0 {
		party = k.value
		j += n
	}
	for j < last && (t.is(j, group) || t.is(j, plural) && t.is(j, title|office) || t.is(j, heading) || t.low(j) == "party" && party != "") {
		ok = true
		j += t.w[j].n
	}
	return party, first < last && j >= last && (ok || party != "" && !t.given(first))
}

// cells parts a row of a table at its bars and tabulators: ranges of tokens.
func (t *table) cells(first, last int) [][2]int {
	var out [][2]int
	from := first
	for i := first; i < last; i++ {
		bar := t.low(i) == "|"
		if !bar && (i == first || !t.tabBefore(i)) {
			continue
		}
		if i > from {
			out = append(out, [2]int{from, i})
		}
		from = i
		if bar {
			from++
		}
	}
	if from < last {
		out = append(out, [2]int{from, last})
	}
	return out
}

// tabBefore reports whether a tabulator or a gap as wide as one stands before token i.
func (t *table) tabBefore(i int) bool {
	gap := t.d.Text[t.d.Tokens[i-1].End:t.d.Tokens[i].Start]
	return strings.Contains(gap, "\t") || strings.Contains(gap, "   ")
}

// sideBySide reads a line of several names, or of the offices of those on the
// line above, where columns of signatories stand beside each other.
func (t *table) sideBySide(cells [][2]int, seg *segment) bool {
	n := len(seg.entries) - len(cells)
	if n >= 0 && seg.beside == len(cells) {
		roles := 0
		for i, c := range cells {
			if t.roleText(c[0], c[1], &seg.entries[n+i]) {
				roles++
			}
		}
		if roles == len(cells) {
			return true
		}
	}
	all := segment{}
	for _, c := range cells {
		one := t.listAt(c[0], c[1])
		if len(one.entries) != 1 || one.last < c[1] || !t.fullPerson(&one.entries[0]) {
			return false
		}
		all.entries = append(all.entries, one.entries...)
	}
	seg.append(t, all, cells[0][0], cells[len(cells)-1][1])
	seg.beside = len(cells)
	return true
}

// fullPerson reports whether an entry is surely a person: more than a surname,
// with a title or a known given name.
func (t *table) fullPerson(e *entry) bool {
	return e.Kind == Person && !e.single && (e.title != "" || t.given(e.first))
}

// row reads a row of a table: a name, then cells with party, place and office.
// A row of headings is skipped.
func (t *table) row(cells [][2]int, seg *segment) bool {
	if c := cells[0]; t.is(c[0], heading) || t.any(c[0], c[1], signer) {
		return true
	}
	c := cells[0]
	one := t.listAt(c[0], c[1])
	if len(one.entries) != 1 || one.last < c[1] {
		return false
	}
	e := &one.entries[0]
	for _, c := range cells[1:] {
		s := t.str(c[0], c[1])
		l, ok := usTag(s)
		if !ok || len(s) == 1 && usParties[s] == "" {
			l, ok = otherTag(s)
		}
		switch _, n := t.places.at(t, c[0]); {
		case ok:
			fill(&e.Party, l.party)
			fill(&e.Region, l.region)
			fill(&e.Country, l.country)
		case e.Kind != Person || isNumber(s) || t.onlyTitles(c[0], c[1]):
		case n == 0 && e.Region == "" && !t.any(c[0], c[1], office|org|body) && e.Party != "":
			e.Region = s
		default:
			e.Role = joinRoles(e.Role, s)
		}
	}
	seg.append(t, one, c[0], cells[len(cells)-1][1])
	return true
}

// columns adds the names that follow the first on its line, where lists of two
// or three columns were made flat: "Sen. Jane Roe Sen. John Doe".
func (t *table) columns(one *segment, last int) bool {
	all := *one
	for all.last < last {
		if !t.upper(all.last) || t.glued(all.last) {
			return false
		}
		next := t.listAt(all.last, last)
		if len(next.entries) != 1 || !t.fullPerson(&next.entries[0]) {
			return false
		}
		all.entries = append(all.entries, next.entries...)
		all.last = next.last
	}
	*one = all
	return true
}

// maxBody is the most tokens of a line that may be a body's name as a whole.
const maxBody = 12

// bodyLine takes a line as the name of an organisation that has no word of
// organisations in it: one on a bullet of its own, or among organisations.
func (t *table) bodyLine(first, last int, bullet bool, seg *segment) bool {
	n := len(seg.entries)
	if !bullet && (n == 0 || seg.entries[n-1].Kind != Organisation) || last-first > maxBody || !t.upper(first) && !isNumber(t.d.Tok(first)) || t.is(first, stop) && !t.oneOf(first, "the", "a") {
		return false
	}
	if t.low(first) == "the" {
		first++
	}
	end := t.bodyEnd(first, last)
	if end == first {
		return false
	}
	for i := first; i < end; i++ {
		if !t.upper(i) && !t.is(i, joiner) && !isNumber(t.d.Tok(i)) {
			return false
		}
	}
	p := &parser{t: t, end: last}
	p.add(prefix{}, first, end, Organisation, known{})
	seg.append(t, p.seg, first, last)
	return true
}

// bodyEnd returns the end of a body's name in tokens first to last-1, without
// its acronym in brackets and its country: "Bread Watch (BW), Chile".
func (t *table) bodyEnd(first, last int) int {
	end := last
	for i := first + 1; i < last; i++ {
		_, n := t.places.at(t, i)
		if n > 0 && i+n == last && t.oneOf(i-1, ",", "–", "—", "-") {
			end = i - 1
		}
	}
	if t.low(end-1) == ")" {
		for end > first && t.low(end) != "(" {
			end--
		}
	}
	return end
}

// memberLine reads the constituency that stands after a membership on a line of
// its own: "Jane Roe, MP, Leeds East".
func (t *table) memberLine(one *segment, last int) bool {
	e := &one.entries[0]
	j := e.last
	if t.low(j) == "," {
		j++
	}
	if e.Kind != Person || !t.is(j, honour) || !t.is(j, title) || t.low(j+1) != "," || j+2 >= last {
		return false
	}
	if !t.place(j+2, last) {
		return false
	}
	e.Region, e.Role = t.str(j+2, last), ""
	one.entries = one.entries[:1]
	return true
}
