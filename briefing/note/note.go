package note

import (
	"readout/briefing"
	"readout/feeds"
)

// Options are what a note holds besides the article and its brief.
type Options struct {
	Notes string   // the user's own text
	Also  []string // other outlets with the same story
}

// Markdown returns the note of an article.
func Markdown(a feeds.Article, b briefing.Brief, o Options) []byte { return nil }

// Text returns the brief of an article as plain text for a terminal or a mail.
func Text(a feeds.Article, b briefing.Brief, o Options) []byte { return nil }
