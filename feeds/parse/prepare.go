package parse

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// prepare makes decoded text fit for an XML reader: what stands before the
// first root goes, with the XML declaration (its encoding has been used, and
// "1.1" would be refused); control characters and references to them go; "<"
// and "&" that begin nothing become text.
func prepare(s string) string {
	s = fromRoot(s)
	var b strings.Builder
	b.Grow(len(s) + 64)
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == '<':
			n := markupLen(s[i:])
			if n == 0 {
				b.WriteString("&lt;")
				i++
				continue
			}
			writeLegal(&b, s[i:i+n])
			i += n
		case c == '&':
			n := reference(&b, s[i:])
			i += n
		case c < 0x20 && c != '\n' && c != '\t' && c != '\r':
			i++
		case c < 0x80:
			b.WriteByte(c)
			i++
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if legal(r) {
				b.WriteString(s[i : i+n])
			}
			i += n
		}
	}
	return b.String()
}

// legal reports whether XML 1.0 (section 2.2) allows a character.
func legal(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r < 0xD800 || r >= 0xE000 && r < 0xFFFE || r >= 0x10000 && r <= 0x10FFFF
}

func writeLegal(b *strings.Builder, s string) {
	b.WriteString(strings.Map(func(r rune) rune {
		if legal(r) {
			return r
		}
		return -1
	}, s))
}

// markupLen tells how much of s, which begins with "<", is copied as it is: a
// whole CDATA section, comment or processing instruction, or the first
// character of a tag; 0 when the "<" is text.
func markupLen(s string) int {
	for _, m := range []struct{ open, end string }{{"<![CDATA[", "]]>"}, {"<!--", "-->"}, {"<?", "?>"}} {
		if strings.HasPrefix(s, m.open) {
			if i := strings.Index(s, m.end); i >= 0 {
				return i + len(m.end)
			}
			return len(m.open)
		}
	}
	if len(s) < 2 {
		return 0
	}
	c := s[1]
	if c == '/' || c == '!' || c == '_' || c == ':' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 {
		return 1
	}
	return 0
}

// reference copies the character reference that s begins with, or makes its "&"
// text, and returns how much of s was used. References to characters that XML
// does not allow go; those to C1 mean windows-1252, as in HTML.
func reference(b *strings.Builder, s string) int {
	end := strings.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 || strings.ContainsAny(s[1:end], " <&\n") {
		b.WriteString("&amp;")
		return 1
	}
	name := s[1:end]
	if name[0] != '#' {
		b.WriteString(s[:end+1])
		return end + 1
	}
	base, digits := 10, name[1:]
	if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
		base, digits = 16, digits[1:]
	}
	n, err := strconv.ParseUint(digits, base, 32)
	switch {
	case err != nil:
		b.WriteString("&amp;")
		return 1
	case !legal(rune(n)):
	default:
		b.WriteString(s[:end+1])
	}
	return end + 1
}

// roots are the elements that a feed begins with, in lower case.
var roots = []string{"rss", "rdf", "feed", "channel"}

// fromRoot cuts what stands before the root: junk, byte order marks, the XML
// declaration, comments and the document type. A text without such a root is
// returned whole.
func fromRoot(s string) string {
	for i := 0; i < len(s); {
		j := strings.IndexByte(s[i:], '<')
		if j < 0 {
			return s
		}
		i += j
		if isRoot(s[i:]) {
			return s[i:]
		}
		i += max(1, skipMarkup(s[i:]))
	}
	return s
}

// skipMarkup returns the length of a comment that s begins with, else 0.
func skipMarkup(s string) int {
	if strings.HasPrefix(s, "<!--") {
		if i := strings.Index(s, "-->"); i >= 0 {
			return i + 3
		}
	}
	return 0
}

func isRoot(s string) bool {
	name := tagName(s)
	for _, root := range roots {
		if name == root {
			return true
		}
	}
	return false
}

// tagName returns the local name of the tag that s begins with, in lower case.
func tagName(s string) string {
	s = s[1:min(len(s), 64)]
	if i := strings.IndexAny(s, " \t\r\n/>"); i >= 0 {
		s = s[:i]
	}
	if _, local, ok := strings.Cut(s, ":"); ok {
		s = local
	}
	return strings.ToLower(s)
}
