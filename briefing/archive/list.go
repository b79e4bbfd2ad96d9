package archive

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"readout/briefing/query"
)

// Key identifies an article in the archive.
type Key int64

// Listing is the answer to a query: the ordering, newest first. Rows are loaded by page.
type Listing struct {
	Keys   []Key
	Unread int  // of Keys
	Capped bool // more match than Keys holds
}

// List answers a query with the ordering of its articles, newest first; limit
// 0 = no limit. It ends early when ctx does.
func (a *Archive) List(ctx context.Context, q query.Query, limit int) (Listing, error) {
	const doing = "listing articles"
	where, args := compile(q, a.now())
	s := "SELECT a.id, a.unread FROM articles a"
	if where != "" {
		s += " WHERE " + where
	}
	s += " ORDER BY a.sort DESC, a.id DESC"
	if limit > 0 {
		s += " LIMIT ?"
		args = append(args, limit+1)
	}
	rows, err := a.read.QueryContext(ctx, s, args...)
	if err != nil {
		return Listing{}, sentence(err, doing)
	}
	defer rows.Close()
	var l Listing
	for rows.Next() {
		var k Key
		var unread int
		if err := rows.Scan(&k, &unread); err != nil {
			return Listing{}, sentence(err, doing)
		}
		if limit > 0 && len(l.Keys) == limit {
			l.Capped = true
			break
		}
		l.Keys = append(l.Keys, k)
		l.Unread += unread
	}
	return l, sentence(rows.Err(), doing)
}

// Row is one line of an article list.
type Row struct {
	Key       Key
	ID        string // feeds.Article.ID
	Title     string
	URL       string    // canonical; ""
	Source    string    // outlet's name
	Published time.Time // zero when unknown
	Seen      time.Time // first seen
	Sort      time.Time // min(published, first seen + 1 h), or first seen
	Lang      string
	Read      bool
	Starred   bool
	HasNote   bool
	Revised   bool
	Quotes    int
	Signers   int      // signatories found
	Actors    []string // names of the three most salient
	Topics    []string // names
	Also      []string // other outlets with the same story; nil until stories are built
}

const rowColumns = `a.id, a.ident, a.title, a.url, s.name, a.published, a.seen, a.sort, a.lang,
	1 - a.unread, a.starred, a.noted, a.revised, a.quotes, a.signers, a.actors, a.topics`

func (r *Row) scan(row interface{ Scan(...any) error }, more ...any) error {
	var published sql.NullInt64
	var seen, sort int64
	var actors, topics string
	dest := append([]any{&r.Key, &r.ID, &r.Title, &r.URL, &r.Source, &published, &seen, &sort, &r.Lang,
		&r.Read, &r.Starred, &r.HasNote, &r.Revised, &r.Quotes, &r.Signers, &actors, &topics}, more...)
	if err := row.Scan(dest...); err != nil {
		return err
	}
	r.Published = fromUnix(published)
	r.Seen, r.Sort = time.Unix(seen, 0).UTC(), time.Unix(sort, 0).UTC()
	r.Actors, r.Topics = lines(actors), lines(topics)
	return nil
}

// Rows loads list lines, in the order of keys; keys that are gone are left out.
func (a *Archive) Rows(ctx context.Context, keys []Key) ([]Row, error) {
	const doing = "reading articles"
	rows, err := a.read.QueryContext(ctx, `SELECT `+rowColumns+` FROM json_each(?) k
		JOIN articles a ON a.id = k.value JOIN names s ON s.id = a.source ORDER BY k.key`, jsonArg(keys))
	if err != nil {
		return nil, sentence(err, doing)
	}
	defer rows.Close()
	out := make([]Row, 0, len(keys))
	for rows.Next() {
		var r Row
		if err := r.scan(rows); err != nil {
			return nil, sentence(err, doing)
		}
		out = append(out, r)
	}
	return out, sentence(rows.Err(), doing)
}

// jsonArg makes a list one parameter, for json_each.
func jsonArg[T any](list []T) string {
	if list == nil {
		return "[]"
	}
	b, err := json.Marshal(list)
	if err != nil {
		panic(err) // numbers and strings only
	}
	return string(b)
}
