package note

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"readout/briefing/quotes"
)

// candidate is a quote that may be one of the day.
type candidate struct {
	from  Cited
	quote quotes.Quote
	story int     // number
	watch float64 // how much its speaker is watched
}

// quotes chooses whole statements of known speakers, those who are watched
// first, one a speaker and one a story where there are enough.
func (c *compiler) quotes() {
	var all []candidate
	for k, g := range c.m.Stories {
		number, told := c.told[k]
		if !told {
			continue
		}
		for _, i := range g.Articles {
			a := c.m.Articles[i]
			for _, q := range a.Brief.Quotes {
				if q.Speaker != nil && q.Speaker.Name != "" && whole(q, a.Article.Text[q.Start:q.End]) {
					all = append(all, candidate{a, q, number, c.watched(q.Speaker.Actor)})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.watch, a.watch), order(a.quote.Speaker.Actor == "", b.quote.Speaker.Actor == ""), a.story-b.story)
	})
	speakers, stories := map[string]bool{}, map[int]bool{}
	for _, x := range all {
		name := cmp.Or(x.quote.Speaker.Actor, x.quote.Speaker.Name)
		if len(c.e.Quotes) < maxQuotes && !speakers[name] && !stories[x.story] {
			speakers[name], stories[x.story] = true, true
			c.e.Quotes = append(c.e.Quotes, said(x.from, x.quote))
			c.cite(x.from)
		}
	}
}

// whole reports whether a quote is a statement that can stand alone: of some
// length, and not begun in the reporter's sentence.
func whole(q quotes.Quote, s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	n := utf8.RuneCountInString(s)
	return q.Kind == quotes.Full && n >= 40 && n <= 400 && !unicode.IsLower(first)
}

// watched is higher the higher an actor stands on the watchlist; 0 = not on it.
func (c *compiler) watched(id string) float64 {
	for i, w := range c.m.Watch {
		if w.ID == id && id != "" {
			return float64(len(c.m.Watch) - i)
		}
	}
	return 0
}

func said(a Cited, q quotes.Quote) Said {
	s := Said{Text: Value(a.Article.Text[q.Start:q.End]), Outlet: Value(a.Article.Source), Paragraph: q.Paragraph, Key: a.Key, ID: a.Article.ID}
	if p := q.Speaker; p != nil {
		s.Speaker, s.Mention = Value(p.Name), Value(a.Article.Text[p.Start:p.End])
		s.Role = Value(Options{Role: a.Role}.role(p))
	}
	return s
}
