package names

import (
	"strings"

	"readout/briefing/text"
)

// sequence decides what of f.pieces is a person's name. In a headline set in
// capitals ("Senate Backs Ada Moreno Plan") a name is a given name and the
// word behind it.
func (f *finder) sequence(sentence int, headline bool) {
	if headline {
		f.headline(f.pieces)
		return
	}
	title, p := f.posted(f.pieces)
	for len(title) == 0 && len(p) > 0 && opens(p, sentence) {
		p = p[1:]
	}
	if len(p) > 1 && p[0].first == sentence && p[0].text == "Will" && f.asks(sentence) {
		p = p[1:] // "Will Washington listen?"
	}
	if len(p) > 2 && p[0].first == sentence && !p[0].initial && (p[0].class == 0 || p[0].class&Particle != 0) && (strongGiven(p[1]) || p[1].initial) {
		p = p[1:] // "Comedian Ada Moreno", "Von A. Moreno"
	}
	if len(p) > 2 && isInitials(p[0].text) && strings.HasSuffix(p[0].text, ".") && strongGiven(p[1]) {
		p = p[1:] // "in Bedford, N.J. Ada Moreno ..."
	}
	rest := p
	if len(title) == 0 {
		title, rest = splitTitle(p)
	}
	rest = trimEnd(rest, len(title) > 0)
	if len(title) == 0 {
		rest = trimStart(rest)
	}
	if len(rest) == 0 || len(rest) > 6 {
		return
	}
	switch {
	case len(title) == 0 && f.placed(rest):
	case isName(rest, len(title) > 0, rest[0].first == sentence), len(title) == 0 && f.framed(rest):
		f.add(title, rest)
	case isBare(rest):
		f.alone = append(f.alone, candidate{f.span(rest), f.span(title), sex(title), f.doc.Str(f.span(rest)), len(f.found)})
	}
}

// asks reports whether the sentence that begins at token t is a question.
func (f *finder) asks(t int) bool {
	s := f.doc.SentenceAt(f.doc.Tokens[t].Start)
	if s < 0 || s >= len(f.doc.Sentences) {
		return false
	}
	last := f.doc.Sentences[s].Last
	return f.doc.Tok(last-1) == "?" || f.doc.Tok(last-2) == "?"
}

// headline finds names and single words among words that all have capitals.
func (f *finder) headline(p []piece) {
	for i := 0; i < len(p); i++ {
		end := i + 2
		if end < len(p) && (p[i+1].initial || p[i+1].class&Particle != 0) {
			end++
		}
		if end <= len(p) && strongGiven(p[i]) && isName(p[i:end], false, false) && p[end-1].class&(NotName|Common|Title) == 0 {
			f.add(nil, p[i:end])
			i = end - 1
			continue
		}
		if i+1 < len(p) && p[i].class&Head != 0 && p[i+1].class&Surname != 0 && p[i+1].class&(Given|Common|NotName|Title) == 0 {
			f.add(p[i:i+1], p[i+1:i+2]) // "Senator Moreno Introduces Bill"
			i++
			continue
		}
		if one := p[i : i+1]; isBare(one) {
			f.alone = append(f.alone, candidate{f.span(one), text.Span{}, "", p[i].text, len(f.found)})
		}
	}
}

// germanic are the particles that may follow a title directly: "Chancellor von
// Moreno"; "président de la ..." names a body.
var germanic = map[string]bool{"von": true, "van": true, "zu": true, "bin": true, "al": true, "ibn": true, "ben": true}

func strongGiven(p piece) bool { return p.class&Given != 0 && p.class&(Ordinary|Common|NotName) == 0 }

// isName reports whether the pieces are a name beyond doubt; opening says that
// they open the sentence.
func isName(p []piece, titled, opening bool) bool {
	words := 0
	for i, w := range p {
		switch {
		case w.class&(NotName|Common) != 0 && w.class&(Surname|Given|Suffix) == 0 && !w.initial:
			return false
		case w.class&NotName != 0 && (i == 0 || i < len(p)-1) && !titled:
			return false
		case !w.lower && w.class&Suffix == 0 && !w.initial:
			words++
		}
	}
	if words == 0 || p[0].class&Suffix != 0 && p[0].class&Given == 0 {
		return false
	}
	last := p[len(p)-1]
	if last.class&Suffix != 0 && len(p) > 1 {
		last = p[len(p)-2]
	}
	switch {
	case titled:
		return (p[0].class&Particle == 0 || len(p) > 1 && !p[0].lower || germanic[p[0].text]) && (p[0].class&(Before|Of) == 0 || p[0].class&(Given|Surname) != 0)
	case len(p) < 2 || p[0].class&Particle != 0 && (p[1].lower || opening && p[0].class&(Ordinary|Given) != Given):
		return false
	case p[1].nick:
		return true
	case p[0].initial:
		return (len(p) > 2 || isInitials(p[0].text)) && (p[0].end > p[0].first+1 || isInitials(p[0].text))
	case strongGiven(p[0]):
		return true
	case p[0].class&Given != 0:
		return last.class&Surname != 0 && last.class&NotName == 0 || p[1].initial
	case p[1].initial && len(p) > 2:
		return true
	}
	return foreign(p, last, opening)
}

