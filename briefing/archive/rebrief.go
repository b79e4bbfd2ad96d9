package archive

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"

	"readout/briefing"
	"readout/feeds"
)

// Outdated returns the newest articles that were briefed under lower rules, or not at all.
func (a *Archive) Outdated(ctx context.Context, limit int) ([]Key, error) {
	return a.toBrief(ctx, "rules < ?", briefing.Rules, limit)
}

// Unbriefed returns the newest articles that were never briefed.
func (a *Archive) Unbriefed(ctx context.Context, limit int) ([]Key, error) {
	return a.toBrief(ctx, "rules = ?", 0, limit)
}

func (a *Archive) toBrief(ctx context.Context, which string, rules, limit int) ([]Key, error) {
	keys, err := a.keys(ctx, "SELECT id AS n FROM articles WHERE "+which+" ORDER BY sort DESC, tie LIMIT ?", rules, limit)
	return keys, sentence(err, "looking for articles to brief")
}

// Rebrief replaces the briefs of articles, in one transaction, and returns how
// many that were. An article that changed meanwhile is left for the next time.
func (a *Archive) Rebrief(ctx context.Context, items map[Key]Briefed) (n int, err error) {
	p := a.putter()
	keys := slices.Sorted(maps.Keys(items)) // as they lie in the file
	list := make([]Briefed, len(keys))
	for i, k := range keys {
		list[i] = items[k]
		list[i].compressBrief() // before the write lock is taken
	}
	err = p.run(ctx, "keeping briefs", func(ctx context.Context) error {
		for i, k := range keys {
			if same, err := p.sameText(ctx, k, list[i].Article); err != nil {
				return err
			} else if !same {
				continue
			}
			if err := p.rebrief(ctx, int64(k), list[i]); err != nil {
				return err
			}
			n++
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	return n, nil
}

// sameText reports whether an article still has the text it was briefed with.
func (p *putter) sameText(ctx context.Context, k Key, a feeds.Article) (bool, error) {
	s, err := p.prepared(ctx, "SELECT sum FROM bodies WHERE article = ?")
	if err != nil {
		return false, err
	}
	var kept int64
	err = s.QueryRowContext(ctx, k).Scan(&kept)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return kept == sum(a), err
}

// Articles loads articles without what the reader or the engine added, to be
// briefed; in no certain order, keys that are gone are left out.
func (a *Archive) Articles(ctx context.Context, keys []Key) (map[Key]feeds.Article, error) {
	const doing = "reading articles to brief"
	rows, err := a.read.QueryContext(ctx, "SELECT "+itemColumns+" FROM "+itemTables+" WHERE a.id IN (SELECT value FROM json_each(?))", jsonArg(keys))
	if err != nil {
		return nil, sentence(err, doing)
	}
	defer rows.Close()
	out := make(map[Key]feeds.Article, len(keys))
	for rows.Next() {
		var it Item
		if err := it.scan(rows); err != nil {
			return nil, sentence(err, doing)
		}
		out[it.Row.Key] = it.Article
	}
	return out, sentence(rows.Err(), doing)
}
