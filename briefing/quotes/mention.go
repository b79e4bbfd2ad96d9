package quotes

import (
	"strings"

	"readout/briefing/names"
	"readout/briefing/text"
)

// apposed returns the name that stands behind a mention in apposition, as an
// index in all, or -2-i for others[i]: "the premier, Peter Hart,". -1 when none
// does.
func (r *resolver) apposed(mention text.Span) int {
	t := r.d.TokenAt(mention.End)
	if r.d.Tok(t) != "," {
		return -1
	}
	if i := r.at(mention.End); i < len(r.all) && r.startsAt(i, t+1) && r.closes(r.all[i].End) {
		return i
	}
	k := t + 1
	for k < len(r.d.Tokens) && k < t+7 && r.d.Tokens[k].Kind == text.Word && (r.d.Tokens[k].Upper || k > t+1 && r.words.Get(r.d.Tok(k)) == 0) {
		k++
	}
	least := t + 3
	if r.kinsman(mention) {
		least = t + 2 // "His wife, Grace,"
	}
	if k < least || k >= len(r.d.Tokens) || r.d.Tok(k) != "," && r.d.Tok(k) != "." {
		return -1
	}
	name := text.Span{Start: r.d.Tokens[t+1].Start, End: r.d.Tokens[k-1].End}
	if i := r.head(name); i >= 0 {
		return i
	}
	if least == t+2 {
		return r.other(r.d.Str(name))
	}
	return r.stranger(name)
}

// kinsman reports whether a mention ends with a noun that tells a person's gender.
func (r *resolver) kinsman(mention text.Span) bool {
	last := r.d.Tokens[r.d.TokenAt(mention.End-1)]
	return !last.Upper && r.words.Get(r.d.Str(last.Span))&(male|female) != 0
}

// closes reports whether an apposition may end at byte b, behind a name: at a
// mark, or before where the person is from.
func (r *resolver) closes(b int) bool {
	switch r.d.Tok(r.d.TokenAt(b)) {
	case ",", ".", "(", "—", "–", "of", "from":
		return true
	}
	return false
}

// startsAt reports whether name i, with its title, begins at token t.
func (r *resolver) startsAt(i, t int) bool {
	start := r.all[i].Start
	if !r.all[i].Title.Empty() {
		start = r.all[i].Title.Start
	}
	return t < len(r.d.Tokens) && r.d.Tokens[t].Start == start
}

// inTitle reports whether a word stands in the title of name i: "Secretary of State".
func (r *resolver) inTitle(i int, word text.Span) bool { return r.all[i].Title.Holds(word) }

// follows reports whether the phrase goes on with a noun, or an 's, after
// byte end: the name before it only describes the head.
func (r *resolver) follows(mention text.Span, end int) bool {
	t := r.d.TokenAt(end)
	if t >= len(r.d.Tokens) || r.d.Tokens[t].Start >= mention.End {
		return false
	}
	w := r.d.Tok(t)
	if strings.HasPrefix(w, "'") || strings.HasPrefix(w, "’") {
		return true
	}
	return r.d.Tokens[t].Kind == text.Word && r.words.Get(strings.ToLower(w))&(prep|conj|rel|sub) == 0
}

// capitalised returns the name that a mention ends with: all of it when all
// its words but the article are capitalised ("the Sierra Club"), else two
// capitalised words or more behind the nouns ("propagandist Olena Hai").
func (r *resolver) capitalised(mention text.Span) string {
	first, last := r.d.TokenAt(mention.Start), r.d.TokenAt(mention.End-1)
	for first <= last && (r.words.OfLow(r.d, first)&(det|office) != 0 || r.lang == "de" && r.compoundOffice(r.d.Low(first))) {
		first++
	}
	start := first
	for t := first; t <= last; t++ {
		tok := r.d.Tokens[t]
		if w := r.d.Tok(t); t < last && (w == "'s" || w == "’s") {
			start = t + 1 // "Quill's way" names nobody, "the town's Daily Post" a paper
			continue
		}
		if tok.Kind != text.Word || tok.Upper {
			continue
		}
		switch w := r.words.Of(r.d, t); {
		case w&(prep|conj|det) == 0 && tok.Len() > 3:
			start = t + 1
		case start > first: // an aide to Jane Petit
			return ""
		}
	}
	last = r.cutOrigin(start, last)
	if start > last || !r.d.Tokens[start].Upper || start > first && last-start < 1 || !r.endsName(last) {
		return ""
	}
	if start == last && !r.oneWordName(start) {
		return ""
	}
	return r.d.Text[r.d.Tokens[start].Start:r.d.Tokens[last].End]
}

