// Package compare sets the articles of one story side by side: which outlet
// had it first, which texts are copies of one, how each outlet cut a quotation,
// who is quoted in one outlet only, and where figures differ. It never says who
// is right, and says nothing where it is not sure. It is pure: the same
// articles give the same comparison.
package compare

import (
	"fmt"
	"time"

	"readout/briefing"
	"readout/briefing/text"
	"readout/feeds"
)

// Article is one article of a story with its brief.
type Article struct {
	feeds.Article
	Brief briefing.Brief
}

// At is a place in the text of one of the articles compared.
type At struct {
	Article   int // index
	text.Span     // of the article's Text, in bytes
}

// Story is what a comparison found. Its lists are in an order that does not
// depend on anything but the articles.
type Story struct {
	First      int         // the article that was published first; -1 when that is not known for sure
	Copies     [][]int     // articles that have almost one text, two or more each
	Outlets    int         // that have the story
	Sources    int         // outlets with a text that is no copy of an earlier one
	Quotations []Quotation // that several texts have, those with different cuts first
	Alone      []Alone     // who is quoted in one outlet only
	Figures    []Figure    // that differ
}

// Limits bound what is compared of a huge story: the newest articles are left out.
const (
	MaxArticles = 60
	maxQuotes   = 100 // of one article
)

// Compare compares the articles of a story.
func Compare(articles []Article) Story {
	all := articles[:min(len(articles), MaxArticles)]
	docs := make([]*text.Doc, len(all))
	for i, a := range all {
		docs[i] = text.New(a.Article)
	}
	s := Story{First: first(all)}
	copyOf := copies(docs)
	s.Copies = groups(copyOf)
	outlets, sources := map[string]bool{}, map[string]bool{}
	var texts []int // one of each text
	for i := range all {
		outlets[outlet(all, i)] = true
		if copyOf[i] == i {
			texts = append(texts, i)
			sources[outlet(all, i)] = true
		}
	}
	s.Outlets, s.Sources = len(outlets), len(sources)
	if len(texts) > 1 {
		s.Quotations = quotations(all, docs, texts)
		s.Alone = alone(all, texts, s.Quotations)
		s.Figures = figures(all, docs, texts)
	}
	return s
}

// Sources counts the outlets that have a text of their own among articles of
// one story: of five outlets with one agency's text it is one.
func Sources(articles []feeds.Article) int {
	all, docs := make([]Article, len(articles)), make([]*text.Doc, len(articles))
	for i, a := range articles {
		all[i].Article, docs[i] = a, text.New(a)
	}
	own := map[string]bool{}
	for i, first := range copies(docs) {
		if first == i {
			own[outlet(all, i)] = true
		}
	}
	return len(own)
}

// outlet tells the outlets of articles apart; an unknown one is like no other.
func outlet(all []Article, i int) string {
	if s := all[i].Source; s != "" {
		return s
	}
	return fmt.Sprintf("\x00%d", i)
}

// eastmost is how much earlier than in UTC a day begins where it begins first.
const eastmost = 14 * time.Hour

// first returns the article with the earliest known time of publication, -1
// where another one may be as early: it has only a day, or no date at all, or
// the same minute in another outlet.
func first(all []Article) int {
	best := -1
	for i, a := range all {
		if a.Published.IsZero() {
			continue
		}
		if best < 0 || a.Published.Before(all[best].Published) {
			best = i
		}
	}
	if best < 0 {
		return -1
	}
	when := all[best].Published.Truncate(time.Minute)
	for i, a := range all {
		switch {
		case outlet(all, i) == outlet(all, best):
		case a.Published.IsZero() && (a.Day.IsZero() || !a.Day.Add(-eastmost).After(when)):
			return -1
		case a.Published.Truncate(time.Minute).Equal(when):
			return -1
		}
	}
	return best
}
