package desk

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"readout/briefing/note"
	"readout/briefing/query"
)

// EditionOptions choose what an edition is of. The zero value is the last
// 24 hours, all articles.
type EditionOptions struct {
	Since time.Duration // how long before the cut-off; 0 = 24 hours
	Day   time.Time     // a whole day of the clock's zone, up to now; only the date counts; zero = up to now
	Query query.Query
}

// span is from when to when articles were first seen, in whole seconds and in
// the clock's zone: the machine's, or that of READOUT_NOW. A day that the zone
// makes longer or shorter is as long as it is.
func (o EditionOptions) span(now time.Time) (from, cutoff time.Time) {
	now = now.Truncate(time.Second)
	if o.Day.IsZero() {
		return now.Add(-cmp.Or(o.Since, 24*time.Hour)), now
	}
	y, m, d := o.Day.Date()
	from = query.Midnight(y, m, d, now.Location())
	if cutoff = query.Midnight(y, m, d+1, now.Location()).Add(-time.Second); cutoff.After(now) {
		cutoff = now
	}
	return from, cutoff
}

// Edition makes a digest of what was first seen in a span of time, as it
// stood at the cut-off. It is kept: the same edition asked for again is the
// same to the byte, whatever happened to articles and feeds since.
func (d *Desk) Edition(ctx context.Context, o EditionOptions) (note.Edition, error) {
	from, cutoff := o.span(d.Now())
	if cutoff.Before(from) {
		return note.Edition{}, fmt.Errorf("%s has not begun; name a day up to %s", from.Format(time.DateOnly), d.Now().Format(time.DateOnly))
	}
	a, err := d.shown(ctx)
	if err != nil {
		return note.Edition{}, err
	}
	keys, err := a.Arrived(ctx, o.Query, from, cutoff)
	if err != nil {
		return note.Edition{}, err
	}
	p := press{Desk: d, archive: a, from: from, cutoff: cutoff, query: o.Query, keys: keys}
	if e, ok := p.kept(ctx); ok {
		return e, nil
	}
	m, err := p.material(ctx)
	if err != nil {
		return note.Edition{}, fmt.Errorf("gathering the edition: %w", err)
	}
	e, err := note.Compile(m)
	if err != nil {
		return e, fmt.Errorf("making the edition: %w", err)
	}
	return e, p.keep(ctx, e)
}

// WriteEdition makes the edition and writes it as Markdown, by the user's
// template where there is one, into the notes folder. It returns the path.
func (d *Desk) WriteEdition(ctx context.Context, o EditionOptions) (string, error) {
	e, err := d.Edition(ctx, o)
	if err != nil {
		return "", err
	}
	t, err := d.EditionTemplate("")
	if err != nil {
		return "", err
	}
	md, err := e.By(t)
	if err != nil {
		return "", err
	}
	return d.PutEdition(d.NotesDir(), e.FileName(".md"), md)
}

// PutEdition writes an edition into a folder, which is made where it does not
// exist. A file that has the name and other content stays: somebody wrote into
// it; the edition gets the next name.
func (d *Desk) PutEdition(dir, name string, content []byte) (path string, err error) {
	f, err := openFolder(dir)
	if err != nil {
		return "", err
	}
	defer f.root.Close()
	ext := filepath.Ext(name)
	for n := 1; n < 100; n++ {
		candidate := name
		if n > 1 {
			candidate = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ext), n, ext)
		}
		old, err := f.read(candidate)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return filepath.Join(dir, candidate), f.write(candidate, content)
		case err == nil && bytes.Equal(old, content):
			return filepath.Join(dir, candidate), nil
		}
	}
	return "", fmt.Errorf("%s: a hundred files have this name already; name another folder with -o", name)
}
