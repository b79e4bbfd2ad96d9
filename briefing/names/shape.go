package names

import (
	"strings"
	"unicode/utf8"

	"readout/briefing/text"
)

// A piece is one word of a capitalised sequence, with the period of an
// initial or abbreviation.
type piece struct {
	first, end int // tokens
	text       string
	class      Class
	lower      bool // in lower case: a particle or a title
	initial    bool
	nick       bool // in quotation marks
}

type finder struct {
	doc     *text.Doc
	body    func(t int) int // as Find has it
	lexicon *text.Lexicon[Class]
	found   []Name
	alone   []candidate // single words that may be surnames
	pieces  []piece     // of the sequence at hand
}

// A candidate is a capitalised word, or particles and a word, that is a name
// only if it is the surname of one.
type candidate struct {
	text.Span
	title text.Span
	sex   string
	words string // as written
	at    int    // number of names found before it
}

// sentence collects the capitalised sequences of a sentence.
func (f *finder) sentence(i int) {
	s := &f.doc.Sentences[i]
	headline := TitleCase(f.doc, s.First, s.Last)
	for t := s.First; t < s.Last; {
		if !f.begins(t) {
			t++
			continue
		}
		next := f.gather(t, s.Last)
		f.sequence(s.First, headline)
		t = next
	}
}

// longestHeadline bounds what is looked at for each name of a sentence, so that
// a sentence without an end costs no more than its length.
const longestHeadline = 80

// TitleCase reports whether the tokens [first,last) are set like a headline,
// with capitals on all words but short ones, so that a capital proves nothing.
// Outside the title a verb or pronoun with a capital must show that. More than
// longestHeadline tokens are none.
func TitleCase(d *text.Doc, first, last int) bool {
	if last <= first || last-first > longestHeadline {
		return false
	}
	title := d.Title.Holds(d.Tokens[first].Span)
	lex := lexicon()
	upper, lower, proof := 0, 0, 0
	for t := first; t < last; t++ {
		tok := d.Tokens[t]
		if tok.Kind != text.Word {
			continue
		}
		w := d.Str(tok.Span)
		switch {
		case tok.Upper:
			upper++
			if c := lex.Of(d, t); t > first && c&Common != 0 && c&(Opening|Noun|Title|Before|Given) == 0 {
				proof++
			}
		case len(w) > 3 && w[0] < utf8.RuneSelf && !shortWords[w]:
			if !title {
				return false
			}
			lower++
		}
	}
	if title {
		return upper >= 4 && upper > 4*lower
	}
	if d.Tok(last-1) == "." && d.ParagraphAt(d.Tokens[first].Start) > 0 {
		proof--
	}
	return upper >= 5 && proof > 0
}

// shortWords are words of four letters and more that headlines leave small.
var shortWords = map[string]bool{"with": true, "from": true, "into": true, "over": true, "than": true, "that": true}

// begins reports whether a sequence can begin at token t: a capital, or a
// title or particle in lower case.
func (f *finder) begins(t int) bool {
	tok := f.doc.Tokens[t]
	if tok.Kind != text.Word {
		return false
	}
	if tok.Upper {
		return true
	}
	class := f.lexicon.Of(f.doc, t)
	return class&(Title|Particle) != 0 || class&Before != 0 && f.lexicon.Of(f.doc, t+1)&Title != 0
}

// mostPieces bounds the words of a sequence.
const mostPieces = 12

// gather fills f.pieces from token t on and returns the token after them.
func (f *finder) gather(t, last int) int {
	f.pieces = f.pieces[:0]
	for t < last && len(f.pieces) < mostPieces {
		p, ok := f.piece(t, last)
		if !ok {
			break
		}
		f.pieces = append(f.pieces, p)
		t = p.end
	}
	if len(f.pieces) == 0 {
		return t + 1
	}
	return t
}

