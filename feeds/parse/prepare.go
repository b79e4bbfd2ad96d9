package parse

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// prepare makes decoded text fit for an XML reader: what stands before the
// first root goes, with the XML declaration (its encoding has been used, and
// "1.1" would be refused); control characters and references to them go; "<"
// that begins nothing and "]]>" that ends nothing become text. The XML reader itself takes a stray "&".
func prepare(s string) string {
	s = fromRoot(s)
	sections := sections{}
	open := 0 // sections whose own end is still to come: another began inside and ended first
	var b strings.Builder
	b.Grow(len(s) + 64)
	for i := 0; i < len(s) && b.Len() < 2*maxBytes; {
		switch c := s[i]; {
		case c == '<':
			n, inner := writeMarkup(&b, s[i:], sections)
			open += inner
			i += n
		case c == '&':
			n, ok := illegalReference(s[i:])
			if !ok {
				b.WriteByte('&')
				n = 1
			}
			i += n
		case c == ']' && strings.HasPrefix(s[i:], cdataEnd): // of a section around another, or text
			if open > 0 {
				open--
			} else {
				b.WriteString("]]&gt;")
			}
			i += len(cdataEnd)
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

// writeMarkup writes what the "<" that s begins with begins: a section whole,
// else the "<" alone, as text where it begins nothing. It returns the bytes
// read, and how many sections began inside the section.
func writeMarkup(b *strings.Builder, s string, sections sections) (n, inner int) {
	n = sections.length(s)
	if n == 0 && !opensTag(s) {
		b.WriteString("&lt;")
		return 1, 0
	}
	n = max(n, 1)
	part, inner := flatten(s[:n])
	writeLegal(b, part)
	return n, inner
}

const cdata, cdataEnd = "<![CDATA[", "]]>"

// flatten takes out of a CDATA section the beginnings of others, which XML does
// not allow and HTML would take for a comment, and counts them.
func flatten(s string) (string, int) {
	if !strings.HasPrefix(s, cdata) {
		return s, 0
	}
	rest := s[len(cdata):]
	n := strings.Count(rest, cdata)
	if n == 0 {
		return s, 0
	}
	return cdata + strings.ReplaceAll(rest, cdata, ""), n
}

// legal reports whether XML 1.0 (section 2.2) allows a character; asideMark,
// the last that it does, is kept for ourselves.
func legal(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r < 0xD800 || r >= 0xE000 && r < 0xFFFE || r >= 0x10000 && r < asideMark
}

func writeLegal(b *strings.Builder, s string) {
	if plain(s) {
		b.WriteString(s)
		return
	}
	b.WriteString(strings.Map(func(r rune) rune {
		if legal(r) {
			return r
		}
		return -1
	}, s))
}

// plain reports whether all of s is ASCII that is legal.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || c < 0x20 && c != '\n' && c != '\t' && c != '\r' {
			return false
		}
	}
	return true
}

// sections finds where CDATA sections, comments and processing instructions
// end. It remembers what has no end any more, so that a flood of beginnings
// costs no more than its length.
type sections map[string]bool

// length returns the length of the section that s begins with, 0 if it begins
// with none or with one that is never closed.
func (endless sections) length(s string) int {
	for _, m := range []struct{ open, end string }{{cdata, cdataEnd}, {"<!--", "-->"}, {"<?", "?>"}} {
		if strings.HasPrefix(s, m.open) && !endless[m.open] {
			if i := strings.Index(s, m.end); i >= 0 {
				return i + len(m.end)
			}
			endless[m.open] = true
		}
	}
	return 0
}

// opensTag reports whether the "<" that s begins with can begin a tag or section.
func opensTag(s string) bool {
	if len(s) < 2 {
		return false
	}
	c := s[1]
	return c == '/' || c == '!' || c == '?' || c == '_' || c == ':' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// illegalReference recognises a reference to a character that XML does not
// allow and returns its length.
func illegalReference(s string) (int, bool) {
	end := strings.IndexByte(s[:min(len(s), 12)], ';')
	if end < 3 || s[1] != '#' {
		return 0, false
	}
	base, digits := 10, s[2:end]
	if digits[0] == 'x' || digits[0] == 'X' {
		base, digits = 16, digits[1:]
	}
	n, err := strconv.ParseUint(digits, base, 32)
	return end + 1, err == nil && !legal(rune(n))
}

// roots are the elements that a feed begins with, in lower case.
var roots = []string{"rss", "rdf", "feed", "channel"}

// fromRoot cuts what stands before the root: junk, byte order marks, the XML
// declaration, comments and the document type. A text without such a root is
// returned whole.
func fromRoot(s string) string {
	sections := sections{}
	for i := 0; i < len(s); {
		j := strings.IndexByte(s[i:], '<')
		if j < 0 {
			return s
		}
		i += j
		if isRoot(s[i:]) {
			return s[i:]
		}
		i += max(1, sections.length(s[i:]))
	}
	return s
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
