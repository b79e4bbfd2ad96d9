package actors

import (
	"strings"
)

// A cast is the actors of an article while they are gathered, by key: the id,
// or kind and name.
type cast struct {
	c        *context
	actors   []Actor
	byKey    map[string]int
	byRecord map[int32]int    // the same for records of the registry
	last     map[string][]int // surname -> persons with a full name
	short    map[string]defined
	memo     map[string]int // acronym -> actor
	early    map[int]int    // persons by where their full name stands: 2 the headline, 1 the first two paragraphs
}

// defined is the name that an acronym stands for where the text says so.
type defined struct {
	part     *part
	proposal *proposal
}

// usualCast is the number of actors for which there is room at once.
const usualCast = 24

func newCast(c *context, parts []*part) *cast {
	g := &cast{c: c, byKey: make(map[string]int), byRecord: make(map[int32]int), last: make(map[string][]int), short: make(map[string]defined), memo: make(map[string]int), early: make(map[int]int)}
	n := 0
	for _, p := range parts {
		n += len(p.chosen)
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
	g.actors = make([]Actor, 0, min(n, usualCast))
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
	g.joinShort()
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
	a, ok := g.byRecord[i]
	if !ok {
		rec := &g.c.r.records[i]
		key := "id:" + rec.ID
		if rec.ID == "" {
			key = "record:" + rec.Name + "/" + rec.Type
		}
		a = g.get(key, Actor{ID: rec.ID, Name: rec.Name, Kind: rec.Kind, Type: rec.Type})
		g.byRecord[i] = a
	}
	return a
}

// unknown returns the actor of a name that the registry does not know.
func (g *cast) unknown(k Kind, typ, name string) int {
	if strings.ContainsAny(name, "\u00a0\n\t") {
		name = strings.Join(strings.Fields(name), " ")
	}
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
