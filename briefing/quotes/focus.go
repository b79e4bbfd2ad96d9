package quotes

import (
	"cmp"
	"slices"
	"strings"

	"readout/briefing/names"
	"readout/briefing/text"
)

// unnamed parts persons with a name (from it on) from those without: below it
// each number is another person whom the text does not name.
const unnamed = -1 << 20

// subject is the subject of a clause, for pronouns to stand for.
type subject struct {
	text.Span
	speech bool    // of a report of speech
	main   bool    // of a main clause
	tail   float64 // where it reports what stands before it ("..., he said"), he is none of those there below this weight
	turn   class   // asks or answers, where its verb does
}

func (s subject) bonus() float64 {
	switch {
	case s.speech && s.main:
		return speechBonus
	case s.main:
		return deedBonus
	}
	return clauseBonus
}

// candidate is one mention that a pronoun may stand for.
type candidate struct {
	text.Span
	unit    int // the reporter's sentence that it stands in
	person  int // index of its fullest name in all, -2-i for others[i], below unnamed for nobody's name
	bonus   float64
	speech  bool    // it is the subject of a report of speech
	surname string  // of a name that several bear
	gender  string  // of a person without a name of its own; of a pronoun that is not resolved yet
	turn    class   // asks or answers, where its verb does
	tail    float64 // as of its subject
	main    bool    // it is the subject of a main clause
	pronoun bool    // it stands for one of those before it
	noun    string  // of a description that does so: senator
	says    int     // 1 + the first quotation that it is the speaker of; 0 for none
	title   int     // 1 + the byte where the title before it begins; 0 for none
}

// gather lists the candidates of the document in text order: persons by the
// shape of their names, subjects that look like the name of one, persons
// without a name, and pronouns, which stand for one of those before them.
func (r *resolver) gather(f *finder) {
	r.starts = f.starts
	role := make(map[int]subject) // by index in all
	slices.SortFunc(f.subjects, func(a, b subject) int { return cmp.Compare(a.Start, b.Start) })
	for _, s := range f.subjects {
		if i := r.subjectName(s); i >= 0 {
			if was, ok := role[i]; !ok || was.bonus() <= s.bonus() {
				role[i] = s
			}
		}
	}
	for _, noun := range f.kin {
		r.relative(noun)
	}
	r.learnGenders(f.refs)
	r.cands = slices.Grow(r.cands, len(r.all))
	for i, n := range r.all {
		c := candidate{Span: n.Span, person: n.Full}
		if s, ok := role[i]; ok {
			c.bonus, c.turn, c.speech = s.bonus(), s.turn, s.speech
		}
		if n.Full < 0 {
			c.surname, c.person = strings.ToLower(n.Surname), r.other(n.Surname)
		}
		if !n.Title.Empty() {
			c.title = n.Title.Start + 1
		}
		r.cands = append(r.cands, c)
	}
	slices.SortStableFunc(r.cands, func(a, b candidate) int { return cmp.Compare(a.Start, b.Start) })
	r.settle()
}

// settle weighs the candidates by where they stand and resolves the pronouns
// among them, each by those before it.
func (r *resolver) settle() {
	spoke := make(map[int]int, len(r.said)) // by the byte where the speaker is mentioned, 1 + the first quotation
	for k, a := range slices.Backward(r.said) {
		spoke[a.speaker.Start] = k + 1
	}
	for i := range r.cands {
		c := &r.cands[i]
		c.unit = r.unitAt(c.Start)
		if c.says = spoke[c.Start]; c.says > 0 || c.title > 0 && spoke[c.title-1] > 0 {
			c.bonus += spokeBonus
		}
		if !c.pronoun {
			if r.quoted(c.Span) {
				c.bonus -= quotedMalus
			}
			if r.owns(c.Span) {
				c.bonus -= ownerMalus
			}
			continue
		}
		if c.person = r.pronounced(*c); c.person == -1 {
			c.person = r.nobody()
		} else {
			c.gender = ""
		}
		r.stands[c.Start] = c.person
	}
}

// nobody numbers a new person without a name.
func (r *resolver) nobody() int {
	r.nobodies++
	return unnamed - r.nobodies
}

