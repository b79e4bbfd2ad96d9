package quotes

import "readout/briefing/text"

// left returns the noun phrase that ends before node end: the subject of the
// verb that stands there. Appositions between commas are skipped: "Smith, 34,
// a lawyer from Ohio, said".
func (u *unit) left(end int) phrase {
	if end <= 0 {
		return phrase{}
	}
	if u.low(end-1) != "," && u.low(end-1) != ")" && u.low(end-1) != "—" && u.low(end-1) != "–" {
		return u.trim(phrase{u.segment(end), end})
	}
	best := phrase{}
	for k, hops := end-1, 0; k > 0 && hops < 6 && u.isBreak(k); hops++ {
		first := u.segment(k)
		if u.class(first-1)&rel != 0 || first < k && u.hasVerb(first, k) {
			// a relative clause: go on before its opening comma
			for first > 0 && !u.isBreak(first-1) && !u.quote(first-1) {
				first--
			}
			if u.class(first)&rel == 0 {
				break
			}
		} else if p := (phrase{first, k}); first < k && u.opensPhrase(first) {
			best = p
		}
		k = first - 1
	}
	return u.trim(best)
}

func (u *unit) isBreak(i int) bool {
	switch u.low(i) {
	case ",", "(", ")", "—", "–", "--":
		return !u.quote(i)
	}
	return false
}

func (u *unit) hasVerb(a, b int) bool {
	for i := a; i < b; i++ {
		if u.isVerb(i) && u.class(i)&ing == 0 {
			return true
		}
	}
	return false
}

// opensPhrase reports whether a noun phrase can begin at i.
func (u *unit) opensPhrase(i int) bool {
	n := u.nodes[i]
	if n.quote >= 0 {
		return false
	}
	if n.upper {
		return n.class&(prep|sub|conj|adv) == 0
	}
	return n.class&(det|num|pron) != 0 || n.class == 0 && n.kind == text.Word && !u.isAdverb(i)
}

// segment returns where the run of words that ends before node end begins: at
// a mark, a quotation, a verb, or a word that opens a clause.
func (u *unit) segment(end int) int {
	i := end
	for i > 0 {
		k := i - 1
		n := u.nodes[k]
		switch {
		case n.quote >= 0:
			if !u.titleInside(k, end) {
				return i
			}
		case n.kind == text.Mark && n.low != "-" && n.low != "&" && n.low != "." && n.low != "'" && n.low != "’" && n.low != "@" && n.low != "#":
			return i
		case n.class&(sub|rel) != 0 && n.class&(det) == 0 && n.class&prep == 0, n.low == "that", n.low == "but":
			return i
		case n.class&conj != 0 && !u.joinsNouns(k):
			return i
		case u.isVerb(k) && n.class&ing == 0:
			return i
		case n.class&aux != 0, n.class&obj != 0 && n.class&pron == 0 && n.class&det == 0:
			return i
		case i < end && n.class&pron != 0 && n.class&det == 0:
			return i
		}
		i = k
	}
	return i
}

// titleInside reports whether the quotation at k is a title or nickname inside
// a noun phrase: the “Morning Hour” host said.
func (u *unit) titleInside(k, end int) bool {
	return k+1 < end && u.nodes[k].Len() < 50 && (u.class(k-1)&det != 0 || k > 0 && u.nodes[k-1].upper) && k > 0
}

// joinsNouns reports whether the conjunction at k joins parts of one noun
// phrase: "Smith and Jones said".
func (u *unit) joinsNouns(k int) bool {
	if u.low(k) != "and" && u.low(k) != "or" || k == 0 || u.mark(k-1) || u.quote(k-1) {
		return false
	}
	for i := k - 1; i >= 0; i-- {
		if u.mark(i) || u.quote(i) || u.class(i)&(sub|rel) != 0 && u.class(i)&prep == 0 {
			return true
		}
		if u.isVerb(i) {
			return false
		}
	}
	return true
}

// trim takes off what does not belong to a subject: adverbs and conjunctions
// before it, a time or place before it ("On Friday Smith said").
func (u *unit) trim(p phrase) phrase {
	for !p.empty() && (u.class(p.first)&(conj|adv|sub) != 0 && u.class(p.first)&(det|pron) == 0 || u.isAdverb(p.first)) {
		p.first++
	}
	for !p.empty() && (u.isAdverb(p.last-1) || u.class(p.last-1)&day != 0 || u.class(p.last-1)&prep != 0) {
		p.last--
	}
	if p.empty() || u.class(p.first)&prep == 0 {
		return p
	}
	k := p.last - 1
	for k > p.first && u.class(k)&(prep|det) == 0 && u.class(k)&day == 0 {
		k--
	}
	if u.class(k)&det == 0 {
		k++
	}
	if k >= p.last {
		return phrase{}
	}
	return phrase{k, p.last}
}

// right returns the noun phrase that begins at node i: the subject of a verb
// before it, or what follows "according to". Appositions are left out.
func (u *unit) right(i int) phrase {
	for i < len(u.nodes) && u.isAdverb(i) {
		i++
	}
	if i >= len(u.nodes) || u.quote(i) || u.mark(i) && u.low(i) != "@" || u.class(i)&(sub|conj|aux|obj) != 0 && u.class(i)&det == 0 || u.class(i)&prep != 0 {
		return phrase{}
	}
	k := i
	for k < len(u.nodes) {
		n := u.nodes[k]
		stop := n.quote >= 0 && k > i ||
			n.kind == text.Mark && n.low != "-" && n.low != "&" && n.low != "'" && n.low != "’" && n.low != "@" && !(n.low == "." && k+1 < len(u.nodes)) ||
			n.class&(sub|rel|aux) != 0 && n.class&det == 0 && k > i || n.low == "that" && k > i ||
			n.class&verb != 0 && k > i && u.isVerb(k) ||
			n.class&day != 0 && k > i ||
			n.class&prep != 0 && !(n.low == "of" || n.low == "for" || n.low == "from" || n.low == "with" || n.low == "at") ||
			k > i && n.class&pron != 0 && n.class&det == 0
		if stop {
			break
		}
		k++
	}
	for k > i && (u.class(k-1)&(prep|conj|adv) != 0) {
		k--
	}
	return phrase{i, k}
}
