package archive

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"readout/feeds/pull"
)

// FeedState is what the archive knows of a subscription.
type FeedState struct {
	URL         string // as subscribed
	Address     string // where it moved to for good; "" = URL
	Title       string // the feed's own; ""
	Site, Lang  string
	Validators  pull.Validators // of the last answer that was archived whole, as pull gives them
	LastTry     time.Time
	LastSuccess time.Time
	Next        time.Time // when it is due again; zero = now
	Failure     string    // sentence; "" when the last try succeeded
	Failures    int       // in a row
	Gone        bool
	Asks        Asks // what the feed asks of its readers

	// Counted by Feeds; Put ignores them.
	Articles, Unread int
	PerWeek          float64 // articles of the last four weeks, or since the oldest, by week
}

// Asks is how often a feed wants to be fetched, kept for the answers that say
// only "not modified".
type Asks struct {
	TTL       time.Duration `json:",omitempty"`
	SkipHours []int         `json:",omitempty"` // 0-23, GMT
	SkipDays  []string      `json:",omitempty"` // English weekday names
}

// Feeds returns the state of every feed that was ever pulled, by URL.
func (a *Archive) Feeds(ctx context.Context) (map[string]FeedState, error) {
	const doing = "reading the feeds' states"
	shelf, err := a.current(ctx)
	if err != nil {
		return nil, sentence(err, doing)
	}
	rows, err := a.read.QueryContext(ctx, `SELECT f.url, f.address, f.title, f.site, f.lang, f.etag, f.modified,
		f.tried, f.succeeded, f.next, f.failure, f.failures, f.gone, f.asks,
		(SELECT group_concat(article) FROM carried WHERE feed = f.id) FROM feeds f`)
	if err != nil {
		return nil, sentence(err, doing)
	}
	defer rows.Close()
	out := map[string]FeedState{}
	for rows.Next() {
		var f FeedState
		var tried, succeeded, next sql.NullInt64
		var asks, carried []byte
		if err := rows.Scan(&f.URL, &f.Address, &f.Title, &f.Site, &f.Lang, &f.Validators.ETag, &f.Validators.LastModified,
			&tried, &succeeded, &next, &f.Failure, &f.Failures, &f.Gone, &asks, &carried); err != nil {
			return nil, sentence(err, doing)
		}
		f.LastTry, f.LastSuccess, f.Next = fromUnix(tried), fromUnix(succeeded), fromUnix(next)
		keys, err := numbers(string(carried))
		if err != nil {
			return nil, sentence(err, doing)
		}
		f.count(shelf, keys, a.now().Unix())
		if err := json.Unmarshal(asks, &f.Asks); err != nil {
			f.Asks = Asks{} // a hint, no more
		}
		out[f.URL] = f
	}
	return out, sentence(rows.Err(), doing)
}

const failingFeeds = "SELECT url FROM feeds WHERE failure <> ''"

// Failing returns the feeds whose last try failed, by URL.
func (a *Archive) Failing(ctx context.Context) (map[string]bool, error) {
	return a.urls(ctx, "reading the feeds' states", failingFeeds)
}

// urls returns the set of the URLs that a question gives.
func (a *Archive) urls(ctx context.Context, doing, question string, args ...any) (map[string]bool, error) {
	list, err := texts(ctx, a.read, question, args...)
	if err != nil {
		return nil, sentence(err, doing)
	}
	out := make(map[string]bool, len(list))
	for _, url := range list {
		out[url] = true
	}
	return out, nil
}

// count counts the articles that a feed carries.
func (f *FeedState) count(s *shelf, keys []Key, now int64) {
	const day, week = 24 * 3600, 7 * 24 * 3600
	month := now - 4*week
	recent, oldest := 0, now
	for _, k := range keys {
		i := s.of(k)
		if i < 0 {
			continue
		}
		e := &s.entries[i]
		f.Articles++
		f.Unread += int(e.flags & flagUnread)
		if e.sort >= month {
			recent++
		}
		oldest = min(oldest, e.sort)
	}
	f.PerWeek = float64(recent) * week / float64(max(now-max(month, oldest), day))
}

func feedID(ctx context.Context, tx *sql.Tx, url string) (int64, error) {
	if url == "" {
		return 0, errors.New("a feed without an address")
	}
	_, err := tx.ExecContext(ctx, "INSERT OR IGNORE INTO feeds (url) VALUES (?)", url)
	if err != nil {
		return 0, err
	}
	var id int64
	err = tx.QueryRowContext(ctx, "SELECT id FROM feeds WHERE url = ?", url).Scan(&id)
	return id, err
}

func saveFeed(ctx context.Context, tx *sql.Tx, id int64, f FeedState) error {
	asks, err := json.Marshal(f.Asks)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE feeds SET address = ?, title = ?, site = ?, lang = ?, etag = ?, modified = ?,
		tried = ?, succeeded = ?, next = ?, failure = ?, failures = ?, gone = ?, asks = ? WHERE id = ?`,
		f.Address, f.Title, f.Site, f.Lang, f.Validators.ETag, f.Validators.LastModified,
		unix(f.LastTry), unix(f.LastSuccess), unix(f.Next), f.Failure, f.Failures, f.Gone, asks, id)
	return err
}

// Hashes returns what Hash gave of those of the articles that are kept, by ID:
// an item that is kept and has the same hash needs no brief.
func (a *Archive) Hashes(ctx context.Context, ids []string) (map[string][]byte, error) {
	const doing = "looking up articles"
	rows, err := a.read.QueryContext(ctx, "SELECT ident, hash FROM heads WHERE ident IN (SELECT value FROM json_each(?))", jsonArg(ids))
	if err != nil {
		return nil, sentence(err, doing)
	}
	defer rows.Close()
	out := map[string][]byte{}
	for rows.Next() {
		var id string
		var hash []byte
		if err := rows.Scan(&id, &hash); err != nil {
			return nil, sentence(err, doing)
		}
		out[id] = hash
	}
	return out, sentence(rows.Err(), doing)
}
