package actors

import (
	"strings"

	"readout/briefing/names"
	"readout/briefing/text"
)

// datelines proposes the places in capitals that open a paragraph: "NEW YORK
// (Reuters)", "KYIV, Ukraine —".
func (p *part) datelines(r *Registry) {
	for i := range p.doc.Paragraphs {
		par := &p.doc.Paragraphs[i]
		if par.First >= par.Last {
			continue
		}
		s := &p.doc.Sentences[par.First]
		end := s.First
		for end < s.Last && end < s.First+3 && p.capital(end) && isAcronym(p.doc.Tok(end)) && p.doc.Tokens[end].Len() > 2 {
			end++
		}
		if end > s.First && endsDateline(p.doc.Tok(end)) {
			p.dateline(r, s.First, end)
		}
	}
}

func endsDateline(w string) bool {
	switch w {
	case "(", "—", "–", "-", "--", ",":
		return true
	}
	return false
}

func (p *part) dateline(r *Registry, first, end int) {
	var words []string
	for t := first; t < end; t++ {
		w := p.doc.Tok(t)
		words = append(words, w[:1]+strings.ToLower(w[1:]))
	}
	name := strings.Join(words, " ")
	q := proposal{Span: text.Span{Start: p.doc.Tokens[first].Start, End: p.doc.Tokens[end-1].End}, first: first, end: end, kind: Place, why: "name", name: -1}
	for i := range r.chain(words[0]) {
		if a := &r.aliases[i]; a.text == name && r.records[a.record].Kind == Place && a.flags&demonym == 0 {
			q.claims = append(q.claims, claim{a.record, a.flags})
			q.typ = r.records[a.record].Type
		}
	}
	if len(q.claims) > 0 || names.ClassOf(words[0])&names.Common == 0 && (p.doc.Tok(end) == "(" || p.inState(r, end)) {
		p.props = append(p.props, q)
	}
}

// inState reports whether a comma at token t, a state or country and the end of
// a dateline follow: "RYE, N.H. —".
func (p *part) inState(r *Registry, t int) bool {
	if p.doc.Tok(t) != "," || p.stateBehind(t) == "" && !(p.capital(t+1) && p.knownState(r, t+1)) {
		return false
	}
	for end := t + 2; end < t+5; end++ {
		if w := p.doc.Tok(end); w != "," && endsDateline(w) {
			return true
		}
	}
	return false
}
