package quotes

import (
	"cmp"
	"slices"
	"strings"

	"readout/briefing/text"
)

// Weights of what speaks for a person as the one a pronoun stands for, in
// units of one sentence of distance.
const (
	speechBonus = 2.2  // said something in that sentence
	deedBonus   = 1.4  // did something in it
	spokeBonus  = 1.0  // spoke the quotation before
	genderBonus = 0.8  // is known to be of the pronoun's gender
	oftenBonus  = 0.12 // for each mention up to six
	quotedMalus = 2.0  // named only in someone's words
	ownerMalus  = 0.6  // only as an owner: Moreno's
	farthest    = 9    // sentences looked back
	mostNames   = 40   // mentions looked at
)

// subject is the subject of a clause, for pronouns to stand for.
type subject struct {
	text.Span
	speech bool // of a report of speech
}

// candidate is one mention that a pronoun may stand for.
type candidate struct {
	text.Span
	person  int // index of its fullest name in all, or -2-i for others[i]
	bonus   float64
	surname string // of a name that several bear
}

// gather lists the candidates of the document in text order: persons by the
// shape of their names, and subjects that look like the name of one.
func (r *resolver) gather(subjects []subject) {
	role := make(map[int]float64) // by index in all
	slices.SortFunc(subjects, func(a, b subject) int { return cmp.Compare(a.Start, b.Start) })
	for _, s := range subjects {
		bonus := deedBonus
		if s.speech {
			bonus = speechBonus
		}
		if i := r.head(s.Span); i >= 0 {
			role[i] = max(role[i], bonus)
		} else if p := r.stranger(s.Span); p >= 0 {
			r.cands = append(r.cands, candidate{Span: s.Span, person: -2 - p, bonus: bonus})
		}
	}
	for i, n := range r.all {
		c := candidate{Span: n.Span, person: n.Full, bonus: role[i]}
		if n.Full < 0 {
			c.surname = strings.ToLower(n.Surname)
		}
		r.cands = append(r.cands, c)
	}
	slices.SortStableFunc(r.cands, func(a, b candidate) int { return cmp.Compare(a.Start, b.Start) })
}

// stranger returns the index in r.others of a person whom the shape of the
// name does not betray but who is the subject of a verb: two capitalised words
// or more, or the last of them. -1 when it is none.
func (r *resolver) stranger(sp text.Span) int {
	name := r.capitalised(sp)
	if name == "" || r.actorKind(sp) || r.words[strings.ToLower(r.d.Tok(r.d.TokenAt(sp.Start)))]&det != 0 {
		return -1
	}
	for i := len(r.others) - 1; i >= max(0, len(r.others)-mostNames); i-- {
		if r.others[i] == name || strings.HasSuffix(r.others[i], " "+name) {
			return i
		}
	}
	if !strings.Contains(name, " ") || len(name) > 40 {
		return -1
	}
	r.others = append(r.others, name)
	return len(r.others) - 1
}

// actorKind reports whether the cast knows the span as no person.
func (r *resolver) actorKind(sp text.Span) bool {
	a := r.actorAt(sp, sp)
	return a != nil && a.Kind != "person" && a.Kind != ""
}

// pronounced returns the person that he or she stands for at mention: the best
// of those named before it who may be of that gender. -1 when there is none.
func (r *resolver) pronounced(mention text.Span, gender string) int {
	here := r.d.SentenceAt(mention.Start)
	last, _ := slices.BinarySearchFunc(r.cands, mention.Start, func(c candidate, b int) int { return cmp.Compare(c.Start, b) })
	best, bestScore := -1, -1e9
	for i, k := last-1, 0; i >= 0 && k < mostNames; i, k = i-1, k+1 {
		c := &r.cands[i]
		at := r.d.SentenceAt(c.Start)
		if here-at > farthest {
			break
		}
		person, known := r.person(c, gender)
		if person == -1 {
			continue
		}
		score := c.bonus - float64(here-at) + oftenBonus*float64(min(r.count[person], 6))
		if known {
			score += genderBonus
		}
		if person == r.spoke {
			score += spokeBonus
		}
		if r.quoted(c.Span) {
			score -= quotedMalus
		}
		if w := r.d.Tok(r.d.TokenAt(c.End)); strings.HasPrefix(w, "'s") || strings.HasPrefix(w, "’s") {
			score -= ownerMalus
		}
		if score > bestScore {
			best, bestScore = person, score
		}
	}
	return best
}

// person returns the person of a candidate if it may be of the gender, else
// -1, and whether it is known to be. A surname that several bear stands for
// the only one of that gender.
func (r *resolver) person(c *candidate, gender string) (person int, known bool) {
	if c.surname == "" {
		g := r.gender[c.person]
		if g != "" && g != gender {
			return -1, false
		}
		return c.person, g == gender
	}
	found := -1
	for _, k := range r.bearers[c.surname] {
		if r.gender[k] == gender {
			if found >= 0 {
				return -1, false
			}
			found = k
		}
	}
	return found, true
}

// quoted reports whether a span stands inside a quotation.
func (r *resolver) quoted(sp text.Span) bool {
	i, _ := slices.BinarySearchFunc(r.qs, sp.Start, func(q quotation, b int) int {
		if q.outer.End <= b {
			return -1
		}
		return 1
	})
	return i < len(r.qs) && r.qs[i].outer.Start < sp.End
}
