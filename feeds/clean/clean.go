// Package clean is the only door for foreign text: it turns HTML and plain
// text from feeds and pages into terminal-safe blocks, and URLs into their
// canonical form.
//
// Nothing that leaves this package holds a control character (but the line
// breaks that the package itself sets), a bidi override, a tag character or an
// invisible character that could hide or reorder text; see Safe. Character
// references are decoded exactly once and before that filter, so that "&#27;"
// cannot become an escape sequence later.
//
//	rune.go         which characters may pass
//	html.go         HTML tokens -> blocks
//	block.go        blocks -> text with offsets; tables
//	link.go         where words of the text lead
//	boilerplate.go  what publishers add to every item (rules in boilerplate.txt)
//	url.go          canonical URLs (rules in tracking.txt)
//	lang.go         the language of a text (words in stopwords.txt)
//	article.go      one feed entry -> one article
package clean

import (
	"strings"

	"readout/feeds"
)

// Limits of what one article may hold (in bytes for bodies, in runes else).
const (
	MaxBody  = 2 << 20
	MaxTitle = 1000
	MaxName  = 200 // an author line, a category, a feed's title
)

// Line makes one terminal-safe line of plain text: controls, bidi overrides
// and tag characters gone, white space folded, NFC.
func Line(s string) string {
	return fold(scrub(s))
}

// Clip shortens a line to at most n runes; what is cut is replaced by "…".
func Clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	count := 0
	for i := range s {
		if count == n-1 && strings.ContainsFunc(s[i:], func(rune) bool { count++; return count > n }) {
			return strings.TrimRight(s[:i], " ") + "…"
		}
		if count >= n-1 {
			return s
		}
		count++
	}
	return s
}

// Plain cleans plain text: line breaks stay, tags in it stay text. Every line
// that is not empty is one block; a line that begins with a bullet is an item
// whose block leaves the bullet out.
func Plain(s string) (string, []feeds.Block) {
	s = scrub(clip(s, MaxBody))
	var blocks []feeds.Block
	for start := 0; start < len(s); {
		end := len(s)
		if i := strings.IndexByte(s[start:], '\n'); i >= 0 {
			end = start + i
		}
		if b, ok := lineBlock(s, start, end); ok {
			blocks = append(blocks, b)
		}
		start = end + 1
	}
	return s, blocks
}

// lineBlock makes a block of one line of s, without the white space around it.
func lineBlock(s string, start, end int) (feeds.Block, bool) {
	for start < end && s[start] == ' ' {
		start++
	}
	for end > start && s[end-1] == ' ' {
		end--
	}
	if start == end {
		return feeds.Block{}, false
	}
	for _, bullet := range []string{"• ", "· ", "– ", "- ", "* ", "▪ ", "● "} {
		if rest, ok := strings.CutPrefix(s[start:end], bullet); ok && strings.TrimSpace(rest) != "" {
			start = end - len(strings.TrimLeft(rest, " "))
			return feeds.Block{Kind: feeds.Item, Level: 1, Start: start, End: end}, true
		}
	}
	return feeds.Block{Kind: feeds.Paragraph, Start: start, End: end}, true
}
