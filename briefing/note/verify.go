package note

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"readout/briefing/quotes"
	"readout/feeds"
)

// Claim is what a note or an edition says of one article, to be checked.
type Claim struct {
	ID      string   // Readout's id of the article
	URL     string   // as the note has it; ""
	SHA256  string   // of the article's text when the note was written
	Quotes  []string // as shown, letter for letter
	Signers []string // names
	Lit     []string // highlights that stood in the article, letter for letter
	Quoted  int      // quotes that the note says it holds; -1 when it does not say
	Signed  int      // signatories, likewise
}

// Claims reads what a file of notes, or an edition, says. ok is false for a
// file that is neither.
func Claims(file []byte) (claims []Claim, ok bool) {
	s := strings.ReplaceAll(string(file), "\r\n", "\n")
	if strings.Contains(s, "\nedition_sha256: ") {
		return editionClaims(s), true
	}
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
			name, _, _ := strings.Cut(strings.TrimPrefix(l, "| "), " | ")
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

// sourceLine is one line of an edition's sources.
var sourceLine = regexp.MustCompile(`(?m)^- ([a-z0-9]+): .*?(?:<(https?://[^>\n]*)> )?Readout ID ([0-9a-f]+), text ([0-9a-f]{64})$`)

// citedKey is a citation at the end of a line.
var citedKey = regexp.MustCompile(`\[@([a-z0-9]+)(?:, para\. [0-9]+)?\]$`)

// editionClaims reads an edition: its quotes and letters by the citation that
// stands at them.
func editionClaims(s string) []Claim {
	_, sources, _ := strings.Cut(s, "\n## Sources\n")
	var claims []Claim
	at := map[string]int{}
	for _, m := range sourceLine.FindAllStringSubmatch(sources, -1) {
		at[m[1]] = len(claims)
		claims = append(claims, Claim{ID: m[3], URL: m[2], SHA256: m[4], Quoted: -1, Signed: -1})
	}
	for _, paragraphs := range strings.Split(s, "\n\n") {
		key := citedKey.FindStringSubmatch(paragraphs)
		if q := quotesIn(paragraphs); len(q) > 0 && key != nil {
			if i, ok := at[key[1]]; ok {
				claims[i].Quotes = append(claims[i].Quotes, q...)
			}
		}
	}
	var last = -1
	for _, p := range strings.Split(s, "\n\n") {
		if key := citedKey.FindStringSubmatch(p); key != nil {
			last = -1
			if i, ok := at[key[1]]; ok {
				last = i
			}
		}
		if names := signersIn(p); last >= 0 {
			claims[last].Signers = append(claims[last].Signers, names...)
		}
	}
	return claims
}

// Check says in sentences what of a claim no longer holds for the article,
// and which of its present quotes has taken a lost one's place.
func (c Claim) Check(a feeds.Article, now []quotes.Quote) []string {
	var out []string
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	if sum := sha256.Sum256([]byte(a.Text)); hex.EncodeToString(sum[:]) != c.SHA256 {
		say("the article changed since the note was written")
	}
	if u := link(a.URL); c.URL != "" && c.URL != "null" && u != c.URL {
		say("the article's address is %s now, not %s", orUnknown(u), c.URL)
	}
	if n := len(c.Quotes); c.Quoted >= 0 && n != c.Quoted {
		say("the note says that it holds %d quotes, and holds %d", c.Quoted, n)
	}
	if n := len(c.Signers); c.Signed >= 0 && n != c.Signed {
		say("the note says that it holds %d signatories, and holds %d", c.Signed, n)
	}
	for _, q := range c.Quotes {
		if !verbatim(a.Text, q) {
			also := ""
			if s := instead(q, a, now, func(s string) bool { return !slices.Contains(c.Quotes, s) }); s != "" {
				also = fmt.Sprintf("; it has “%s”", s)
			}
			say("this quote is not in the article: “%s”%s", q, also)
		}
	}
	for _, q := range c.Lit {
		if !verbatim(a.Text, q) {
			say("this highlight is no longer in the article: “%s”", q)
		}
	}
	text := flat(a.Text)
	for _, name := range c.Signers {
		if !strings.Contains(text, flat(name)) {
			say("this signatory is not in the article: %s", name)
		}
	}
	return out
}

// verbatim reports whether a text holds a quote, letter for letter. A note
// keeps no empty lines and no white space that is a control.
func verbatim(text, quote string) bool {
	return quote != "" && (strings.Contains(text, quote) || strings.Contains(dense(text), dense(quote)))
}

func dense(s string) string {
	var out []string
	for _, l := range strings.Split(s, "\n") {
		if strings.TrimFunc(l, unicode.IsSpace) != "" {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}