// foreign reports whether words that no list has are a name by their shape: a
// known or typical surname last, nothing known before it.
func foreign(p []piece, last piece, opening bool) bool {
	if len(p) > 3 || last.class&(NotName|Title|Common) != 0 || opening && p[0].class&Given == 0 {
		return false
	}
	for _, w := range p[:len(p)-1] {
		if w.class&^(Given|Ordinary|Surname|East|Particle) != 0 || len(w.text) < 3 {
			return false
		}
	}
	return surnameLike(last.text) || last.class&Surname != 0 && last.class&Given == 0 && p[0].class == 0 && len(p) == 2 && surnameShaped(p[0].text)
}

// surnameShaped reports whether a word could be a given name: letters only.
func surnameShaped(w string) bool {
	return !strings.ContainsAny(w, ".&-'’") && strings.ToUpper(w) != w
}

// isBare reports whether the pieces can be a surname alone.
func isBare(p []piece) bool {
	upper := 0
	for _, w := range p {
		if w.class&Common != 0 && w.class&Surname == 0 {
			return false
		}
		if !w.lower && w.class&Particle == 0 {
			upper++
		}
	}
	return upper == 1 || len(p) == 1
}

func (f *finder) span(p []piece) text.Span {
	if len(p) == 0 {
		return text.Span{}
	}
	return text.Span{Start: f.doc.Tokens[p[0].first].Start, End: f.doc.Tokens[p[len(p)-1].end-1].End}
}

// add records a name, if one is left before what it runs into.
func (f *finder) add(title, p []piece) {
	if p = f.apart(p); len(p) == 1 && len(title) == 0 {
		return
	}
	n := Name{Span: f.span(p), Title: f.span(title), Gender: sex(title), Full: len(f.found)}
	n.Given, n.Surname = f.split(p)
	if last := f.doc.Text[f.doc.Tokens[p[len(p)-1].first].Start:n.End]; Stem(last) < len(last) {
		tail := last[Stem(last):]
		n.End -= len(tail)
		n.Given, n.Surname = strings.TrimSuffix(n.Given, tail), strings.TrimSuffix(n.Surname, tail)
	}
	if n.Gender == "" && n.Given != "" {
		first, _, _ := strings.Cut(n.Given, " ")
		n.Gender = Gender(first)
	}
	f.found = append(f.found, n)
}

// apart cuts off the name of a body, of two words and more, that ends the words of a name.
func (f *finder) apart(p []piece) []piece {
	end := f.span(p).End
	for i := 1; f.body != nil && i+1 < len(p); i++ {
		if f.body(p[i].first) == end {
			return p[:i]
		}
	}
	return p
}

// split parts given names from the surname.
func (f *finder) split(p []piece) (given, surname string) {
	end := len(p)
	if end > 1 && p[end-1].class&Suffix != 0 {
		end--
	}
	if end == 1 {
		return "", p[0].text
	}
	if p[0].class&East != 0 && !(p[0].class&(Male|Female) != Male|Female && p[end-1].class&Surname != 0) && p[end-1].class&Surname == 0 {
		return f.doc.Str(f.span(p[1:end])), p[0].text
	}
	cut := end - 1
	for i := 1; i < end-1; i++ {
		if p[i].class&Particle != 0 && !p[i].initial && p[i].class&Given == 0 {
			cut = i
			break
		}
	}
	return f.doc.Str(f.span(p[:cut])), f.doc.Str(f.span(p[cut:end]))
}

// sex reads the gender out of a title.
func sex(title []piece) string {
	for _, p := range title {
		switch p.class & (Mister | Mistress) {
		case Mister:
			return "m"
		case Mistress:
			return "f"
		}
	}
	return ""
}
