package quotes

import (
	"slices"
	"strings"

	"readout/briefing/actors"
	"readout/briefing/names"
	"readout/briefing/text"
)

// resolver finds whom a speaker's mention stands for.
type resolver struct {
	d      *text.Doc
	all    []names.Name
	cast   []mentioned
	qs     []quotation
	gender map[int]string // of a person, by the index of its fullest name
	count  map[int]int    // mentions of a person
	lang   string
	words  *text.Lexicon[class]
	cands  []candidate
	others []string // names of subjects that are no names by their shape
	roles  roles
	said   []attribution
	starts []int       // the byte where each unit begins
	stands map[int]int // whom the pronoun at a byte stands for

	nobodies int // persons without a name so far

	named   []int            // working memory of namedIn
	rivals  []rival          // working memory of pronounced
	upper   map[string]bool  // made by capitals
	offices map[string]int   // persons named by title and surname alone ("President Quill"), by the surname
	bearers map[string][]int // the persons of a surname, in lower case
}

// mentioned is one mention of an actor of the cast.
type mentioned struct {
	text.Span
	actor *actors.Actor
}

func newResolver(f *finder) *resolver {
	r := &resolver{d: f.d, all: f.people, qs: f.qs, gender: make(map[int]string), count: make(map[int]int), lang: f.lang, words: lexicons()[f.lang], said: f.said, stands: make(map[int]int), offices: make(map[string]int), bearers: make(map[string][]int)}
	r.roles = roles{d: f.d, all: r.all}
	for i, n := range r.all {
		if n.Full == i && len(r.bearers[strings.ToLower(n.Surname)]) < 8 {
			low := strings.ToLower(n.Surname)
			r.bearers[low] = append(r.bearers[low], i)
		}
		if n.Full == i && n.Given == "" && !n.Title.Empty() {
			r.offices[n.Surname] = i
		}
		if n.Full >= 0 {
			r.count[n.Full]++
			if n.Gender != "" && r.gender[n.Full] == "" {
				r.gender[n.Full] = n.Gender
			}
		}
	}
	n := 0
	for i := range f.cast {
		n += len(f.cast[i].Mentions)
	}
	r.cast = make([]mentioned, 0, n)
	for i := range f.cast {
		for _, m := range f.cast[i].Mentions {
			r.cast = append(r.cast, mentioned{m.Span, &f.cast[i]})
		}
	}
	slices.SortFunc(r.cast, func(a, b mentioned) int { return a.Start - b.Start })
	return r
}

// resolve returns the fullest name that a mention stands for, the registry's
// id of its actor, and its role; "" where the article does not say. A mention
// in an oblique case gives no name of its own.
func (r *resolver) resolve(mention text.Span, oblique bool) (name, actor, role string) {
	if both := r.joint(mention); !both.Empty() {
		return r.d.Str(both), "", ""
	}
	if a := r.bodyBehind(mention); a != nil {
		return a.Name, a.ID, ""
	}
	person, name, head := r.identify(mention, oblique)
	switch {
	case person >= 0:
		name, head = r.d.Str(r.all[person].Span), r.all[person].Span
		role = r.roles.of(person)
	case person < -1:
		name = r.others[-2-person]
	}
	if a := r.actorAt(mention, head); a != nil {
		actor = a.ID
		if name != "" && (person == -1 || person >= 0 && r.all[person].Given == "" && a.Kind == actors.Person) {
			name = a.Name
		}
	}
	return name, actor, role
}

// identify returns the person that a mention stands for: the index of its
// fullest name in all, -2-i for others[i], or -1; then name is what the mention
// itself gives, and head the part of it that was looked at.
func (r *resolver) identify(mention text.Span, oblique bool) (person int, name string, head text.Span) {
	word := strings.ToLower(r.d.Str(mention))
	if word == "who" || word == "whose" || word == "whom" {
		return r.antecedent(mention), "", mention
	}
	if g := r.pronoun(word); g != "" {
		return r.standsFor(mention, g), "", mention
	}
	if person, ok := r.stands[mention.Start]; ok && person >= unnamed && strings.HasPrefix(word, "the ") {
		return person, "", mention
	}
	if i := r.head(mention); i >= 0 {
		person, head = r.all[i].Full, r.all[i].Span
		if head.Start < mention.Start { // the shape took in a word before: "Laut Anna Vogt"
			person, head.Start = -1, mention.Start
		}
		return person, r.d.Str(head), head
	}
	if i := r.apposed(mention); i >= 0 {
		return r.all[i].Full, "", mention
	} else if i < -1 {
		return i, "", mention
	}
	if oblique { // "Ивана Лесного"
		return -1, "", mention
	}
	if k := r.stranger(mention); k != -1 {
		return k, "", mention
	}
	if r.describes(mention) {
		return -1, "", mention
	}
	return -1, r.capitalised(mention), mention
}

// standsFor returns the person with a name whom a pronoun of a gender stands
// for, -1 for none.
func (r *resolver) standsFor(pronoun text.Span, gender string) int {
	person, ok := r.stands[pronoun.Start]
	if !ok {
		person = r.pronounced(candidate{Span: pronoun, gender: gender})
	}
	if person < unnamed {
		return -1
	}
	return person
}

