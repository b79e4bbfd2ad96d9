package note

import (
	"regexp"
	"strconv"
	"strings"
)

// Claim is what a note or an edition says of one article, to be checked.
type Claim struct {
	ID      string   // Readout's id of the article
	URL     string   // as the note has it; ""
	SHA256  string   // of the article's text when the note was written
	Quotes  []string // as shown, letter for letter
	Lines   []string // sentences shown as the article's own, likewise
	Signers []string // names
	Lit     []string // highlights that stood in the article, letter for letter
	Quoted  int      // quotes that the note says it holds; -1 when it does not say
	Signed  int      // signatories, likewise
	Told    []Excerpt
}

// Claims reads what a file of notes, or an edition as Markdown or JSON, says
// of its articles. broken are sentences on what does not hold of the file
// itself; ok is false for a file that is none of these.
func Claims(file []byte) (claims []Claim, broken []string, ok bool) {
	if e, err := ReadEdition(file); e.Schema == EditionSchema {
		claims, broken = e.claims()
		if err != nil {
			broken = append(broken, err.Error())
		}
		return claims, broken, true
	}
	s := strings.ReplaceAll(string(file), "\r\n", "\n")
	if strings.Contains(s, "\nedition_sha256: ") {
		claims, broken = editionClaims(s)
		return claims, broken, true
	}
	claims, ok = noteClaims(s)
	return claims, nil, ok
}

// noteClaims reads a file of one or more notes.
func noteClaims(s string) (claims []Claim, ok bool) {
	for s != "" {
		one := s
		if i := strings.Index(s, "\n"+sealOpen); i >= 0 {
			end := i + 1 + strings.IndexByte(s[i+1:]+"\n", '\n')
			one, s = s[:end], strings.TrimLeft(s[min(end, len(s)):], "\n")
		} else {
			s = ""
		}
		if c, isNote := noteClaim(one); isNote {
			claims = append(claims, c)
		} else if strings.TrimSpace(one) != "" {
			return nil, false
		}
	}
	return claims, len(claims) > 0
}

// noteClaim reads one note. The user's own part is the user's.
func noteClaim(s string) (Claim, bool) {
	p := split([]byte(s))
	c := Claim{ID: articleID(p.after), URL: property(s, "source"), SHA256: property(s, "content_sha256"), Quoted: number(s, "quotes"), Signed: number(s, "signatories")}
	if !p.ok || c.ID == "" || c.SHA256 == "" {
		return c, false
	}
	said, lit, _ := strings.Cut(p.before, "\n"+litHead+"\n")
	c.Quotes, c.Signers, c.Lit = quotesIn(said), signersIn(said), blockQuotes(lit, litLine)
	c.Told = excerptsIn(said)
	return c, true
}

// property is a key of the front matter that holds one string or number.
func property(s, key string) string {
	_, v, _ := strings.Cut(s, "\n"+key+": ")
	v, _, _ = strings.Cut(v, "\n")
	if unquoted, err := strconv.Unquote(v); err == nil {
		return unquoted
	}
	return v
}

func number(s, key string) int {
	n, err := strconv.Atoi(property(s, key))
	if err != nil {
		return -1
	}
	return n
}

// quotesIn are the texts of block quotes that end in a line on the speaker.
func quotesIn(s string) []string { return blockQuotes(s, "— ") }

// The heading of highlights, and how the line begins that says where one stands.
const (
	litHead = "## Highlights"
	litLine = "— Your highlight, paragraph "
)

// blockQuotes are the texts of block quotes up to a line that begins with end.
func blockQuotes(s, end string) []string {
	var out, lines []string
	for _, l := range strings.Split(s, "\n") {
		body, isQuote := strings.CutPrefix(l, ">")
		body = strings.TrimPrefix(body, " ")
		switch {
		case isQuote && strings.HasPrefix(body, end):
			if len(lines) > 0 {
				out = append(out, unescape(strings.Join(lines, "\n")))
			}
			lines = nil
		case !isQuote:
			lines = nil
		case body != "":
			lines = append(lines, body)
		}
	}
	return out
}

// signersIn are the names in tables of signatories.
func signersIn(s string) []string {
	var out []string
	inside := false
	for _, l := range strings.Split(s, "\n") {
		switch {
		case strings.HasPrefix(l, "| Name |"):
			inside = true
		case !strings.HasPrefix(l, "| "):
			inside = inside && strings.HasPrefix(l, "|---")
		case inside:
			name, _, _ := strings.Cut(strings.TrimPrefix(l, "| "), " |")
			if n, in, ok := strings.Cut(name, ", in the text “"); ok {
				name = n
				if in, ok = strings.CutSuffix(in, "”"); ok {
					name = in
				}
			}
			out = append(out, unescape(name))
		}
	}
	return out
}

// escaped is what escape writes for one character.
var escaped = regexp.MustCompile(`\\[!-/:-@\[-` + "`" + `{-~]|&#[0-9]{1,7};`)

// unescape is the text that a Markdown reader shows of what escape wrote.
func unescape(s string) string {
	return escaped.ReplaceAllStringFunc(s, func(m string) string {
		if m[0] == '\\' {
			return m[1:]
		}
		n, err := strconv.Atoi(m[2 : len(m)-1])
		if err != nil {
			return m
		}
		return string(rune(n))
	})
}
