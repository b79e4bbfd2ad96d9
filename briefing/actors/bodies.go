package actors

import "strings"

// behindCountry returns the body that a proposal by shape names with its
// country before it: "U.S. Treasury Department".
func (c *context) behindCountry(p *part, q *proposal) (int32, bool) {
	if q.kind != Organisation {
		return 0, false
	}
	n, country := c.countryFirst(p, q)
	if n == 0 {
		return 0, false
	}
	rest := strings.TrimLeft(p.doc.Text[q.Start+n:q.End], " ")
	for i := range c.r.chain(firstWord(rest)) {
		if a := &c.r.aliases[i]; a.text == rest && c.r.records[a.record].ID != "" && c.under(a.record, country) {
			return a.record, true
		}
	}
	return 0, false
}

// countryFirst returns the country whose name or adjective begins a proposal,
// with its length in bytes; 0 for none.
func (c *context) countryFirst(p *part, q *proposal) (int, int32) {
	words := p.doc.Str(q.Span)
	best, country := 0, int32(-1)
	for i := range c.r.chain(p.doc.Tok(q.first)) {
		a := &c.r.aliases[i]
		if len(a.text) > best && c.r.records[a.record].Type == "country" && c.r.records[a.record].ID != "" && strings.HasPrefix(words, a.text+" ") {
			best, country = len(a.text), a.record
		}
	}
	return best, country
}
