package actors

import (
	_ "embed"
	"strings"

	"readout/briefing/names"
	"readout/briefing/text"
	"readout/feeds/datafile"
)

// A claim is one record of the registry that an alias in the text may name.
type claim struct {
	record int32
	flags  Flag
}

// A proposal is a span of one text that may become a mention. Of proposals
// that overlap the longest wins.
type proposal struct {
	text.Span
	first, end int // tokens
	kind       Kind
	typ        string
	why        string
	claims     []claim
	name       int // index into the part's names; -1
	rank       int // between equal spans the lowest wins
}

// The ranks of proposals.
const (
	fromRegistry = iota
	fromNames
	fromShape
	fromGuess
)

// matchAliases proposes the longest alias of the registry at each token.
func (p *part) matchAliases(r *Registry) {
	d := p.doc
	for t := 0; t < len(d.Tokens); t++ {
		if d.Tokens[t].Kind == text.Mark {
			continue
		}
		size, claims := p.aliasAt(r, t)
		if size == 0 {
			if d.Tokens[t].Len() > 3 && strings.Contains(d.Str(d.Tokens[t].Span), "-") {
				p.insideHyphens(r, t)
			}
			continue
		}
		span := text.Span{Start: d.Tokens[t].Start, End: d.Tokens[t].Start + size}
		q := proposal{Span: span, first: t, end: d.TokenAt(span.End-1) + 1, claims: claims, name: -1, rank: fromRegistry}
		if p.inTitle(r, q) || p.isTown(r, &q) {
			continue
		}
		if r.records[claims[0].record].Kind == Person {
			p.takeSuffix(&q)
		}
		q.kind, q.typ = r.records[claims[0].record].Kind, r.records[claims[0].record].Type
		q.why = whyAlias(r, q, d.Str(span))
		p.props = append(p.props, q)
	}
}

// isTown reports whether a country's alias is the name of a town here, or was
// before in the text.
func (p *part) isTown(r *Registry, q *proposal) bool {
	if r.records[q.claims[0].record].Type != "country" || q.claims[0].flags&(demonym|acronym) != 0 { // "in US, Texas will"
		return false
	}
	w := p.doc.Str(q.Span)
	if p.townIn(q.first, q.end) {
		if p.towns == nil {
			p.towns = make(map[string]bool)
		}
		p.towns[w] = true
	}
	return p.towns[w]
}

//go:embed data/never.txt
var neverFile string

// addNever adds the phrases that are no actors as claims of a record without kind.
func (r *Registry) addNever() {
	i := int32(len(r.records))
	r.records = append(r.records, record{dropped: true})
	for name := range datafile.Lines(neverFile) {
		r.addAlias(i, name, 0)
	}
}

// inTitle reports whether an ambiguous alias is a word of a title: "State" in
// "Secretary of State".
func (p *part) inTitle(r *Registry, q proposal) bool {
	return q.claims[0].flags&ambiguous != 0 && q.end == q.first+1 && names.ClassAt(p.doc, q.first)&names.Of != 0 &&
		(p.doc.Tok(q.first-1) == "of" || p.doc.Tok(q.first-1) == "for") && names.ClassAt(p.doc, q.first-2)&names.Head != 0
}

// takeSuffix takes "Jr." and "II" behind a person's name into the span.
func (p *part) takeSuffix(q *proposal) {
	if !p.capital(q.end) || names.ClassAt(p.doc, q.end)&names.Suffix == 0 {
		return
	}
	q.End = p.doc.Tokens[q.end].End
	q.end++
	if p.doc.Tok(q.end) == "." && p.doc.Tokens[q.end].Start == q.End {
		q.End++
		q.end++
	}
}

