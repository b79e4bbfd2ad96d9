package actors

import (
	_ "embed"
	"sort"
	"strconv"
	"strings"
	"sync"

	"readout/briefing/text"
	"readout/feeds/datafile"
)

//go:embed data/roles.txt
var rolesFile string

// A spelling is one way to write a role of the data.
type spelling struct{ words, role string }

// spellings maps the first word of a role, in both cases, to its spellings.
var spellings = sync.OnceValue(func() map[string][]spelling {
	m := make(map[string][]spelling)
	for role, words := range datafile.Labelled(rolesFile) {
		for s := range strings.SplitSeq(words, "|") {
			first, _, _ := strings.Cut(strings.ToLower(s), " ")
			for _, k := range []string{first, strings.ToUpper(first[:1]) + first[1:]} {
				m[k] = append(m[k], spelling{strings.ToLower(s), role})
			}
		}
	}
	return m
})

// A holder is a person in an office.
type holder struct {
	record int32
	office Office
}

// holders returns the holders of each role; it is built when first asked for.
func (r *Registry) holders() map[string][]holder {
	r.once.Do(func() {
		r.byRole = make(map[string][]holder)
		for i := range r.records {
			if r.records[i].offices == "" {
				continue
			}
			for _, o := range r.officesOf(int32(i)) {
				r.byRole[o.Role] = append(r.byRole[o.Role], holder{int32(i), o})
			}
		}
	})
	return r.byRole
}

// offices adds mentions of persons by their office alone, "the Defense
// Secretary", where the data says who held it when the article appeared.
func (c *context) offices(p *part) {
	if p.doc.Published.IsZero() || !p.english() {
		return
	}
	var found []proposal
	for t := 0; t < len(p.doc.Tokens); t++ {
		all, ok := spellings()[p.doc.Tok(t)]
		if !ok {
			continue
		}
		if q, ok := c.office(p, t, all); ok {
			found = append(found, q)
			t = q.end - 1
		}
	}
	for _, q := range found {
		p.cover(q.Span)
	}
	p.chosen = append(p.chosen, found...)
	p.sortChosen()
}

// office reads the longest role at token t and decides who holds it.
func (c *context) office(p *part, t int, all []spelling) (proposal, bool) {
	start, size := p.doc.Tokens[t].Start, 0
	var roles []string
	for _, s := range all {
		if n := len(s.words); n >= size && start+n <= len(p.doc.Text) && strings.EqualFold(p.doc.Text[start:start+n], s.words) && p.endsWord(t, start+n) {
			if n > size {
				roles = nil
			}
			size, roles = n, append(roles, s.role)
		}
	}
	span := text.Span{Start: start, End: start + size}
	if size == 0 || p.covered(span) {
		return proposal{}, false
	}
	q := proposal{Span: span, first: t, end: p.doc.TokenAt(span.End-1) + 1, kind: Person, why: "title", name: -1}
	if !p.standsAlone(&q) || p.otherYear(&q) {
		return proposal{}, false
	}
	who := c.holder(p, &q, roles)
	if who < 0 {
		return proposal{}, false
	}
	q.claims = []claim{{record: who}}
	return q, true
}

// standsAlone reports whether an office is that of one person now: no name
// follows, no "former", "deputy" or "a" stands before.
func (p *part) standsAlone(q *proposal) bool {
	if p.capital(q.end) || p.doc.Tok(q.end) == "-" || q.end < len(p.doc.Tokens) && p.doc.Tokens[q.end].Start == q.End && p.capital(q.end+1) {
		return false
	}
	for t := q.first - 1; t >= 0 && t >= q.first-3; t-- {
		switch strings.ToLower(p.doc.Tok(t)) {
		case "a", "an", "former", "ex", "deputy", "vice", "assistant", "next", "future", "then", "any", "no", "every", "another", "acting", "interim", "first", "second", "last", "new", "incoming", "outgoing", "late", "for":
			return false
		}
	}
	return true
}

// otherYear reports whether the sentence speaks of another year than that of
// the article.
func (p *part) otherYear(q *proposal) bool {
	for t := range p.around(q) {
		if w := p.doc.Tok(t); p.doc.Tokens[t].Kind == text.Number && len(w) == 4 {
			if y, err := strconv.Atoi(w); err == nil && y > 1700 && y < 2100 && y != p.doc.Published.Year() {
				return true
			}
		}
	}
	return false
}

// around yields the tokens of a mention's sentence, at most 50 on either side.
func (p *part) around(q *proposal) func(func(int) bool) {
	return func(yield func(int) bool) {
		i := p.doc.SentenceAt(q.Start)
		if i >= len(p.doc.Sentences) {
			return
		}
		s := &p.doc.Sentences[i]
		for t := max(s.First, q.first-50); t < min(s.Last, q.end+50); t++ {
			if !yield(t) {
				return
			}
		}
	}
}

// holder returns the one person who held one of the roles in the country that
// stands beside the mention, or at the one body that has such an office; -1.
func (c *context) holder(p *part, q *proposal, roles []string) int32 {
	country := c.owner(p, q)
	if next := p.doc.Tok(q.end); country < 0 && (next == "of" || next == "at" || next == "for") {
		if country = c.countryAt(p, q.end+1); country < 0 {
			return -1
		}
	}
	found, body := int32(-1), ""
	for _, role := range roles {
		role, many := strings.CutPrefix(role, "*")
		if many && country < 0 {
			continue
		}
		for _, h := range c.r.holders()[role] {
			if country >= 0 && !c.under(h.record, country) {
				continue
			}
			if country < 0 {
				if body != "" && body != h.office.Actor || !c.named(h.record) {
					return -1 // an office of several bodies, or one not spoken of
				}
				body = h.office.Actor
			}
			if !h.office.Holds(p.doc.Published) {
				continue
			}
			if found >= 0 && found != h.record {
				return -1
			}
			found = h.record
		}
	}
	return found
}

// countryAt returns the country whose mention begins at token t; -1.
func (c *context) countryAt(p *part, t int) int32 {
	i := sort.Search(len(p.chosen), func(i int) bool { return p.chosen[i].first >= t })
	if i < len(p.chosen) && p.chosen[i].first == t {
		return c.country(&p.chosen[i])
	}
	return -1
}
