package archive

import (
	"context"
	"slices"
	"sync"

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

// fewHits is up to how many hits are put in order by looking each one up.
const fewHits = 1000

// search lists what holds words, newest first. The index gives its hits in the
// order of arrival; all of them are put in the order of time, so that a capped
// list holds the newest ones.
func (a *Archive) search(ctx context.Context, match string, limit int) (Listing, error) {
	var l Listing
	hits, err := a.keys(ctx, "SELECT rowid AS n FROM search WHERE search MATCH ?", match)
	if err != nil || len(hits) == 0 {
		return l, err
	}
	if len(hits) <= fewHits {
		hits, err = a.keys(ctx, "SELECT id AS n FROM articles WHERE id IN (SELECT value FROM json_each(?)) ORDER BY sort DESC, id DESC", jsonArg(hits))
	} else {
		err = a.order.sort(ctx, a, hits)
	}
	if err != nil {
		return l, err
	}
	if l.Keys = hits; limit > 0 && len(hits) > limit {
		l.Keys, l.Capped = hits[:limit], true
	}
	err = a.read.QueryRowContext(ctx, "SELECT count(*) FROM articles WHERE unread = 1 AND id IN (SELECT value FROM json_each(?))", jsonArg(l.Keys)).Scan(&l.Unread)
	return l, err
}

// order remembers the place of every article in the order of time. It is made
// when first needed, costs four bytes an article, and stays right as long as
// no article comes or goes: the place of an article never changes.
type order struct {
	mu     sync.Mutex
	newest Key // when it was made
	count  int
	first  Key
	rank   []int32 // by key less first; 0 = no article
}

// sort puts keys in the order of time, newest first.
func (o *order) sort(ctx context.Context, a *Archive, keys []Key) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if err := o.update(ctx, a); err != nil {
		return err
	}
	slices.SortFunc(keys, func(x, y Key) int { return int(o.of(x)) - int(o.of(y)) })
	return nil
}

func (o *order) of(k Key) int32 {
	if i := k - o.first; i >= 0 && i < Key(len(o.rank)) {
		return o.rank[i]
	}
	return 0 // came this very moment: newest
}

func (o *order) update(ctx context.Context, a *Archive) error {
	var newest Key
	var count int
	err := a.read.QueryRowContext(ctx, "SELECT coalesce(max(id), 0), count(*) FROM articles").Scan(&newest, &count)
	if err != nil || newest == o.newest && count == o.count {
		return err
	}
	all, err := a.everything(ctx)
	if err != nil || len(all.Keys) == 0 {
		return err
	}
	o.newest, o.count, o.first = newest, count, slices.Min(all.Keys)
	o.rank = make([]int32, newest-o.first+1)
	for i, k := range all.Keys {
		if k <= newest {
			o.rank[k-o.first] = int32(i) + 1
		}
	}
	return nil
}
