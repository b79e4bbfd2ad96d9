package signatories

import (
	"strings"
	"unicode"

	"readout/briefing/names"
)

// bare reads an item without a role: a state, an organisation or a person.
func (p *parser) bare(i, j int) (int, bool) {
	t := p.t
	person := t.personAt(j, p.end)
	if k, n := t.places.at(t, j); n > 0 && person <= j+n && (!t.upper(j+n) || t.is(j+n, stop|title|office)) {
		p.add(prefix{}, j, j+n, State, k)
		return j + n, true
	}
	if k, n := t.party.at(t, j); n > 0 && j+n >= person && len(k.value) > 1 && !k.members && (len(p.seg.entries) > 0 || !k.weak) && !t.is(j+n, office|modifier) {
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
	if k, n := t.party.at(t, person-1); n > 0 && person > j && (k.members || person > j+1 && !k.weak && len(k.value) == 1) {
		return i, false // "a West Virginia Democrat"
	}
	return p.barePerson(i, j, person)
}

// barePerson reads the capitalised run in tokens j to person-1 as a person's
// name, or as a body's that has no word of bodies.
func (p *parser) barePerson(i, j, person int) (int, bool) {
	t := p.t
	if camel(t.d.Tok(j)) && person == j+1 && !t.given(j) && t.oneOf(person, ",", "and") {
		p.add(prefix{}, j, person, Organisation, known{}) // "OpenFrame, Lattice Labs and DeepField"
		return p.orgSuffix(person), true
	}
	words := person - j
	switch {
	case person == j || t.all(j, person, topic|modifier|body) && !t.tagged(person) || t.is(person-1, body),
		t.is(person-1, topic) && !t.given(j) && !t.tagged(person),
		words == 1 && len(p.seg.entries) == 0 && !t.tagged(person) && !p.maySurname(person):
		return i, false
	case words > 1 && t.is(j, topic) && !t.given(j) && !t.tagged(person) && !p.grouped && !t.is(person-1, suffix) && names.ClassOf(t.d.Tok(j))&names.Surname == 0:
		p.add(prefix{}, j, person, Organisation, known{}) // "Human Rights Vigil"
		return p.orgSuffix(person), true
	}
	pre := prefix{}
	if p.grouped {
		pre = p.group
	}
	p.add(pre, j, person, Person, known{})
	return p.suffixes(person), true
}

// maySurname reports whether a list may begin with the bare surname that ends
// at token j.
func (p *parser) maySurname(j int) bool {
	t := p.t
	one := p.byOne && t.low(j) == "," && t.semicolon(j, p.end) || p.byOne && !(t.low(j) == "," && (t.is(j+1, title|office|modifier) || t.low(j+1) == "the"))
	return p.loose || one || p.singleList(j) || p.partisanFollows(j)
}

// semicolon reports whether a semicolon parts what stands in tokens i to j-1:
// then a comma sets off a role.
func (t *table) semicolon(i, j int) bool {
	for ; i < j; i++ {
		if t.low(i) == ";" {
			return true
		}
	}
	return false
}

// camel reports whether a word is written as the brands of companies are,
// "DeepField": surnames with a capital inside begin otherwise ("McKay",
// "DeLauro", "O'Neil").
func camel(w string) bool {
	r := []rune(w)
	small := 0
	for i := 1; i < len(r); i++ {
		if unicode.IsUpper(r[i]) && small > 2 && r[i-1] != '-' && r[i-1] != '\'' && r[i-1] != '’' {
			return !strings.HasPrefix(w, "Mac") && !strings.HasPrefix(w, "Fitz")
		}
		if unicode.IsLower(r[i]) {
			small++
		}
	}
	return false
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
	if !t.oneOf(j, "and", ",", "&") || !t.upper(j+1) || t.is(j+1, title|office|stop) {
		return false
	}
	next := t.personAt(j+1, p.end)
	if next == j+2 {
		return true
	}
	after, ok := p.connector(next) // "Apple, Levi Strand, Lyft and 200 others"
	return ok && t.low(j) == "," && next > j && next == j+3 && (t.personAt(after, p.end) == after+1 || t.oneOf(next, ",") && t.personAt(after, p.end) > after+1 && !t.given(j+1))
}

// partisanFollows reports whether a bare surname that ends at token j is
// introduced by what follows it: "Roe, an Ohio Democrat,".
func (p *parser) partisanFollows(j int) bool {
	if p.t.low(j) != "," || !p.t.oneOf(j+1, "a", "an") {
		return false
	}
	a, ok := p.t.appositionAt(j+1, p.end)
	return ok && a.party != "" && a.region != ""
}
