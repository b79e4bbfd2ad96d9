package note

import (
	"readout/briefing"
	"readout/feeds"
)

// Options are what a note holds besides the article and its brief.
type Options struct {
	Notes string   // the user's own text
	Also  []string // other outlets with the same story
	// Role says in a few words who an actor of the registry is ("senator, D-IL");
	// nil or "" stands for "not known".
	Role func(actor string) string
}

// unknown is written where neither the article nor the registry says.
const unknown = "unknown"

func (o Options) role(actor string) string {
	if o.Role == nil || actor == "" {
		return ""
	}
	return o.Role(actor)
}

// Markdown returns the note of an article: front matter that any YAML parser
// reads, then the sections of the contract in CommonMark that Obsidian and
// Pandoc show alike. Every text of the article is escaped, so that it is shown
// letter for letter and nothing in it is a link, a tag, HTML or code to any
// reader of notes. The same input gives the same bytes.
func Markdown(a feeds.Article, b briefing.Brief, o Options) []byte {
	w := &writer{a: a, b: b, o: o, key: CiteKey(a)}
	w.frontMatter()
	w.line("# " + line(a.Title))
	w.bottomLine()
	w.summary()
	w.quotes()
	w.signatories()
	w.also()
	w.notes()
	w.source()
	return seal(w.out.Bytes())
}
