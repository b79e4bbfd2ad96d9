package signatories

import "strings"

// occupationAt reads an occupation that no list has before a full name: "the
// award-winning ceramicist Jane Roe". Within a list the article may be absent.
func (p *parser) occupationAt(i int) (prefix, bool) {
	t, from := p.t, i
	if t.low(i) == "the" {
		from++
	} else if t.low(i-1) != "and" || len(p.seg.entries) == 0 {
		return prefix{}, false
	}
	j := from
	for j < p.end && j < from+4 && t.plainNoun(j) {
		j++
	}
	if j == from || t.is(j-1, modifier) || !t.given(j) && !t.is(j-1, office) || t.personAt(j, p.end) < j+2 || !t.nameBegins(j, p.end) {
		return prefix{}, false
	}
	pre := prefix{role: t.str(from, j), next: j}
	if noun := t.low(j - 1); strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss") {
		pre.shared, pre.role = true, t.inSingular(from, j, j-1)
	}
	return pre, true
}

// plainNoun reports whether token i is a word in lower case that may be part of
// an occupation's name: no small word and no form of a verb.
func (t *table) plainNoun(i int) bool {
	w := t.low(i)
	if !t.word(i) || t.upper(i) || t.is(i, stop|sign|send|introduce|lead|join|ask|deny|adverb|document|group) || t.in(i, preposition|auxiliary|groupLead) {
		return false
	}
	return t.is(i, modifier) || len(w) > 3 && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ly")
}

// setOffPhrase reads the phrase after the comma at token j as the role of a
// person, though no word of it is known as an office: "Jane Roe, Keeper of the
// Seal; John Doe", "Jane Roe, a beekeeper, and John Doe". It ends at a semicolon,
// at a comma before the next full name or the verb, or with the sentence. It
// returns that token, or j.
func (p *parser) setOffPhrase(e *entry, j int) int {
	t := p.t
	if e.Kind != Person || e.Role != "" {
		return j
	}
	from := j + 1
	article := t.oneOf(from, "a", "an")
	if t.upper(from) && t.upper(from+1) {
		return j // perhaps another name
	}
	phrase := article
	for k := from; k < p.end && k < j+14; k++ {
		switch {
		case t.low(k) == ";", t.low(k) == "," && p.fullNameAfter(k), article && p.clauseOver(k):
			if !phrase {
				return j
			}
			if t.oneOf(from, "a", "an", "the") {
				from++
			}
			e.Role = t.str(from, k)
			return k
		case t.oneOf(k, "of", "for", "at", "in", "on"):
			phrase = phrase || k > from
		case !t.word(k) && !t.in(k, roleMark), t.low(k) == "and", t.is(k, send|sign|lead|join|deny) && !t.upper(k), t.in(k, auxiliary):
			return j
		}
	}
	return j
}

// clauseOver reports whether token k is the comma before the verb of the list, or
// the period after it.
func (p *parser) clauseOver(k int) bool {
	t := p.t
	return t.low(k) == "," && t.is(k+1, sign|send|introduce|lead|join) && !t.upper(k+1) || t.low(k) == "." && k+1 >= p.end
}

// fullNameAfter reports whether the comma at token k goes before the full name
// of another person.
func (p *parser) fullNameAfter(k int) bool {
	for p.t.oneOf(k, ",", "and", "&") {
		k++
	}
	if p.t.is(k, title) {
		return p.t.nameBegins(p.t.skipTitles(k, p.end), p.end)
	}
	return p.t.given(k) && p.t.personAt(k, p.end) > k+1 && p.t.nameBegins(k, p.end)
}
