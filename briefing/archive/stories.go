package archive

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"
)

// Told is what grouping needs of an article.
type Told struct {
	Key    Key
	Title  string
	Text   string // the beginning of it
	Outlet string
	Sort   time.Time
	Story  Key // the article that began its story; 0 = it stands alone
}

// toldBytes is how much of a text is given to grouping.
const toldBytes = 8 << 10

// Told returns the newest articles, oldest first.
func (a *Archive) Told(ctx context.Context, limit int) ([]Told, error) {
	const doing = "reading articles for stories"
	rows, err := a.read.QueryContext(ctx, `SELECT a.id, h.title, a.sort, coalesce(a.story, 0), n.name, b.text
		FROM articles a JOIN names n ON n.id = a.source JOIN heads h ON h.article = a.id JOIN bodies b ON b.article = a.id ORDER BY `+byTime+` LIMIT ?`, limit)
	if err != nil {
		return nil, sentence(err, doing)
	}
	defer rows.Close()
	var out []Told
	for rows.Next() {
		var t Told
		var sort int64
		var packed sql.RawBytes
		if err := rows.Scan(&t.Key, &t.Title, &sort, &t.Story, &t.Outlet, &packed); err != nil {
			return nil, sentence(err, doing)
		}
		txt, err := unpack(packed)
		if err != nil {
			return nil, fmt.Errorf("%s: %w: article %d: %w", doing, ErrDamaged, t.Key, err)
		}
		t.Text, t.Sort = string(txt[:min(len(txt), toldBytes)]), time.Unix(sort, 0).UTC()
		out = append(out, t)
	}
	slices.Reverse(out)
	return out, sentence(rows.Err(), doing)
}

// SetStories says which story articles belong to; 0 = none.
func (a *Archive) SetStories(ctx context.Context, stories map[Key]Key) error {
	if len(stories) == 0 {
		return nil
	}
	return a.tx(ctx, "keeping the stories", func(tx *sql.Tx) error {
		s, err := tx.PrepareContext(ctx, "UPDATE articles SET story = nullif(?, 0) WHERE id = ?")
		if err != nil {
			return err
		}
		defer s.Close()
		for k, story := range stories {
			if _, err := s.ExecContext(ctx, story, k); err != nil {
				return err
			}
		}
		return nil
	})
}

// Story returns the articles of the story that an article belongs to, itself
// among them, oldest first; only itself when it stands alone.
func (a *Archive) Story(ctx context.Context, k Key) ([]Key, error) {
	keys, err := a.keys(ctx, `SELECT b.id AS n FROM articles a JOIN articles b ON b.id = a.id OR b.story = a.story
		WHERE a.id = ? ORDER BY b.sort, b.id`, k)
	return keys, sentence(err, "reading a story")
}

// also fills in which other outlets tell the stories of rows.
func (a *Archive) also(ctx context.Context, rows []Row) error {
	stories := map[Key]bool{}
	for _, r := range rows {
		if r.Story != 0 {
			stories[r.Story] = true
		}
	}
	if len(stories) == 0 {
		return nil
	}
	var list []Key
	for s := range stories {
		list = append(list, s)
	}
	res, err := a.read.QueryContext(ctx, `SELECT a.story, n.name FROM articles a JOIN names n ON n.id = a.source
		WHERE a.story IN (SELECT value FROM json_each(?)) GROUP BY a.story, n.name ORDER BY a.story, min(a.sort)`, jsonArg(list))
	if err != nil {
		return err
	}
	defer res.Close()
	outlets := map[Key][]string{}
	for res.Next() {
		var story Key
		var name string
		if err := res.Scan(&story, &name); err != nil {
			return err
		}
		outlets[story] = append(outlets[story], name)
	}
	for i := range rows {
		for _, name := range outlets[rows[i].Story] {
			if rows[i].Story != 0 && name != rows[i].Source && name != "" {
				rows[i].Also = append(rows[i].Also, name)
			}
		}
	}
	return res.Err()
}
