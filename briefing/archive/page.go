package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"readout/feeds"
)

// Teaser is an article of which the feed gave less than the whole, and whose
// page was not asked for.
type Teaser struct {
	Key  Key
	Feed string // as subscribed
}

// Teasers returns the newest teasers since a time that are not read yet, at most limit.
func (a *Archive) Teasers(ctx context.Context, since time.Time, limit int) ([]Teaser, error) {
	const doing = "looking for articles to fetch whole"
	rows, err := a.read.QueryContext(ctx, `SELECT a.id, f.url FROM articles a JOIN heads h ON h.article = a.id JOIN feeds f ON f.id = h.feed
		WHERE a.unread = 1 AND a.sort >= ? AND h.teaser = 1 AND h.asked IS NULL AND h.url <> '' ORDER BY `+byTime+` LIMIT ?`, since.Unix(), limit)
	if err != nil {
		return nil, sentence(err, doing)
	}
	defer rows.Close()
	var out []Teaser
	for rows.Next() {
		var t Teaser
		if err := rows.Scan(&t.Key, &t.Feed); err != nil {
			return nil, sentence(err, doing)
		}
		out = append(out, t)
	}
	return out, sentence(rows.Err(), doing)
}

// PagesInVain returns the feeds of which at least so many pages were asked for,
// and none gave an article.
func (a *Archive) PagesInVain(ctx context.Context, least int) (map[string]bool, error) {
	return a.urls(ctx, "looking at what pages gave", `SELECT f.url FROM heads h JOIN feeds f ON f.id = h.feed WHERE h.asked IS NOT NULL
		GROUP BY f.id HAVING count(*) >= ? AND sum(h.why = '') = 0`, least)
}

// Asked records that the page of an article was asked for, and why it gave no
// text ("" when it did).
func (a *Archive) Asked(ctx context.Context, k Key, why string) error {
	return a.tx(ctx, "keeping what a page answered", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "UPDATE heads SET asked = ?, why = ? WHERE article = ?", a.now().Unix(), why, k)
		return err
	})
}

// Replace gives an article its text from the other source, its page or its
// feed; the text it had is kept as the other version. The outlet changed
// nothing: the hash stays that of what the feed gave, so that the next refresh
// does not take the feed's shorter text for a change.
func (a *Archive) Replace(ctx context.Context, k Key, b Briefed) error {
	p := a.putter()
	return p.run(ctx, "keeping the whole text", func(ctx context.Context) error {
		var hash []byte
		err := p.tx.QueryRowContext(ctx, "SELECT hash, coalesce(feed, 0) FROM heads WHERE article = ?", k).Scan(&hash, &p.feed)
		if errors.Is(err, sql.ErrNoRows) {
			return ErrNoArticle
		}
		if err != nil {
			return err
		}
		_, err = p.exec(ctx, `INSERT INTO revisions (article, until, title, text, origin, extras)
			SELECT h.article, ?, h.title, b.text, h.origin, b.extras FROM heads h JOIN bodies b ON b.article = h.article WHERE h.article = ?`, a.now().Unix(), k)
		if err != nil {
			return err
		}
		if err := p.rewrite(ctx, int64(k), b); err != nil {
			return err
		}
		_, err = p.exec(ctx, "UPDATE heads SET hash = ? WHERE article = ?", hash, k)
		return err
	})
}

// Other returns an article as its other source has it: the feed's text where
// the page's is read, and the other way round. ok is false where only one is
// known, or where the outlet has changed the article since.
func (a *Archive) Other(ctx context.Context, k Key) (other feeds.Article, ok bool, err error) {
	const doing = "reading the other text of an article"
	it, err := a.Item(ctx, k)
	if err != nil {
		return other, false, err
	}
	var body, more []byte
	other = it.Article
	err = a.read.QueryRowContext(ctx, `SELECT text, extras, origin FROM revisions WHERE article = ?1 AND origin NOT IN ('', ?2)
		AND id > coalesce((SELECT max(id) FROM revisions WHERE article = ?1 AND origin = ''), 0) ORDER BY id DESC LIMIT 1`, k, string(other.From)).
		Scan(&body, &more, &other.From)
	if errors.Is(err, sql.ErrNoRows) {
		return other, false, nil
	}
	if err != nil {
		return other, false, sentence(err, doing)
	}
	categories := other.Categories
	if err := unpackText(&other, body, more); err != nil {
		return other, false, fmt.Errorf("%w: article %d: %w", ErrDamaged, k, err)
	}
	other.Categories = categories
	return other, true, nil
}
