// Package briefing reads an article: Compose runs every finder over one Doc
// and gathers what they found in a Brief. The engine is pure: no I/O, no
// clock, the same input gives the same bytes.
package briefing

import (
	"slices"
	"strings"
	"unicode/utf8"

	"readout/briefing/actors"
	"readout/briefing/dates"
	"readout/briefing/quotes"
	"readout/briefing/signatories"
	"readout/briefing/summary"
	"readout/briefing/text"
	"readout/briefing/topics"
	"readout/feeds"
)

// Rules is the version of the engine. An article that was briefed under a
// lower one is briefed again, in the background.
const Rules = 3

// Brief is what Readout read out of one article. All spans index Article.Text
// in bytes.
type Brief struct {
	Rules       int
	Summary     []summary.Sentence
	Actors      []actors.Actor
	Topics      []topics.Topic
	Quotes      []quotes.Quote
	Signatories *signatories.List // nil when the text names none
	Dates       []dates.Date
	// Unread is the number of bytes at the end of a huge text that were not
	// read; 0 when all of it was.
	Unread int `json:",omitempty"`
}

// Compose briefs an article. Of a text over MaxText only the beginning is
// read, so that a hostile one costs no more than a long one; Brief.Unread says so.
func Compose(a feeds.Article, r *actors.Registry) Brief {
	whole := len(a.Text)
	a = cut(a)
	d := text.New(a)
	people := actors.People(d, r)
	cast := actors.Find(d, r, people)
	b := Brief{Rules: Rules, Actors: cast, Unread: whole - len(a.Text)}
	b.Quotes = quotes.Find(d, cast, people)
	b.Signatories = signatories.Find(d, cast, r)
	b.Topics = topics.Find(d)
	b.Dates = dates.Find(d)
	b.Summary = summary.Find(d, spoken(b.Quotes))
	assignRoles(&b)
	return b
}

// MaxText is the longest text that is read, in bytes.
const MaxText = 1 << 20

// cut shortens an article to MaxText: in its last tenth at the end of a
// paragraph, a sentence or a word, else at a rune. What is cut in two would be
// read as something else.
func cut(a feeds.Article) feeds.Article {
	if len(a.Text) <= MaxText {
		return a
	}
	end := MaxText
	for !utf8.RuneStart(a.Text[end]) {
		end--
	}
	for _, between := range []string{"\n", ". ", " "} {
		if i := strings.LastIndex(a.Text[:end], between); i > MaxText/10*9 {
			end = i + len(strings.TrimSpace(between))
			break
		}
	}
	a.Text = a.Text[:end]
	a.Blocks = slices.DeleteFunc(slices.Clone(a.Blocks), func(b feeds.Block) bool { return b.End > end })
	return a
}

// spoken reduces quotes to what the summary needs to know of them.
func spoken(qs []quotes.Quote) []summary.Quote {
	out := make([]summary.Quote, len(qs))
	for i, q := range qs {
		out[i].Span = q.Span
		if q.Speaker != nil {
			out[i].Speaker = q.Speaker.Span
		}
	}
	return out
}
