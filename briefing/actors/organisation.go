package actors

import (
	"slices"
	"strings"

	"readout/briefing/names"
	"readout/briefing/text"
)

// organisations proposes the capitalised sequences that a head word makes an
// organisation. In a headline set in capitals it proposes none.
func (p *part) organisations(r *Registry) {
	h := heads()
	for i := range p.doc.Sentences {
		s := &p.doc.Sentences[i]
		if names.TitleCase(p.doc, s.First, s.Last) {
			continue
		}
		for t := s.First; t < s.Last; {
			if !p.capital(t) {
				t++
				continue
			}
			end := p.runEnd(t, s.Last)
			if !p.foreign(h, t, s.Last) {
				p.organisation(r, h, t, end, s.First, s.Last)
			}
			t = end
		}
	}
}

// capital reports whether token t is a capitalised word.
func (p *part) capital(t int) bool {
	return t >= 0 && t < len(p.doc.Tokens) && p.doc.Tokens[t].Kind == text.Word && p.doc.Tokens[t].Upper
}

// runEnd returns the end of the capitalised sequence at t: words, possessives
// and ampersands between them.
func (p *part) runEnd(t, last int) int {
	t++
	for t < last {
		switch w := p.doc.Tok(t); {
		case p.capital(t) && !p.tailed(t-1):
			t++
		case (w == "'s" || w == "’s" || w == "'" || w == "’" || w == "&") && t+1 < last && p.capital(t+1) && p.possessiveRun(t):
			t += 2
		default:
			return t
		}
	}
	return t
}

// tailed reports whether the word at t ends a sequence by its tail: "Russia-backed".
func (p *part) tailed(t int) bool {
	w := p.doc.Tok(t)
	return names.Stem(w) < len(w)
}

// possessiveRun reports whether a possessive at t is part of a body's name:
// "Workers' Party", "People's Front", not "Russia's Ministry".
func (p *part) possessiveRun(t int) bool {
	if p.doc.Tok(t) == "&" {
		return true
	}
	switch w := p.doc.Tok(t - 1); w {
	case "People", "Men", "Women", "Children":
		return true
	default:
		return w[len(w)-1] == 's' && names.ClassAt(p.doc, t-1)&(names.Opening|names.NotName) != 0
	}
}

// organisation looks for head words in the run of tokens [first,end).
func (p *part) organisation(r *Registry, h *headWords, first, end, sentence, last int) {
	begin := p.dropOpening(r, first, end, sentence)
	if h.at(p.doc, end-1).event != "" && end-begin > 1 {
		p.event(r, begin, end)
		return
	}
	for t := end - 1; t >= begin; t-- {
		typ, before := p.headAt(h, t, begin)
		if typ == "" {
			continue
		}
		if (typ == "party" || typ == "group") && before > 0 && h.at(p.doc, t-1).last == "parliament" {
			return // "Senate Republicans"
		}
		if (typ == "parliament" || p.doc.Tok(t) == "Congress") && before > 0 && h.at(p.doc, t-1).partisan != "" && p.doc.Tok(t+1) != "of" {
			return // "a Republican Congress"
		}
		if typ == "group" && before == 1 && p.surnames()[p.doc.Tok(t-1)] > 0 {
			return // "the Moreno Coalition": those who back a person
		}
		if typ == "parliament" && before > 0 && names.ClassAt(p.doc, t-1)&names.NotName == 0 && p.placeEnd(r, t-1) == t-1 {
			return // "Battleground Senate"
		}
		stop := t + 1
		for typ == "company" && stop < end && h.at(p.doc, stop).tail != "" {
			stop++ // "Harbour Capital Management"
		}
		if stop == end {
			stop = p.extend(r, stop, last, typ)
		}
		if stop == t+1 && before == 0 && h.at(p.doc, t).alone == "" {
			continue
		}
		p.propose(p.widenLeft(begin, sentence), stop, Organisation, typ)
		return
	}
	p.firm(r, begin, end)
}

// firm proposes the partners whose names make that of a firm: "Moreno & Stone".
func (p *part) firm(r *Registry, first, end int) {
	if end-first != 3 || p.doc.Tok(first+1) != "&" {
		return
	}
	surname := false
	for _, t := range [...]int{first, first + 2} {
		c := names.ClassAt(p.doc, t)
		if _, claims := p.aliasAt(r, t); len(claims) > 0 || c&(names.Common|names.NotName|names.Opening) != 0 || c&names.Surname == 0 && c&names.Given != 0 {
			return
		}
		surname = surname || c&names.Surname != 0
	}
	if !surname {
		return
	}
	for p.doc.Tok(first-1) == "," && p.capital(first-2) && names.ClassAt(p.doc, first-2)&names.Surname != 0 {
		first -= 2 // "Fennel, Moreno & Stone"
	}
	p.propose(first, end, Organisation, "company")
}

// event takes the words of a treaty, law or prize out, so that "Rome Statute"
// is no city; a country named in it stays.
func (p *part) event(r *Registry, first, end int) {
	for t := first; t < end; t++ {
		if n := p.placeEnd(r, t); n > t && p.knownCountry(r, t) {
			return
		}
	}
	p.propose(first, end, "", "")
	if w := p.doc.Tok(end + 1); p.doc.Tok(end) == "(" && p.doc.Tok(end+2) == ")" && capitals(w) >= 2 {
		p.laws = append(p.laws, w)
	}
}

