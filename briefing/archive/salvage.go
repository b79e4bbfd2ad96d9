package archive

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"time"
)

// Salvaged says what Salvage found in a damaged archive.
type Salvaged struct {
	Articles int // that could be read
	Lost     int // whose row is there and could not be read
	New      int // of Articles, that this archive did not have
}

// SetAside renames an archive that is damaged, with its log, and returns the new name.
func SetAside(path string, now time.Time) (string, error) { return setAside(path, "corrupt", now) }

// Salvage copies what can still be read of a damaged archive into this one:
// articles with their briefs, stars, read marks, notes, highlights and tags,
// editions, and what was removed. An article that this archive has already,
// because its feed was pulled again, keeps its text, and gets what the reader
// did with it; where both have a note, the salvaged one follows the other. None
// of it is a step of undo. The damaged file is not changed.
func (a *Archive) Salvage(ctx context.Context, from string) (Salvaged, error) {
	var s Salvaged
	old, err := a.damaged(ctx, from)
	if err != nil {
		return s, err
	}
	defer old.read.Close()
	states, err := a.Feeds(ctx)
	if err != nil {
		return s, err
	}
	// Keys are tried one by one: a scan would end at the first damaged page.
	last := old.last(ctx)
	for k := Key(1); k <= last; k++ {
		if ctx.Err() != nil {
			return s, ctx.Err()
		}
		it, err := old.salvaged(ctx, k)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			continue
		case err != nil:
			s.Lost++
			continue
		}
		s.Articles++
		state := states[it.Article.Feed]
		state.URL = cmp.Or(it.Article.Feed, unknownFeed)
		fresh, err := a.adopt(ctx, state, it)
		if err != nil {
			return s, err
		}
		s.New += fresh
	}
	return s, a.keepsakes(ctx, old)
}

// unknownFeed is what salvaged articles came by whose feed is lost.
const unknownFeed = "salvaged:"

// keepsakes copies what belongs to no article: editions as they were made, and
// what the user removed, as far as they can be read.
func (a *Archive) keepsakes(ctx context.Context, old *Archive) error {
	return a.tx(ctx, "keeping what was salvaged", func(tx *sql.Tx) error {
		for read, write := range map[string]string{
			"SELECT key, made, body FROM editions":       "INSERT OR IGNORE INTO editions (key, made, body) VALUES (?, ?, ?)",
			"SELECT ident, key, removed FROM tombstones": "INSERT OR IGNORE INTO tombstones (ident, key, removed) VALUES (?, ?, ?)",
		} {
			rows, err := old.read.QueryContext(ctx, read)
			if err != nil {
				continue // the table is lost
			}
			defer rows.Close()
			for rows.Next() { // which ends at the first damaged page
				var row [3]any
				if rows.Scan(&row[0], &row[1], &row[2]) != nil {
					break
				}
				if _, err := tx.ExecContext(ctx, write, row[:]...); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// damaged opens a damaged archive of this program's version for reading.
func (a *Archive) damaged(ctx context.Context, from string) (*Archive, error) {
	if info, err := os.Stat(from); err != nil {
		return nil, fmt.Errorf("reading the damaged archive: %w", err)
	} else if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no file", from)
	}
	// writable_schema makes SQLite read a file that is shorter than its header says.
	db, err := sql.Open("sqlite", dsn(from, "mode=ro", "_pragma=writable_schema(1)", "_pragma=query_only(1)"))
	if err != nil {
		return nil, err
	}
	v, err := version(ctx, db)
	switch {
	case err != nil:
		err = sentence(err, "reading "+from)
	case v != a.latest():
		err = fmt.Errorf("reading %s: %w: it says that it has version %d", from, ErrDamaged, v)
	default:
		return &Archive{path: from, read: db, now: a.now, names: newNameCache()}, nil
	}
	db.Close()
	return nil, err
}

// Where a table that says something of an article is lost, an empty row stands
// in for it. Of articles itself it is made of the headline.
const (
	noFeed    = `(SELECT '' AS url) f`
	noSource  = `(SELECT '' AS name) s`
	noArticle = `(SELECT article AS id, coalesce(published, seen) AS sort, '' AS lang, 1 AS unread, 0 AS starred, 0 AS noted,
		0 AS revised, 0 AS quotes, 0 AS signers, NULL AS story FROM heads) a`
	itsHead = ` JOIN heads h ON h.article = a.id JOIN bodies b ON b.article = a.id`
)

// salvageTables are what an article is read of, the most complete first.
var salvageTables = []string{
	itemTables,
	"articles a" + itsHead + " JOIN names s ON s.id = a.source JOIN " + noFeed,
	"articles a" + itsHead + " LEFT JOIN feeds f ON f.id = h.feed JOIN " + noSource,
	"articles a" + itsHead + " JOIN " + noSource + " JOIN " + noFeed,
	noArticle + itsHead + " LEFT JOIN feeds f ON f.id = h.feed JOIN " + noSource,
	noArticle + itsHead + " JOIN " + noSource + " JOIN " + noFeed,
}

// salvaged reads an article of a damaged archive: where not all that belongs
// to it can be read, its text and what the reader did with it, as far as those
// can. Its brief is then made anew. sql.ErrNoRows says that there is none.
func (a *Archive) salvaged(ctx context.Context, k Key) (Item, error) {
	it, err := a.item(ctx, k)
	if err == nil {
		return it, nil
	}
	var one int
	if none := a.read.QueryRowContext(ctx, "SELECT 1 FROM heads WHERE article = ?", k).Scan(&one); errors.Is(none, sql.ErrNoRows) {
		return it, none
	}
	for _, tables := range salvageTables {
		it = Item{}
		if err = it.scan(a.read.QueryRowContext(ctx, "SELECT "+itemColumns+" FROM "+tables+" WHERE a.id = ?", k)); err == nil {
			break
		}
	}
	if err != nil {
		return it, fmt.Errorf("%w: article %d: %v", ErrDamaged, k, err)
	}
	// What of these cannot be read is lost, and the rest is not.
	_ = a.read.QueryRowContext(ctx, "SELECT body FROM notes WHERE article = ?", k).Scan(&it.Note)
	it.Tags, _ = a.tagsOf(ctx, k)
	it.Highlights, _ = a.highlights(ctx, k, it.Article.Text)
	return it, nil
}

// maxProbe bounds the keys that are tried: a damaged table may name any as the last one.
const maxProbe = 1_000_000

// last is the highest key that any table of a damaged archive knows.
func (a *Archive) last(ctx context.Context) Key {
	var last Key
	for _, q := range []string{"SELECT max(id) FROM articles", "SELECT max(article) FROM heads", "SELECT max(article) FROM bodies"} {
		var n sql.NullInt64
		if a.read.QueryRowContext(ctx, q).Scan(&n) == nil {
			last = max(last, Key(n.Int64))
		}
	}
	info, err := os.Stat(a.path)
	if err != nil {
		return 0
	}
	return min(last, maxProbe, Key(info.Size()/64)) // a row has more bytes than that
}
