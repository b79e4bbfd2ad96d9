package quotes

import (
	"strings"

	"readout/briefing/text"
)

// phrase is a range of nodes of a unit: a noun phrase.
type phrase struct{ first, last int }

func (p phrase) empty() bool { return p.last <= p.first }

// left returns the noun phrase that is the subject of a verb group beginning
// at node end. Appositions and relative clauses between them are passed over:
// "Smith, 34, a lawyer who moved here from Ohio, said".
func (u *unit) left(end int) phrase {
	if end <= 0 {
		return phrase{}
	}
	if u.isBreak(end - 1) {
		return u.trim(u.acrossBreaks(end - 1))
	}
	first := u.segment(end)
	if r := u.antecedent(first); r > 0 {
		if u.isBreak(r - 1) {
			return u.trim(u.acrossBreaks(r - 1))
		}
		return u.trim(phrase{u.segment(r), r})
	}
	if u.isVerb(first-1) && u.low(first-2) == "to" && first > 3 { // a decision to charge him would
		if k := u.segment(first - 2); k < first-2 && !u.isVerb(k-1) && u.class(k)&(det|pron) != 0 {
			return u.trim(phrase{k, end})
		}
	}
	if b := first - 1; b > 0 && u.class(first)&prep != 0 && u.isVerb(b) && u.class(b)&participle != 0 && u.class(b-1)&aux == 0 {
		if p := u.left(b); !p.empty() { // senators involved in the talks say
			return p
		}
	}
	p := u.trim(phrase{first, end})
	if (p.empty() || u.isTime(p)) && first > 1 && u.isBreak(first-1) { // Smith, who lost, on Friday said
		return u.trim(u.acrossBreaks(first - 1))
	}
	return p
}

// isTime reports whether a phrase is a time like "last week".
func (u *unit) isTime(p phrase) bool {
	return p.last == p.first+2 && (u.low(p.first) == "last" || u.low(p.first) == "next") && !u.upper(p.last-1)
}

// segment returns where the run of words that ends before node end begins: at
// a mark, a quotation, a verb, or a word that opens a clause.
func (u *unit) segment(end int) int {
	i := end
	for i > 0 && !u.bounds(i-1, end) {
		if i < end && u.class(i)&det != 0 && u.class(i)&(prep|many) == 0 && u.plainNoun(i-1) {
			break // a phrase [her rivals mock]
		}
		i--
		if n := u.nodes[i]; n.class&pron != 0 && n.class&det == 0 {
			break // a pronoun is a phrase by itself
		}
	}
	return i
}

// plainNoun reports whether node i is a word of no closed class in lower case.
func (u *unit) plainNoun(i int) bool {
	n := u.nodes[i]
	return n.quote < 0 && n.kind == text.Word && n.class&^(noun|doc|shown|other|base|third|say|naming|weak|oftenNoun|sense) == 0 && !n.upper && !u.isVerb(i) && !u.isAdverb(i)
}

// bounds reports whether node k cannot belong to a noun phrase before end.
func (u *unit) bounds(k, end int) bool {
	n := u.nodes[k]
	switch {
	case n.quote >= 0:
		return !u.titleInside(k, end)
	case n.kind == text.Mark:
		switch n.low {
		case "&", ".", "'", "’", "@", "#", "/", "%", "$":
			return false
		}
		return !u.hyphen(k)
	case n.class&source != 0, n.low == "that", n.low == "as", n.low == "after", n.low == "before", n.low == "until", n.class&rel != 0 && n.class&det == 0:
		return true
	case n.class&sub != 0:
		return n.class&(prep|det) == 0
	case n.class&conj != 0:
		return !u.joinsNouns(k)
	case u.isVerb(k):
		return u.isFinite(k) || u.low(k-1) == "," || n.class&say != 0 && u.class(k+1)&det != 0 // saying the talks were
	}
	return n.class&aux != 0 && n.class&pron == 0 && !n.upper || n.class&obj != 0 && n.class&(pron|det) == 0 || k < end-1 && n.class&pron != 0 && n.class&det == 0
}

// titleInside reports whether the quotation at k is a title or nickname inside
// a noun phrase: the “Morning Hour” host said.
func (u *unit) titleInside(k, end int) bool {
	n := u.nodes[k]
	return k+1 < end && k > 0 && n.Len() < 50 && n.last != ',' && (u.class(k-1)&det != 0 || u.upper(k-1)) && u.class(k+1)&pron == 0
}

// joinsNouns reports whether the conjunction at k joins parts of one noun
// phrase: "Smith and Jones said".
func (u *unit) joinsNouns(k int) bool {
	if u.low(k) != "and" && u.low(k) != "or" || k == 0 || u.mark(k-1) || u.quote(k-1) {
		return false
	}
	for i := k - 1; i >= 0 && i > k-10; i-- {
		if u.mark(i) || u.quote(i) || u.class(i)&(sub|rel) != 0 && u.class(i)&prep == 0 {
			return true
		}
		if u.isFinite(i) {
			return false
		}
	}
	return true
}

