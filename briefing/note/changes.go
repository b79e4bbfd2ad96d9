package note

import (
	"strings"

	"readout/briefing/text"
	"readout/feeds"
)

// changes tells what outlets changed in their articles.
func (c *compiler) changes() {
	for _, r := range c.m.Revised {
		ch := Change{Title: Value(r.Article.Title), Outlet: Value(r.Article.Source), When: r.When.UTC(), Key: r.Key, ID: r.Article.ID}
		if r.Old.Title != r.Article.Title {
			ch.Was = Value(r.Old.Title)
		}
		ch.Removed, ch.Added = lost(r.Old, r.Article), lost(r.Article, r.Old)
		for _, q := range r.OldQuotes {
			if s := r.Old.Text[q.Start:q.End]; !strings.Contains(r.Article.Text, s) {
				ch.Gone = append(ch.Gone, Value(s))
			}
		}
		for _, n := range r.Notes {
			ch.Notes = append(ch.Notes, Value(n))
		}
		c.e.Changes = append(c.e.Changes, ch)
		c.cite(r.Cited)
	}
}

// lost returns the sentences of one article that the other does not have.
func lost(from, in feeds.Article) []Value {
	var out []Value
	have := flat(in.Text)
	for _, s := range text.New(from).Sentences {
		if one := flat(from.Text[s.Start:s.End]); !strings.Contains(have, one) && len(out) < maxSpread {
			out = append(out, Value(one))
		}
	}
	return out
}
