package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"readout/briefing/actors"
	"readout/briefing/note"
	"readout/briefing/text"
)

// Exported says what an export wrote.
type Exported struct {
	Paths []string // of the notes, in the order of the keys
	// Said are sentences about notes that were not overwritten because someone
	// else had changed them.
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
	c, err := d.Coverage(ctx, it.Row.Key)
	if err != nil {
		return o, err
	}
	if len(c.Articles) > 1 {
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
	dir := d.config.Notes
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

// Export writes the notes of articles into a folder and returns their paths.
func (d *Desk) Export(ctx context.Context, keys []Key, dir string) ([]string, error) {
	x, err := d.ExportNotes(ctx, keys, dir)
	return x.Paths, err
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
	folder, err := openFolder(dir, d.now)
	if err != nil {
		return x, err
	}
	defer folder.root.Close()
	for _, k := range keys {
		if ctx.Err() != nil {
			return x, ctx.Err()
		}
		it, err := d.Item(ctx, k)
		if err != nil {
			return x, err
		}
		md, err := d.markdown(ctx, it)
		if err != nil {
			return x, err
		}
		name, said, err := folder.put(note.FileName(it.Article), it.Article.ID, md)
		if err != nil {
			return x, fmt.Errorf("writing a note into %s: %w", dir, err)
		}
		x.Paths = append(x.Paths, filepath.Join(dir, name))
		if said != "" {
			x.Said = append(x.Said, said)
		}
	}
	return x, nil
}

// folder is an open folder of notes.
type folder struct {
	root *os.Root
	now  func() time.Time
}

// errDemoWrites is what the sample edition answers to a key that would write.
var errDemoWrites = errors.New("the sample edition writes nothing by itself; 'readout --demo export --all -o notes' writes its notes into a folder")

// openFolder opens a folder of notes, making it where it does not exist.
func openFolder(dir string, now func() time.Time) (folder, error) {
	if dir == "" {
		return folder{}, errDemoWrites
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return folder{}, fmt.Errorf("making the folder for notes: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return folder{}, fmt.Errorf("opening the folder for notes: %w", err)
	}
	f := folder{root, now}
	f.sweep()
	return f, nil
}

// maxNote bounds what is read of a file that has a note's name.
const maxNote = 8 << 20

// put writes a note under its name, or under the next one that is free where
// another article or another hand has the name. said is a sentence for the
// second case.
func (f folder) put(name, id string, md []byte) (wrote, said string, err error) {
	spared := ""
	for n := 1; n < 100; n++ {
		candidate := numbered(name, id, n)
		old, err := f.read(candidate)
		if errors.Is(err, fs.ErrNotExist) {
			return candidate, sparedSentence(spared, candidate), f.write(candidate, md)
		}
		verdict := note.Foreign
		merged := md
		if err == nil {
			merged, verdict = note.Merge(old, md)
		}
		switch verdict {
		case note.Same:
			return candidate, sparedSentence(spared, candidate), nil
		case note.Replaced:
			return candidate, sparedSentence(spared, candidate), f.write(candidate, merged)
		case note.Foreign:
			if spared == "" {
				spared = candidate
			}
		}
	}
	return "", "", fmt.Errorf("%s: a hundred files have this name already", name)
}

func sparedSentence(spared, wrote string) string {
	if spared == "" {
		return ""
	}
	return fmt.Sprintf("%s was changed outside Readout and stays as it is; the new note is %s.", spared, wrote)
}

// numbered is the n-th name to try: the name, the name with the article's ID,
// then with a number.
func numbered(name, id string, n int) string {
	stem := strings.TrimSuffix(name, ".md")
	switch {
	case n == 1:
		return name
	case n == 2:
		return fmt.Sprintf("%s-%s.md", stem, id[:min(len(id), 6)])
	}
	return fmt.Sprintf("%s-%d.md", stem, n-1)
}

var errNoFile = errors.New("not a regular file")

func (f folder) read(name string) ([]byte, error) {
	info, err := f.root.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errNoFile
	}
	file, err := f.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, maxNote))
}

// write makes a temporary file in the folder, syncs it and gives it its name.
func (f folder) write(name string, content []byte) (err error) {
	temp := tempPrefix + name
	_ = f.root.Remove(temp) // left by a crash
	file, err := f.root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			file.Close()
			_ = f.root.Remove(temp)
		}
	}()
	if _, err = file.Write(content); err != nil {
		return err
	}
	if err = file.Sync(); err != nil {
		return err
	}
	if err = file.Close(); err != nil {
		return err
	}
	return f.root.Rename(temp, name)
}

const tempPrefix = ".readout-"

// sweep removes what interrupted exports left more than an hour ago.
func (f folder) sweep() {
	dir, err := f.root.Open(".")
	if err != nil {
		return
	}
	defer dir.Close()
	names, err := dir.Readdirnames(-1)
	if err != nil {
		return
	}
	for _, name := range names {
		if !strings.HasPrefix(name, tempPrefix) || !strings.HasSuffix(name, ".md") {
			continue
		}
		if info, err := f.root.Lstat(name); err == nil && info.Mode().IsRegular() && f.now().Sub(info.ModTime()) > time.Hour {
			_ = f.root.Remove(name)
		}
	}
}

// ExportFile writes the notes of articles into one file, atomically. Where the
// file holds notes of an earlier export, what the user wrote into them is
// kept; a file with anything else in it is refused.
func (d *Desk) ExportFile(ctx context.Context, keys []Key, file string) error {
	old := map[string][]byte{}
	if raw, err := os.ReadFile(file); err == nil {
		var ok bool
		if old, ok = note.Split(raw); !ok {
			return fmt.Errorf("%s was changed outside Readout and stays as it is; name another file", file)
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("reading %s: %w", file, err)
	}
	var b bytes.Buffer
	for _, k := range keys {
		it, err := d.Item(ctx, k)
		if err != nil {
			return err
		}
		md, err := d.markdown(ctx, it)
		if err != nil {
			return err
		}
		if was, ok := old[it.Article.ID]; ok {
			if md, _ = note.Merge(was, md); md == nil {
				return fmt.Errorf("the note on %q in %s was changed outside Readout; name another file", it.Article.Title, file)
			}
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.Write(md)
	}
	return writeFile(file, b.Bytes(), 0o600)
}
