package cells

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Safe makes foreign text drawable on one line: controls, bidi overrides, tag
// characters and noncharacters go, line breaks and tabs become spaces. So do
// zero-width joiners and the modifiers of emoji: terminals disagree on the
// width of what they join (tmux 3.3 puts any two letters into one cell). The
// non-joiner stays, since Persian needs it and it has no width anywhere.
func Safe(s string) string {
	if isASCII(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	marks := 0
	for i, r := range s {
		if r == '\n' || r == '\t' || r == '\r' {
			r = ' '
		}
		if Hidden(r) || fickle(r) || r == utf8.RuneError && invalidAt(s, i) {
			continue
		}
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) {
			if marks++; marks > maxMarks {
				continue
			}
		} else {
			marks = 0
		}
		b.WriteRune(r)
	}
	return b.String()
}

// maxMarks is the number of combining marks that one base may carry.
const maxMarks = 8

// Hidden reports whether a terminal must never be sent r: a control character,
// a line or paragraph separator, a bidi override or isolate, a zero-width
// space, a tag or a noncharacter. U+200E, U+200F and U+061C stay, as Arabic
// and Hebrew texts use them.
func Hidden(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return true
	case r < 0x200b:
		return r == 0xad // soft hyphen: terminals disagree on its width
	case r == 0x200b, r == 0x2060, r == 0xfeff:
		return true
	case r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x206f:
		return true
	case r >= 0xfff9 && r <= 0xfffb, r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return true
	}
	return r >= 0xe0000 && r <= 0xe0fff
}

// fickle reports whether terminals disagree on what r does to the width of the
// character before it: joiners, variation selectors and skin tones.
func fickle(r rune) bool {
	return r == 0x200d || r >= 0xfe00 && r <= 0xfe0f || r >= 0x1f3fb && r <= 0x1f3ff
}

func invalidAt(s string, i int) bool {
	_, n := utf8.DecodeRuneInString(s[i:])
	return n == 1
}
