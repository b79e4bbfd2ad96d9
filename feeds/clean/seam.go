package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// seam follows the tags between two words: where one inline element ends and
// another begins, a page's style often sets them apart though no space does.
type seam int

const (
	none    seam = iota
	closed       // an inline element has ended
	between      // and another has begun
)

func (s *seam) close() { *s = closed }

func (s *seam) open() {
	if *s == closed {
		*s = between
	}
}

// parts reports whether a word that begins with c does not go on the word
// before it: "3 March" and "More", not "Presi" and "dent".
func parts(before []byte, c byte) bool {
	r, _ := utf8.DecodeLastRune(before)
	return 'A' <= c && c <= 'Z' &&
		(unicode.IsLower(r) || unicode.IsDigit(r) || unicode.IsPunct(r) && !strings.ContainsRune("([{-–—'’“‘\"@#/&._", r))
}
