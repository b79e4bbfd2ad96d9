// Package briefing reads an article: Compose runs every finder over one Doc
// and gathers what they found in a Brief. The engine is pure: no I/O, no
// clock, the same input gives the same bytes.
package briefing

import (
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
const Rules = 1

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
}

// Compose briefs an article.
func Compose(a feeds.Article, r *actors.Registry) Brief {
	d := text.New(a)
	cast := actors.Find(d, r)
	b := Brief{Rules: Rules, Actors: cast}
	b.Quotes = quotes.Find(d, cast)
	b.Signatories = signatories.Find(d, cast, r)
	b.Topics = topics.Find(d)
	b.Dates = dates.Find(d)
	b.Summary = summary.Find(d, spoken(b.Quotes))
	assignRoles(&b)
	return b
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
