package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"readout/briefing"
	"readout/feeds"
)

// Item is an article with everything that belongs to it.
type Item struct {
	Row     Row
	Article feeds.Article
	Brief   briefing.Brief
	Note    string // the user's own note
	// Highlights are the user's, in the order of the text; those that the text
	// no longer holds stand last.
	Highlights []Highlight
	Tags       []string
	Exports    []Export // the notes written of it, the newest first
	// Revised says that the article changed since it was first kept; Earlier is
	// what it was before the last change.
	Revised bool
	Earlier Revision
	// PageAsked is when the article's page was asked for; zero = never. PageWhy
	// is a sentence why it gave no text, else "".
	PageAsked time.Time
	PageWhy   string
}

// ErrNoArticle says that no article has a key or an ID.
var ErrNoArticle = errors.New("no such article in the archive")

// Item loads one article; ErrNoArticle when it is gone.
func (a *Archive) Item(ctx context.Context, k Key) (Item, error) {
	it, err := a.item(ctx, k)
	if errors.Is(err, sql.ErrNoRows) {
		return it, ErrNoArticle
	}
	return it, sentence(err, "reading an article")
}

// itemColumns are what scan reads, of itemTables.
const (
	itemColumns = rowColumns + `, h.byline, h.updated, h.date_text, h.zone, h.origin, h.asked, h.why, coalesce(f.url, ''), b.text, b.extras`
	itemTables  = `articles a JOIN heads h ON h.article = a.id JOIN names s ON s.id = a.source JOIN bodies b ON b.article = a.id
		LEFT JOIN feeds f ON f.id = h.feed`
)

// scan reads an article without its brief.
func (it *Item) scan(row interface{ Scan(...any) error }, more ...any) error {
	var updated, asked sql.NullInt64
	var body, rest []byte
	ar := &it.Article
	dest := append([]any{&ar.Byline, &updated, &ar.DateText, &ar.Offset, &ar.From, &asked, &it.PageWhy, &ar.Feed, &body, &rest}, more...)
	if err := it.Row.scan(row, dest...); err != nil {
		return err
	}
	ar.ID, ar.URL, ar.Source, ar.Title, ar.Lang = it.Row.ID, it.Row.URL, it.Row.Source, it.Row.Title, it.Row.Lang
	ar.Published, ar.Day, ar.Updated, ar.FirstSeen = it.Row.Published, it.Row.Day, fromUnix(updated), it.Row.Seen
	it.PageAsked = fromUnix(asked)
	if err := unpackText(ar, body, rest); err != nil {
		return fmt.Errorf("%w: article %d: %w", ErrDamaged, it.Row.Key, err)
	}
	return nil
}

func (a *Archive) item(ctx context.Context, k Key) (Item, error) {
	var it Item
	var brief []byte
	row := a.read.QueryRowContext(ctx, `SELECT `+itemColumns+`, r.brief, coalesce(n.body, '') FROM `+itemTables+`
		LEFT JOIN briefs r ON r.article = a.id LEFT JOIN notes n ON n.article = a.id WHERE a.id = ?`, k)
	if err := it.scan(row, &brief, &it.Note); err != nil {
		return it, err
	}
	if brief != nil {
		if err := unpackRecord(brief, &it.Brief); err != nil {
			return it, fmt.Errorf("%w: article %d: %w", ErrDamaged, k, err)
		}
	}
	rows := []Row{it.Row}
	if err := a.also(ctx, rows); err != nil {
		return it, err
	}
	it.Row = rows[0]
	var err error
	if it.Tags, err = a.tagsOf(ctx, k); err != nil {
		return it, err
	}
	if it.Highlights, err = a.highlights(ctx, k, it.Article.Text); err != nil {
		return it, err
	}
	if it.Exports, err = a.exports(ctx, k); err != nil {
		return it, err
	}
	if it.Revised = it.Row.Revised; it.Revised {
		it.Earlier, err = a.earlier(ctx, k)
	}
	return it, err
}

func (a *Archive) tagsOf(ctx context.Context, k Key) ([]string, error) {
	var joined string
	err := a.read.QueryRowContext(ctx, `SELECT coalesce(group_concat(name, char(10)), '') FROM
		(SELECT n.name FROM tags t JOIN names n ON n.id = t.name WHERE t.article = ? AND n.field = 'tag' ORDER BY n.fold)`, k).Scan(&joined)
	return lines(joined), err
}

// earlier returns what an article was before its last change.
func (a *Archive) earlier(ctx context.Context, k Key) (Revision, error) {
	list, err := a.revisions(ctx, "SELECT article, until, title, text FROM revisions WHERE article = ? AND origin = '' ORDER BY id DESC LIMIT 1", k)
	if err != nil || len(list) == 0 {
		return Revision{}, err
	}
	return list[0], nil
}

// Find returns the key of an article by its ID or a unique prefix of it;
// ErrNoArticle when none has it, another error when several do.
func (a *Archive) Find(ctx context.Context, id string) (Key, error) {
	id = strings.ToLower(strings.TrimSpace(id))
	if id == "" {
		return 0, ErrNoArticle
	}
	rows, err := a.read.QueryContext(ctx, "SELECT article, ident FROM heads WHERE ident >= ? AND ident < ? LIMIT 2", id, id+"\U0010FFFF")
	if err != nil {
		return 0, sentence(err, "looking up an article")
	}
	defer rows.Close()
	var found []Key
	for rows.Next() {
		var k Key
		var whole string
		if err := rows.Scan(&k, &whole); err != nil {
			return 0, sentence(err, "looking up an article")
		}
		if whole == id {
			return k, nil
		}
		found = append(found, k)
	}
	switch {
	case rows.Err() != nil:
		return 0, sentence(rows.Err(), "looking up an article")
	case len(found) == 0:
		return 0, fmt.Errorf("%w: %s; 'readout list' prints the IDs", ErrNoArticle, id)
	case len(found) > 1:
		return 0, fmt.Errorf("several articles have an ID that begins with %s; give more of it", id)
	}
	return found[0], nil
}

func lines(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}
