package note

import (
	"strings"
	"time"

	"readout/briefing"
	"readout/briefing/quotes"
	"readout/briefing/text"
	"readout/feeds"
)

// Change is what an outlet changed in an article.
type Change struct {
	Title   Value     `json:"title"`
	Was     Value     `json:"was"` // the title before; "" when it is the same
	Outlet  Value     `json:"outlet"`
	When    time.Time `json:"seen"`
	Added   []Value   `json:"added"`   // sentences
	Removed []Value   `json:"removed"` // sentences
	Gone    []Lost    `json:"quotes_gone"`
	Notes   []Value   `json:"notes,omitempty"` // exported ones that quote what is gone
	Key     string    `json:"citekey,omitempty"`
	ID      string    `json:"article"`
}

// Lost is a quote that an article no longer holds.
type Lost struct {
	Words Value `json:"words"`
	Now   Value `json:"now"` // the quote that has taken its place; "" = none is known
}

// NewChange compares an article with what it was before.
func NewChange(old, now feeds.Article, oldQuotes []quotes.Quote, b briefing.Brief, when time.Time) Change {
	c := Change{Title: Value(now.Title), Outlet: Value(now.Source), When: when.UTC(), ID: now.ID}
	if old.Title != now.Title {
		c.Was = Value(old.Title)
	}
	c.Removed, c.Added = lost(old, now), lost(now, old)
	fresh := func(s string) bool { return !verbatim(old.Text, s) }
	for _, q := range oldQuotes {
		if s := old.Text[q.Start:q.End]; !verbatim(now.Text, s) {
			c.Gone = append(c.Gone, Lost{Value(s), Value(instead(s, now, b.Quotes, fresh))})
		}
	}
	return c
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

// likeness is how much of the words two quotes must share for one to stand in
// the other's place (Dice's coefficient).
const likeness = 0.5

// instead is the quote of an article that reads most like words that it no
// longer holds; "" where none does. Only quotes that may are looked at.
func instead(words string, a feeds.Article, now []quotes.Quote, may func(string) bool) string {
	best, most := "", likeness
	for _, q := range now {
		s := a.Text[q.Start:q.End]
		if l := alike(words, s); l >= most && s != best && may(s) {
			if best == "" || l > most {
				best, most = s, l
			}
		}
	}
	return best
}

// alike is Dice's coefficient of the words of two texts.
func alike(a, b string) float64 {
	count := map[string]int{}
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	for _, w := range x {
		count[w]++
	}
	shared := 0
	for _, w := range y {
		if count[w] > 0 {
			count[w]--
			shared++
		}
	}
	if len(x)+len(y) == 0 {
		return 0
	}
	return 2 * float64(shared) / float64(len(x)+len(y))
}

// changes tells what outlets changed in their articles.
func (c *compiler) changes() {
	for _, r := range c.m.Revised {
		ch := NewChange(r.Old, r.Article, r.OldQuotes, r.Brief, r.When)
		ch.Key = r.Key
		for _, n := range r.Notes {
			ch.Notes = append(ch.Notes, Value(n))
		}
		c.e.Changes = append(c.e.Changes, ch)
		c.cite(r.Cited)
	}
}