// piece reads the word at token t; ok is false where the sequence ends.
func (f *finder) piece(t, last int) (piece, bool) {
	tok := f.doc.Tokens[t]
	if tok.Kind == text.Mark {
		return f.nickname(t, last)
	}
	if tok.Kind != text.Word {
		return piece{}, false
	}
	w := f.doc.Tok(t)
	p := piece{first: t, end: t + 1, text: w, class: f.lexicon.Of(f.doc, t), lower: !tok.Upper}
	switch {
	case tok.Upper:
		return f.capital(p, last)
	case particleInside(w):
		p.lower = false
		return p, true
	case p.class&Particle != 0 && t+1 < last && (f.doc.Tokens[t+1].Upper || f.lexicon.Of(f.doc, t+1)&Particle != 0):
		return p, true
	case len(f.pieces) == 0 && p.class&Before != 0:
		return p, true
	case p.class&Title != 0 && (len(f.pieces) == 0 || f.pieces[len(f.pieces)-1].class&(Title|Before) != 0):
		return p, true
	case (w == "of" || w == "for") && len(f.pieces) > 0 && f.pieces[len(f.pieces)-1].class&Head != 0 && t+1 < last && f.lexicon.Of(f.doc, t+1)&Of != 0:
		p.class = Before
		return p, true
	case w == "and" && len(f.pieces) > 0 && f.pieces[len(f.pieces)-1].class&Of != 0 && t+1 < last && f.lexicon.Of(f.doc, t+1)&Of != 0:
		p.class = Before
		return p, true
	}
	return piece{}, false
}

// capital completes the piece of a word with a capital: whether it is an
// initial, and the period that is its own.
func (f *finder) capital(p piece, last int) (piece, bool) {
	if len(p.text) > 2 && p.text[1] == '-' {
		return piece{}, false // "T-shirts", "F-16"
	}
	_, n := utf8.DecodeRuneInString(p.text)
	p.initial = p.class&NotName == 0 && (n == len(p.text) || isInitials(p.text))
	if p.class == 0 && strings.Contains(p.text, "-") {
		p.class = f.hyphenated(p.text)
	}
	if dot := p.end; dot < last && f.doc.Tok(dot) == "." && f.doc.Tokens[dot].Start == f.doc.Tokens[p.first].End && (p.initial || p.class&Abbreviated != 0) {
		p.end++
	}
	return p, true
}

// hyphenated returns the class of a title such as "President-elect" or
// "Vice-President"; 0 for any other word.
func (f *finder) hyphenated(w string) Class {
	cut := strings.IndexByte(w, '-')
	switch first, rest := f.lexicon.Get(w[:cut]), w[cut+1:]; {
	case first&Head != 0 && (rest == "elect" || rest == "designate" || rest == "nominee"), f.lexicon.Get(rest)&Head != 0:
		return Head
	}
	return 0
}

// particleInside reports whether a word is a surname that begins with a small
// particle: "al-Abadi", "d'Alma".
func particleInside(w string) bool {
	for i := 1; i < len(w)-2 && i < 4; i++ {
		if w[i] == '-' || w[i] == '\'' {
			return w[i+1] >= 'A' && w[i+1] <= 'Z'
		}
	}
	return false
}

// nickname reads a quoted or bracketed nickname inside a name: Earl "Buddy" Hart.
func (f *finder) nickname(t, last int) (piece, bool) {
	open := f.doc.Tok(t)
	if open != `"` && open != "“" && open != "(" && open != "‘" && open != "'" || len(f.pieces) == 0 || t+3 >= last {
		return piece{}, false
	}
	if f.pieces[len(f.pieces)-1].class&Given == 0 && !f.pieces[len(f.pieces)-1].initial {
		return piece{}, false
	}
	if end := f.doc.Tok(t + 2); end != `"` && end != "”" && end != ")" && end != "’" && end != "'" {
		return piece{}, false
	}
	if !f.doc.Tokens[t+1].Upper || !f.doc.Tokens[t+3].Upper {
		return piece{}, false
	}
	return piece{first: t, end: t + 3, text: f.doc.Tok(t + 1), class: Given | Ordinary, nick: true}, true
}

// isInitials reports whether w is initials without space: "J.D", "J.D.", "JD" is not.
func isInitials(w string) bool {
	letter := true
	for _, r := range w {
		if letter == (r == '.') {
			return false
		}
		letter = !letter
	}
	return len(w) > 2
}

// Stem returns the length in bytes of a word without a participle behind a
// hyphen: of "Moreno" in "Moreno-backed".
func Stem(w string) int {
	cut := strings.LastIndexByte(w, '-')
	if cut > 0 {
		switch w[cut+1:] {
		case "led", "backed", "held", "based", "controlled", "born", "era", "style", "linked", "owned", "run", "sponsored", "funded", "occupied", "aligned", "friendly", "made":
			return cut
		}
	}
	return len(w)
}
