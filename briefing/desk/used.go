package desk

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"readout/briefing/archive"
)

// Export is a note that was written of an article.
type Export = archive.Export

// remember keeps what a note quotes of an article. gone is a sentence where
// the note's earlier export quoted words that the article no longer holds.
// The sample edition and an archive that can only be read remember nothing.
func (d *Desk) remember(ctx context.Context, it Item, path string) (gone string, err error) {
	if d.demo || d.archive.ReadOnly() {
		return "", nil
	}
	if path, err = filepath.Abs(path); err != nil {
		return "", fmt.Errorf("remembering the note: %w", err)
	}
	for _, x := range it.Exports {
		if x.Path == path {
			gone = lostQuotes(x, it.Article.Text)
		}
	}
	r, err := d.registry()
	if err != nil {
		return "", err
	}
	it = briefed(it, r)
	var quotes []string
	for _, q := range it.Brief.Quotes {
		quotes = append(quotes, it.Article.Text[q.Start:q.End])
	}
	return gone, d.archive.RecordExport(ctx, it.Row.Key, Export{Path: path, Quotes: quotes})
}

// rememberAll keeps what a file of notes quotes.
func (d *Desk) rememberAll(ctx context.Context, items []Item, path string) error {
	for _, it := range items {
		if _, err := d.remember(ctx, it, path); err != nil {
			return err
		}
	}
	return nil
}

// lostQuotes says which quotes of a note its article no longer holds, "" for none.
func lostQuotes(x Export, text string) string {
	gone := x.Gone(text)
	if len(gone) == 0 {
		return ""
	}
	return fmt.Sprintf("%s quoted words that the article no longer holds: “%s”.", filepath.Base(x.Path), strings.Join(gone, "”, “"))
}

// Warnings are sentences on the notes written of an article that quote words
// which it no longer holds.
func Warnings(it Item) []string {
	var out []string
	for _, x := range it.Exports {
		if s := lostQuotes(x, it.Article.Text); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// ExportedPaths are the paths of all notes that were written from this archive.
func (d *Desk) ExportedPaths(ctx context.Context) ([]string, error) {
	return d.archive.ExportPaths(ctx)
}
