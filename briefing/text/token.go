package text

import (
	"unicode"
	"unicode/utf8"
)

// Kind is the class of a token.
type Kind uint8

// The classes of tokens.
const (
	Word   Kind = iota // letters, with inner apostrophes, hyphens and periods: "Smith-Jones", "U.S.", "O'Neil"
	Number             // digits, with inner points and commas: "1,300", "3.5"
	Mark               // one punctuation mark or symbol; "..." and "''" are one mark
)

// Token is one word, number or mark of a Doc; its Span is of Doc.Text, in bytes.
type Token struct {
	Span
	Kind  Kind
	Upper bool // a Word that begins with an upper-case or title-case letter
	// Joined says that more than letters and digits is in it: "U.S.", "al-Assad", any Mark.
	Joined bool

	low           uint32 // where its lower-case form begins in Doc.low
	hash, lowHash uint32 // of the token as written and in lower case, see Lexicon
}

// tokenise cuts s into tokens. A possessive "'s" is a token of its own, so
// that "Russia's" is the word "Russia" and the word "'s".
func tokenise(s string) []Token {
	out := make([]Token, 0, 2*len(s)/9+8) // news has a token in five bytes or six
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsSpace(r):
			i += n
		case isLetter(r):
			end := wordEnd(s, i)
			word := Token{Span: Span{i, end}, Kind: Word, Upper: unicode.IsUpper(r) || unicode.IsTitle(r)}
			if cut := possessive(s[i:end]); cut > 0 {
				out = append(out, Token{Span: Span{i, i + cut}, Kind: Word, Upper: word.Upper}, Token{Span: Span{i + cut, end}, Kind: Word})
			} else {
				out = append(out, word)
			}
			i = end
		case unicode.IsDigit(r):
			end := numberEnd(s, i)
			out = append(out, Token{Span: Span{i, end}, Kind: Number})
			i = end
		default:
			end := markEnd(s, i, n)
			out = append(out, Token{Span: Span{i, end}, Kind: Mark})
			i = end
		}
	}
	return out
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIILetter(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == 'ʻ' }

// wordEnd returns the end of the word that begins at i. Inside a word stand
// letters, digits, and an apostrophe, hyphen, ampersand or period followed by
// a letter ("U.S", "AT&T", "al-Assad"); the last period of an abbreviation
// that has inner periods belongs to it ("U.S.").
func wordEnd(s string, i int) int {
	inner := false
	for i < len(s) {
		if c := s[i]; isASCIILetter(c) || c >= '0' && c <= '9' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if isLetter(r) || unicode.IsDigit(r) || r == '\u00ad' || r == '\u200d' || r == '\u200c' {
			i += n
			continue
		}
		joins := isApostrophe(r) || r == '-' || r == '‑' || r == '&' || r == '.'
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		if joins && i+n < len(s) && (isLetter(next) || r == '-' && unicode.IsDigit(next)) {
			if r == '.' && !inner && !initialBefore(s, i) {
				return i
			}
			inner = inner || r == '.'
			i += n
			continue
		}
		if r == '.' && inner {
			return i + n
		}
		return i
	}
	return i
}

// initialBefore reports whether the text before the period at i is a single
// letter, as in "U.S.": only then does a period join what stands around it.
// So "said.The" of careless typesetting stays two words.
func initialBefore(s string, i int) bool {
	_, n := utf8.DecodeLastRuneInString(s[:i])
	prev, _ := utf8.DecodeLastRuneInString(s[:i-n])
	return i-n == 0 || !isLetter(prev) && !unicode.IsDigit(prev)
}

// possessive returns where "'s" begins in a word, 0 when it has none.
func possessive(w string) int {
	if len(w) < 3 || (w[len(w)-1] != 's' && w[len(w)-1] != 'S') {
		return 0
	}
	r, n := utf8.DecodeLastRuneInString(w[:len(w)-1])
	if !isApostrophe(r) {
		return 0
	}
	return len(w) - 1 - n
}

func numberEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsDigit(r) || isLetter(r) {
			i += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		if (r == '.' || r == ',' || r == ':') && unicode.IsDigit(next) {
			i += n
			continue
		}
		return i
	}
	return i
}

func markEnd(s string, i, n int) int {
	end := i + n
	if c := s[i]; c == '.' || c == '\'' || c == '`' || c == '-' {
		for end < len(s) && s[end] == c {
			end++
		}
	}
	return end
}
