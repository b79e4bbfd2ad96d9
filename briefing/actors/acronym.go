package actors

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"readout/briefing/names"
	"readout/briefing/text"
	"readout/feeds/datafile"
)

//go:embed data/acronyms.txt
var acronymsFile string

// noAcronym holds words of capitals that name no actor: those of acronyms.txt
// and the legal forms of heads.txt, "ACME, INC.".
var noAcronym = sync.OnceValue(func() map[string]bool {
	skip := datafile.Words(acronymsFile)
	eachHead(headsFile, func(where, _, word string) {
		if where == "form" {
			skip[strings.ToUpper(word)] = true
		}
	})
	return skip
})

// acronyms proposes words of capitals that stand among words in lower case,
// and short words with several capitals in brackets: "(FdL)".
func (p *part) acronyms() {
	skip := noAcronym()
	count := make(map[string]int)
	for t := range p.doc.Tokens {
		if w := p.doc.Tok(t); p.capital(t) && isAcronym(w) {
			count[w]++
		}
	}
	for i := range p.doc.Sentences {
		s := &p.doc.Sentences[i]
		for t := s.First; t < s.Last; t++ {
			if !p.capital(t) {
				continue
			}
			w := p.doc.Tok(t)
			if !p.acronymAt(t, w) || skip[w] || slices.Contains(p.laws, w) || postal()[w] != "" && p.doc.Tok(t-1) == "," {
				continue
			}
			if p.shouts(s) {
				break
			}
			if count[w] == 1 && !p.spelled(t, w) {
				continue
			}
			p.propose(t, t+1, Organisation, "")
			q := &p.props[len(p.props)-1]
			q.why, q.rank = "acronym", fromGuess
		}
	}
}

// acronymAt reports whether the word at t is an acronym: two to five capitals,
// or more in brackets, and no word of a line in capitals beside it.
func (p *part) acronymAt(t int, w string) bool {
	bracketed := p.doc.Tok(t-1) == "(" && p.doc.Tok(t+1) == ")"
	if !isAcronym(w) { // nearly all words
		return bracketed && len(w) <= 6 && capitals(w) >= 2 && names.ClassOf(w) == 0 && !strings.ContainsAny(w, "-.")
	}
	if bracketed {
		return true
	}
	c := names.ClassOf(w[:1] + strings.ToLower(w[1:]))
	return len(w) <= 5 && c&(names.Common|names.Given|names.NotName) == 0 && !p.loud(t-1) && !p.loud(t+1)
}

// spelled reports whether an acronym could not as well be a word that someone
// shouts: "FIFA" but not "HOLD" only once.
func (p *part) spelled(t int, w string) bool {
	return len(w) < 4 || !strings.ContainsAny(w, "AEIOUY") || p.doc.Tok(t-1) == "the" || p.doc.Tok(t-1) == "("
}

// loud reports whether token t is a word in capitals, of three letters and more
// or one like "IS".
func (p *part) loud(t int) bool {
	if t < 0 || !p.capital(t) || !isAcronym(p.doc.Tok(t)) {
		return false
	}
	w := p.doc.Tok(t)
	return len(w) > 2 || names.ClassOf(w[:1]+strings.ToLower(w[1:]))&names.Common != 0 && w != "US" && w != "IT"
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

// isAcronym reports whether w is two capitals or more, "&" allowed.
func isAcronym(w string) bool {
	n := 0
	for _, r := range w {
		if !unicode.IsUpper(r) && r != '&' {
			return false
		}
		n++
	}
	return n >= 2
}

func capitals(w string) int {
	n := 0
	for _, r := range w {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n
}

// definedAs returns the acronym in brackets behind a proposal: "Foo Bar Board
// (FBB)"; "" when there is none.
func (p *part) definedAs(q *proposal) string {
	t := q.end
	if p.doc.Tok(t) != "(" {
		return ""
	}
	if next := p.doc.Tok(t + 2); next != ")" && next != "," && next != ";" {
		return ""
	}
	w := p.doc.Tok(t + 1)
	if q.kind == Place && (w == "" || w[0] != p.doc.Text[q.Start]) {
		return "" // "PORT MORENO (AFP)": the agency of a dateline
	}
	if capitals(w) >= 2 && len(w) <= 10 {
		return w
	}
	return ""
}
