package actors

import (
	"slices"
	"sort"
	"strings"

	"readout/briefing/names"
	"readout/briefing/text"
)

// context weighs the readings of ambiguous aliases by the rest of the article.
type context struct {
	r       *Registry
	parts   []*part
	sure    map[int32]int      // records named without doubt, with how often
	present map[int32]bool     // these and all above them
	words   []text.Words       // one a part; made by has
	cued    map[string]int     // weights by id
	bodies  map[string][]int32 // answers of bodyOf
	away    map[int32]bool     // answers of elsewhere
}

func newContext(r *Registry, parts []*part) *context {
	c := &context{r: r, parts: parts, sure: make(map[int32]int), present: make(map[int32]bool), cued: make(map[string]int), bodies: make(map[string][]int32), away: make(map[int32]bool)}
	for _, p := range parts {
		for i := range p.chosen {
			if rec, ok := plain(p.chosen[i].claims); ok && r.records[rec].Type != "legislator" {
				c.note(rec)
			}
		}
	}
	return c
}

// plain returns the one record that claims name, at least once without
// needing context.
func plain(claims []claim) (int32, bool) {
	sure := false
	for _, cl := range claims {
		if cl.record != claims[0].record {
			return 0, false
		}
		sure = sure || cl.flags&ambiguous == 0
	}
	if !sure {
		return 0, false
	}
	return claims[0].record, true
}

// note records that a record is named for sure.
func (c *context) note(i int32) {
	c.sure[i]++
	for range 8 {
		if c.present[i] {
			return
		}
		c.present[i] = true
		p, ok := c.r.byID[c.r.records[i].parent]
		if !ok {
			return
		}
		i = p
	}
}

// enough is the weight at which an ambiguous alias counts.
const enough = 2

// weigh returns how much speaks for one reading of a mention.
func (c *context) weigh(p *part, q *proposal, cl claim) int {
	rec := &c.r.records[cl.record]
	w := 0
	if c.sure[cl.record] > 0 {
		w += 4
	}
	if parent, ok := c.r.byID[rec.parent]; ok && c.present[parent] {
		w += 2
	}
	if country := c.owner(p, q); country >= 0 {
		if !c.under(cl.record, country) {
			return -1 // "Russia's Security Council"
		}
		w += 4
	}
	if rec.Kind == Place && c.inListOf(p, q, rec.Type) {
		w += 5
	}
	if rec.Kind == Place && c.givenName(p, q) {
		w -= 4 // "Chad" in an article on Chad Moreno
	}
	if rec.Type == "state" && p.inStatePosition(c.r, q) {
		w += 4
	}
	w += c.cueWeight(rec.ID)
	if cl.flags&native != 0 && cl.flags&acronym != 0 && contextCues()[rec.ID].usual {
		w -= usual // what an English acronym usually means says nothing of another language's
	}
	if contextCues()[rec.ID].usual && rec.Type != "country" && c.isElsewhere(cl.record) {
		w -= 2
	}
	return w
}

// givenName reports whether a mention is the given name of somebody whom the
// article names in full.
func (c *context) givenName(p *part, q *proposal) bool {
	w := p.doc.Str(q.Span)
	for _, other := range c.parts {
		for i := range other.names {
			if other.names[i].Given == w {
				return true
			}
		}
	}
	return false
}

func (c *context) isElsewhere(i int32) bool {
	yes, ok := c.away[i]
	if !ok {
		yes = c.elsewhere(i)
		c.away[i] = yes
	}
	return yes
}

// elsewhere reports whether the article names other countries, one of them
// twice, and never that of a record.
func (c *context) elsewhere(i int32) bool {
	own := c.countryRecord(i)
	if own < 0 || c.present[own] {
		return false
	}
	for k, n := range c.sure {
		if n > 1 && k != own && c.r.records[k].Type == "country" {
			return true
		}
	}
	return false
}

// countryRecord follows the parents of a record to its country; -1.
func (c *context) countryRecord(i int32) int32 {
	for range 8 {
		if c.r.records[i].Type == "country" {
			return i
		}
		p, ok := c.r.byID[c.r.records[i].parent]
		if !ok {
			break
		}
		i = p
	}
	return -1
}

// inListOf reports whether a mention stands in a list with a place of a type:
// "Alabama, Georgia and Florida", "Armenia and Georgia".
func (c *context) inListOf(p *part, q *proposal, typ string) bool {
	i := sort.Search(len(p.chosen), func(i int) bool { return p.chosen[i].first >= q.first })
	for k := i - 1; k >= 0 && k >= i-4 && p.joined(k); k-- {
		if c.surely(&p.chosen[k], typ) {
			return true
		}
	}
	for k := i + 1; k < len(p.chosen) && k <= i+4 && p.joined(k-1); k++ {
		if c.surely(&p.chosen[k], typ) {
			return true
		}
	}
	return false
}

