package archive

import (
	"context"
	"database/sql"
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"readout/briefing/query"
)

// Key identifies an article in the archive; 0 is none.
type Key int64

// Listing is the answer to a query: the ordering, newest first. Rows are loaded by page.
type Listing struct {
	Keys   []Key
	Capped bool // more match than Keys holds
}

// List answers a query with the ordering of its articles, newest first; limit
// 0 = no limit. It ends early when ctx does.
func (a *Archive) List(ctx context.Context, q query.Query, limit int) (Listing, error) {
	l, err := a.list(ctx, q, limit)
	return l, sentence(err, "listing articles")
}

func (a *Archive) list(ctx context.Context, q query.Query, limit int) (Listing, error) {
	if !a.ledger.read.Load() {
		if l, ok, err := a.indexed(ctx, q, limit); ok || err != nil {
			return l, err
		}
	}
	s, chosen, err := a.choose(ctx, q, a.now())
	if err != nil {
		return Listing{}, err
	}
	return s.listing(chosen, limit), nil
}

// indexed answers what one index answers: the whole archive, and what came in
// since a moment. A screen opens on these and need not wait until the ledger
// is read. ok is false for any other query.
func (a *Archive) indexed(ctx context.Context, q query.Query, limit int) (l Listing, ok bool, err error) {
	from, args := "articles a", []any{}
	if !q.Empty() {
		m, _ := q.Root().(query.Match)
		since, ok := m.Bound(a.now())
		if m.Field != query.Seen || !ok {
			return l, false, nil
		}
		from, args = "heads h CROSS JOIN articles a ON a.id = h.article WHERE h.seen >= ?", append(args, since.Unix())
	}
	most := limit + 1 // to know whether there are more
	if limit == 0 {
		most = -1
	}
	l.Keys, err = a.keys(ctx, "SELECT a.id AS n FROM "+from+" ORDER BY "+byTime+" LIMIT ?", append(args, most)...)
	if limit > 0 && len(l.Keys) > limit {
		l.Keys, l.Capped = l.Keys[:limit], true
	}
	return l, true, err
}

// keys runs a query for one column of numbers named n. They come as one text:
// a row each would cost several times as much as SQLite's own work.
func (a *Archive) keys(ctx context.Context, column string, args ...any) ([]Key, error) {
	var joined sql.NullString
	err := a.read.QueryRowContext(ctx, "SELECT group_concat(n) FROM ("+column+")", args...).Scan(&joined)
	if err != nil {
		return nil, err
	}
	return numbers(joined.String)
}

// numbers reads keys that stand between commas.
func numbers(joined string) ([]Key, error) {
	if joined == "" {
		return nil, nil
	}
	out := make([]Key, 0, strings.Count(joined, ",")+1)
	for part := range strings.SplitSeq(joined, ",") {
		n, err := strconv.ParseInt(part, 10, 64)
		if err != nil {
			return nil, err
		}
		out = append(out, Key(n))
	}
	return out, nil
}

// Row is one line of an article list.
type Row struct {
	Key       Key
	ID        string // feeds.Article.ID
	Title     string
	URL       string    // canonical; ""
	Source    string    // outlet's name
	Published time.Time // zero when unknown
	Day       time.Time // midnight UTC of the printed day where Published is unknown; zero when unknown too
	Seen      time.Time // first seen
	Sort      time.Time // min(published, first seen + 1 h), min(end of Day, first seen), or first seen
	Lang      string
	Read      bool
	Starred   bool
	HasNote   bool
	Revised   bool
	Quotes    int
	Signers   int      // signatories found
	Actors    []string // names of the three most salient
	Topics    []string // names
	Story     Key      // the article that began its story; 0 = it stands alone
	Also      []string // other outlets with the same story, the first one first
}

// Date is what to date an article by: Published, else Day; zero when both are
// unknown.
func (r Row) Date() time.Time {
	if r.Published.IsZero() {
		return r.Day
	}
	return r.Published
}

const rowColumns = `a.id, h.ident, h.title, h.url, s.name, h.published, h.day, h.seen, a.sort, a.lang,
	1 - a.unread, a.starred, a.noted, a.revised, a.quotes, a.signers, h.actors, h.topics, coalesce(a.story, 0)`

func (r *Row) scan(row interface{ Scan(...any) error }, more ...any) error {
	var published, day sql.NullInt64
	var seen, sort int64
	var actors, topics string
	dest := append([]any{&r.Key, &r.ID, &r.Title, &r.URL, &r.Source, &published, &day, &seen, &sort, &r.Lang,
		&r.Read, &r.Starred, &r.HasNote, &r.Revised, &r.Quotes, &r.Signers, &actors, &topics, &r.Story}, more...)
	if err := row.Scan(dest...); err != nil {
		return err
	}
	r.Published, r.Day = fromUnix(published), fromUnix(day)
	r.Seen, r.Sort = time.Unix(seen, 0).UTC(), time.Unix(sort, 0).UTC()
	r.Actors, r.Topics = lines(actors), lines(topics)
	return nil
}

// Rows loads list lines, in the order of keys; keys that are gone are left out.
func (a *Archive) Rows(ctx context.Context, keys []Key) ([]Row, error) {
	const doing = "reading articles"
	rows, err := a.read.QueryContext(ctx, `SELECT `+rowColumns+` FROM json_each(?) k
		JOIN articles a ON a.id = k.value JOIN heads h ON h.article = a.id JOIN names s ON s.id = a.source ORDER BY k.key`, jsonArg(keys))
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
	if err := rows.Err(); err != nil {
		return nil, sentence(err, doing)
	}
	rows.Close() // the only connection of an archive in memory is needed again
	return out, sentence(a.also(ctx, out), doing)
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
