package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxMarks is how many combining marks may stand on one base character;
// longer runs paint over the lines around them.
const maxMarks = 8

// Safe reports whether a character may be shown on a terminal. Not safe are
// C0 and C1 controls and DEL (the line break too: it is layout, not text),
// U+2028 and U+2029, bidi embeddings, overrides and isolates, zero-width
// spaces and joiners of words, soft hyphens, fillers, interlinear marks, tag
// characters, supplementary variation selectors, surrogates and
// noncharacters. Safe are the marks that Arabic, Hebrew, Persian and Indic
// text needs (U+200C to U+200F, U+061C) and emoji presentation selectors.
func Safe(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7F && r <= 0x9F:
		return false
	case r < 0xAD:
		return true
	case r == 0xAD, r == 0x034F, r == 0x180E, r == 0x200B,
		r == 0x115F, r == 0x1160, r == 0x3164, r == 0xFFA0:
		return false
	case r >= 0x2028 && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return false
	case r >= 0xD800 && r <= 0xDFFF, r == 0xFEFF, r >= 0xFFF9 && r <= 0xFFFB:
		return false
	case r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return false
	case r >= 0xE0000 && r <= 0xE0FFF, r > unicode.MaxRune:
		return false
	}
	return true
}

const (
	zwnj = 0x200C
	zwj  = 0x200D
)

// scrub removes what is not safe, folds CR LF, CR, U+0085, U+2028 and U+2029
// to a line break, tabs and odd spaces to a space, and puts the rest in NFC.
// Bytes that are no UTF-8 become U+FFFD.
func scrub(s string) string {
	if plainASCII(s) {
		return s
	}
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	var b strings.Builder
	b.Grow(len(s))
	prev, marks := rune(-1), 0
	for i, r := range s {
		switch {
		case r >= ' ' && r < 0x7F:
		case r == '\r' && strings.HasPrefix(s[i+1:], "\n"):
			continue
		case r == '\n', r == '\r', r == 0x85, r == 0x2028, r == 0x2029:
			r = '\n'
		case r == '\t', r == '\v', r == '\f', r != ' ' && unicode.Is(unicode.Zs, r):
			r = ' '
		case r == zwj, r == zwnj:
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			if !joins(prev) || !joins(next) {
				continue
			}
		case !Safe(r):
			continue
		case unicode.In(r, unicode.Mn, unicode.Me):
			if marks++; marks > maxMarks || prev < 0 || prev == '\n' || prev == ' ' {
				continue
			}
			prev = r
			b.WriteRune(r)
			continue
		}
		prev, marks = r, 0
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}

// joining are the scripts whose letters a zero-width joiner or non-joiner
// shapes (Unicode 16, 23.2). Between other letters it only hides: a name that
// holds one is found by nobody.
var joining = []*unicode.RangeTable{unicode.Arabic, unicode.Syriac, unicode.Mandaic, unicode.Nko, unicode.Mongolian, unicode.Phags_Pa,
	unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada,
	unicode.Malayalam, unicode.Sinhala, unicode.Khmer, unicode.Myanmar, unicode.Tibetan, unicode.Balinese, unicode.Javanese, unicode.Newa}

// joins reports whether a zero-width joiner or non-joiner may stand beside r:
// letters of scripts that join, Arabic vowel signs, emoji and their selector.
func joins(r rune) bool {
	return r == 0xFE0F || r >= 0x064B && r <= 0x0670 || unicode.In(r, unicode.So, unicode.Sk) || unicode.In(r, joining...)
}

// plainASCII reports whether s is printable ASCII and line breaks only.
func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 0x20 && c != '\n') || c >= 0x7F {
			return false
		}
	}
	return true
}

// fold makes one line of scrubbed text.
func fold(s string) string {
	if folded(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// folded reports whether s is one line already: no space but single blanks
// between words. Most are.
func folded(s string) bool {
	before := byte(' ')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' && before == ' ', c < ' ':
			return false
		case c == 0xC2, c >= 0xE1 && c <= 0xE3: // other spaces begin with these bytes
			if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) {
				return false
			}
		}
		before = s[i]
	}
	return s == "" || before != ' '
}

// clip cuts s to at most n bytes on a rune boundary.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
