package archive

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"slices"
	"time"

	"readout/briefing"
	"readout/feeds"
)

// Briefed is an article with its brief; a nil Brief, or one of no rules, stands
// for "not briefed yet": the article is listed and found, and briefed later.
type Briefed struct {
	Article feeds.Article
	Brief   *briefing.Brief

	text, extras, record []byte // compressed; made before the write lock is taken
	sum                  int64
	place                int // in the feed's document
}

// Counts says what Put did.
type Counts struct {
	Items   int // of the feed that are kept now
	New     int
	Updated int
}

// Put archives what a feed gave, in one transaction with the feed's state:
// its validators come last, so that a crash never leaves a feed "unchanged"
// whose articles are missing. An article that is there already stays as it is
// read, starred and noted; one that changed keeps its earlier text. Feeds that
// are put at the same moment share a transaction.
func (a *Archive) Put(ctx context.Context, f FeedState, items []Briefed) (Counts, error) {
	items = slices.Clone(items)
	for i := range items {
		items[i].place = i
		if items[i].Brief != nil { // else known and unchanged, most likely
			items[i].compress()
		}
	}
	return a.inbox.put(ctx, a, &parcel{feed: f, items: items})
}

// putAll archives parcels in one transaction.
func (a *Archive) putAll(ctx context.Context, list []*parcel) error {
	p := a.putter()
	doing := "archiving " + list[0].feed.URL
	if len(list) > 1 {
		doing = "archiving feeds"
	}
	return p.run(ctx, doing, func(ctx context.Context) error {
		for _, x := range list {
			if err := p.feedItems(ctx, x); err != nil {
				return err
			}
		}
		return nil
	})
}

func (p *putter) feedItems(ctx context.Context, x *parcel) (err error) {
	x.counts = Counts{}
	if p.feed, err = feedID(ctx, p.tx, x.feed.URL); err != nil {
		return err
	}
	p.feedURL = x.feed.URL
	for _, b := range p.distinct(x.items) {
		if err := p.put(ctx, b, &x.counts); err != nil {
			return err
		}
	}
	s, err := p.prepared(ctx, "SELECT count(*) FROM carried WHERE feed = ?")
	if err != nil {
		return err
	}
	if err := s.QueryRowContext(ctx, p.feed).Scan(&x.counts.Items); err != nil {
		return err
	}
	return saveFeed(ctx, p.tx, p.feed, x.feed)
}

// distinct drops items whose identity stands earlier in the same document, and
// remembers all identities.
func (p *putter) distinct(items []Briefed) []Briefed {
	p.offered = map[string]bool{}
	var out []Briefed
	for _, b := range items {
		if !p.offered[b.Article.ID] {
			p.offered[b.Article.ID] = true
			out = append(out, b)
		}
	}
	return out
}

// putter is one writing transaction with its prepared statements.
type putter struct {
	a       *Archive
	tx      *sql.Tx
	stmts   map[string]*sql.Stmt
	fresh   map[[2]string]int64 // names that this transaction added or looked up
	posts   map[int64][]posting // to be written, by name
	feed    int64               // 0 when no feed is at work
	feedURL string
	offered map[string]bool // identities in the feed's present document
}

func (a *Archive) putter() *putter {
	return &putter{a: a, stmts: map[string]*sql.Stmt{}, fresh: map[[2]string]int64{}}
}

// run makes a transaction of f, with what f noted to be written at its end. The
// context that f gets has no end: under one that can end the driver starts a
// goroutine for each of the many small statements, to cut it off. The
// transaction itself ends with ctx, between two statements.
func (p *putter) run(ctx context.Context, doing string, f func(context.Context) error) error {
	err := p.a.tx(ctx, doing, func(tx *sql.Tx) error {
		p.tx = tx
		defer func() {
			for _, s := range p.stmts {
				s.Close()
			}
		}()
		steady := context.WithoutCancel(ctx)
		if err := f(steady); err != nil {
			return err
		}
		return p.flush(steady)
	})
	if err == nil {
		p.a.names.add(p.fresh)
	}
	return err
}

// exec runs a statement that is prepared once a transaction.
func (p *putter) exec(ctx context.Context, q string, args ...any) (sql.Result, error) {
	s, err := p.prepared(ctx, q)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

func (p *putter) prepared(ctx context.Context, q string) (*sql.Stmt, error) {
	if s, ok := p.stmts[q]; ok {
		return s, nil
	}
	s, err := p.tx.PrepareContext(ctx, q)
	if err == nil {
		p.stmts[q] = s
	}
	return s, err
}

func (p *putter) put(ctx context.Context, b Briefed, n *Counts) error {
	a := &b.Article
	old, err := p.find(ctx, a)
	if err != nil {
		return err
	}
	if old == nil {
		buried, err := p.buried(ctx, a)
		if err != nil || buried {
			return err
		}
		id, err := p.insert(ctx, b)
		if err != nil {
			return err
		}
		n.New++
		return p.carry(ctx, id)
	}
	if err := p.carry(ctx, old.id); err != nil {
		return err
	}
	changed := string(old.hash) != string(Hash(*a))
	switch {
	case !p.mayChange(old):
		return nil
	case changed && old.whole && a.Teaser:
		// The whole text is kept; only the teaser of it changed.
		_, err := p.exec(ctx, "UPDATE heads SET hash = ? WHERE article = ?", Hash(*a), old.id)
		return err
	case changed:
		n.Updated++
		return p.revise(ctx, old, b)
	case b.Brief != nil && b.Brief.Rules > old.rules && !old.whole: // else the brief is of another text
		return p.rebrief(ctx, old.id, b)
	}
	return nil
}

func (p *putter) carry(ctx context.Context, id int64) error {
	_, err := p.exec(ctx, "INSERT OR IGNORE INTO carried (feed, article) VALUES (?, ?)", p.feed, id)
	return err
}

// Hash is of what the publisher gave: an article whose hash is another one changed.
func Hash(a feeds.Article) []byte {
	h := sha256.New()
	for _, s := range []string{a.Title, a.Byline, a.Text} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	return h.Sum(nil)[:16]
}

// sortTime is where an article stands in the order of time: when it was
// published, but never later than an hour after it was first seen, so that a
// wrong date cannot pin it to the top. Of an article of which only the day is
// known, that is the latest moment that it can be from: the end of the day, or
// when it was seen; so a morning's digest does not miss yesterday's.
func sortTime(a feeds.Article) time.Time {
	latest := a.FirstSeen.Add(time.Hour)
	switch {
	case a.Published.IsZero():
		if end := a.Day.Add(24*time.Hour - time.Second); !a.Day.IsZero() && end.Before(a.FirstSeen) {
			return end
		}
		return a.FirstSeen
	case a.Published.After(latest):
		return latest
	}
	return a.Published
}
