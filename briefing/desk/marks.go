package desk

import (
	"context"

	"readout/briefing/archive"
	"readout/briefing/text"
)

// Mark changes the state of articles; it can be undone.
func (d *Desk) Mark(ctx context.Context, keys []Key, m Mark) (Change, error) {
	return d.change(ctx, keys, func(a *archive.Archive) (Change, error) { return a.Mark(ctx, keys, m) })
}

// SetNote keeps the user's note on an article; it can be undone.
func (d *Desk) SetNote(ctx context.Context, k Key, body string) (Change, error) {
	return d.change(ctx, []Key{k}, func(a *archive.Archive) (Change, error) { return a.SetNote(ctx, k, body) })
}

// Highlight marks a passage of an article or takes the mark off; it can be undone.
func (d *Desk) Highlight(ctx context.Context, k Key, p text.Passage, on bool) (Change, error) {
	return d.change(ctx, []Key{k}, func(a *archive.Archive) (Change, error) { return a.Highlight(ctx, k, p, on) })
}

// Tag puts the user's own tag on articles or takes it off; it can be undone.
func (d *Desk) Tag(ctx context.Context, keys []Key, tag string, on bool) (Change, error) {
	return d.change(ctx, keys, func(a *archive.Archive) (Change, error) { return a.Tag(ctx, keys, tag, on) })
}

// ToggleTag puts the user's own tag on an article, or takes it off one that
// bears it, however it is written; it can be undone.
func (d *Desk) ToggleTag(ctx context.Context, k Key, tag string) (Change, error) {
	c, err := d.Tag(ctx, []Key{k}, tag, true)
	if err == nil && c.What == "" { // it is there already
		return d.Tag(ctx, []Key{k}, tag, false)
	}
	return c, err
}

// Tags returns the user's own tags with their counts.
func (d *Desk) Tags(ctx context.Context) ([]Facet, error) {
	a, err := d.shown(ctx)
	if err != nil {
		return nil, err
	}
	return a.Tags(ctx)
}

func (d *Desk) change(ctx context.Context, keys []Key, do func(*archive.Archive) (Change, error)) (Change, error) {
	if len(keys) == 0 {
		return Change{}, nil
	}
	a, err := d.holder(ctx, keys[0])
	if err != nil {
		return Change{}, err
	}
	return do(a)
}

// Undo takes the last change back; a Change with an empty What says that there is none.
func (d *Desk) Undo(ctx context.Context) (Change, error) {
	return d.step(ctx, (*archive.Archive).Undo)
}

// Redo makes the last undone change again.
func (d *Desk) Redo(ctx context.Context) (Change, error) {
	return d.step(ctx, (*archive.Archive).Redo)
}

// step goes back or forth in the journal of what is shown; while that is the
// sample, changes of the feed list are in the archive's own.
func (d *Desk) step(ctx context.Context, do func(*archive.Archive, context.Context, archive.ListWriter) (Change, error)) (Change, error) {
	a, err := d.shown(ctx)
	if err != nil {
		return Change{}, err
	}
	c, err := do(a, ctx, d.writeList)
	if err == nil && c.What == "" && d.archive != nil && a != d.archive {
		return do(d.archive, ctx, d.writeList)
	}
	return c, err
}
