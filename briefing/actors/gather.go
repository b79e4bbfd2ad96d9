package actors

import (
	"slices"
	"strings"

	"readout/briefing/names"
	"readout/briefing/text"
)

// A cast is the actors of an article while they are gathered, by key: the id,
// or kind and name.
type cast struct {
	c      *context
	actors []Actor
	byKey  map[string]int
	last   map[string][]int // surname -> persons with a full name
	short  map[string]defined
	memo   map[string]int // acronym -> actor
	early  map[int]int    // persons by where their full name stands: 2 the headline, 1 the first two paragraphs
}

// defined is the name that an acronym stands for where the text says so.
type defined struct {
	part     *part
	proposal *proposal
}

func newCast(c *context, parts []*part) *cast {
	g := &cast{c: c, byKey: make(map[string]int), last: make(map[string][]int), short: make(map[string]defined), memo: make(map[string]int), early: make(map[int]int)}
	for _, p := range parts {
		for i := range p.chosen {
			q := &p.chosen[i]
			if q.kind == Person {
				continue
			}
			if w := p.definedAs(q); w != "" {
				if _, have := g.short[w]; !have {
					g.short[w] = defined{p, q}
				}
			}
		}
	}
	return g
}

// gather makes the actors: first of full names, so that a surname, acronym or
// headline before them can be read, then of everything in text order.
func (g *cast) gather() []Actor {
	who := make([]map[int]int, len(g.c.parts))
	for i, p := range g.c.parts {
		who[i] = g.fullNames(p)
	}
	for i, p := range g.c.parts {
		g.surnames(p)
		g.c.offices(p)
		g.mentions(p, who[i])
	}
	return rank(g.actors, g.c.parts)
}

func (g *cast) get(key string, a Actor) int {
	i, ok := g.byKey[key]
	if !ok {
		i = len(g.actors)
		g.byKey[key] = i
		g.actors = append(g.actors, a)
	}
	return i
}

// known returns the actor of a record.
func (g *cast) known(i int32, name string) int {
	rec := &g.c.r.records[i]
	if rec.ID == "" {
		return g.get("record:"+rec.Name+"/"+rec.Type, Actor{Name: rec.Name, Kind: rec.Kind, Type: rec.Type})
	}
	return g.get("id:"+rec.ID, Actor{ID: rec.ID, Name: rec.Name, Kind: rec.Kind, Type: rec.Type})
}

// unknown returns the actor of a name that the registry does not know.
func (g *cast) unknown(k Kind, typ, name string) int {
	return g.get(string(k)+":"+strings.ToLower(name), Actor{Name: name, Kind: k, Type: typ})
}

// undecided returns the actor of a mention that several records fit.
func (g *cast) undecided(fit []int32, name string) int {
	first := g.c.r.entryAt(fit[0], g.c.parts[0].doc.Published)
	if listed := keep(fit, func(i int32) bool { return g.c.r.records[i].ID != "" }); len(listed) == 1 {
		return g.known(listed[0], name)
	}
	i := g.get("?:"+name, Actor{Name: name, Kind: first.Kind})
	if len(g.actors[i].Candidates) == 0 {
		for _, x := range fit {
			if id := g.c.r.records[x].ID; id != "" {
				g.actors[i].Candidates = append(g.actors[i].Candidates, id)
			}
		}
	}
	return i
}

// choice turns a decision into an actor; -1 for none.
func (g *cast) choice(fit []int32, name string) int {
	switch len(fit) {
	case 0:
		return -1
	case 1:
		return g.known(fit[0], name)
	}
	return g.undecided(fit, name)
}

func (g *cast) mention(i int, p *part, q *proposal) {
	m := Mention{q.Span, q.why}
	if p.head {
		g.actors[i].HeadMentions = append(g.actors[i].HeadMentions, m)
	} else {
		g.actors[i].Mentions = append(g.actors[i].Mentions, m)
	}
}

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
	case q.kind == Organisation && p.english() && (isAcronym(s) && !noAcronym()[s] || p.isBody(q)):
		return g.unknown(Organisation, q.typ, s)
	case q.kind == Place && g.c.r.records[q.claims[0].record].ID != "" && q.claims[0].flags&(demonym|metonym) == 0:
		return g.unknown(Place, "", s)
	}
	return -1
}

// isBody reports whether the words of a proposal are an organisation by shape.
func (p *part) isBody(q *proposal) bool {
	typ, before := p.headAt(heads(), q.end-1, q.first)
	return typ != "" && (before > 0 || heads().alone[p.doc.Tok(q.first)] != "")
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

// surnames adds the surnames that no proposal covers.
func (g *cast) surnames(p *part) {
	for t, tok := range p.doc.Tokens {
		if !tok.Upper || p.taken[tok.Start] {
			continue
		}
		w := p.doc.Tok(t)
		if len(g.last[w]) == 0 || names.ClassOf(w)&(names.Common|names.NotName) != 0 {
			continue
		}
		p.chosen = append(p.chosen, proposal{Span: text.Span{Start: tok.Start, End: tok.End}, first: t, end: t + 1, kind: Person, why: "surname", name: -1})
		p.cover(tok.Span)
	}
	p.sortChosen()
}
