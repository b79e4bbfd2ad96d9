package actors

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"readout/briefing/names"
	"readout/briefing/text"
)

//go:embed data/heads.txt
var headsFile string

//go:embed data/acronyms.txt
var acronymsFile string

// headWords says what a word at the end of a capitalised sequence, or before
// "of", makes of it.
type headWords struct{ last, of map[string]string }

var heads = sync.OnceValue(func() headWords {
	h := headWords{make(map[string]string, 400), make(map[string]string, 100)}
	for line := range strings.Lines(headsFile) {
		where, words, ok := strings.Cut(line, ": ")
		pos, typ, _ := strings.Cut(where, " ")
		if !ok || pos == "#" {
			continue
		}
		m := h.last
		if pos == "of" {
			m = h.of
		}
		for _, w := range strings.Fields(words) {
			if _, have := m[w]; !have {
				m[w] = typ
			}
		}
	}
	return h
})

var noAcronym = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool)
	for line := range strings.Lines(acronymsFile) {
		if line[0] != '#' {
			for _, w := range strings.Fields(line) {
				m[w] = true
			}
		}
	}
	return m
})

// organisations proposes the capitalised sequences that a head word makes an
// organisation, and the acronyms.
func (p *part) organisations() {
	h := heads()
	for i := range p.doc.Sentences {
		s := &p.doc.Sentences[i]
		for t := s.First; t < s.Last; {
			if !p.capital(t) {
				t++
				continue
			}
			end := p.runEnd(t, s.Last)
			p.organisation(h, t, end, s.First, s.Last)
			t = end
		}
	}
}

// capital reports whether token t is a capitalised word.
func (p *part) capital(t int) bool {
	return t < len(p.doc.Tokens) && p.doc.Tokens[t].Kind == text.Word && p.doc.Tokens[t].Upper
}

// runEnd returns the end of the capitalised sequence at t: words, possessives
// and ampersands between them.
func (p *part) runEnd(t, last int) int {
	t++
	for t < last {
		switch w := p.doc.Tok(t); {
		case p.capital(t):
			t++
		case (w == "'s" || w == "’s" || w == "'" || w == "’" || w == "&") && t+1 < last && p.capital(t+1) && p.possessiveRun(t):
			t += 2
		default:
			return t
		}
	}
	return t
}

// possessiveRun reports whether a possessive at t is part of a body's name:
// "Workers' Party", "People's Front", not "Russia's Ministry".
func (p *part) possessiveRun(t int) bool {
	if p.doc.Tok(t) == "&" {
		return true
	}
	return names.ClassOf(p.doc.Tok(t-1))&(names.Opening|names.NotName) != 0 && strings.ToLower(p.doc.Tok(t-1)) != "government"
}

// organisation looks for head words in the run of tokens [first,end).
func (p *part) organisation(h headWords, first, end, sentence, last int) {
	begin := p.dropOpening(first, end, sentence)
	for t := end - 1; t >= begin; t-- {
		w := p.doc.Tok(t)
		typ, isLast := h.last[w]
		ofTyp, isOf := h.of[w]
		stop := t + 1
		if isLast || isOf {
			stop = p.extend(t+1, end, last)
		}
		switch {
		case stop > t+1 && (isOf || t > begin):
			if !isLast {
				typ = ofTyp
			}
		case isLast && t > begin:
		default:
			continue
		}
		from := p.widenLeft(begin, sentence)
		p.propose(from, stop, Organisation, typ)
		return
	}
}

// dropOpening skips a word that only opens the sentence, and titles.
func (p *part) dropOpening(first, end, sentence int) int {
	for first < end {
		c := names.ClassOf(p.doc.Tok(first))
		opening := c&names.Common != 0 && c&names.Opening == 0
		if !opening || first+1 >= end {
			break
		}
		first++
	}
	return first
}

// extend returns the end of "of ..." behind a head word at t-1: connectors and
// capitalised words.
func (p *part) extend(t, runEnd, last int) int {
	if t < runEnd {
		return t // more capitals follow directly: the head is inside
	}
	for t < last {
		u := t
		switch p.doc.Tok(u) {
		case "of", "for", "on", "against", "de", "du", "des", "della", "di", "del", "für", "der", "to":
			u++
		default:
			return t
		}
		for p.isArticle(u, last) {
			u++
		}
		if u >= last || !p.capital(u) {
			return t
		}
		t = p.listEnd(u, last)
	}
	return t
}