// cutOrigin cuts where a person is from off the tokens of a name and returns
// its last: "Mujo Radic of the Delta Group", but not "Union Bank of Norway".
func (r *resolver) cutOrigin(first, last int) int {
	for t := first; t <= last; t++ {
		if w := r.d.Tok(t); w == "of" || w == "from" {
			if t-first >= 2 {
				return t - 1
			}
			break
		}
		if !r.d.Tokens[t].Upper || names.ClassOf(r.d.Tok(t))&(names.NotName|names.Common|names.Opening|names.Head) != 0 {
			break
		}
	}
	return last
}

// endsName reports whether token t can be the last of a name: "A Northland man"
// is none, nor are titles alone ("Chairman and CEO").
func (r *resolver) endsName(t int) bool {
	tok := r.d.Tokens[t]
	return (tok.Upper || tok.Kind != text.Word) && names.ClassOf(r.d.Tok(t))&(names.Head|names.Surname|names.Given) != names.Head
}

// compoundOffice reports whether a German word ends with an office, as
// Verkehrsminister does. The file lists such ends with a hyphen.
func (r *resolver) compoundOffice(w string) bool {
	for i := 2; i+4 <= len(w); i++ {
		if r.words.Get("-"+w[i:])&office != 0 {
			return true
		}
	}
	return false
}

// oneWordName reports whether the word at token t with a capital is a name by
// itself. One that opens a sentence ("Officials", "Optimism") must be known for
// a name, an abbreviation, or have its capital elsewhere too.
func (r *resolver) oneWordName(t int) bool {
	w := r.d.Tok(t)
	if r.words.OfStraight(r.d, t)&(pron|det|num) != 0 && (len(w) < 2 || strings.ToUpper(w) != w) {
		return false
	}
	if names.ClassOf(w)&(names.Noun|names.Surname|names.Given) == names.Noun {
		return false
	}
	if r.lang == "de" { // every noun has a capital
		return names.ClassOf(w)&(names.Surname|names.Given) != 0 || r.actorAt(r.d.Tokens[t].Span, r.d.Tokens[t].Span) != nil
	}
	if !r.opensSentence(t) || strings.ToUpper(w) == w {
		return true
	}
	if plural(w) {
		return false
	}
	return names.ClassOf(w)&(names.Surname|names.Given) != 0 || r.actorAt(r.d.Tokens[t].Span, r.d.Tokens[t].Span) != nil || r.capitals()[w]
}

// capitals are the words that the document has with a capital within a sentence.
func (r *resolver) capitals() map[string]bool {
	if r.upper == nil {
		r.upper = make(map[string]bool)
		for _, s := range r.d.Sentences {
			for t := s.First + 1; t < s.Last; t++ {
				if r.d.Tokens[t].Upper && r.d.Tokens[t-1].Kind == text.Word {
					r.upper[r.d.Tok(t)] = true
				}
			}
		}
	}
	return r.upper
}

// several reports whether a mention joins more persons than the one whose name
// is its last: "Edda-Mai Doren and Tom Reed". "Chairman and owner Tom Reed" is one.
func (r *resolver) several(mention text.Span, i int) bool {
	first := r.d.TokenAt(mention.Start)
	t := r.d.TokenAt(r.all[i].Start) - 1
	if !r.all[i].Title.Empty() {
		t = r.d.TokenAt(r.all[i].Title.Start) - 1
	}
	if t-2 < first || r.d.Tok(t) != "and" {
		return false
	}
	return r.d.Tokens[t-1].Upper && r.d.Tokens[t-2].Upper && r.endsName(t-1)
}

// describes reports whether a mention says what someone is, though with
// capitals, and names nobody: "the Eastport Republican", "Mayor of Eastport". A
// body that the cast knows by these words ("The Economist") has them for its name.
func (r *resolver) describes(mention text.Span) bool {
	article := r.words.OfLow(r.d, r.d.TokenAt(mention.Start))&det != 0
	t := r.nounOf(mention)
	office := names.ClassOf(strings.ToLower(r.d.Tok(t)))&(names.Head|names.Person) != 0
	return office && (article || r.d.Tokens[t].End < mention.End) && r.actorAt(mention, mention) == nil
}

// nounOf returns the token of the noun of a mention: its last word, or the last
// before a preposition.
func (r *resolver) nounOf(mention text.Span) int {
	t := r.d.TokenAt(mention.Start)
	for t+1 < len(r.d.Tokens) && r.d.Tokens[t+1].Start < mention.End && r.words.Of(r.d, t+1)&prep == 0 {
		t++
	}
	return t
}