// fullyNamed reports whether name i ends a mention that is all of it a title
// with a capital: "Speaker of the House Ada Quill", not "a spokesman for Ada
// Quill" or "Friends of Ada Quill".
func (r *resolver) fullyNamed(mention text.Span, i int) bool {
	if r.all[i].Given == "" || r.all[i].End != mention.End {
		return false
	}
	first, t := r.d.TokenAt(mention.Start), r.d.TokenAt(r.all[i].Start)-1
	if r.words.OfLow(r.d, first)&det != 0 {
		first++
	}
	office := names.ClassOf(r.d.Tok(first))&(names.Head|names.Before) | names.ClassOf(r.d.Tok(t))&names.Head
	return first < t && r.d.Tokens[first].Upper && r.d.Tokens[t].Upper && office != 0
}

// joint returns the names of a mention that is several persons, from the first
// to the last: "Sens. Ada Quill and Mark Brody" speak together, and neither
// alone. Empty where the mention is one person or none.
func (r *resolver) joint(mention text.Span) text.Span {
	i := r.head(mention)
	if i < 0 {
		return text.Span{}
	}
	if r.several(mention, i) {
		return text.Span{Start: mention.Start, End: r.all[i].End}
	}
	out := text.Span{}
	for last := i; i+1 < len(r.all) && r.all[i+1].End <= mention.End; i++ {
		next := r.all[i+1].Start
		if t := r.all[i+1].Title; !t.Empty() && t.Len() < 12 {
			next = t.Start // "Mr. Brody and Ms. Quill"
		}
		between := strings.Trim(r.d.Text[r.all[i].End:next], " ")
		if between != "and" && between != "&" {
			break
		}
		out = text.Span{Start: r.all[last].Start, End: r.all[i+1].End}
	}
	return out
}

// at returns the index of the first name that ends after byte b.
func (r *resolver) at(b int) int {
	i, _ := slices.BinarySearchFunc(r.all, b, func(n names.Name, b int) int {
		if n.End <= b {
			return -1
		}
		return 1
	})
	return i
}

// head returns the person's name that is the head of a noun phrase, -1 when
// its head is another noun: "a spokesman for Ada Moreno", "Moreno's aides".
func (r *resolver) head(mention text.Span) int {
	for i := r.at(mention.Start); i < len(r.all) && r.all[i].End <= mention.End; i++ {
		n := r.all[i].Span
		if r.follows(mention, n.End) {
			continue
		}
		for t := r.d.TokenAt(mention.Start); t < len(r.d.Tokens) && r.d.Tokens[t].Start < n.Start && !r.fullyNamed(mention, i); t++ {
			if w := r.words.Of(r.d, t); w&prep != 0 && !r.inTitle(i, r.d.Tokens[t].Span) {
				return -1
			}
		}
		return i
	}
	return -1
}

func (r *resolver) opensSentence(t int) bool {
	i := r.d.SentenceAt(r.d.Tokens[t].Start)
	return i < len(r.d.Sentences) && r.d.Sentences[i].First == t
}

// antecedent returns the person that "who" stands for: the one named last
// before it, where nothing but a comma, an apposition or a place parts them. -1
// where another noun stands there: "a lawyer for Reed, who".
func (r *resolver) antecedent(mention text.Span) int {
	i := r.at(mention.Start) - 1
	if i < 0 || r.d.SentenceAt(r.all[i].Start) != r.d.SentenceAt(mention.Start) {
		return -1
	}
	n := &r.all[i]
	who := r.d.TokenAt(mention.Start)
	if t := r.d.TokenAt(n.End); t != who && !r.closes(n.End) || t < who && r.d.Tokens[who-1].Kind == text.Word && !r.d.Tokens[who-1].Upper {
		return -1 // "as one who"
	}
	first := r.d.TokenAt(n.Start)
	if !n.Title.Empty() {
		first = r.d.TokenAt(n.Title.Start)
	}
	if first >= 2 && r.words.Of(r.d, first-1)&prep != 0 && names.Trade(r.d.Tok(first-2)) {
		return -1
	}
	return n.Full
}

// bodyBehind returns the organisation of the cast whose name ends a speaker's
// mention right behind a person's: "the Ada Moreno White House". Nil for none.
func (r *resolver) bodyBehind(mention text.Span) *actors.Actor {
	i := r.at(mention.Start)
	if i >= len(r.all) || r.all[i].End >= mention.End {
		return nil
	}
	k, ok := slices.BinarySearchFunc(r.cast, r.all[i].End+1, func(m mentioned, b int) int { return m.Start - b })
	if !ok || r.cast[k].End != mention.End || r.cast[k].actor.Kind != actors.Organisation {
		return nil
	}
	return r.cast[k].actor
}

// actorAt returns the cast's actor mentioned in the head of a speaker's mention.
func (r *resolver) actorAt(mention, head text.Span) *actors.Actor {
	for _, sp := range []text.Span{head, mention} {
		i, _ := slices.BinarySearchFunc(r.cast, sp.Start, func(m mentioned, b int) int {
			if m.End <= b {
				return -1
			}
			return 1
		})
		if i < len(r.cast) && r.cast[i].Overlaps(sp) && (sp == head && head != mention || r.cast[i].Len()*2 >= sp.Len()) {
			return r.cast[i].actor
		}
	}
	return nil
}