func (p *part) isArticle(t, last int) bool {
	switch p.doc.Tok(t) {
	case "the", "la", "las", "los", "le", "les", "die", "den":
		return t < last
	}
	return false
}

// listEnd returns the end of capitalised words joined by "and" that begin at t.
func (p *part) listEnd(t, last int) int {
	t = p.runEnd(t, last)
	for t+1 < last {
		w := p.doc.Tok(t)
		u := t + 1
		if w == "," && p.capital(u) && p.listContinues(u, last) {
			t = p.runEnd(u, last)
			continue
		}
		if (w == "and" || w == "&" || w == "y" || w == "et" || w == "und") && p.capital(u) && p.subject(u) {
			t = p.runEnd(u, last)
			continue
		}
		return t
	}
	return t
}

// listContinues reports whether the words at t end in ", and X" or "and X"
// within a few words: "Energy, Science and Trade".
func (p *part) listContinues(t, last int) bool {
	if !p.subject(t) {
		return false
	}
	end := p.runEnd(t, last)
	if p.doc.Tok(end) == "," {
		end++
	}
	return end+1 < last && p.doc.Tok(end) == "and" && p.capital(end+1) && p.subject(end+1)
}

// subject reports whether the word at t can be a field that a body is for,
// rather than another actor.
func (p *part) subject(t int) bool {
	w := p.doc.Tok(t)
	c := names.ClassOf(w)
	if c&(names.Given|names.Title) != 0 && c&(names.NotName|names.Opening|names.Of) == 0 {
		return false
	}
	if c&(names.Of|names.Opening|names.NotName) != 0 {
		return true
	}
	for _, suffix := range [...]string{"tion", "ment", "ance", "ence", "ity", "ture", "ism", "ing", "logy", "ics", "al", "ies", "ons", "ers", "ists", "ship", "ness", "cy", "ats", "ry"} {
		if strings.HasSuffix(w, suffix) {
			return true
		}
	}
	return false
}

// widenLeft takes in "Social Democratic and" before "Labour Party".
func (p *part) widenLeft(first, sentence int) int {
	if first-2 < sentence || p.doc.Tok(first-1) != "and" {
		return first
	}
	t := first - 2
	for t >= sentence && p.capital(t) && names.ClassOf(p.doc.Tok(t))&(names.NotName|names.Opening|names.Of) != 0 && heads().last[p.doc.Tok(t)] == "" {
		t--
	}
	if t++; t < first-1 && (t == sentence || strings.EqualFold(p.doc.Tok(t-1), "the") || first-1-t > 1) {
		return t
	}
	return first
}

// propose adds a proposal by shape over tokens [first,end).
func (p *part) propose(first, end int, k Kind, typ string) {
	p.props = append(p.props, proposal{Span: text.Span{Start: p.doc.Tokens[first].Start, End: p.doc.Tokens[end-1].End},
		first: first, end: end, kind: k, typ: typ, why: "shape", name: -1, rank: fromShape})
}

// acronyms proposes words of capitals that are defined in the text or stand
// among words in lower case.
func (p *part) acronyms() {
	skip := noAcronym()
	for i := range p.doc.Sentences {
		s := &p.doc.Sentences[i]
		if p.shouts(s) {
			continue
		}
		for t := s.First; t < s.Last; t++ {
			if w := p.doc.Tok(t); p.capital(t) && isAcronym(w) && !skip[w] {
				p.propose(t, t+1, Organisation, "")
				p.props[len(p.props)-1].why = "acronym"
				p.props[len(p.props)-1].rank = fromGuess
			}
		}
	}
}

// shouts reports whether a sentence is set in capitals.
func (p *part) shouts(s *text.Sentence) bool {
	upper, lower := 0, 0
	for _, r := range p.doc.Str(s.Span) {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper > lower
}

// isAcronym reports whether w is two to seven capitals, "&" allowed.
func isAcronym(w string) bool {
	n := 0
	for _, r := range w {
		if !unicode.IsUpper(r) && r != '&' {
			return false
		}
		n++
	}
	return n >= 2 && n <= 7
}
