package archive

import (
	"context"
	"database/sql"
	"errors"

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
	keys, err := a.keys(ctx, "SELECT id AS n FROM articles WHERE "+which+" ORDER BY sort DESC LIMIT ?", rules, limit)
	return keys, sentence(err, "looking for articles to brief")
}

// Rebrief replaces the briefs of articles, in one transaction, and returns how
// many that were. An article that changed meanwhile is left for the next time.
func (a *Archive) Rebrief(ctx context.Context, items map[Key]Briefed) (n int, err error) {
	p := &putter{a: a, stmts: map[string]*sql.Stmt{}, fresh: map[[2]string]int64{}}
	for k, b := range items {
		if err := b.compress(); err != nil { // before the write lock is taken
			return 0, err
		}
		items[k] = b
	}
	err = a.tx(ctx, "keeping briefs", func(tx *sql.Tx) error {
		p.tx = tx
		defer p.close()
		for k, b := range items {
			if same, err := sameText(ctx, tx, k, b.Article); err != nil {
				return err
			} else if !same {
				continue
			}
			if err := p.rebrief(ctx, int64(k), b); err != nil {
				return err
			}
			n++
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	a.names.add(p.fresh)
	return n, nil
}

// sameText reports whether an article still has the text it was briefed with.
func sameText(ctx context.Context, tx *sql.Tx, k Key, a feeds.Article) (bool, error) {
	var title string
	var packed []byte
	err := tx.QueryRowContext(ctx, "SELECT h.title, b.text FROM heads h JOIN bodies b ON b.article = h.article WHERE h.article = ?", k).Scan(&title, &packed)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	txt, err := unpack(packed)
	return string(txt) == a.Text && title == a.Title, err
}
