package actors

import (
	"slices"
	"strings"

	"readout/briefing/names"
	"readout/briefing/text"
)

// fullNames gathers the persons whose full name stands in a part, so that
// surnames anywhere in the article can be read.
func (g *cast) fullNames(p *part) map[int]int {
	who := make(map[int]int) // byte offset of the mention -> actor
	g.fullNamesOf(p, who, func(q *proposal) bool { return len(q.claims) > 0 })
	g.fullNamesOf(p, who, func(q *proposal) bool { return len(q.claims) == 0 })
	return who
}

func (g *cast) fullNamesOf(p *part, who map[int]int, take func(*proposal) bool) {
	for i := range p.chosen {
		q := &p.chosen[i]
		if q.kind != Person || q.why == "title" || !take(q) {
			continue
		}
		n := p.nameOf(q)
		if len(q.claims) == 0 && n != nil && g.doubtful(p, q, n) {
			who[q.Start] = -1
			continue
		}
		known := len(q.claims) > 0 && strings.Contains(p.doc.Str(q.Span), " ")
		if (n == nil || n.Given == "") && !known {
			continue
		}
		fit := g.c.persons(p, q)
		a := g.choice(fit, p.doc.Str(q.Span))
		if a < 0 {
			a = g.fullest(p, q, n)
		}
		who[q.Start] = a
		g.addLast(a, p, q, n)
		g.early[a] = max(g.early[a], p.prominence(q))
	}
}

func (p *part) nameOf(q *proposal) *names.Name {
	if q.name < 0 {
		return nil
	}
	return &p.names[q.name]
}

// fullest returns the actor of a person by shape under the fullest name.
func (g *cast) fullest(p *part, q *proposal, n *names.Name) int {
	if n == nil {
		return g.unknown(Person, "", p.doc.Str(q.Span))
	}
	if i := g.endsWith(n.Surname, p.doc.Str(n.Span)); i >= 0 {
		return i
	}
	for _, i := range g.last[n.Surname] {
		if g.actors[i].Kind == Person && names.SamePerson(givenOf(g.actors[i].Name, n.Surname), n.Given) {
			if a := &g.actors[i]; a.ID == "" && len(a.Name) < n.Len() {
				a.Name = p.doc.Str(n.Span)
			}
			return i
		}
	}
	return g.unknown(Person, "", p.doc.Str(n.Span))
}

// doubtful reports whether a name stands only in a headline set in capitals
// while the body, long enough to say it, does not have it.
func (g *cast) doubtful(p *part, q *proposal, n *names.Name) bool {
	body := g.c.parts[0]
	i := p.doc.SentenceAt(q.Start)
	if len(body.doc.Tokens) < 150 || i >= len(p.doc.Sentences) || !names.TitleCase(p.doc, p.doc.Sentences[i].First, p.doc.Sentences[i].Last) {
		return false
	}
	if p.head {
		return body.surnames()[n.Surname] == 0
	}
	return body.surnames()[n.Surname] < 2
}

// endsWith returns the one person whose name ends with several words, as
// "Ada Moreno Stone" does with "Moreno Stone"; -1.
func (g *cast) endsWith(last, words string) int {
	found := -1
	for _, i := range g.last[last] {
		if strings.HasSuffix(g.actors[i].Name, " "+words) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// givenOf cuts the surname off a name.
func givenOf(name, surname string) string {
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(name, surname+" "), surname))
}

// maxNamesakes bounds the persons that are told apart under one surname.
const maxNamesakes = 40

func (g *cast) addLast(a int, p *part, q *proposal, n *names.Name) {
	keys := []string{surname(p.doc.Str(q.Span))}
	if n != nil && n.Surname != keys[0] {
		keys = append(keys, n.Surname)
	}
	for _, k := range keys {
		have := false
		for _, i := range g.last[k] {
			have = have || i == a
		}
		if !have && len(g.last[k]) < maxNamesakes {
			g.last[k] = append(g.last[k], a)
		}
	}
}

// bySurname returns the actor that a surname stands for; ok is false when the
// article has no full name with it.
func (g *cast) bySurname(p *part, q *proposal, last, sex string) (int, bool) {
	all := g.last[last]
	if len(all) > 1 && sex != "" {
		var fit []int
		for _, i := range all {
			if s := names.Gender(firstWord(g.actors[i].Name)); s == "" || s == sex {
				fit = append(fit, i)
			}
		}
		all = fit
	}
	switch len(all) {
	case 0:
		return 0, false
	case 1:
		return all[0], true
	}
	if i := g.leading(all); i >= 0 {
		return i, true
	}
	i := g.get("?:"+last, Actor{Name: last, Kind: Person})
	for _, k := range all {
		id := g.actors[k].ID
		if id == "" {
			id = g.actors[k].Name
		}
		if !slices.Contains(g.actors[i].Candidates, id) {
			g.actors[i].Candidates = append(g.actors[i].Candidates, id)
		}
	}
	return i, true
}

// leading returns the one of several namesakes whose full name stands in the
// headline, else in the first two paragraphs: by the custom of news the
// surname is then that person's. -1 when none or several stand there.
func (g *cast) leading(all []int) int {
	found, best := -1, 0
	for _, i := range all {
		switch e := g.early[i]; {
		case e > best:
			found, best = i, e
		case e == best:
			found = -1
		}
	}
	return found
}

// prominence is 2 for a mention in the headline, 1 in the first two paragraphs
// below it, else 0.
func (p *part) prominence(q *proposal) int {
	par := p.doc.ParagraphAt(q.Start)
	switch {
	case p.head || p.doc.Title.Holds(q.Span):
		return 2
	case par < 2 || par == 2 && !p.doc.Title.Empty():
		return 1
	}
	return 0
}

// surnames adds the surnames that no proposal covers.
func (g *cast) surnames(p *part) {
	if len(g.last) == 0 {
		return
	}
	for t, tok := range p.doc.Tokens {
		if !tok.Upper || p.taken[tok.Start] {
			continue
		}
		if len(g.last[p.doc.Tok(t)]) == 0 || names.ClassAt(p.doc, t)&(names.Common|names.NotName) != 0 {
			continue
		}
		p.chosen = append(p.chosen, proposal{Span: text.Span{Start: tok.Start, End: tok.End}, first: t, end: t + 1, kind: Person, why: "surname", name: -1})
		p.cover(tok.Span)
	}
	p.sortChosen()
}
