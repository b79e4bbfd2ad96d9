package note

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"time"

	"readout/briefing/compare"
	"readout/feeds"
)

var errSum = errors.New("the edition's sum is not that of its content")

// Limits of an edition: what is beyond them is counted.
const (
	maxSection = 10 // stories told on one watched actor
	maxOthers  = 15 // other stories told
	maxLetters = 10
	maxQuotes  = 8
	maxSpread  = 5 // sentences shown of a change
)

// Compile makes an edition. The same material gives the same bytes.
func Compile(m Material) (Edition, error) {
	c := compiler{m: m, e: empty(), told: map[int]int{}, cited: map[string]bool{}}
	e := &c.e
	e.Schema, e.Date, e.From, e.Cutoff = EditionSchema, m.Cutoff.Format(time.DateOnly), m.From, m.Cutoff
	e.Query, e.Sample, e.Items, e.Groups = Value(m.Query), m.Sample, len(m.Articles), len(m.Stories)
	outlets := map[string]bool{}
	for _, a := range m.Articles {
		outlets[a.Article.Source] = true
	}
	e.Outlets = len(outlets)
	c.rank()
	c.sections()
	c.others()
	c.quotes()
	c.letters()
	c.changes()
	c.before()
	e.Gaps.Feeds = append(e.Gaps.Feeds, m.Feeds...)
	e.Gaps.AllFeeds, e.Gaps.Watching = m.AllFeeds, len(m.Watch) > 0
	return e.sealed()
}

// empty has lists where JSON would have null.
func empty() Edition {
	return Edition{Sections: []Section{}, Stories: []Story{}, Others: []int{}, Quotes: []Said{}, Letters: []Letter{}, Changes: []Change{},
		Before: Before{Ended: []Value{}}, Gaps: Gaps{Quiet: []Value{}, Feeds: []FeedGap{}}, Sources: []Source{}}
}

type compiler struct {
	m      Material
	e      Edition
	ranked []int       // stories, those with most outlets first, then the newest
	told   map[int]int // number of a story that was told
	cited  map[string]bool
}

func (c *compiler) rank() {
	c.ranked = make([]int, len(c.m.Stories))
	for i := range c.ranked {
		c.ranked[i] = i
	}
	old := c.m.From.Add(-72 * time.Hour) // found late: after the day's news
	slices.SortStableFunc(c.ranked, func(a, b int) int {
		x, y := c.newest(a), c.newest(b)
		return cmp.Or(order(x.Before(old), y.Before(old)), len(c.outlets(b))-len(c.outlets(a)), y.Compare(x), a-b)
	})
}

// order puts what is not so before what is.
func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func (c *compiler) newest(s int) (t time.Time) {
	for _, i := range c.m.Stories[s].Articles {
		a := c.m.Articles[i].Article
		if w := cmp.Or(a.Date(), a.FirstSeen); w.After(t) {
			t = w
		}
	}
	return t
}

