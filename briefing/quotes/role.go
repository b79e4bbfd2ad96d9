package quotes

import (
	"cmp"
	"slices"
	"strings"

	"readout/briefing/names"
	"readout/briefing/text"
)

// maxRole bounds the words of a role.
const maxRole = 14

// roles reads who the persons of a document are out of what stands beside
// their names: a title ("Majority Leader Ada Moreno") or an apposition ("Ada
// Moreno, the bloc's envoy,").
type roles struct {
	d      *text.Doc
	all    []names.Name
	stated map[int]text.Span // by the index of the fullest name; made when first asked
	nouns  map[int][]string  // the last words of titles and roles, in lower case; made when first asked
}

// titled reports whether the text calls person i a senator, in a title or a
// role, where noun is "senator". A "former senator" may have been called by either.
func (r *resolver) titled(i int, noun string) bool {
	if r.roles.nouns == nil {
		r.roles.readNouns()
	}
	held, former := strings.CutPrefix(noun, "former ")
	return slices.Contains(r.roles.nouns[i], noun) || former && slices.Contains(r.roles.nouns[i], held)
}

func (r *roles) readNouns() {
	r.nouns = make(map[int][]string)
	add := func(i int, sp text.Span) {
		noun, rank, first := "", "", r.d.TokenAt(sp.Start)
		if first > 0 {
			rank = ranks[strings.ToLower(r.d.Tok(first-1))]
		}
		for t := first; t < len(r.d.Tokens) && r.d.Tokens[t].Start < sp.End && !ofRole[r.d.Tok(t)]; t++ {
			if r.d.Tokens[t].Kind == text.Word {
				noun = strings.TrimSuffix(strings.ToLower(r.d.Tok(t)), ".")
				rank = cmp.Or(ranks[noun], rank)
			}
		}
		if full := spelled[noun]; full != "" {
			noun = full
		}
		noun = ranked(rank, noun)
		if noun != "" && !slices.Contains(r.nouns[i], noun) {
			r.nouns[i] = append(r.nouns[i], noun)
		}
	}
	r.of(-1)
	for i := range r.all {
		if n := &r.all[i]; n.Full >= 0 {
			add(n.Full, n.Title)
			if n.Full == i {
				add(i, r.stated[i])
			}
		}
	}
}

// ranks are words that make another post of the one they stand before: the vice
// president is not the president, nor is the former one.
var ranks = map[string]string{"former": "former ", "ex": "former ", "vice": "vice ", "deputy": "deputy ", "assistant": "assistant ", "associate": "associate ", "lieutenant": "lieutenant ", "lt": "lieutenant ", "shadow": "shadow "}

// ranked puts the word that makes another post of it before a noun; a
// lieutenant colonel is a colonel all the same.
func ranked(rank, noun string) string {
	if noun == "" || rank == "lieutenant " && noun != "governor" {
		return noun
	}
	return rank + noun
}

// spelled are titles as they are spelled when they stand alone.
var spelled = map[string]string{"sen": "senator", "rep": "representative", "gov": "governor", "dr": "doctor", "prof": "professor", "gen": "general", "pres": "president", "col": "colonel", "sgt": "sergeant", "lt": "lieutenant", "capt": "captain", "rev": "reverend", "amb": "ambassador", "atty": "attorney"}

// of returns what the text says person i is, as it is written there; "" when
// it says nothing.
func (r *roles) of(i int) string {
	if r.stated == nil {
		r.stated = make(map[int]text.Span)
		worth := make(map[int]int)
		for k := range r.all {
			n := &r.all[k]
			if n.Full < 0 {
				continue
			}
			if sp, w := r.beside(n); w > worth[n.Full] {
				r.stated[n.Full], worth[n.Full] = sp, w
			}
		}
	}
	return r.d.Str(r.stated[i])
}

