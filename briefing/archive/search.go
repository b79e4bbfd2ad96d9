package archive

import (
	"context"

	"readout/briefing/query"
)

// wordsOnly returns the full-text match of a query that asks for words and
// nothing else, as one types in the search box.
func wordsOnly(q query.Query) (match string, ok bool) {
	switch e := q.Root().(type) {
	case query.Word:
		return searchWord(e), true
	case query.All:
		return searchAll(e, " AND ")
	case query.Any:
		return searchAll(e, " OR ")
	}
	return "", false
}

// hitsAtOnce is how many hits are read from the index at a time.
const hitsAtOnce = 4000

// newest lists the newest articles that hold words. The index gives its hits
// from the last that arrived on, nearly in the order of time: it is read until
// no earlier arrival can be newer than what was found.
func (a *Archive) newest(ctx context.Context, match string, limit int) (Listing, error) {
	s, err := a.current(ctx)
	if err != nil {
		return Listing{}, err
	}
	found, below := newSet(len(s.entries)), Key(1<<62)
	for {
		hits, err := a.keys(ctx, "SELECT rowid AS n FROM search WHERE search MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?", match, below, hitsAtOnce)
		if err != nil {
			return Listing{}, err
		}
		found.or(s.set(hits))
		if len(hits) < hitsAtOnce {
			break
		}
		below = hits[len(hits)-1]
		if found.countBefore(s.settled(below)) > limit {
			break
		}
	}
	return s.listing(found, limit), nil
}
