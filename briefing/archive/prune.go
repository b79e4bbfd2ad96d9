package archive

import (
	"context"
	"database/sql"
	"fmt"
	"regexp"
	"time"

	"readout/feeds/clean"
)

// pruned is what Prune may remove: what the reader neither starred, noted,
// highlighted, tagged nor exported. The newest row stays, so that its number is never given again.
const pruned = `a.sort < ?1 AND h.seen < ?1 AND a.starred = 0 AND a.noted = 0 AND a.id < (SELECT max(id) FROM articles)
	AND NOT EXISTS (SELECT 1 FROM tags t JOIN names n ON n.id = t.name WHERE t.article = a.id AND n.field = 'tag')
	AND a.id NOT IN (SELECT article FROM highlights) AND a.id NOT IN (SELECT article FROM exports)
	AND h.ident NOT IN (SELECT value FROM json_each(?2))`

// Prune removes the articles from before a time that the reader has done
// nothing with and that stand in no edition, and returns how many those are;
// with dry it only counts them. A removed article stays away when its feed
// offers it again. Prune cannot be undone.
func (a *Archive) Prune(ctx context.Context, before time.Time, dry bool) (n int, err error) {
	const doing = "pruning the archive"
	if dry {
		kept, err := inEditions(ctx, a.read)
		if err != nil {
			return 0, sentence(err, doing)
		}
		err = a.read.QueryRowContext(ctx, "SELECT count(*) FROM articles a JOIN heads h ON h.article = a.id WHERE "+pruned, before.Unix(), jsonArg(kept)).Scan(&n)
		return n, sentence(err, doing)
	}
	p := a.putter()
	err = p.run(ctx, doing, func(ctx context.Context) error {
		// Under the write lock: no edition is kept between this and the end.
		kept, err := inEditions(ctx, p.tx)
		if err != nil {
			return err
		}
		gone, err := prunable(ctx, p.tx, before, kept)
		if err != nil {
			return err
		}
		for _, g := range gone {
			if err := g.bury(ctx, p, a.now()); err != nil {
				return err
			}
		}
		n = len(gone)
		_, err = p.exec(ctx, "UPDATE clock SET removed = removed + ?", n)
		return err
	})
	return n, err
}

// grave is an article that is removed.
type grave struct {
	id         Key
	ident, url string
}

func prunable(ctx context.Context, tx *sql.Tx, before time.Time, kept []string) ([]grave, error) {
	rows, err := tx.QueryContext(ctx, "SELECT a.id, h.ident, h.url FROM articles a JOIN heads h ON h.article = a.id WHERE "+pruned, before.Unix(), jsonArg(kept))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []grave
	for rows.Next() {
		var g grave
		if err := rows.Scan(&g.id, &g.ident, &g.url); err != nil {
			return nil, err
		}
		out = append(out, g)
	}
	return out, rows.Err()
}

// bury removes an article with all that belongs to it, and remembers that.
func (g grave) bury(ctx context.Context, p *putter, now time.Time) error {
	if err := p.retag(ctx, int64(g.id), nil); err != nil {
		return err
	}
	key := ""
	if tellsArticle(g.url) {
		key = clean.Key(g.url)
	}
	for _, s := range []struct {
		sql  string
		args []any
	}{
		{"INSERT OR IGNORE INTO tombstones (ident, key, removed) VALUES (?, ?, ?)", []any{g.ident, key, now.Unix()}},
		{"DELETE FROM search WHERE rowid = ?", []any{g.id}},
		{"DELETE FROM articles WHERE id = ?", []any{g.id}}, // the rest goes with it
	} {
		if _, err := p.exec(ctx, s.sql, s.args...); err != nil {
			return err
		}
	}
	return nil
}

// identity is an article's ID as it stands in the JSON of an edition.
var identity = regexp.MustCompile(`\b[0-9a-f]{32}\b`)

type rowsQuerier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// inEditions returns the IDs that the kept editions name.
func inEditions(ctx context.Context, db rowsQuerier) ([]string, error) {
	rows, err := db.QueryContext(ctx, "SELECT body FROM editions")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	ids := []string{}
	for rows.Next() {
		var packed sql.RawBytes
		if err := rows.Scan(&packed); err != nil {
			return nil, err
		}
		body, err := unpack(packed)
		if err != nil {
			return nil, fmt.Errorf("%w: an edition: %w", ErrDamaged, err)
		}
		for _, id := range identity.FindAll(body, -1) {
			ids = append(ids, string(id))
		}
	}
	return ids, rows.Err()
}