// subjectName returns the index in all of the person that a subject names; -1
// where it names none by the shape of a name: then a candidate of its own is
// kept for it.
func (r *resolver) subjectName(s subject) int {
	c := candidate{Span: s.Span, bonus: s.bonus(), turn: s.turn, speech: s.speech}
	if c.gender = r.pronounAt(s.Span); c.gender != "" {
		c.pronoun, c.main, c.tail = true, s.main, s.tail
		r.cands = append(r.cands, c)
		return -1
	}
	if r.d.Str(s.Span) == "who" {
		if c.person, c.bonus = r.antecedent(s.Span), clauseBonus; c.person >= 0 {
			r.cands = append(r.cands, c)
		}
		return -1
	}
	if !r.joint(s.Span).Empty() {
		return -1
	}
	if i, ok := r.offices[r.d.Str(s.Span)]; ok {
		c.person = i
		r.cands = append(r.cands, c)
		return -1
	}
	if i := r.head(s.Span); i >= 0 {
		return i
	}
	i := r.apposed(s.Span)
	if i >= 0 {
		return i
	}
	if i == -1 {
		i = r.stranger(s.Span)
	}
	if i != -1 {
		c.person = i
		r.cands = append(r.cands, c)
		return -1
	}
	return r.subjectNoun(s.Span, c)
}

// subjectNoun is subjectName for a noun of a person ("the senator"), of which c
// is made the candidate.
func (r *resolver) subjectNoun(s text.Span, c candidate) int {
	g, noun, ok := r.someone(s)
	if !ok {
		return -1
	}
	if k := max(r.apposes(s), r.called(s)); k >= 0 {
		return k
	}
	c.person, c.gender = r.nobody(), g
	if r.anaphoric(s) {
		c.pronoun, c.noun = true, noun
	}
	r.cands = append(r.cands, c)
	return -1
}

// apposes returns the name that a phrase stands in apposition to: "Ann Bell, the
// mayor". -1 when none does.
func (r *resolver) apposes(sp text.Span) int {
	k, t := r.at(sp.Start)-1, r.d.TokenAt(sp.Start)-1
	if k >= 0 && t > 0 && r.d.Tok(t) == "," && r.d.TokenAt(r.all[k].End) == t {
		return k
	}
	return -1
}

// called returns the name behind "named": a driver named Ann Bell. -1 when there
// is none.
func (r *resolver) called(sp text.Span) int {
	for t := r.d.TokenAt(sp.Start); t < len(r.d.Tokens) && r.d.Tokens[t].Start <= sp.End+1; t++ {
		if w := r.d.Tok(t); w == "named" || w == "called" {
			if i := r.at(r.d.Tokens[t].End); i < len(r.all) && r.startsAt(i, t+1) {
				return i
			}
		}
	}
	return -1
}

// someone reports whether a phrase is a person without a name ("an old man in
// a blue coat", "a spokesman for Fell"), its noun and the gender that this tells.
func (r *resolver) someone(sp text.Span) (gender, noun string, ok bool) {
	t, rank := r.d.TokenAt(sp.Start), ""
	owned := r.words.OfLow(r.d, t)&det != 0
	for ; t < len(r.d.Tokens) && r.d.Tokens[t].Start < sp.End; t++ {
		w := r.d.Low(t)
		if r.words.OfLow(r.d, t)&(prep|rel) != 0 || r.d.Tokens[t].Kind == text.Mark {
			break
		}
		owned = owned || w == "'s" || w == "’s" // Quill's aide
		noun, rank = w, cmp.Or(ranks[w], rank)
	}
	if !owned {
		return "", "", false
	}
	switch c := r.words.Get(noun); {
	case c&male != 0:
		return "m", ranked(rank, noun), true
	case c&female != 0:
		return "f", ranked(rank, noun), true
	default:
		return "", ranked(rank, noun), c&human != 0 || names.Trade(noun)
	}
}

// anaphoric reports whether a description may stand for one who was named
// before: "the former senator", not "the President of France" or "the German
// minister", who may be another.
func (r *resolver) anaphoric(sp text.Span) bool {
	t := r.d.TokenAt(sp.Start)
	if !strings.EqualFold(r.d.Tok(t), "the") {
		return false
	}
	for t++; t < len(r.d.Tokens) && r.d.Tokens[t].Start < sp.End; t++ {
		w := r.d.Tok(t)
		if r.words.Of(r.d, t)&prep != 0 || r.d.Tokens[t].Kind == text.Mark && w != "-" || r.d.Tokens[t].Upper && names.ClassOf(w)&names.NotName != 0 && names.ClassOf(w)&names.Head == 0 {
			return false
		}
	}
	return true
}
