package archive

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"
	"time"
)

// Export is a note that was written of an article.
type Export struct {
	Path   string // absolute
	Made   time.Time
	Quotes []string // that the note holds, letter for letter
}

// Gone returns the quotes of the note that a text no longer holds.
func (e Export) Gone(in string) []string {
	var out []string
	for _, q := range e.Quotes {
		if !strings.Contains(in, q) {
			out = append(out, q)
		}
	}
	return out
}

// RecordExport remembers a note, so that it can be said when the article no
// longer holds what the note quotes. A later export to the same path takes its place.
func (a *Archive) RecordExport(ctx context.Context, k Key, e Export) error {
	quotes, err := json.Marshal(e.Quotes)
	if err != nil {
		return err
	}
	// Uncounted: no row that the ledger holds changes, and of a thousand notes
	// each would have it look for some.
	return a.uncounted(ctx, "remembering the note", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO exports (article, path, made, quotes) SELECT id, ?2, ?3, ?4 FROM articles WHERE id = ?1
			ON CONFLICT DO UPDATE SET made = excluded.made, quotes = excluded.quotes`, k, e.Path, a.now().Unix(), string(quotes))
		return err
	})
}

// exports are the notes that were written of an article, the newest first.
func (a *Archive) exports(ctx context.Context, k Key) ([]Export, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT path, made, quotes FROM exports WHERE article = ? ORDER BY made DESC, path", k)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Export
	for rows.Next() {
		var e Export
		var made int64
		var quotes []byte
		if err := rows.Scan(&e.Path, &made, &quotes); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(quotes, &e.Quotes); err != nil {
			return nil, err
		}
		e.Made = time.Unix(made, 0).UTC()
		out = append(out, e)
	}
	return out, rows.Err()
}

// ExportPaths returns the paths of all notes that were written, in order.
func (a *Archive) ExportPaths(ctx context.Context) ([]string, error) {
	const doing = "looking for exported notes"
	rows, err := a.read.QueryContext(ctx, "SELECT DISTINCT path FROM exports ORDER BY path")
	if err != nil {
		return nil, sentence(err, doing)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var p string
		if err := rows.Scan(&p); err != nil {
			return nil, sentence(err, doing)
		}
		out = append(out, p)
	}
	return out, sentence(rows.Err(), doing)
}
