package actors

import (
	"strings"
	"time"

	"readout/briefing/names"
)

// person decides which persons of the registry a mention with claims may be.
// A legislator counts only where the article is about U.S. politics, and where
// several bear the name the article's date and the state beside it decide.
func (c *context) persons(p *part, q *proposal) []int32 {
	var fit []int32
	for _, cl := range q.claims {
		rec := &c.r.records[cl.record]
		if rec.Kind != Person || rec.dropped {
			continue
		}
		if rec.Type == "legislator" && !((c.american() || p.stateBehind(q.end) != "") && c.plausible(p, q, rec)) {
			continue
		}
		if cl.flags&ambiguous != 0 && rec.Type == "legislator" && !c.besideOffice(p, q) {
			continue
		}
		if cl.flags&ambiguous != 0 && rec.Type != "legislator" && c.weighPerson(p, q, cl) < enough {
			continue
		}
		fit = append(fit, cl.record)
	}
	fit = distinct(fit)
	if len(fit) > 1 {
		fit = c.narrow(p, q, fit)
	}
	return fit
}

// plausible reports whether a member's full name means the member: where it is
// a common name and the member did not serve when the article appeared, the
// sentence must speak of an office.
func (c *context) plausible(p *part, q *proposal, rec *record) bool {
	at := p.doc.Published
	given := names.ClassAt(p.doc, q.first) & names.Given
	if at.IsZero() || rec.serves(at, "") || given == 0 || !isSurname(surname(p.doc.Str(q.Span))) {
		return true
	}
	return c.besideOffice(p, q)
}

// besideOffice reports whether the sentence of a mention speaks of the Congress
// or its parties, or a state stands behind the name.
func (c *context) besideOffice(p *part, q *proposal) bool {
	for t := range p.around(q) {
		switch strings.ToLower(p.doc.Tok(t)) {
		case "sen", "sens", "senator", "senators", "rep", "reps", "representative", "representatives", "congressman", "congresswoman", "lawmaker", "lawmakers",
			"senate", "congress", "democrat", "democrats", "republican", "republicans":
			return true
		}
	}
	return p.stateBehind(q.end) != ""
}

// weighPerson returns how much speaks for a person behind a bare surname.
func (c *context) weighPerson(p *part, q *proposal, cl claim) int {
	rec := &c.r.records[cl.record]
	w := 0
	if c.sure[cl.record] > 0 {
		w += 4
	}
	if c.titled(p, q, rec) {
		w += 3
	}
	for par, n := rec.parent, 0; par != "" && n < 4; n++ {
		i, ok := c.r.byID[par]
		if !ok {
			break
		}
		if c.present[i] {
			w++
			break
		}
		par = c.r.records[i].parent
	}
	if s := p.doc.Str(q.Span); !isSurname(s) && names.ClassOf(s)&names.Given == 0 {
		w++
	}
	if rec.Type == "president" { // historical, by full name
		if c.titled(p, q, rec) || c.american() {
			w += 2
		}
	}
	return w
}

// titled reports whether the words right before a mention are an office that
// the person held.
func (c *context) titled(p *part, q *proposal, rec *record) bool {
	if q.name < 0 {
		return false
	}
	title := p.doc.Str(p.names[q.name].Title)
	if title == "" {
		return false
	}
	for s := range strings.SplitSeq(rec.offices, "|") {
		role, _, _ := strings.Cut(s, "@")
		if role != "" && strings.Contains(strings.ToLower(title), strings.ToLower(role)) {
			return true
		}
	}
	return false
}

// american reports whether the article is about U.S. politics.
func (c *context) american() bool {
	if i, ok := c.r.byID["united-states"]; ok && c.present[i] {
		return true
	}
	for _, w := range [...]string{"Republican", "Republicans", "Democrat", "Democrats", "GOP", "Congress", "congressman", "congresswoman", "Congressman", "Congresswoman", "Sen", "Sens", "Rep", "Reps", "Senate", "U.S."} {
		if c.has(w) {
			return true
		}
	}
	return false
}

