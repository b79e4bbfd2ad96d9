package actors

import (
	"readout/briefing/names"
)

// mentions makes mentions of a part's chosen proposals.
func (g *cast) mentions(p *part, who map[int]int) {
	for i := range p.chosen {
		q := &p.chosen[i]
		a, ok := who[q.Start]
		if !ok {
			a = g.actorOf(p, q)
		}
		if a >= 0 {
			g.mention(a, p, q)
		}
	}
}

// actorOf decides which actor a proposal names; -1 when that cannot be told.
func (g *cast) actorOf(p *part, q *proposal) int {
	s := p.doc.Str(q.Span)
	switch q.kind {
	case "":
		return -1
	case Person:
		if q.why == "title" {
			return g.known(q.claims[0].record, s)
		}
		return g.person(p, q, p.nameOf(q), s)
	}
	if q.end == q.first+1 {
		if a, ok := g.acronym(s); ok {
			q.why = "acronym"
			return a
		}
	}
	if len(q.claims) == 0 {
		if i, ok := g.c.behindCountry(p, q); ok {
			return g.known(i, s)
		}
		return g.unknown(q.kind, q.typ, s)
	}
	if _, sure := plain(q.claims); !sure && q.name >= 0 {
		if i, ok := g.bySurname(p, q, s, ""); ok {
			q.why = "surname"
			return i // "Jordan" behind "Elias Jordan"
		}
	}
	if fit := g.c.decide(p, q); len(fit) > 0 {
		return g.choice(fit, s)
	}
	return g.undescribed(p, q, s)
}

// acronym returns the actor whose name the text abbreviates so.
func (g *cast) acronym(w string) (int, bool) {
	d, ok := g.short[w]
	if !ok {
		return 0, false
	}
	a, ok := g.memo[w]
	if !ok {
		g.memo[w] = -1
		a = g.actorOf(d.part, d.proposal)
		g.memo[w] = a
	}
	return a, a >= 0
}

// undescribed returns the actor of an alias that nothing decides: its kind may
// be plain all the same.
func (g *cast) undescribed(p *part, q *proposal, s string) int {
	switch {
	case q.kind == Organisation && p.english() && (isAcronym(s) && !noAcronym()[s] || p.bodyByShape(q.first, q.end)):
		return g.unknown(Organisation, q.typ, s)
	case q.kind == Place && g.c.r.records[q.claims[0].record].ID != "" && q.claims[0].flags&(demonym|metonym) == 0:
		return g.unknown(Place, "", s)
	}
	return -1
}

// bodyByShape reports whether the last of the tokens [first,end) makes them an
// organisation.
func (p *part) bodyByShape(first, end int) bool {
	typ, before := p.headAt(heads(), end-1, first)
	return typ != "" && (before > 0 || heads().at(p.doc, first).alone != "")
}

// person resolves a surname, or a name behind a title.
func (g *cast) person(p *part, q *proposal, n *names.Name, s string) int {
	last, sex := s, ""
	if n != nil {
		last, sex = n.Surname, n.Gender
	}
	if i, ok := g.bySurname(p, q, last, sex); ok {
		q.why = "surname"
		return i
	}
	if len(q.claims) > 0 {
		if i := g.choice(g.c.persons(p, q), s); i >= 0 {
			return i
		}
	}
	if n == nil || n.Title.Empty() {
		return -1
	}
	if i := g.choice(g.c.titledLegislator(p, n, q.end), s); i >= 0 {
		q.why = "title"
		return i
	}
	if i := g.choice(g.c.titledHolder(p, n), s); i >= 0 {
		q.why = "title"
		return i
	}
	return g.unknown(Person, "", s)
}
