package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readout/briefing/archive"
	"readout/briefing/note"
)

// noteStyle is how notes are written.
type noteStyle struct {
	cite     note.Style
	template *note.Template // nil = the built-in one
}

func (d *Desk) noteStyle() (noteStyle, error) { return d.style() }

// SetNoteStyle overrides how notes cite and by which template file they are
// written; "" leaves what config.toml says. It is called before any export.
func (d *Desk) SetNoteStyle(cite, template string) error {
	c := d.Config()
	if cite == "" {
		cite = c.Cite
	}
	if template == "" {
		template = c.Template
	} else if abs, err := filepath.Abs(template); err == nil {
		template = abs
	}
	s, err := d.readStyle(cite, template)
	d.style = func() (noteStyle, error) { return s, err }
	return err
}

// readStyle reads the user's template, and checks the style.
func (d *Desk) readStyle(cite, template string) (noteStyle, error) {
	s := noteStyle{cite: note.Style(cite)}
	if cite != "" && !slices.Contains(note.Styles(), cite) {
		return s, fmt.Errorf("there is no citation style %q; there are %s", cite, strings.Join(note.Styles(), ", "))
	}
	if template == "" {
		return s, nil
	}
	source, err := d.readTemplate(&template)
	if err == nil {
		s.template, err = note.ParseTemplate(template, source)
	}
	return s, err
}

// readTemplate reads a template's file and makes its path whole: config.toml
// names it from its own folder.
func (d *Desk) readTemplate(path *string) (string, error) {
	if !filepath.IsAbs(*path) {
		*path = d.home.file(*path)
	}
	raw, err := os.ReadFile(*path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("there is no template %s; 'readout templates' prints the built-in ones", *path)
	}
	if err != nil {
		return "", fmt.Errorf("reading the template: %w", err)
	}
	return string(raw), nil
}

// EditionTemplate reads the template that editions are written by: the one of a
// file, else that of config.toml; nil stands for the built-in one.
func (d *Desk) EditionTemplate(file string) (*note.Template, error) {
	if file == "" {
		file = d.Config().EditionTemplate
	} else if abs, err := filepath.Abs(file); err == nil {
		file = abs
	}
	if file == "" {
		return nil, nil
	}
	source, err := d.readTemplate(&file)
	if err != nil {
		return nil, err
	}
	return note.ParseEditionTemplate(file, source)
}

// citeKey is the article's citation key. Where articles of the archive have
// the same, those after the first get a, b, c: the order is that in which they
// were first seen, and the title the one that they had then, so that a key
// never changes.
func (d *Desk) citeKey(ctx context.Context, it Item) (string, error) {
	a, err := d.holder(ctx, it.Row.Key)
	if err != nil {
		return "", err
	}
	return citeKey(ctx, a, it)
}

func citeKey(ctx context.Context, a *archive.Archive, it Item) (string, error) {
	same, err := a.Namesakes(ctx, it.Row.Key)
	if err != nil {
		return "", err
	}
	own, n := it.Article, 0
	if i := len(same) - 1; i >= 0 && same[i].Key == it.Row.Key {
		own.Title, same = same[i].Title, same[:i]
	}
	key := note.CiteKey(own)
	for _, s := range same {
		other := own
		other.ID, other.Title = s.ID, s.Title
		if note.CiteKey(other) == key {
			n++
		}
	}
	return key + note.Suffix(n), nil
}

// Bibliography returns articles as one file for reference managers: CSL-JSON
// or BibTeX.
func (d *Desk) Bibliography(ctx context.Context, keys []Key, style note.Style) ([]byte, error) {
	items := []note.CSLItem{}
	var entries []string
	for _, k := range keys {
		it, err := d.Item(ctx, k)
		if err != nil {
			return nil, err
		}
		key, err := d.citeKey(ctx, it)
		if err != nil {
			return nil, err
		}
		items = append(items, note.NewCSL(it.Article, key))
		entries = append(entries, note.NewBibTeX(it.Article, key))
	}
	if style == note.BibTeX {
		return []byte(strings.Join(entries, "\n")), nil
	}
	j, err := json.MarshalIndent(items, "", "  ")
	return append(j, '\n'), err
}