// joined reports whether only commas, "and" or "or" stand between the chosen
// proposals k and k+1.
func (p *part) joined(k int) bool {
	if k+1 >= len(p.chosen) {
		return false
	}
	from, to := p.chosen[k].end, p.chosen[k+1].first
	for t := from; t < to; t++ {
		switch p.doc.Tok(t) {
		case ",", "and", "or", "the":
		default:
			return false
		}
	}
	return to > from && to-from < 4
}

// surely reports whether a proposal names a place of a type without doubt.
func (c *context) surely(q *proposal, typ string) bool {
	i, ok := plain(q.claims)
	return ok && c.r.records[i].Type == typ && q.claims[0].flags&(metonym|demonym) == 0
}

// owner returns the country that a mention is said to be of, by the words
// right before it ("Indian Congress", "Russia's Security Council"); -1.
func (c *context) owner(p *part, q *proposal) int32 {
	t := q.first - 1
	if w := p.doc.Tok(t); w == "'s" || w == "’s" || w == "'" || w == "’" {
		t--
	}
	i := sort.Search(len(p.chosen), func(i int) bool { return p.chosen[i].end > t })
	if i < len(p.chosen) && p.chosen[i].end == t+1 {
		return c.country(&p.chosen[i])
	}
	return -1
}

// country returns the country that a proposal names; -1.
func (c *context) country(q *proposal) int32 {
	if len(q.claims) > 0 && c.r.records[q.claims[0].record].Type == "country" {
		return q.claims[0].record
	}
	return -1
}

// under reports whether a record belongs to a country.
func (c *context) under(i, country int32) bool {
	for range 8 {
		if i == country {
			return true
		}
		p, ok := c.r.byID[c.r.records[i].parent]
		if !ok {
			return false
		}
		i = p
	}
	return false
}

// decide picks the record that a mention names. Where several fit equally it
// returns them all; where none does, none.
func (c *context) decide(p *part, q *proposal) []int32 {
	if i, ok := plain(q.claims); ok {
		return []int32{i}
	}
	best, top := enough, []int32(nil)
	for _, cl := range q.claims {
		if c.r.records[cl.record].dropped {
			continue
		}
		w := c.weigh(p, q, cl)
		if cl.flags&ambiguous == 0 {
			w += 2
		}
		if rec := &c.r.records[cl.record]; rec.Kind == Place && rec.ID == "" && !(rec.Type == "state" && metonyms(q.claims)) && c.inPlacePosition(p, q) {
			w += 3
		}
		switch {
		case w > best:
			best, top = w, []int32{cl.record}
		case w == best:
			top = append(top, cl.record)
		}
	}
	if country := c.owner(p, q); len(top) == 0 && country >= 0 {
		return c.bodyOf(country, p.doc.Str(q.Span))
	}
	return distinct(top)
}

// metonyms reports whether a claim is a capital that stands for its country:
// "in Washington" is as much the capital as the state.
func metonyms(claims []claim) bool {
	return slices.ContainsFunc(claims, func(cl claim) bool { return cl.flags&metonym != 0 })
}

// bodyOf returns the one body of a country whose name holds the words.
func (c *context) bodyOf(country int32, words string) []int32 {
	key := c.r.records[country].ID + "/" + words
	found, ok := c.bodies[key]
	if ok {
		return found
	}
	for i := range c.r.records {
		if rec := &c.r.records[i]; rec.Kind == Organisation && rec.ID != "" && strings.Contains(rec.Name, words) && c.under(int32(i), country) {
			found = append(found, int32(i))
		}
	}
	if len(found) > 1 {
		found = nil
	}
	c.bodies[key] = found
	return found
}

// inPlacePosition reports whether a mention stands where places do: "in X",
// "X, Ohio".
func (c *context) inPlacePosition(p *part, q *proposal) bool {
	if w := placeHeads().at(p.doc, q.first-1); w.before != "" || w.weak != "" {
		return true
	}
	return p.doc.Tok(q.end) == "," && p.capital(q.end+1) && p.knownState(c.r, q.end+1)
}

// isSurname reports whether a word is so common a surname that it proves no
// particular person.
func isSurname(w string) bool { return names.ClassOf(w)&names.Surname != 0 }
