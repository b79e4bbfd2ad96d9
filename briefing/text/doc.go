// Package text holds the one tokenisation that all finders share: a Doc with
// its paragraphs, sentences and tokens, every one a Span of the same text.
package text

import (
	"sort"
	"time"

	"readout/feeds"
)

// Doc is an article's text prepared for the finders. It is never changed after New.
type Doc struct {
	Text string
	// Title is where the headline stands in Text; empty when it does not.
	Title Span
	// Head is the headline as a Doc of its own when it does not stand in Text,
	// else nil. Spans found in Head index Head.Text, which is the article's Title.
	Head *Doc

	Published time.Time // in the zone it was stated in, or midnight UTC of a day whose hour is unknown; zero when unknown
	Lang      string    // BCP 47, as the feed states it; "" when unknown
	// Language is the primary subtag of the language that the text is in ("en",
	// "uk"): the feed's word for it, or what the text's commonest words tell.
	Language string

	Paragraphs []Paragraph
	Sentences  []Sentence
	Tokens     []Token

	low string // the lower-case forms of the tokens, see Low
}

// Paragraph is one block of the text: a paragraph, heading or list item.
type Paragraph struct {
	Span
	Kind        feeds.BlockKind
	First, Last int // its sentences: Doc.Sentences[First:Last]
}

// Sentence is one sentence, without the white space around it.
type Sentence struct {
	Span
	Paragraph   int // index into Doc.Paragraphs
	First, Last int // its tokens: Doc.Tokens[First:Last]
}

// New prepares an article for the finders. Its text is to be valid UTF-8, as the
// cleaner leaves it: spans of any other may part a character.
func New(a feeds.Article) *Doc {
	d := newDoc(a.Text, a.Blocks)
	d.Published, d.Lang = a.Local(), a.Lang
	d.Language = language(d, a.Lang)
	d.Title = titleSpan(d, a)
	if d.Title.Empty() && a.Title != "" {
		d.Head = newDoc(a.Title, nil)
		d.Head.Title = Span{0, len(a.Title)}
		d.Head.Published, d.Head.Lang, d.Head.Language = d.Published, a.Lang, d.Language
	}
	return d
}

func newDoc(s string, blocks []feeds.Block) *Doc {
	d := &Doc{Text: s}
	d.Tokens = tokenise(s)
	fold(d)
	d.Paragraphs = paragraphs(s, blocks)
	split(d)
	return d
}

// titleSpan finds the headline in the text: its first paragraph, when that
// equals the article's title.
func titleSpan(d *Doc, a feeds.Article) Span {
	if a.Title == "" || len(d.Paragraphs) == 0 {
		return Span{}
	}
	if p := d.Paragraphs[0].Span; d.Str(p) == a.Title {
		return p
	}
	return Span{}
}

// Str returns the text of a span. It panics for one that lies outside Text.
func (d *Doc) Str(s Span) string { return d.Text[s.Start:s.End] }

// Tok returns the text of token i, "" when there is no such token.
func (d *Doc) Tok(i int) string {
	if i < 0 || i >= len(d.Tokens) {
		return ""
	}
	return d.Str(d.Tokens[i].Span)
}

// TokenAt returns the index of the first token that ends after byte offset b;
// len(d.Tokens) when there is none.
func (d *Doc) TokenAt(b int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > b })
}

// SentenceAt returns the index of the sentence that holds byte offset b, or of
// the next one; len(d.Sentences) when there is none.
func (d *Doc) SentenceAt(b int) int {
	return sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].End > b })
}

// ParagraphAt returns the index of the paragraph that holds byte offset b, or
// of the next one; len(d.Paragraphs) when there is none.
func (d *Doc) ParagraphAt(b int) int {
	return sort.Search(len(d.Paragraphs), func(i int) bool { return d.Paragraphs[i].End > b })
}
