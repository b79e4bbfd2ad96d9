package quotes

import (
	"slices"
	"strings"

	"readout/briefing/text"
)

// Weights of what speaks for a person as the one a pronoun stands for, in
// units of one of the reporter's sentences.
const (
	speechBonus = 2.0  // is the subject of a report of speech
	deedBonus   = 1.9  // is the subject of another main clause
	clauseBonus = 0.9  // is the subject of a clause in another's sentence
	spokeBonus  = 0.2  // spoke a quotation there
	genderBonus = 0.8  // is known to be of the pronoun's gender
	oftenBonus  = 0.08 // for each mention up to six
	quotedMalus = 2.0  // named only in someone's words
	ownerMalus  = 0.6  // only as an owner: Moreno's
	partedMalus = 0.6  // is named in a paragraph before only
	namedMalus  = 2.5  // is named in the words that the pronoun speaks
	turnBonus   = 0.8  // spoke, where the pronoun's verb goes on with it
	turnMalus   = 2.5  // asked, where the pronoun's verb answers
	margin      = 0.3  // by which the best must lead the next, else nobody is named
	farthest    = 9    // sentences looked back
	mostNames   = 40   // mentions looked at
)

// rival is one person whom a pronoun may stand for, with the best of the
// scores of all its mentions.
type rival struct {
	person int
	score  float64
}

// pronounced returns the person that he or she stands for, or "the senator"
// where the pronoun has a noun: the best of those named before it who may be of
// its gender, or the only one who is a senator. -1 when there is none, and when
// two are as likely: nobody is guessed.
func (r *resolver) pronounced(p candidate) int {
	named := r.namedIn(p.says - 1)
	rivals := r.rivalsFor(p, named)
	if p.noun != "" {
		return r.bearer(p.noun, rivals)
	}
	best := chosen(rivals)
	if slices.Contains(named, best) { // the likeliest of all, and yet spoken about: another has spoken
		return -1
	}
	return best
}

// rivalsFor rates the persons mentioned before a pronoun; named are those of
// whom its words speak.
func (r *resolver) rivalsFor(p candidate, named []int) []rival {
	here, addressee := r.unitAt(p.Start), r.addressee(p)
	begins := r.d.Paragraphs[r.d.ParagraphAt(p.Start)].Start
	rivals := r.rivals[:0]
	for i, k := r.before(p.Start), 0; i >= 0 && k < mostNames; i, k = i-1, k+1 {
		c := &r.cands[i]
		if here-c.unit > farthest {
			break
		}
		person, known := r.person(c, p.gender)
		if person == -1 {
			continue
		}
		score := c.bonus - float64(here-c.unit)
		if c.Start < begins {
			score -= partedMalus
		}
		if person >= unnamed {
			score += oftenBonus * float64(min(r.count[person], 6))
		}
		if known {
			score += genderBonus
		}
		if person == addressee || p.tail > 0 && c.unit == here && c.bonus < p.tail {
			continue
		}
		if slices.Contains(named, person) {
			score -= namedMalus
		}
		if p.turn == goesOn && c.speech {
			score += turnBonus
		}
		if p.turn == answers && c.turn == asks {
			score -= turnMalus
		}
		rivals = rate(rivals, rival{person, score})
	}
	r.rivals = rivals
	return rivals
}

// bearer returns the only one of the rivals whom the text calls a senator, where
// noun is "senator". What is no post ("the actor") others may be of whom the text
// does not say so: it must be that of the likeliest.
func (r *resolver) bearer(noun string, rivals []rival) int {
	found := -1
	for _, x := range rivals {
		if x.person >= 0 && r.titled(x.person, noun) {
			if found >= 0 {
				return -1
			}
			found = x.person
		}
	}
	if held := noun[strings.LastIndexByte(noun, ' ')+1:]; r.words.Get(held)&post != 0 || found == chosen(rivals) {
		return found
	}
	return -1
}

// namedIn lists the persons that quotation k names: hardly anybody speaks so of
// himself. None where k is no quotation.
func (r *resolver) namedIn(k int) []int {
	r.named = r.named[:0]
	if k < 0 {
		return r.named
	}
	q := r.qs[k].inner
	for i := r.at(q.Start); i < len(r.all) && r.all[i].Start < q.End; i++ {
		if !slices.Contains(r.named, r.all[i].Full) {
			r.named = append(r.named, r.all[i].Full)
		}
		if len(r.named) == mostNames {
			break
		}
	}
	return r.named
}

// addressee returns the person that the verb of a pronoun has for its object or
// for the subject of what it reports: in "he told Reed" and "he said Reed lied"
// he is not Reed. -1 when there is none.
func (r *resolver) addressee(p candidate) int {
	if !p.main {
		return -1
	}
	i, first := r.at(p.End), r.d.TokenAt(p.End)
	if t := first + 1; t < len(r.d.Tokens) && r.d.Tokens[t].Upper {
		if k := r.known(r.d.Tok(t)); k < -1 {
			return k
		}
	}
	if i >= len(r.all) || r.quoted(r.all[i].Span) {
		return -1
	}
	name := r.d.TokenAt(r.all[i].Start)
	if name-first >= 4 {
		return -1
	}
	for t := first; t < name; t++ {
		if r.d.Tokens[t].Kind == text.Mark {
			return -1
		}
	}
	return r.all[i].Full
}

// rate keeps the better score of a person.
func rate(rivals []rival, n rival) []rival {
	for i := range rivals {
		if rivals[i].person == n.person {
			rivals[i].score = max(rivals[i].score, n.score)
			return rivals
		}
	}
	return append(rivals, n)
}

// chosen returns the person who leads all others clearly and has a name; -1
// when none does.
func chosen(rivals []rival) int {
	best, next := rival{-1, -1e9}, rival{-1, -1e9}
	for _, x := range rivals {
		switch {
		case x.score > best.score:
			best, next = x, best
		case x.score > next.score:
			next = x
		}
	}
	if best.person < unnamed || best.score-next.score < margin {
		return -1
	}
	return best.person
}

// person returns the person of a candidate if it may be of the gender, else
// -1, and whether it is known to be. A surname that several bear stands for
// the only one of that gender, or else for itself.
func (r *resolver) person(c *candidate, gender string) (person int, known bool) {
	if c.surname == "" {
		g := c.gender
		if g == "" {
			g = r.gender[c.person]
		}
		if g != "" && gender != "" && g != gender {
			return -1, false
		}
		return c.person, g != "" && g == gender
	}
	found := -1
	for _, k := range r.bearers[c.surname] {
		if g := r.gender[k]; g == gender || g == "" || gender == "" {
			if found >= 0 {
				return c.person, false
			}
			found = k
		}
	}
	return found, found >= 0 && r.gender[found] == gender
}

// before returns the index of the last candidate that begins before byte b.
func (r *resolver) before(b int) int {
	i, _ := slices.BinarySearchFunc(r.cands, b, func(c candidate, b int) int { return c.Start - b })
	return i - 1
}

// unitAt returns the number of the reporter's sentence that holds byte b.
func (r *resolver) unitAt(b int) int {
	i, found := slices.BinarySearch(r.starts, b)
	if !found {
		i--
	}
	return i
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

// owns reports whether an 's stands behind a name.
func (r *resolver) owns(sp text.Span) bool {
	w := r.d.Tok(r.d.TokenAt(sp.End))
	return strings.HasPrefix(w, "'s") || strings.HasPrefix(w, "’s")
}
