package actors

import (
	"readout/briefing/names"
)

// placeHeads end or begin the name of a place.
var placeHeads = map[string]string{
	"Province": "province", "County": "county", "District": "district", "Oblast": "region", "Region": "region", "Prefecture": "province",
	"Territory": "region", "Territories": "region", "Island": "island", "Islands": "island", "Peninsula": "region", "River": "river",
	"Lake": "lake", "Mountains": "region", "Valley": "region", "Bay": "region", "Strait": "region", "Ocean": "region", "Sea": "region",
	"Desert": "region", "City": "city", "Township": "city", "Governorate": "province", "Canton": "province", "Raion": "district", "Voivodeship": "province",
	"Coast": "region", "Hills": "region", "Heights": "region", "Beach": "city", "Springs": "city", "Falls": "city", "Square": "square",
	"Airport": "facility", "Base": "facility", "Kingdom": "country", "Republic": "country", "Empire": "country", "Crossing": "facility",
}

// ofHeads name a place together with what follows "of".
var ofHeads = map[string]string{
	"Republic": "country", "Kingdom": "country", "Province": "province", "City": "city", "State": "state", "Principality": "country", "Duchy": "country",
	"Grand Duchy": "country", "Gulf": "region", "Bay": "region", "Sea": "region", "Strait": "region", "Straits": "region", "Isle": "island", "Colony": "country", "Commonwealth": "state",
	"County": "county", "District": "district", "Region": "region", "Cape": "region", "Empire": "country", "Islands": "island", "Union": "country", "Emirate": "country", "Sultanate": "country",
	"province": "province", "canton": "province",
}

// frontHeads begin the name of a place.
var frontHeads = map[string]string{
	"Mount": "mountain", "Lake": "lake", "Fort": "city", "Port": "city", "San": "city", "Santa": "city", "Saint": "city", "St": "city", "Los": "city", "Las": "city",
	"El": "city", "Cape": "region", "Camp": "facility", "New": "city", "Puerto": "city", "Rio": "river", "Nova": "region", "São": "city", "Upper": "region", "Lower": "region", "Greater": "region",
}

// directions stand before places: "North Kivu", "East Jerusalem".
var directions = map[string]bool{"North": true, "South": true, "East": true, "West": true, "Northern": true, "Southern": true, "Eastern": true, "Western": true,
	"Central": true, "Greater": true, "Inner": true, "Outer": true, "Upper": true, "Lower": true, "Northeast": true, "Northwest": true, "Southeast": true, "Southwest": true}

// placePrepositions stand before a place more often than before anything else.
var placePrepositions = map[string]bool{"in": true, "near": true, "at": true, "from": true, "around": true, "outside": true, "throughout": true, "across": true, "inside": true, "northern": true, "southern": true, "eastern": true, "western": true, "central": true, "downtown": true}

// places proposes the capitalised sequences whose shape or position makes
// them a place.
func (p *part) places(r *Registry) {
	for i := range p.doc.Sentences {
		s := &p.doc.Sentences[i]
		for t := s.First; t < s.Last; {
			if !p.capital(t) {
				t++
				continue
			}
			end := p.runEnd(t, s.Last)
			p.place(r, p.dropOpening(t, end, s.First), end, s.First, s.Last)
			t = end
		}
	}
}

func (p *part) place(r *Registry, first, end, sentence, last int) {
	if first >= end {
		return
	}
	tail, head := p.doc.Tok(end-1), p.doc.Tok(first)
	if typ, ok := ofHeads[tail]; ok && p.doc.Tok(end) == "of" {
		if u := end + 1; p.isArticle(u, last) || p.capital(u) {
			for p.isArticle(u, last) {
				u++
			}
			if p.capital(u) {
				p.propose(first, p.runEnd(u, last), Place, typ)
				return
			}
		}
	}
	if typ, ok := placeHeads[tail]; ok && end-first > 1 && end-first < 4 {
		p.propose(first, end, Place, typ)
		return
	}
	if directions[head] && end-first == 2 && p.knownPlace(r, first+1, end) {
		p.propose(first, end, Place, "region")
		return
	}
	if end-first > 3 || p.notPlace(first, end) {
		return
	}
	typ, front := frontHeads[head]
	front = front && end-first > 1
	switch {
	case front && (first == 0 || placePrepositions[p.doc.Tok(first-1)] || p.doc.Tok(first-1) == "of" || p.doc.Tok(first-1) == ","):
		p.propose(first, end, Place, typ)
	case p.doc.Tok(end) == "," && p.capital(end+1) && p.knownState(r, end+1):
		p.propose(first, end, Place, "city")
	case first > sentence && placePrepositions[p.doc.Tok(first-1)]:
		p.propose(first, end, Place, "")
		p.props[len(p.props)-1].rank = fromGuess
	}
}

// notPlace reports whether a word of the run speaks against a place.
func (p *part) notPlace(first, end int) bool {
	for t := first; t < end; t++ {
		w := p.doc.Tok(t)
		c := names.ClassOf(w)
		if c&(names.NotName|names.Common|names.Title) != 0 && !directions[w] && frontHeads[w] == "" || isAcronym(w) {
			return true
		}
	}
	return false
}

// knownPlace reports whether the tokens are one place of the registry.
func (p *part) knownPlace(r *Registry, first, end int) bool {
	s := p.doc.Text[p.doc.Tokens[first].Start:p.doc.Tokens[end-1].End]
	for i := range r.chain(p.doc.Tok(first)) {
		if a := &r.aliases[i]; a.text == s && r.records[a.record].Kind == Place && a.flags&demonym == 0 {
			return true
		}
	}
	return false
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
