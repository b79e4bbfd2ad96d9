package note

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode"
)

// always are the characters that mean something to CommonMark, GFM, Pandoc,
// Obsidian or one of its plugins wherever they stand: emphasis, code, links,
// HTML, tables, tags, highlights ("=="), mentions and
// citations ("@"), Pandoc's curly quotes. A
// backslash before ASCII punctuation makes it that character and no more
// (CommonMark 0.31, 2.4), and parts every two of them for programs that look
// for pairs in the raw text.
const always = "\\`*_{}[]<>#|=~^@\"'"

// pairs mean something only beside themselves: "::" (Dataview fields), "--"
// and "..." (Pandoc's dashes and ellipses), "%%" (comments), "!!" is harmless.
const pairs = ":-.+%"

// entity is a character reference, which begins with "&".
var entity = regexp.MustCompile(`^&#?[0-9A-Za-z]+;`)

// opener is what would make a list, heading, definition or rule of a line's
// beginning: a bullet, or a number, a letter or a Roman numeral with a point or
// parenthesis (Pandoc's "fancy_lists").
var opener = regexp.MustCompile(`^(?:[-+:]|\(?(?:[0-9]{1,9}|[A-Za-z]|[IVXLCDMivxlcdm]{1,9})[.)])(?:\s|$)`)

// block escapes text of one or more lines. What a Markdown reader shows of it
// is the text itself, letter for letter; a line break stays a line break.
func block(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r", "\n"), "\n")
	var out []string
	for _, l := range lines {
		if l = edges(l); l != "" { // an empty line would end the paragraph
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}

// line escapes text as one line.
func line(s string) string { return block(strings.Join(strings.Fields(s), " ")) }

// edges escapes one line and keeps the white space at its ends, which Markdown drops.
func edges(l string) string {
	body := strings.TrimFunc(l, unicode.IsSpace)
	if body == "" {
		return ""
	}
	i := strings.Index(l, body)
	return spaces(l[:i]) + escape(body) + spaces(l[i+len(body):])
}

func spaces(s string) string {
	var b strings.Builder
	for _, r := range s {
		fmt.Fprintf(&b, "&#%d;", r)
	}
	return b.String()
}

func escape(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD") // names of files and queries may be anything
	var b strings.Builder
	first := len(opener.FindString(s))
	runes := []rune(s)
	at := 0 // byte offset of runes[i]
	for i, r := range runes {
		next := rune(0)
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		prev := rune(0)
		if i > 0 {
			prev = runes[i-1]
		}
		switch {
		case unicode.IsControl(r) && r != '\t':
			b.WriteRune('\uFFFD')
			at += len(string(r))
			continue
		case strings.ContainsRune(always, r),
			at < first && strings.ContainsRune("-+:.)", r),
			i == 0 && strings.ContainsRune("-+:%", r),           // ":-" under a line makes a table of it, "%" before all a title
			r == '%' && (prev == '<' || next == '>'),            // Templater
			r == '$' && !(prev == ' ' && unicode.IsDigit(next)), // math: a sum of money behind a space opens none that another could close
			r == '&' && entity.MatchString(s[at:]),
			strings.ContainsRune(pairs, r) && (r == next || r == prev),
			r == ':' && next == '/', // no address in a text becomes a link
			r == '!' && next == '[',
			r == '.' && i >= 3 && strings.EqualFold(string(runes[i-3:i]), "www"):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		at += len(string(r))
	}
	return b.String()
}

// link returns a web address as it can stand between < and >; "" for anything
// that is no http(s) address of printable ASCII.
func link(raw string) string {
	u, err := url.Parse(raw)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return ""
	}
	u.User = nil
	var b strings.Builder
	s := u.String()
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0x21 || c > 0x7E, strings.IndexByte("<>[]{}|\\^`$\"'", c) >= 0, c == ':' && i > 0 && s[i-1] == ':',
			c == '%' && !hexAfter(s[i+1:]):
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func hexAfter(s string) bool {
	return len(s) >= 2 && isHex(s[0]) && isHex(s[1])
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}