func (c *compiler) outlets(s int) []Value {
	var out []Value
	for _, i := range c.m.Stories[s].Articles {
		if v := Value(c.m.Articles[i].Article.Source); v != "" && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// on is how much an article has to do with what is watched; 0 = nothing.
func on(a Cited, w Watch) float64 {
	if strings.EqualFold(a.Article.Source, w.Name) {
		return 1
	}
	for _, x := range a.Brief.Actors {
		if x.ID == w.ID || x.ID == "" && len(x.Candidates) == 0 && strings.EqualFold(x.Name, w.Name) {
			return x.Salience + 0.01
		}
	}
	for _, t := range a.Brief.Topics {
		if t.ID == w.ID {
			return t.Score + 0.01
		}
	}
	return 0
}

func (c *compiler) sections() {
	for n, w := range c.m.Watch {
		s := Section{ID: w.ID, Name: Value(w.Name), Principal: n == 0, New: []int{}, Told: []int{}}
		var found []int
		much := map[int]float64{}
		for _, k := range c.ranked {
			for _, i := range c.m.Stories[k].Articles {
				much[k] = max(much[k], on(c.m.Articles[i], w))
			}
			if much[k] > 0 {
				found = append(found, k)
			}
		}
		slices.SortStableFunc(found, func(a, b int) int { return cmp.Compare(much[b], much[a]) })
		for _, k := range found {
			switch number, told := c.told[k]; {
			case told:
				s.Told = append(s.Told, number)
			case len(s.New) < maxSection:
				s.New = append(s.New, c.tell(k, &w))
			default:
				s.More++
			}
		}
		for _, t := range c.m.Then {
			if t.on(w) {
				s.Earlier++
			}
		}
		if len(found) == 0 && w.Unknown {
			c.e.Gaps.Unknown = append(c.e.Gaps.Unknown, Value(w.ID))
			continue
		}
		slices.Sort(s.Told)
		if len(found) == 0 {
			c.e.Gaps.Quiet = append(c.e.Gaps.Quiet, s.Name)
		}
		c.e.Sections = append(c.e.Sections, s)
	}
}

func (c *compiler) others() {
	for _, k := range c.ranked {
		if _, told := c.told[k]; told {
			continue
		}
		if len(c.e.Others) == maxOthers {
			c.e.More++
			continue
		}
		c.e.Others = append(c.e.Others, c.tell(k, nil))
	}
}

// tell adds a story and returns its number; w is what it is told for, nil
// for nothing that is watched.
func (c *compiler) tell(k int, w *Watch) int {
	g := c.m.Stories[k]
	lead := c.lead(g, w)
	s := Story{Number: len(c.e.Stories) + 1, Title: Value(lead.Article.Title), Key: lead.Key, Outlets: c.outlets(k),
		Published: lead.Article.Published.UTC(), Dated: orUnknownWhat(dated(lead.Article), "date"), Running: g.Running}
	if len(lead.Brief.Summary) > 0 {
		first := lead.Brief.Summary[0]
		s.BottomLine, s.Paragraph = Value(lead.Article.Text[first.Start:first.End]), first.Paragraph
	}
	var texts []feeds.Article
	for _, i := range g.Articles {
		s.IDs = append(s.IDs, c.m.Articles[i].Article.ID)
		texts = append(texts, c.m.Articles[i].Article)
	}
	if n := compare.Sources(texts); n < len(s.Outlets) {
		s.Sources = n
	}
	c.cite(lead)
	c.told[k] = s.Number
	c.e.Stories = append(c.e.Stories, s)
	return s.Number
}

// lead is the article that a story is told by: the one that has most to do
// with what is watched, else the first with a whole text.
func (c *compiler) lead(g Group, w *Watch) Cited {
	best, most := g.Articles[0], -1.0
	for _, i := range g.Articles {
		a := c.m.Articles[i]
		worth := 0.0
		if w != nil {
			worth = on(a, *w)
		}
		if !a.Article.Teaser && len(a.Brief.Summary) > 0 {
			worth += 0.05
		}
		if worth > most {
			best, most = i, worth
		}
	}
	return c.m.Articles[best]
}

func (c *compiler) cite(a Cited) {
	if c.cited[a.Article.ID] {
		return
	}
	c.cited[a.Article.ID] = true
	sum := sha256.Sum256([]byte(a.Article.Text))
	c.e.Sources = append(c.e.Sources, Source{Key: a.Key, ID: a.Article.ID, Title: Value(a.Article.Title), Author: Value(a.Article.Byline),
		Outlet: Value(a.Article.Source), Published: a.Article.Published.UTC(), Dated: orUnknownWhat(dated(a.Article), "date"), URL: link(a.Article.URL), SHA256: hex.EncodeToString(sum[:])})
}

// letters gathers documents that several signed, of each story the fullest list.
func (c *compiler) letters() {
	for _, g := range c.m.Stories {
		best := -1
		for _, i := range g.Articles {
			l := c.m.Articles[i].Brief.Signatories
			if l != nil && len(l.People) > 1 && (best < 0 || len(l.People) > len(c.m.Articles[best].Brief.Signatories.People)) {
				best = i
			}
		}
		if best >= 0 && len(c.e.Letters) == maxLetters {
			c.e.MoreLetters++
		} else if best >= 0 {
			c.e.Letters = append(c.e.Letters, letter(c.m.Articles[best]))
			c.cite(c.m.Articles[best])
		}
	}
}

func (c *compiler) before() {
	b := &c.e.Before
	b.Items, b.Stories = c.m.Before.Items, len(c.m.Then)
	for _, t := range c.m.Then {
		if t.Running {
			b.Running++
			continue
		}
		watched := slices.ContainsFunc(c.m.Watch, func(w Watch) bool { return t.on(w) })
		if watched && len(b.Ended) < maxSection {
			b.Ended = append(b.Ended, Value(t.Title))
		}
	}
}
