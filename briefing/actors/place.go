package actors

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"readout/briefing/names"
	"readout/briefing/text"
)

//go:embed data/placeheads.txt
var placeHeadsFile string

// placeWord says what a word makes of the capitalised sequence around it: types
// of places, "" where it makes nothing.
type placeWord struct{ last, of, front, direction, before, weak string }

// placeWords are the words of placeheads.txt.
type placeWords struct{ text.Lexicon[*placeWord] }

var placeHeads = sync.OnceValue(func() *placeWords {
	h := &placeWords{}
	eachHead(placeHeadsFile, func(where, typ, word string) {
		w := h.Get(word)
		if w == nil {
			w = &placeWord{}
			h.Put(word, w)
		}
		*map[string]*string{"last": &w.last, "of": &w.of, "front": &w.front, "direction": &w.direction, "before": &w.before, "weak": &w.weak}[where] = typ
	})
	return h
})

var noPlaceHead = &placeWord{}

// at returns what token t makes.
func (h *placeWords) at(d *text.Doc, t int) *placeWord {
	if w := h.Of(d, t); w != nil {
		return w
	}
	return noPlaceHead
}

// places proposes the capitalised sequences whose shape or position makes
// them a place.
func (p *part) places(r *Registry) {
	for i := range p.doc.Sentences {
		s := &p.doc.Sentences[i]
		if names.TitleCase(p.doc, s.First, s.Last) {
			continue
		}
		for t := s.First; t < s.Last; {
			if !p.capital(t) {
				t++
				continue
			}
			end := p.runEnd(t, s.Last)
			p.place(r, p.dropOpening(r, t, end, s.First), end, s.First, s.Last)
			t = end
		}
	}
}

// partyTag reports whether a word is a member's party and seat: "D-Harbour".
func partyTag(w string) bool {
	return len(w) > 3 && w[1] == '-' && strings.IndexByte("DRIL", w[0]) >= 0 && unicode.IsUpper(rune(w[2]))
}

func (p *part) place(r *Registry, first, end, sentence, last int) {
	if first >= end || partyTag(p.doc.Tok(first)) {
		return
	}
	if p.bodyByShape(first, end) {
		return // "Harbour School District"
	}
	w := placeHeads()
	tail, head, ahead := w.at(p.doc, end-1), w.at(p.doc, first), w.at(p.doc, first-1)
	before := p.doc.Tok(first - 1)
	if p.placeOf(w, first, end, last) {
		return
	}
	if typ := tail.last; typ != "" && end-first > 1 && (end-first < 4 || typ == "facility" && end-first < 5) {
		p.propose(first, end, Place, typ)
		return
	}
	if head.direction != "" && end-first == 2 {
		if claims := p.knownPlace(r, first+1, end); len(claims) > 0 {
			p.propose(first, end, Place, "region")
			p.props[len(p.props)-1].claims = claims
			return
		}
	}
	if end-first > 3 || p.notPlace(first, end) {
		return
	}
	typ := head.front
	front := typ != "" && end-first > 1 && !(names.ClassAt(p.doc, first)&names.Common != 0 && (first == 0 || p.knownCountry(r, first+1)))
	switch {
	case front && (first == 0 || ahead.before != "" || ahead.weak != "" || before == "of" || before == ","):
		p.propose(first, end, Place, typ)
	case p.doc.Tok(end) == "," && p.capital(end+1) && p.knownState(r, end+1) && !p.ownsNext(end+1):
		p.propose(first, end, Place, "city")
	case first > sentence && ahead.before != "" && (end-first == 1 || before == "in") && p.closes(end):
		p.propose(first, end, Place, "")
		p.props[len(p.props)-1].rank = fromGuess
	}
}

// ownsNext reports whether the name at token t is a possessor, so that the name
// before it is no place in it: "Lena Kaas, Estonia's minister".
func (p *part) ownsNext(t int) bool {
	end := p.runEnd(t, len(p.doc.Tokens))
	w := p.doc.Tok(end)
	return w == "'s" || w == "’s" || w == "'" || w == "’" || names.ClassAt(p.doc, end)&names.Head != 0 // "Lena Kaas, Ohio governor"
}

// placeOf proposes "Gulf of Harbour" and its like.
func (p *part) placeOf(w *placeWords, first, end, last int) bool {
	typ := w.at(p.doc, end-1).of
	if typ == "" || p.doc.Tok(end) != "of" {
		return false
	}
	u := end + 1
	for p.isArticle(u, last) {
		u++
	}
	if u >= last || !p.capital(u) {
		return false
	}
	if names.ClassAt(p.doc, first)&names.Opening != 0 {
		first = end - 1
	}
	p.propose(first, p.runEnd(u, last), Place, typ)
	return true
}

// closes reports whether a place can end before token t: no noun follows that
// it would only describe ("in Moreno vetting row").
func (p *part) closes(t int) bool {
	w := p.doc.Tok(t)
	if t < len(p.doc.Tokens) && p.doc.Tokens[t].Kind == text.Number || w == "v" || w == "vs" {
		return false // "in Section 230", "in Roe v. Wade"
	}
	if t >= len(p.doc.Tokens) || p.doc.Tokens[t].Kind != text.Word || p.doc.Tokens[t].Upper || w == "'s" || w == "’s" {
		return true
	}
	return names.ClassOf(strings.ToUpper(w[:1])+w[1:])&names.Common != 0
}

// notPlace reports whether a word of the run speaks against a place.
func (p *part) notPlace(first, end int) bool {
	heads := placeHeads()
	for t := first; t < end; t++ {
		w := p.doc.Tok(t)
		if cut := strings.IndexByte(w, '-'); cut > 0 && names.ClassOf(w[:cut])&names.NotName != 0 {
			return true // "Turkish-American"
		}
		c := names.ClassAt(p.doc, t)
		if (c&(names.NotName|names.Common|names.Title) != 0 || c&names.Given != 0 && c&names.Ordinary == 0) && heads.at(p.doc, t).direction == "" && heads.at(p.doc, t).front == "" || isAcronym(w) || strings.ContainsAny(w, "0123456789") {
			return true
		}
	}
	return false
}

// knownPlace returns the claims of places on the tokens.
func (p *part) knownPlace(r *Registry, first, end int) []claim {
	s := p.doc.Text[p.doc.Tokens[first].Start:p.doc.Tokens[end-1].End]
	var out []claim
	for i := range r.chain(p.doc.Tok(first)) {
		if a := &r.aliases[i]; a.text == s && r.records[a.record].Kind == Place && a.flags&demonym == 0 {
			out = append(out, claim{a.record, a.flags})
		}
	}
	return out
}

// knownState reports whether a state, province or country begins at token t.
func (p *part) knownState(r *Registry, t int) bool {
	n, claims := p.aliasAt(r, t)
	for _, c := range claims {
		switch rec := &r.records[c.record]; rec.Type {
		case "country", "state", "province", "county", "nation":
			return n > 0 && c.flags&(demonym|metonym) == 0
		}
	}
	return false
}

// knownCountry reports whether a country by its plain name begins at token t.
func (p *part) knownCountry(r *Registry, t int) bool {
	_, claims := p.aliasAt(r, t)
	for _, c := range claims {
		if r.records[c.record].Type == "country" && c.flags&(demonym|metonym) == 0 {
			return true
		}
	}
	return false
}
