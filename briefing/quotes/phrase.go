package quotes

import (
	"strings"

	"readout/briefing/text"
)

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
	if p.empty() && first > 1 && u.isBreak(first-1) { // Smith, who lost, on Friday said
		return u.trim(u.acrossBreaks(first - 1))
	}
	return p
}

// antecedent returns the node of the relative pronoun whose clause, opened
// without a break since, holds the verb or preposition before node first; 0 if
// none. In "a man who left to avoid the draft said" the subject of said stands
// before who. What was said or thought is no such clause.
func (u *unit) antecedent(first int) int {
	if first == 0 || u.isBreak(first-1) || u.quote(first-1) {
		return 0
	}
	for i := first - 1; i > 0; i-- {
		switch {
		case u.quote(i), u.isBreak(i), u.low(i) == ":", u.low(i) == ";":
			return 0
		case u.class(i)&rel != 0 && (u.low(i) != "that" || u.class(i+1)&(aux|verb) != 0):
			if i == first-1 {
				return 0
			}
			return i
		case u.isVerb(i) && u.class(i)&say != 0, u.class(i)&sub != 0 && u.class(i)&prep == 0:
			return 0
		}
	}
	return 0
}

// acrossBreaks returns the phrase that the appositions before the comma (or
// dash, or bracket) at node k belong to: the leftmost part that can be a noun
// phrase, as far as no part is a clause of its own.
func (u *unit) acrossBreaks(k int) phrase {
	best := phrase{}
	for hops := 0; hops < 8 && k > 0 && u.isBreak(k); hops++ {
		first := k
		for first > 0 && !u.isBreak(first-1) && !u.outerQuote(first-1) && u.low(first-1) != ":" && u.low(first-1) != ";" {
			first--
		}
		next := first - 1
		for first < k && (u.class(first)&conj != 0 || u.isAdverb(first)) { // But Smith, a lawyer, said
			first++
		}
		if first == k {
			k = next
			continue
		}
		end := first // the end of the part before its relative clause
		for end < k && u.class(end)&rel == 0 {
			end++
		}
		switch {
		case u.class(first)&rel != 0 && k == first+1: // who, on Friday, said
			return phrase{first, k}
		case u.class(first)&rel != 0 || u.low(first) == "where", u.isVerb(first) && u.class(first)&participle != 0:
			// a relative clause, or what stands for one: prepared for the Senate
		case u.hasVerb(first, end):
			if r := u.relativeBefore(first); r >= 0 {
				next = r - 1
			} else {
				return best // empty: "Bell opens road, says it is safe" shares the subject
			}
		case u.opensPhrase(first):
			best = phrase{first, end}
		default:
			if seg := u.segment(k); seg > first && seg < k && u.class(seg-1)&(sub|rel) != 0 { // in what Smith, a lawyer, called
				return phrase{seg, k}
			}
		}
		k = next
	}
	return best
}

// relativeBefore returns the first node of a relative clause that has begun at
// most three breaks before node first; -1 if none.
func (u *unit) relativeBefore(first int) int {
	for i, breaks := first-1, 0; i > 0 && breaks < 3; i-- {
		if u.quote(i) || u.low(i) == ";" {
			break
		}
		if u.isBreak(i) {
			if u.class(i+1)&rel != 0 && i+1 != first {
				return i + 1
			}
			breaks++
		}
	}
	return -1
}

// outerQuote reports whether node i is a quotation that is no title or the
// like inside the phrase: the co-author of “Going Home,” a book on travel.
func (u *unit) outerQuote(i int) bool {
	return u.quote(i) && !(i > 0 && u.nodes[i].Len() < 60 && (u.class(i-1)&(prep|det) != 0 || u.upper(i-1)))
}

func (u *unit) isBreak(i int) bool {
	switch u.low(i) {
	case ",", "(", ")", "—", "–", "--":
		return u.nodes[i].kind == text.Mark
	case "-":
		return !u.hyphen(i)
	}
	return false
}

func (u *unit) hasVerb(a, b int) bool {
	for i := a; i < b; i++ {
		if u.isFinite(i) && u.low(i-1) != "to" {
			return true
		}
	}
	return false
}

// opensPhrase reports whether a noun phrase can begin at i.
func (u *unit) opensPhrase(i int) bool {
	n := u.nodes[i]
	switch {
	case n.quote >= 0, n.class&day != 0, u.isAdverb(i):
		return false
	case n.low == "as":
		return u.upper(i + 1)
	case n.upper:
		return n.class&(prep|sub|conj|ing) == 0
	}
	return n.class&(det|num|pron) != 0 || n.kind == text.Number && u.hyphen(i+1) || n.kind == text.Word && !u.isVerb(i) && n.class&(prep|sub|conj|aux|obj|rel) == 0
}

// segment returns where the run of words that ends before node end begins: at
// a mark, a quotation, a verb, or a word that opens a clause.
func (u *unit) segment(end int) int {
	i := end
	for i > 0 && !u.bounds(i-1, end) {
		i--
		if n := u.nodes[i]; n.class&pron != 0 && n.class&det == 0 {
			break // a pronoun is a phrase by itself
		}
	}
	return i
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
		return u.isFinite(k) || u.low(k-1) == ","
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
	for k < len(u.nodes) && !u.endsPhrase(k) {
		k++
	}
	for k > i+1 && (u.class(k-1)&(prep|conj|adv|det) != 0 || u.class(k-1)&participle != 0 && !u.upper(k-1)) {
		k--
	}
	return u.cutTime(phrase{i, k})
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
			return k+1 == len(u.nodes) || !u.upper(k+1)
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
		}
		return true
	case n.class&verb != 0 && n.class&(past|ing) != 0 && !n.upper: // a man calling himself, a group opposed
		return u.class(k-1)&det == 0 && n.class&ing == 0 && u.isVerb(k)
	}
	return n.class&verb != 0 && u.isVerb(k)
}
