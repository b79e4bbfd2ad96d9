package quotes

import "readout/briefing/text"

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
	dashes := u.isDash(k) // a dash further left parts a dateline off: EASTPORT — Smith, 34, said
	for hops := 0; hops < 8 && k > 0 && u.isBreak(k); hops++ {
		first, end, next := u.partBefore(k)
		switch {
		case first == k: // nothing but "and"
		case u.class(first)&rel != 0 && k == first+1: // who, on Friday, said
			return phrase{first, k}
		case u.class(first)&rel != 0 || u.low(first) == "where", u.class(first)&participle != 0 && (u.isVerb(first) || u.low(first+1) == "by"):
			// a relative clause, or what stands for one: prepared for the Senate
		case u.hasVerb(first, end) && first > 0 && (u.class(first)&(prep|sub) == prep || u.low(first) == "as") && u.isBreak(first-1): // Smith, for all the good he did,
		case u.hasVerb(first, end):
			if r := u.relativeBefore(first); r >= 0 {
				next = r - 1
			} else if seg := u.segment(k); best.empty() && seg > first && seg < k && (u.class(seg-1)&sub != 0 || u.low(seg-1) == "after" || u.low(seg-1) == "before") {
				return phrase{seg, k} // the issue came up after Smith, asked about it, had said
			} else {
				return best // empty: "Bell opens road, says it is safe" shares the subject
			}
		case u.opensPhrase(first):
			best = phrase{first, end}
		default:
			if seg := u.segment(k); seg > first && seg < k && u.class(seg-1)&(sub|rel) != 0 && u.class(seg)&ing == 0 { // in what Smith, a lawyer, called
				return phrase{seg, k}
			}
		}
		if k = next; u.isDash(k) && !dashes {
			break
		}
	}
	return best
}

// partBefore returns the part of a sentence that ends with the break at node k:
// where it begins, behind conjunctions and adverbs; where its relative clause
// does, k for none; and the break before it.
func (u *unit) partBefore(k int) (first, end, next int) {
	first = k
	for first > 0 && !u.isBreak(first-1) && !u.outerQuote(first-1) && u.low(first-1) != ":" && u.low(first-1) != ";" {
		first--
	}
	next = first - 1
	for first < k && (u.class(first)&conj != 0 || u.isAdverb(first)) { // But Smith, a lawyer, said
		first++
	}
	for end = first; end < k && u.class(end)&rel == 0; {
		end++
	}
	return first, end, next
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
	case ",", "(", ")":
		return u.nodes[i].kind == text.Mark
	}
	return u.isDash(i)
}

func (u *unit) isDash(i int) bool {
	switch u.low(i) {
	case "—", "–", "―", "--", "---":
		return true
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
