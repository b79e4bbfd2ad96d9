package archive

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// Mark is a change of state of articles.
type Mark string

// The marks.
const (
	Read   Mark = "read"
	Unread Mark = "unread"
	Star   Mark = "star"
	Unstar Mark = "unstar"
)

// marks says what each mark sets and what takes it back.
var marks = map[Mark]struct {
	set     string
	inverse Mark
	done    string // for the status line
}{
	Read:   {"UPDATE articles SET unread = 0, stamp = " + theChange + " WHERE unread = 1", Unread, "marked %s read"},
	Unread: {"UPDATE articles SET unread = 1, stamp = " + theChange + " WHERE unread = 0", Read, "marked %s unread"},
	Star:   {"UPDATE articles SET starred = 1, stamp = " + theChange + " WHERE starred = 0", Unstar, "starred %s"},
	Unstar: {"UPDATE articles SET starred = 0, stamp = " + theChange + " WHERE starred = 1", Star, "took the star from %s"},
}

// Change says what a write did, for the status line and for undo.
type Change struct {
	What string // "marked 12 articles read"; "" when nothing changed
	Keys []Key  // those that changed
}

// Mark changes the state of articles; it can be undone. Only articles whose
// state differed count as changed.
func (a *Archive) Mark(ctx context.Context, keys []Key, m Mark) (Change, error) {
	if _, ok := marks[m]; !ok {
		return Change{}, fmt.Errorf("there is no mark %q", m)
	}
	return a.change(ctx, "marking articles", &entry{Mark: m, Keys: keys})
}

func (e *entry) applyMark(ctx context.Context, tx *sql.Tx) error {
	rows, err := tx.QueryContext(ctx, marks[e.Mark].set+" AND id IN (SELECT value FROM json_each(?)) RETURNING id", jsonArg(e.Keys))
	if err != nil {
		return err
	}
	return e.changed(rows)
}

// SetNote keeps the user's note on an article ("" removes it); it can be
// undone. Saving as one types makes one step of undo, not many. ErrNoArticle when
// the article is gone.
func (a *Archive) SetNote(ctx context.Context, k Key, body string) (Change, error) {
	return a.change(ctx, "keeping the note", &entry{Note: &noteChange{After: body}, Keys: []Key{k}})
}

func (e *entry) applyNote(ctx context.Context, tx *sql.Tx, now int64) error {
	k, n := e.Keys[0], e.Note
	err := tx.QueryRowContext(ctx, "SELECT coalesce((SELECT body FROM notes WHERE article = a.id), '') FROM articles a WHERE a.id = ?", k).Scan(&n.Before)
	if err == sql.ErrNoRows {
		return ErrNoArticle
	}
	if err != nil {
		return err
	}
	if n.Before == n.After {
		e.Keys = nil
		return nil
	}
	if strings.TrimSpace(n.After) == "" {
		_, err = tx.ExecContext(ctx, "DELETE FROM notes WHERE article = ?", k)
	} else {
		_, err = tx.ExecContext(ctx, "INSERT INTO notes (article, body, changed) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body, changed = excluded.changed", k, n.After, now)
	}
	if err == nil {
		_, err = tx.ExecContext(ctx, "UPDATE articles SET noted = EXISTS (SELECT 1 FROM notes WHERE article = ?1), stamp = "+theChange+" WHERE id = ?1", k)
	}
	return err
}

// Tag puts the user's own tag on articles, or takes it off; it can be undone.
func (a *Archive) Tag(ctx context.Context, keys []Key, tag string, on bool) (Change, error) {
	tag = strings.Join(strings.Fields(tag), " ")
	if strings.TrimSpace(fold(tag)) == "" {
		return Change{}, fmt.Errorf("a tag needs a letter or a digit")
	}
	return a.change(ctx, "tagging articles", &entry{Tag: &tagChange{tag, on}, Keys: keys})
}

func (e *entry) applyTag(ctx context.Context, tx *sql.Tx) error {
	name, err := internName(ctx, tx, ref{field: "tag", name: e.Tag.Tag})
	if err != nil {
		return err
	}
	s := "INSERT OR IGNORE INTO tags (name, article) SELECT ?1, a.id FROM json_each(?2) k JOIN articles a ON a.id = k.value RETURNING article"
	if !e.Tag.On {
		s = "DELETE FROM tags WHERE name = ?1 AND article IN (SELECT value FROM json_each(?2)) RETURNING article"
	}
	rows, err := tx.QueryContext(ctx, s, name, jsonArg(e.Keys))
	if err != nil {
		return err
	}
	return e.changed(rows)
}

// Tags returns the user's own tags with their counts, most used first.
func (a *Archive) Tags(ctx context.Context) ([]Facet, error) {
	const doing = "reading the tags"
	rows, err := a.read.QueryContext(ctx, `SELECT n.key, n.name, count(*), sum(a.unread) FROM names n
		JOIN tags t ON t.name = n.id JOIN articles a ON a.id = t.article WHERE n.field = 'tag' GROUP BY n.id ORDER BY 3 DESC, n.name`)
	if err != nil {
		return nil, sentence(err, doing)
	}
	defer rows.Close()
	var out []Facet
	for rows.Next() {
		f := Facet{Field: "tag"}
		if err := rows.Scan(&f.Value, &f.Name, &f.Total, &f.Unread); err != nil {
			return nil, sentence(err, doing)
		}
		if f.named() {
			out = append(out, f)
		}
	}
	return out, sentence(rows.Err(), doing)
}

// changed reads the keys of the articles that a write changed: only these are
// undone with it.
func (e *entry) changed(rows *sql.Rows) error {
	defer rows.Close()
	changed := []Key{}
	for rows.Next() {
		var k Key
		if err := rows.Scan(&k); err != nil {
			return err
		}
		changed = append(changed, k)
	}
	e.Keys = changed
	return rows.Err()
}
