package note

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"readout/briefing/quotes"
	"readout/feeds"
)

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
	gone := func(format string, all []string, there func(string) bool) {
		for _, s := range all {
			if !there(s) {
				say(format, s)
			}
		}
	}
	asPrinted := func(s string) bool { return verbatim(a.Text, s) }
	gone("this sentence is not in the article: “%s”", c.Lines, asPrinted)
	gone("this highlight is no longer in the article: “%s”", c.Lit, asPrinted)
	text := flat(a.Text)
	gone("this signatory is not in the article: %s", c.Signers, func(s string) bool { return strings.Contains(text, flat(s)) })
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