// aliasAt returns the length of the longest alias at token t with all records
// that claim it.
func (p *part) aliasAt(r *Registry, t int) (int, []claim) {
	d := p.doc
	first := r.first.Of(d, t)
	if first == 0 && d.Tok(t) == "The" {
		first = r.first.Get("the")
	}
	if first == 0 {
		return 0, nil
	}
	tok, next := d.Tokens[t], byte(0)
	if t+1 < len(d.Tokens) {
		next = d.Text[d.Tokens[t+1].Start]
	}
	best, from := 0, len(p.claims)
	for i := first - 1; i >= 0; i = r.aliases[i].next {
		a := &r.aliases[i]
		if a.second != next && isPlain(a.second) {
			continue // nearly all of those that begin with "John"
		}
		n, ok := match(d.Text[tok.Start:], a.text)
		if !ok || n < best || !p.endsWord(t, tok.Start+n) {
			continue
		}
		if n > best {
			best, p.claims = n, p.claims[:from]
		}
		p.claims = append(p.claims, claim{a.record, a.flags})
	}
	if best == 0 {
		return 0, nil
	}
	return best, r.preferred(p.claims[from:len(p.claims):len(p.claims)])
}

// isPlain reports whether a byte of an alias matches no other in a text: a letter
// or digit of ASCII.
func isPlain(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' }

// preferred keeps the user's own actors where they claim an alias, too.
func (r *Registry) preferred(claims []claim) []claim {
	if r.user == 0 {
		return claims
	}
	var own []claim
	for _, c := range claims {
		if int(c.record) < r.user {
			own = append(own, c)
		}
	}
	if len(own) > 0 {
		return own
	}
	return claims
}

// insideHyphens proposes the parts of "Russia-backed", "Israel-Hamas" and
// "US-Präsident" that are plain aliases by themselves.
func (p *part) insideHyphens(r *Registry, t int) {
	tok := p.doc.Tokens[t]
	start := tok.Start
	for part := range strings.SplitSeq(p.doc.Str(tok.Span), "-") {
		from := len(p.claims)
		for i := range r.chain(part) {
			if a := &r.aliases[i]; a.text == part && a.flags&ambiguous == 0 && r.records[a.record].Kind != Person {
				p.claims = append(p.claims, claim{a.record, a.flags})
			}
		}
		if claims := p.claims[from:len(p.claims):len(p.claims)]; len(claims) > 0 {
			q := proposal{Span: text.Span{Start: start, End: start + len(part)}, first: t, end: t + 1, claims: claims, name: -1, rank: fromRegistry}
			q.kind, q.typ = r.records[claims[0].record].Kind, r.records[claims[0].record].Type
			q.why = whyAlias(r, q, part)
			p.props = append(p.props, q)
		}
		start += len(part) + 1
	}
}

// chain yields the indexes of the aliases whose first word is w.
func (r *Registry) chain(w string) func(func(int32) bool) {
	return func(yield func(int32) bool) {
		i := r.first.Get(w) - 1
		if i < 0 && w == "The" {
			i = r.first.Get("the") - 1
		}
		for ; i >= 0; i = r.aliases[i].next {
			if !yield(i) {
				return
			}
		}
	}
}

// endsWord reports whether byte b, inside or behind token t, ends a word.
func (p *part) endsWord(t, b int) bool {
	d := p.doc
	if b >= len(d.Text) {
		return true
	}
	for ; t < len(d.Tokens) && d.Tokens[t].Start < b; t++ {
		if d.Tokens[t].End == b {
			return true
		}
		if d.Tokens[t].End > b { // "U.S" of "U.S.", the alias before "-led"
			rest := d.Text[b:d.Tokens[t].End]
			return rest == "." || len(rest) > 1 && rest[0] == '-' && rest[1] >= 'a' && rest[1] <= 'z'
		}
	}
	return false
}

func whyAlias(r *Registry, q proposal, s string) string {
	f := q.claims[0].flags
	switch {
	case f&demonym != 0:
		return "demonym"
	case f&metonym != 0:
		return "metonym"
	case f&acronym != 0:
		return "acronym"
	case s == r.records[q.claims[0].record].Name:
		return "name"
	}
	return "alias"
}
