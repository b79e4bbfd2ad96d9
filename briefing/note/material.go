package note

import (
	"slices"
	"time"

	"readout/briefing"
	"readout/briefing/quotes"
	"readout/feeds"
)

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
	ID      string
	Name    string
	Unknown bool // neither registry, topics nor archive know it
}

// Cited is an article with its brief and its citation key.
type Cited struct {
	Article feeds.Article
	Brief   briefing.Brief
	Key     string
	Role    func(actor string) string
	Since   *Since // of the letter that it reports; nil = none is known
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
	Notes     []string // names of exported notes that quote what the article no longer holds
	When      time.Time
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