// trim takes off what does not belong to a subject: adverbs and conjunctions
// before it, a time or place before it ("On Friday Smith said").
func (u *unit) trim(p phrase) phrase {
	for !p.empty() && (u.class(p.first)&(conj|adv|sub|part) != 0 && (u.class(p.first)&prep == 0 || u.isVerb(p.first-1)) && u.class(p.first)&(det|pron|rel) == 0 || u.isAdverb(p.first)) {
		p.first++
	}
	for !p.empty() && (u.isAdverb(p.last-1) || u.class(p.last-1)&(day|prep) != 0) {
		p.last--
	}
	if p.empty() || u.class(p.first)&prep == 0 {
		return u.cutTime(p)
	}
	k := p.last - 1
	for k > p.first && u.class(k)&(prep|det|day) == 0 {
		k--
	}
	switch {
	case u.class(k)&det == 0:
		k++
	case u.class(k-1)&prep != 0: // "In a letter sent" has no subject, "At the rally Smith said" has
		k = p.last
		for k > p.first && u.upper(k-1) {
			k--
		}
		if u.class(k-1)&(det|prep) != 0 {
			return phrase{}
		}
	}
	return phrase{k, p.last}
}

// cutTime takes a time or place off the end of a phrase that begins with a
// name: Ann Bell last week, Ann Bell in June.
func (u *unit) cutTime(p phrase) phrase {
	if p.empty() || !u.upper(p.first) {
		return p
	}
	for i := p.first + 1; i < p.last; i++ {
		switch u.low(i) {
		case "in", "on", "during", "after", "last", "this", "next":
			if !u.upper(i) {
				return phrase{p.first, i}
			}
		}
	}
	return p
}

// right returns the noun phrase that begins at node i: the subject of a verb
// before it, or what follows "according to". Appositions are left out.
func (u *unit) right(i int) phrase {
	for u.isAdverb(i) {
		i++
	}
	if i >= len(u.nodes) || u.quote(i) || u.mark(i) && u.low(i) != "@" || u.class(i)&(det|pron) == 0 && u.class(i)&(sub|conj|aux|obj|prep|rel|day) != 0 || u.low(i) == "that" || !u.upper(i) && u.class(i)&participle != 0 && (u.mark(i+1) || u.class(i+1)&prep != 0) {
		return phrase{}
	}
	k := i + 1
	for u.class(i)&(pron|det|num) != pron && k < len(u.nodes) && !u.endsPhrase(k) {
		k++
	}
	for k > i+1 && (u.class(k-1)&(prep|conj|adv|det) != 0 || u.class(k-1)&participle != 0 && !u.upper(k-1)) {
		k--
	}
	return u.cutTime(phrase{i, k})
}

// joinsTitles reports whether the word at k joins two titles of one person or
// two persons behind an abbreviation: Gov. and party chairman Smith.
func (u *unit) joinsTitles(k int) bool {
	return u.low(k) == "and" && k+1 < len(u.nodes) && u.class(k+1)&(verb|aux|pron) == 0
}

// endsPhrase reports whether node k ends a noun phrase begun before it.
func (u *unit) endsPhrase(k int) bool {
	n := u.nodes[k]
	switch {
	case u.lang == "de" && !n.upper && n.kind == text.Word && u.upper(k-1) && n.class == 0:
		return true // German nouns have capitals: a verb follows
	case n.quote >= 0, n.low == "that", n.class&(pron|obj) != 0 && n.class&det == 0 && !strings.HasSuffix(n.low, "self"):
		return true
	case n.kind == text.Mark:
		switch n.low {
		case "&", "'", "’", "@", "#", "/":
			return false
		case "-":
			return !u.hyphen(k)
		case ".":
			return k+1 == len(u.nodes) || !u.upper(k+1) && !u.joinsTitles(k+1)
		}
		return true
	case n.class&(sub|rel|aux) != 0 && n.class&det == 0:
		return true
	case n.class&day != 0:
		return u.class(k-1)&det == 0
	case n.class&prep != 0:
		switch n.low {
		case "of", "for", "from", "with", "at":
			return false
		case "de", "du", "des", "del", "von": // le maire de Varn
			return u.lang == "en"
		}
		return true
	case n.class&verb != 0 && n.class&(past|ing) != 0 && !n.upper: // a man calling himself, a group opposed
		return u.class(k-1)&det == 0 && n.class&ing == 0 && u.isVerb(k)
	}
	return n.class&verb != 0 && u.isVerb(k)
}
