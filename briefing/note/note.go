package note

import (
	"regexp"
	"strings"

	"readout/briefing"
	"readout/briefing/quotes"
	"readout/feeds"
)

// Options are what a note holds besides the article and its brief.
type Options struct {
	Notes   string   // the user's own text
	Lit     []Lit    // the user's highlights, in the order of the text
	Key     string   // the citation key; "" stands for CiteKey's
	Cite    Style    // how the note cites
	Also    []string // other outlets with the same story
	Told    *Told    // how they tell it; nil = not compared
	Since   *Since   // against the earlier letter on the same matter; nil = none is known
	Changed *Change  // what its outlet changed last; nil = nothing is known to have changed
	// Role says in a few words who an actor of the registry is ("senator, D-IL");
	// nil or "" stands for "not known".
	Role func(actor string) string
}

// Lit is a passage that the user highlighted.
type Lit struct {
	Words     string // as they stood in the article
	Paragraph int    // of its beginning, from 1; 0 = the article no longer holds the words
}

// The marks between which a second export changes nothing, and the headings
// around the user's part.
const (
	keepOpen   = "<!-- readout:keep -->"
	keepClose  = "<!-- /readout:keep -->"
	notesHead  = "## Notes"
	sourceHead = "## Source"
)

// unknown is written where neither the article nor the registry says.
const unknown = "unknown"

// role says who a speaker is: as the registry knows it, else as the text has it.
func (o Options) role(s *quotes.Speaker) string {
	if o.Role != nil && s.Actor != "" {
		if role := o.Role(s.Actor); role != "" {
			return role
		}
	}
	return article.ReplaceAllStringFunc(s.Role, strings.ToLower)
}

// article is one that began the sentence in which a role stood.
var article = regexp.MustCompile(`^(?:The|An?) `)

// Markdown returns the note of an article: front matter that any YAML parser
// reads, then the sections of the contract in CommonMark that Obsidian and
// Pandoc show alike. Every text of the article is escaped, so that it is shown
// letter for letter and nothing in it is a link, a tag, HTML or code to any
// reader of notes. The same input gives the same bytes.
func Markdown(a feeds.Article, b briefing.Brief, o Options) []byte {
	md, err := MarkdownBy(&Template{builtin()["note.md.tmpl"]}, a, b, o)
	if err != nil {
		panic(err) // the built-in template fits every note; the tests prove it
	}
	return md
}

// MarkdownBy writes the note by a user's template; nil stands for the built-in
// one. An error says where the template failed on this article.
func MarkdownBy(t *Template, a feeds.Article, b briefing.Brief, o Options) ([]byte, error) {
	if t == nil {
		return Markdown(a, b, o), nil
	}
	if o.Key == "" {
		o.Key = CiteKey(a)
	}
	md, err := t.markdown(&writer{a: a, b: b, o: o, key: o.Key, cites: &cites{a: a, key: o.Key, style: o.Cite}})
	if err != nil {
		return nil, err
	}
	return seal(append(md, '\n')), nil
}
