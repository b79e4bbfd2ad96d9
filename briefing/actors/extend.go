package actors

import (
	"strings"

	"readout/briefing/names"
	"readout/briefing/text"
)

// extend returns the end of what follows a head word at t-1: "of Canada", "for
// Strategic and International Studies", "on Foreign Relations".
func (p *part) extend(r *Registry, t, last int, typ string) int {
	for t < last {
		u := t
		w := p.doc.Tok(u)
		if !extends(w, typ) {
			return t
		}
		for u++; p.isArticle(u, last); u++ {
		}
		if u >= last || !p.capital(u) || w != "of" && !p.field(r, u) || names.ClassAt(p.doc, u)&names.Abbreviated != 0 {
			return t
		}
		if n := p.runEnd(u, last); n == u+1 && n < last && p.doc.Tokens[n].Kind == text.Word && p.demonymAt(r, u) {
			return t // "told Congress of the Spanish part"
		}
		end := p.listEnd(r, u, last)
		if w != "of" && end > u && end < last && end == p.placeEnd(r, u) && p.capital(end) && p.field(r, end) {
			end = p.wordsEnd(end, last) // "for Baltic Sea Studies"
		}
		for v := u + 1; typ == "parliament" && v < end; v++ {
			if heads().at(p.doc, v).partisan != "" {
				end = v // "House of Representatives Republicans"
			}
		}
		if end == u || typ == "party" && end == u+1 && p.surnames()[p.doc.Tok(u)] > 0 {
			return t // "Democrats of Moreno's"
		}
		t = end
	}
	return t
}

// extends reports whether a connector goes on with the name of a body of a type.
func extends(w, typ string) bool {
	switch w {
	case "of":
		return typ != "media" && typ != "team"
	case "for":
		return typ != "media" && typ != "parliament"
	case "on":
		return typ == "committee" || typ == "institute"
	case "against":
		return typ == "institute"
	case "de", "du", "des", "della", "di", "del", "für", "der":
		return true
	}
	return false
}

// demonymAt reports whether the word at token t names the people of a country.
func (p *part) demonymAt(r *Registry, t int) bool {
	_, claims := p.aliasAt(r, t)
	for _, c := range claims {
		if c.flags&demonym != 0 {
			return true
		}
	}
	return false
}

func (p *part) isArticle(t, last int) bool {
	switch p.doc.Tok(t) {
	case "the", "la", "las", "los", "le", "les", "die", "den":
		return t < last
	}
	return false
}

// listEnd returns the end of the capitalised words at t that a body is of or
// for: one known place, or fields joined by commas and "and".
func (p *part) listEnd(r *Registry, t, last int) int {
	if n := p.placeEnd(r, t); n > t {
		for n+1 < last && p.doc.Tok(n) == "and" {
			m := p.placeEnd(r, n+1)
			if m == n+1 {
				break
			}
			n = m
		}
		if n < last && p.capital(n) && p.field(r, n) && p.heads(n, last) {
			return t
		}
		return n
	}
	if p.heads(t, last) {
		return t
	}
	end := p.wordsEnd(t, last)
	for end+1 < last {
		u := end + 1
		w := p.doc.Tok(end)
		switch {
		case !p.capital(u) || !p.field(r, u) && !p.field(r, p.wordsEnd(u, last)-1) || p.heads(u, last):
			return end
		case w == "and" || w == "&" || w == "et" || w == "und" || w == "y":
			end = p.wordsEnd(u, last)
		case w == "," && p.goesOn(r, u, last):
			end = p.wordsEnd(u, last)
		default:
			return end
		}
	}
	return end
}

// wordsEnd is runEnd, cut before a title or given name: "of Trade Minister".
func (p *part) wordsEnd(t, last int) int {
	end := p.runEnd(t, last)
	for u := t + 1; u < end; u++ {
		c := names.ClassAt(p.doc, u)
		if c&names.Title != 0 && c&(names.NotName|names.Of) == 0 || c&names.Given != 0 && c&(names.Ordinary|names.NotName|names.Opening) == 0 {
			return u
		}
	}
	return end
}

// heads reports whether the run at t is a body by itself: "the Liberal Party".
func (p *part) heads(t, last int) bool {
	end := p.runEnd(t, last)
	if end-t < 2 {
		return false
	}
	typ := heads().at(p.doc, end-1).last
	return typ == "party" || typ == "group" || typ == "committee" || typ == "university" || typ == "company" || typ == "institute" || typ == "parliament"
}

// placeEnd returns the end of the known place at t; t when there is none.
func (p *part) placeEnd(r *Registry, t int) int {
	if !p.capital(t) {
		return t
	}
	n, claims := p.aliasAt(r, t)
	for _, c := range claims {
		if r.records[c.record].Kind == Place && c.flags&(demonym|acronym) == 0 {
			end := p.doc.TokenAt(p.doc.Tokens[t].Start+n-1) + 1
			return end
		}
	}
	return t
}

// goesOn reports whether the words at t end in ", and X" or "and X": the rest
// of "Energy, Science and Trade".
func (p *part) goesOn(r *Registry, t, last int) bool {
	end := p.runEnd(t, last)
	if p.doc.Tok(end) == "," {
		end++
	}
	return end+1 < last && p.doc.Tok(end) == "and" && p.capital(end+1) && p.field(r, end+1)
}

// field reports whether the word at t can be a field or a group that a body
// is for, rather than a person or another body.
func (p *part) field(r *Registry, t int) bool {
	w := p.doc.Tok(t)
	c := names.ClassAt(p.doc, t)
	if c&(names.Of|names.Opening|names.NotName) != 0 {
		switch w {
		case "January", "February", "March", "April", "May", "June", "July", "August", "September",
			"October", "November", "December", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec":
			return false
		}
		return !names.Weekday(w)
	}
	if c&(names.Given|names.Title) != 0 {
		return false
	}
	for _, suffix := range [...]string{"tion", "ment", "ance", "ence", "ity", "ture", "ism", "ing", "logy", "ics", "al", "ies", "ons", "ers", "ists", "ship", "ness", "cy", "ats", "ry", "ment", "ants"} {
		if strings.HasSuffix(w, suffix) {
			return true
		}
	}
	return p.placeEnd(r, t) > t
}
