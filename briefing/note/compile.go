package note

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"readout/briefing"
	"readout/briefing/quotes"
	"readout/briefing/text"
	"readout/feeds"
)

var errSum = errors.New("the edition's sum is not that of its content")

// Material is what an edition is made of. Articles and stories are in the
// order of time, oldest first.
type Material struct {
	From, Cutoff time.Time
	Query        string
	Sample       bool
	Watch        []Watch
	Articles     []Cited
	Stories      []Group
	Revised      []Revised
	Before       Before // of which Running and Ended are counted here
	Then         []Then // stories of the span before
	Feeds        []FeedGap
	AllFeeds     int
}

// Watch is one line of the watchlist: the id of an actor or a topic, or the
// name of an outlet.
type Watch struct {
	ID   string
	Name string
}

// Cited is an article with its brief and its citation key.
type Cited struct {
	Article feeds.Article
	Brief   briefing.Brief
	Key     string
	Role    func(actor string) string
}

// Group is a story: indices of its articles; Running says that it was in the
// span before.
type Group struct {
	Articles []int
	Running  bool
}

// Then is a story of the span before, with whether it goes on.
type Then struct {
	Title   string
	On      []string // ids of its actors, topics and outlets
	Running bool
}

func (t Then) on(w Watch) bool { return slices.Contains(t.On, w.ID) || slices.Contains(t.On, w.Name) }

// Revised is an article whose text changed, with the text before.
type Revised struct {
	Cited
	Old       feeds.Article
	OldQuotes []quotes.Quote
	When      time.Time
}

// Limits of an edition: what is beyond them is counted.
const (
	maxSection = 10 // stories told on one watched actor
	maxOthers  = 15 // other stories told
	maxQuotes  = 8
	maxSpread  = 5 // sentences shown of a change
)

// Compile makes an edition. The same material gives the same bytes.
func Compile(m Material) (Edition, error) {
	c := compiler{m: m, e: empty(), told: map[int]int{}, cited: map[string]bool{}}
	e := &c.e
	e.Schema, e.Date, e.From, e.Cutoff = EditionSchema, day(m.Cutoff), m.From.UTC(), m.Cutoff.UTC()
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
	for _, i := range g.Articles {
		s.IDs = append(s.IDs, c.m.Articles[i].Article.ID)
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
		if best >= 0 {
			c.e.Letters = append(c.e.Letters, letter(c.m.Articles[best]))
			c.cite(c.m.Articles[best])
		}
	}
}

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

// Touches are the ids and names by which an article can be watched.
func Touches(a feeds.Article, b briefing.Brief) []string {
	out := []string{a.Source}
	for _, x := range b.Actors {
		if x.ID != "" {
			out = append(out, x.ID)
		}
	}
	for _, t := range b.Topics {
		out = append(out, t.ID)
	}
	return out
}