// headAt returns the type that the word at t makes of a run that begins at
// begin, with the number of words before it; "" when it makes none.
func (p *part) headAt(h *headWords, t, begin int) (string, int) {
	w, before := h.at(p.doc, t), t-begin
	switch {
	case w.last == "team" && p.doc.Tok(t) == "United" && (p.doc.Tok(t+1) == "States" || p.doc.Tok(t+1) == "Kingdom" || p.doc.Tok(t+1) == "Nations"):
		return "", before // "the Eastern United States"
	case w.last != "" && before > 0:
		return w.last, before
	case w.after != "" && before > 0 && slices.Contains(h.at(p.doc, t-1).before, w.after):
		return w.after, before
	case w.last2 != "" && before > 1:
		return w.last2, before
	case w.of != "" && before == 0:
		return w.of, before
	case w.last != "":
		return w.last, before
	}
	return w.alone, before
}

// dropOpening skips words that only open the sentence or describe what is
// behind them, and titles before another capital ("President Hart Foundation"
// is none).
func (p *part) dropOpening(r *Registry, first, end, sentence int) int {
	for first+1 < end && p.loud(first) && p.loud(first+1) {
		for first+1 < end && (p.loud(first) || isAcronym(p.doc.Tok(first))) {
			first++
		}
	}
	for first+1 < end {
		c := names.ClassAt(p.doc, first)
		if (c&names.Common == 0 || c&names.Opening != 0) && !p.describes(r, first, sentence) {
			break
		}
		first++
	}
	return first
}

// describes reports whether the word at t is no part of the known body or place
// that begins behind it: a day ("a Thursday Senate hearing"), or a word that
// opens the sentence and ends as adjectives and participles do ("Divided
// Supreme Court", "Addressing Ohio State Labour Party members").
func (p *part) describes(r *Registry, t, sentence int) bool {
	w := p.doc.Tok(t)
	if !names.Weekday(w) && (t > sentence || names.ClassAt(p.doc, t) != 0 || !describing(w)) {
		return false
	}
	_, claims := p.aliasAt(r, t+1)
	return len(claims) > 0 && r.records[claims[0].record].Kind != Person && claims[0].flags&demonym == 0
}

// describing reports whether a word has the ending of an adjective or participle.
func describing(w string) bool {
	for _, ending := range [...]string{"ing", "ed", "ous", "ful", "less", "al", "ive", "ic", "ant", "ent", "ble", "ary"} {
		if strings.HasSuffix(w, ending) {
			return true
		}
	}
	n := len(w)
	return n > 3 && w[n-1] == 'y' && strings.IndexByte("aeiou", w[n-2]) < 0 // "Angry", not "Jersey"
}

// foreign proposes a body whose first word says what it is: "Partido Liberal".
func (p *part) foreign(h *headWords, t, last int) bool {
	typ := h.at(p.doc, t).front
	if typ == "" {
		return false
	}
	end := p.runEnd(t, last)
	for end+1 < last && connectors[p.doc.Tok(end)] {
		u := end + 1
		for u+1 < last && connectors[p.doc.Tok(u)] {
			u++
		}
		if !p.capital(u) {
			break
		}
		end = p.runEnd(u, last)
	}
	if end-t < 2 || h.at(p.doc, end-1).last != "" && !connectors[p.doc.Tok(t+1)] {
		return false
	}
	p.propose(t, end, Organisation, typ)
	return true
}

// connectors join the words of a body's name in Romance and German tongues.
var connectors = map[string]bool{"de": true, "des": true, "du": true, "la": true, "le": true, "les": true, "et": true, "pour": true, "del": true, "della": true, "di": true,
	"de'": true, "per": true, "por": true, "para": true, "y": true, "e": true, "für": true, "und": true, "der": true, "das": true, "do": true, "da": true, "dos": true, "el": true, "los": true, "las": true, "il": true, "dei": true, "degli": true, "voor": true, "en": true, "van": true}

// widenLeft takes in "Social Democratic and" before "Labour Party".
func (p *part) widenLeft(first, sentence int) int {
	if first-2 < sentence || p.doc.Tok(first-1) != "and" {
		return first
	}
	t := first - 2
	if heads().at(p.doc, t).last != "" {
		return first // "Labour Party and Green Party" are two
	}
	for t >= sentence && p.capital(t) && names.ClassAt(p.doc, t)&(names.NotName|names.Opening|names.Of) != 0 {
		t--
	}
	if t++; t < first-1 && (t == sentence || strings.EqualFold(p.doc.Tok(t-1), "the") || first-1-t > 1) {
		return t
	}
	return first
}

// propose adds a proposal by shape over tokens [first,end), without the tail
// of a last word like "Calhoun-led".
func (p *part) propose(first, end int, k Kind, typ string) {
	tok := p.doc.Tokens[end-1]
	start := p.doc.Tokens[first].Start
	if end > first+1 && strings.HasPrefix(p.doc.Tok(first), "Ex-") {
		start += len("Ex-") // "Ex-Harbour Police chief"
	}
	p.props = append(p.props, proposal{Span: text.Span{Start: start, End: tok.Start + names.Stem(p.doc.Str(tok.Span))},
		first: first, end: end, kind: k, typ: typ, why: "shape", name: -1, rank: fromShape})
}