// beside returns the role beside one mention and what it is worth: an
// apposition says more than a title, a title of several words more than one.
func (r *roles) beside(n *names.Name) (text.Span, int) {
	if sp := r.behind(n); !sp.Empty() {
		return sp, 3
	}
	if n.Given != "" {
		if sp := r.before(n); !sp.Empty() {
			return sp, 3
		}
	}
	sp := r.title(n)
	switch {
	case sp.Empty():
		return sp, 0
	case strings.Contains(r.d.Str(sp), " "):
		return sp, 2
	}
	return sp, 1
}

// title returns the title before a name with the words that belong to it
// ("Hemet Mayor", "Ukraine's Foreign Minister"); empty for a mere "Mr."
// and for small letters before a surname: "the judge Hart spoke of"
func (r *roles) title(n *names.Name) text.Span {
	first, end := r.d.TokenAt(n.Title.Start), r.d.TokenAt(n.Start)
	office := false
	for t := first; t < end && !n.Title.Empty(); t++ {
		w := r.d.Tok(t)
		office = office || names.ClassOf(w)&names.Head != 0 && names.ClassOf(w)&(names.Mister|names.Mistress) == 0
	}
	if !office || n.Given == "" && !r.d.Tokens[first].Upper || strings.HasSuffix(strings.TrimSuffix(r.d.Str(n.Title), "."), "s") {
		return text.Span{}
	}
	return text.Span{Start: r.d.Tokens[r.opens(first, r.d.Sentences[r.d.SentenceAt(n.Start)].First)].Start, End: n.Title.End}
}

// opens returns the token where the title begins whose noun is token t: at the
// body, place or owner before it, and at what says that it is held no longer, or
// not yet. It is t itself where a longer name of a body is cut ("... and Prevention director").
func (r *roles) opens(t, least int) int {
	noun := t
	for t > least && noun-t < 6 {
		w := r.d.Tok(t - 1)
		if !(w == "'s" || w == "’s" || qualifies[strings.ToLower(w)] || r.namesBody(t-1)) {
			break
		}
		t--
	}
	if t > least+1 && r.cuts(t) && !r.d.Tokens[noun].Upper {
		return noun
	}
	if w := r.d.Tok(t); w == "'s" || w == "’s" {
		t++
	}
	return t
}

// cuts reports whether token t, with a capital, stands within the longer name
// of a body: "Disease Control and Prevention".
func (r *roles) cuts(t int) bool {
	switch r.d.Tok(t - 1) {
	case "and", "of", "for":
	default:
		return false
	}
	before := r.d.Tokens[t-2]
	_, name := slices.BinarySearchFunc(r.all, before.Start, func(n names.Name, b int) int {
		switch {
		case n.End <= b:
			return -1
		case n.Start > b:
			return 1
		}
		return 0
	})
	return r.d.Tokens[t].Upper && before.Upper && !name
}

// namesBody reports whether the word at token t may belong to the body or place
// in a title, with a capital, and to nobody's name.
func (r *roles) namesBody(t int) bool {
	w := r.d.Tok(t)
	c := names.ClassOf(w)
	someone := c&names.Given != 0 && c&names.Ordinary == 0
	opener := c&(names.Common|names.Opening) == names.Common
	return r.d.Tokens[t].Kind == text.Word && r.d.Tokens[t].Upper && !someone && !opener && !names.Weekday(w) // "on Monday Mayor Hart"
}

// qualifies are words before a title that say whether, or how, it is held.
var qualifies = map[string]bool{"former": true, "ex": true, "acting": true, "interim": true, "outgoing": true, "incoming": true, "deputy": true, "late": true, "then": true, "retired": true, "ousted": true, "disgraced": true, "longtime": true, "senior": true}

