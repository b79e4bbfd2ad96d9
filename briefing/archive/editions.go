package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"readout/briefing/query"
)

// Arrived returns the articles of a query that were first seen from one time
// to another, both included, oldest first.
func (a *Archive) Arrived(ctx context.Context, q query.Query, from, to time.Time) ([]Key, error) {
	const doing = "listing what arrived"
	s, chosen, err := a.choose(ctx, q, to)
	if err != nil {
		return nil, sentence(err, doing)
	}
	seen, err := a.keys(ctx, "SELECT article AS n FROM heads WHERE seen >= ? AND seen <= ?", from.Unix(), to.Unix())
	if err != nil {
		return nil, sentence(err, doing)
	}
	keys := s.listing(chosen.and(s.set(seen)), 0).Keys
	slices.Reverse(keys)
	return keys, nil
}

// Revision is a text that an article had before a change.
type Revision struct {
	Key   Key
	Until time.Time // when the next text was first seen
	Title string
	Text  string
}

// Revisions returns the texts that gave way to others from one time to
// another, both included; of an article that changed several times the first.
// To read the page's text for the feed's is no change of the article.
func (a *Archive) Revisions(ctx context.Context, from, to time.Time) ([]Revision, error) {
	return a.revisions(ctx, `SELECT article, until, title, text FROM revisions WHERE id IN
		(SELECT min(id) FROM revisions WHERE until >= ? AND until <= ? AND origin = '' GROUP BY article) ORDER BY until, id`, from.Unix(), to.Unix())
}

// TextAt returns title and text that articles had at a time, of those that
// changed after it.
func (a *Archive) TextAt(ctx context.Context, at time.Time) (map[Key]Revision, error) {
	list, err := a.revisions(ctx, `SELECT article, until, title, text FROM revisions WHERE id IN
		(SELECT min(id) FROM revisions WHERE until > ? GROUP BY article)`, at.Unix())
	out := map[Key]Revision{}
	for _, r := range list {
		out[r.Key] = r
	}
	return out, err
}

func (a *Archive) revisions(ctx context.Context, q string, args ...any) ([]Revision, error) {
	const doing = "reading earlier texts"
	rows, err := a.read.QueryContext(ctx, q, args...)
	if err != nil {
		return nil, sentence(err, doing)
	}
	defer rows.Close()
	var out []Revision
	for rows.Next() {
		var r Revision
		var until int64
		var packed []byte
		if err := rows.Scan(&r.Key, &until, &r.Title, &packed); err != nil {
			return nil, sentence(err, doing)
		}
		txt, err := unpack(packed)
		if err != nil {
			return nil, fmt.Errorf("%s: %w: article %d: %w", doing, ErrDamaged, r.Key, err)
		}
		r.Until, r.Text = time.Unix(until, 0).UTC(), string(txt)
		out = append(out, r)
	}
	return out, sentence(rows.Err(), doing)
}

// Edition returns what KeepEdition kept under a key, nil when there is nothing.
func (a *Archive) Edition(ctx context.Context, key string) ([]byte, error) {
	var packed []byte
	err := a.read.QueryRowContext(ctx, "SELECT body FROM editions WHERE key = ?", key).Scan(&packed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, sentence(err, "looking up an edition")
	}
	return unpack(packed)
}

// KeepEdition keeps an edition under a key; an earlier one gives way.
func (a *Archive) KeepEdition(ctx context.Context, key string, body []byte) error {
	return a.tx(ctx, "keeping the edition", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO editions (key, made, body) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET made = excluded.made, body = excluded.body",
			key, a.now().Unix(), pack(body))
		return err
	})
}
