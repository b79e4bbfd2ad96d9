package quotes

import (
	"strings"

	"readout/briefing/text"
)

// Weights of what speaks for a person as the one a pronoun stands for, in
// units of one sentence of distance.
const (
	subjectBonus = 1.5  // named at the head of its sentence
	spokeBonus   = 1.2  // spoke the quotation before
	quotedMalus  = 2.0  // named only in someone's words
	ownerMalus   = 0.6  // Moreno's
	oftenBonus   = 0.15 // for each mention up to six
	reach        = 9    // sentences
	names_       = 40   // names looked at
)

// pronounced returns the person that he or she stands for at mention: the best
// of those named before it who may be of that gender. -1 when there is none.
func (r *resolver) pronounced(mention text.Span, gender string) int {
	here := r.d.SentenceAt(mention.Start)
	best, bestScore := -1, -1e9
	for i, k := r.at(mention.Start)-1, 0; i >= 0 && k < names_; i, k = i-1, k+1 {
		n := &r.all[i]
		at := r.d.SentenceAt(n.Start)
		if here-at > reach {
			break
		}
		person := r.person(i, gender)
		if person < 0 {
			continue
		}
		score := -float64(here - at)
		if r.d.TokenAt(n.Start)-r.d.Sentences[at].First <= 4 {
			score += subjectBonus
		}
		if person == r.spoke {
			score += spokeBonus
		}
		if r.quoted(n.Span) {
			score -= quotedMalus
		}
		if w := r.d.Tok(r.d.TokenAt(n.End)); strings.HasPrefix(w, "'s") || strings.HasPrefix(w, "’s") {
			score -= ownerMalus
		}
		score += oftenBonus * float64(min(r.count[person], 6))
		if r.gender[person] == gender {
			score += 0.5
		}
		if score > bestScore {
			best, bestScore = person, score
		}
	}
	return best
}

// person returns the person of name i if it may be of the gender, else -1. A
// surname that several bear stands for the only one of that gender.
func (r *resolver) person(i int, gender string) int {
	n := &r.all[i]
	if n.Full >= 0 {
		if g := r.gender[n.Full]; g != "" && g != gender {
			return -1
		}
		return n.Full
	}
	found := -1
	for k := range r.all {
		m := &r.all[k]
		if m.Full == k && strings.EqualFold(m.Surname, n.Surname) && r.gender[k] == gender {
			if found >= 0 {
				return -1
			}
			found = k
		}
	}
	return found
}

// quoted reports whether a span stands inside a quotation.
func (r *resolver) quoted(sp text.Span) bool {
	lo, hi := 0, len(r.qs)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.qs[mid].outer.End <= sp.Start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(r.qs) && r.qs[lo].outer.Start < sp.End
}