// behind returns the apposition behind a name: ", the bloc's foreign policy chief,".
func (r *roles) behind(n *names.Name) text.Span {
	t := r.d.TokenAt(n.End)
	if r.d.Tok(t) != "," {
		return text.Span{}
	}
	if r.number(t+1) && r.d.Tok(t+2) == "," { // ", 44, a commander"
		t += 2
	}
	end, last := t+1, r.d.Sentences[r.d.SentenceAt(n.Start)].Last-1
	for end < last && end-t <= maxRole && !(endsRole(r.d.Tok(end)) && (r.d.Tok(end) != "." || r.d.Tokens[end+1].Kind == text.Mark)) {
		end++
	}
	if end-t > maxRole || !r.isRole(t+1, end) {
		return text.Span{}
	}
	return text.Span{Start: r.d.Tokens[t+1].Start, End: r.d.Tokens[end-1].End}
}

// before returns the phrase that a name stands in apposition to: "Mexico's
// deputy foreign minister, Rodrigo Alba,".
func (r *roles) before(n *names.Name) text.Span {
	k := r.d.TokenAt(n.Start) - 1
	if after := r.d.Tok(r.d.TokenAt(n.End)); r.d.Tok(k) != "," || after != "," && after != "." {
		return text.Span{}
	}
	s := r.d.Sentences[r.d.SentenceAt(n.Start)]
	first := k
	for first > s.First && k-first < maxRole && r.d.Tokens[first-1].Kind != text.Mark {
		first--
	}
	for t := k - 1; t >= first; t-- { // the phrase begins with its article or possessor
		if opensRole[strings.ToLower(r.d.Tok(t))] || r.possessor(t) {
			for t > first && r.possessor(t) && r.d.Tokens[t-1].Upper && names.ClassOf(r.d.Tok(t-1))&names.Common == 0 {
				t-- // "New Mexico's"
			}
			if r.isRole(t, k) {
				return text.Span{Start: r.d.Tokens[t].Start, End: r.d.Tokens[k-1].End}
			}
			if !ofRole[r.d.Tok(t-1)] {
				break
			}
		}
	}
	return text.Span{}
}

// possessor reports whether the word at t with a capital has an 's or belongs to one that has.
func (r *roles) possessor(t int) bool {
	for ; t < len(r.d.Tokens) && r.d.Tokens[t].Kind == text.Word && r.d.Tokens[t].Upper; t++ {
		if w := r.d.Tok(t + 1); w == "'s" || w == "’s" {
			return true
		}
	}
	return false
}

// isRole reports whether the tokens [first,end) are a noun phrase whose noun
// is an office or a trade.
func (r *roles) isRole(first, end int) bool {
	if end-first < 2 && !(end > first && names.Trade(r.d.Tok(first))) {
		return false
	}
	low := strings.ToLower(r.d.Tok(first))
	noun := end
	for t := first; t < end; t++ {
		if w := r.d.Tok(t); t > first && ofRole[w] {
			noun = t
			break
		}
	}
	if !opensRole[low] && !r.possessor(first) && !names.Trade(low) && !(names.ClassOf(r.d.Tok(first))&names.Before != 0) {
		return false
	}
	return noun > first && (names.Trade(strings.ToLower(r.d.Tok(noun-1))) || names.ClassOf(r.d.Tok(noun-1))&names.Head != 0)
}

func (r *roles) number(t int) bool {
	return t < len(r.d.Tokens) && r.d.Tokens[t].Kind == text.Number
}

// endsRole reports whether a token ends an apposition.
func endsRole(w string) bool {
	switch w {
	case ",", ".", ";", ":", "(", ")", "—", "–", "--", "!", "?", "“", "”", `"`, "who", "said", "says", "told", "which", "whose", "has", "was", "is", "had", "wrote", "added", "adding", "as":
		return true
	}
	return false
}

// opensRole are the words that begin a role; ofRole go on with it behind its noun.
var (
	opensRole = map[string]bool{"a": true, "an": true, "the": true, "its": true, "his": true, "her": true, "their": true}
	ofRole    = map[string]bool{"of": true, "for": true, "in": true, "at": true, "from": true, "on": true, "to": true, "with": true, "and": true, "by": true}
)
