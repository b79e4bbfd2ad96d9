package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"readout/briefing/actors"
	"readout/briefing/note"
	"readout/briefing/text"
)

// Exported says what an export wrote.
type Exported struct {
	Paths []string // of the notes, in the order of the keys
	// Said are sentences to show besides: on notes that were not overwritten
	// because someone else had changed them, and on quotes that a note had
	// before and that its article no longer holds.
	Said []string
}

// Note returns the file name and the bytes of an article's Markdown note.
func (d *Desk) Note(ctx context.Context, k Key) (string, []byte, error) {
	it, err := d.Item(ctx, k)
	if err != nil {
		return "", nil, err
	}
	md, err := d.markdown(ctx, it)
	return note.FileName(it.Article), md, err
}

func (d *Desk) markdown(ctx context.Context, it Item) ([]byte, error) {
	r, err := d.registry()
	if err != nil {
		return nil, err
	}
	style, err := d.noteStyle()
	if err != nil {
		return nil, err
	}
	key, err := d.citeKey(ctx, it)
	if err != nil {
		return nil, err
	}
	it = briefed(it, r)
	o, err := d.noteOptions(ctx, it, r)
	if err != nil {
		return nil, err
	}
	o.Key, o.Cite = key, style.cite
	return note.MarkdownBy(style.template, it.Article, it.Brief, o)
}

// noteOptions is what a note of an article holds besides it and its brief.
func (d *Desk) noteOptions(ctx context.Context, it Item, r *actors.Registry) (note.Options, error) {
	o := note.Options{Notes: it.Note, Lit: lit(it), Also: it.Row.Also, Role: roleOf(r, it.Article.Date())}
	if it.Revised && it.Earlier.Text != "" {
		old := it.Article
		old.Title, old.Text, old.Blocks = it.Earlier.Title, it.Earlier.Text, nil
		c := note.NewChange(old, it.Article, newKitchen(r).brief(old).Quotes, it.Brief, it.Earlier.Until)
		o.Changed = &c
	}
	c, err := d.Coverage(ctx, it.Row.Key)
	if err != nil {
		return o, err
	}
	if c.Outlets > 1 {
		o.Told = note.NewTold(c.Articles, c.Story)
	}
	f, err := d.Followed(ctx, it)
	if err == nil && f != nil {
		o.Since = note.NewSince(f.Follow, f.Earlier.Title, f.Earlier.Source)
	}
	return o, err
}

// lit are the highlights of an article as its note shows them.
func lit(it Item) []note.Lit {
	if len(it.Highlights) == 0 {
		return nil
	}
	doc := text.New(it.Article)
	var out []note.Lit
	for _, h := range it.Highlights {
		l := note.Lit{Words: h.Words}
		if h.Stands {
			l.Paragraph = doc.ParagraphAt(h.Span.Start) + 1
		}
		out = append(out, l)
	}
	return out
}

// briefed is an article with its brief, also when it just arrived and the
// archive has none yet.
func briefed(it Item, r *actors.Registry) Item {
	if it.Brief.Rules == 0 {
		it.Brief = newKitchen(r).brief(it.Article)
	}
	return it
}

// Text returns the brief of an article as plain text, with what a note has besides.
func (d *Desk) Text(ctx context.Context, it Item) ([]byte, error) {
	r, err := d.registry()
	if err != nil {
		return nil, err
	}
	it = briefed(it, r)
	o, err := d.noteOptions(ctx, it, r)
	if err != nil {
		return nil, err
	}
	return note.Text(it.Article, it.Brief, o), nil
}

// NotesDir is the folder that notes go to: config.toml's, else "notes" under
// the data folder. "~/" stands for the user's home.
// The sample edition, which writes nothing, has none: "".
func (d *Desk) NotesDir() string {
	dir := d.Config().Notes
	if rest, ok := strings.CutPrefix(dir, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			dir = filepath.Join(home, rest)
		}
	}
	switch {
	case d.demo:
		return ""
	case dir == "":
		return filepath.Join(d.home.Data, "notes")
	case !filepath.IsAbs(dir):
		return filepath.Join(d.home.Config, dir)
	}
	return dir
}

// ExportNotes writes one note per article into a folder, each whole or not at
// all, and never through a symbolic link. What the user wrote into an earlier
// export of the same article is kept; a note that someone else changed stays
// as it is, and the new one gets another name.
func (d *Desk) ExportNotes(ctx context.Context, keys []Key, dir string) (Exported, error) {
	var x Exported
	if dir == "" {
		dir = d.NotesDir()
	}
	folder, err := openFolder(dir)
	if err != nil {
		return x, err
	}
	defer folder.root.Close()
	for n := range d.drafts(ctx, keys) {
		if n.err != nil {
			return x, n.err
		}
		name, said, err := folder.put(folder.nameOf(n.item, dir), n.item.Article.ID, n.note)
		if err != nil {
			return x, fmt.Errorf("writing a note into %s: %w", dir, err)
		}
		path := filepath.Join(dir, name)
		x.Paths = append(x.Paths, path)
		if said != "" {
			x.Said = append(x.Said, said)
		}
		gone, err := d.remember(ctx, n.item, path)
		if err != nil {
			return x, err
		}
		if gone != "" {
			x.Said = append(x.Said, gone)
		}
	}
	if len(x.Paths) < len(keys) {
		return x, ctx.Err()
	}
	return x, nil
}

// ExportFile writes the notes of articles into one file, atomically. Where the
// file holds notes of an earlier export, what the user wrote into them is
// kept; a file with anything else in it is refused, and one with the user's
// words on an article that is not among these.
func (d *Desk) ExportFile(ctx context.Context, keys []Key, file string) error {
	old, err := earlierNotes(file)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	var items []Item
	for n := range d.drafts(ctx, keys) {
		if n.err != nil {
			return n.err
		}
		it, md := n.item, n.note
		items = append(items, it)
		if was, ok := old[it.Article.ID]; ok {
			delete(old, it.Article.ID)
			if md, _ = note.Merge(was, md); md == nil {
				return fmt.Errorf("the note on %q in %s was changed outside Readout; name another file", it.Article.Title, file)
			}
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.Write(md)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	for _, was := range old {
		if note.Written(was) {
			return fmt.Errorf("%s holds words of yours on an article that is not exported now, and stays as it is; name another file", file)
		}
	}
	if err := writeFile(file, b.Bytes()); err != nil {
		return err
	}
	return d.rememberAll(ctx, items, file)
}

// earlierNotes are the notes that a file holds, by their articles' IDs.
func earlierNotes(file string) (map[string][]byte, error) {
	raw, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", file, err)
	}
	old, ok := note.Split(raw)
	if !ok {
		return nil, fmt.Errorf("%s was changed outside Readout and stays as it is; name another file", file)
	}
	return old, nil
}
