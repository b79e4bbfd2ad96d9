package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"readout/briefing/text"
)

// Highlight is a passage that the user marked in an article.
type Highlight struct {
	text.Passage
	Made   time.Time
	Span   text.Span // of the article's present text, in bytes; meaningless unless Stands
	Stands bool      // the text still holds the words
}

// maxHighlight bounds the words of a highlight, in bytes.
const maxHighlight = 10_000

// Highlight marks a passage of an article, or takes the mark off; it can be undone.
func (a *Archive) Highlight(ctx context.Context, k Key, p text.Passage, on bool) (Change, error) {
	switch {
	case strings.TrimSpace(p.Words) == "":
		return Change{}, errors.New("a highlight needs a word")
	case len(p.Words) > maxHighlight:
		return Change{}, errors.New("the passage is too long to be highlighted; choose a few paragraphs at most")
	}
	return a.change(ctx, "highlighting a passage", &entry{Lit: &litChange{p, on}, Keys: []Key{k}})
}

// litChange is a highlight that came or went.
type litChange struct {
	text.Passage
	On bool
}

// short is the passage for the status line.
func (l litChange) short() string {
	const most = 40
	words := strings.Join(strings.Fields(l.Words), " ")
	if utf8.RuneCountInString(words) > most {
		words = string([]rune(words)[:most-1]) + "…"
	}
	return fmt.Sprintf("“%s”", words)
}

func (e *entry) applyHighlight(ctx context.Context, tx *sql.Tx, now int64) error {
	k, h := e.Keys[0], e.Lit
	s, args := "DELETE FROM highlights WHERE article = ? AND start = ? AND words = ? RETURNING article", []any{k, h.Start, h.Words}
	if h.On {
		s = `INSERT OR IGNORE INTO highlights (article, start, words, before, after, made)
			SELECT id, ?2, ?3, ?4, ?5, ?6 FROM articles WHERE id = ?1 RETURNING article`
		args = append(args, h.Before, h.After, now)
	}
	rows, err := tx.QueryContext(ctx, s, args...)
	if err != nil {
		return err
	}
	return e.changed(rows)
}

// highlights are those of an article, placed in its present text.
func (a *Archive) highlights(ctx context.Context, k Key, in string) ([]Highlight, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT start, words, before, after, made FROM highlights WHERE article = ?", k)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Highlight
	for rows.Next() {
		var h Highlight
		var made int64
		if err := rows.Scan(&h.Start, &h.Words, &h.Before, &h.After, &made); err != nil {
			return nil, err
		}
		h.Made = time.Unix(made, 0).UTC()
		h.Span, h.Stands = h.In(in)
		out = append(out, h)
	}
	slices.SortStableFunc(out, func(a, b Highlight) int {
		if a.Stands != b.Stands {
			if a.Stands {
				return -1
			}
			return 1
		}
		return a.Span.Start - b.Span.Start
	})
	return out, rows.Err()
}