// narrow picks among namesakes those who served when the article appeared,
// then those of the state named behind the mention.
func (c *context) narrow(p *part, q *proposal, fit []int32) []int32 {
	if name := p.doc.Str(q.Span); strings.HasSuffix(name, "Sr.") || strings.HasSuffix(name, "Jr.") {
		return c.generation(fit, strings.HasSuffix(name, "Sr."))
	}
	chamber := p.chamberBefore(q)
	if at := p.doc.Published; !at.IsZero() {
		fit = keep(fit, func(i int32) bool { return c.r.records[i].serves(at, chamber) })
	}
	if chamber != "" {
		fit = keep(fit, func(i int32) bool { return c.r.records[i].sat(chamber) })
	}
	if state := p.stateBehind(q.end); state != "" {
		fit = keep(fit, func(i int32) bool {
			for t := range c.r.records[i].eachTerm {
				if t.State == state {
					return true
				}
			}
			return false
		})
	}
	return fit
}

// chamberBefore returns the chamber of the last title before a mention in its
// sentence: S for "Sens. A, B and C"; "".
func (p *part) chamberBefore(q *proposal) string {
	chamber := ""
	for t := range p.around(q) {
		if t >= q.first {
			break
		}
		if c := chamberOf(strings.TrimSuffix(p.doc.Tok(t), "s")); c != "" {
			chamber = c
		}
	}
	return chamber
}

// generation picks the elder or younger of two namesakes by their first terms.
func (c *context) generation(fit []int32, elder bool) []int32 {
	first := func(i int32) time.Time {
		for t := range c.r.records[i].eachTerm {
			return t.From
		}
		return time.Time{}
	}
	best := fit[0]
	for _, i := range fit[1:] {
		if first(i).Before(first(best)) == elder {
			best = i
		}
	}
	return []int32{best}
}

// keep returns those that pass the test; all when none does.
func keep(all []int32, ok func(int32) bool) []int32 {
	var out []int32
	for _, i := range all {
		if ok(i) {
			out = append(out, i)
		}
	}
	if len(out) == 0 {
		return all
	}
	return out
}

// titledLegislator resolves "Sen. Moreno" where no full name stands in the
// article: the one member of that chamber with the surname who served when
// the article appeared.
func (c *context) titledLegislator(p *part, n *names.Name, end int) []int32 {
	chamber := chamberOf(p.doc.Str(n.Title))
	if chamber == "" || p.doc.Published.IsZero() {
		return nil
	}
	var fit []int32
	i, ok := c.r.last[n.Surname]
	for ; ok && i >= 0; i = c.r.lasts[i].next {
		rec := c.r.lasts[i].record
		if c.r.records[rec].serves(p.doc.Published, chamber) {
			fit = append(fit, rec)
		}
	}
	if state := p.stateBehind(end); state != "" && len(fit) > 0 {
		fit = keepOnly(fit, func(i int32) bool {
			t, ok := c.r.records[i].termAt(p.doc.Published)
			return ok && t.State == state
		})
	}
	return fit
}

func keepOnly(all []int32, ok func(int32) bool) []int32 {
	var out []int32
	for _, i := range all {
		if ok(i) {
			out = append(out, i)
		}
	}
	return out
}

// titledHolder resolves "President Reagan" or "Chancellor Merkel" where no full
// name stands in the article: those with the surname who held that office.
func (c *context) titledHolder(p *part, n *names.Name) []int32 {
	title := p.doc.Str(n.Title)
	var fit, then []int32
	i, ok := c.r.last[n.Surname]
	for ; ok && i >= 0; i = c.r.lasts[i].next {
		k := c.r.lasts[i].record
		for _, o := range c.r.officesOf(k) {
			if !strings.HasSuffix(strings.ToLower(title), strings.ToLower(o.Role)) || !c.named(k) {
				continue
			}
			if fit = append(fit, k); o.Holds(p.doc.Published) {
				then = append(then, k)
			}
		}
	}
	if fit, then = distinct(fit), distinct(then); len(then) == 1 {
		return then
	}
	return fit
}

// named reports whether the country or body of a person stands in the article.
func (c *context) named(i int32) bool {
	for range 8 {
		if c.present[i] {
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

// chamberOf reads the chamber out of a title before a surname.
func chamberOf(title string) string {
	last := title[strings.LastIndexByte(title, ' ')+1:]
	switch strings.TrimSuffix(last, ".") {
	case "Sen", "Senator", "senator":
		return "S"
	case "Rep", "Representative", "Congressman", "Congresswoman", "congressman", "congresswoman":
		return "H"
	}
	return ""
}
