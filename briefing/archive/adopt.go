package archive

import (
	"context"
	"database/sql"
	"errors"
	"strings"
)

// adopt keeps one article of another archive with what the reader did with it.
// fresh is 1 where this archive did not have it.
func (a *Archive) adopt(ctx context.Context, state FeedState, it Item) (fresh int, err error) {
	k, err := a.Find(ctx, it.Article.ID)
	if errors.Is(err, ErrNoArticle) {
		n, err := a.Put(ctx, state, []Briefed{{Article: it.Article, Brief: &it.Brief}})
		if err != nil {
			return 0, err
		}
		fresh = n.New
		k, err = a.Find(ctx, it.Article.ID)
		if errors.Is(err, ErrNoArticle) { // it was removed here, or is another one's now
			return fresh, nil
		}
		if err != nil {
			return fresh, err
		}
	} else if err != nil {
		return 0, err
	}
	here, err := a.Item(ctx, k)
	if err != nil {
		return fresh, err
	}
	if changes := done(k, it, here.Note); len(changes) > 0 {
		err = a.tx(ctx, "keeping what was salvaged", func(tx *sql.Tx) error {
			for _, e := range changes {
				if err := e.apply(ctx, tx, a.now().Unix()); err != nil {
					return err
				}
			}
			return nil
		})
	}
	for _, x := range it.Exports {
		if err == nil {
			err = a.RecordExport(ctx, k, x)
		}
	}
	return fresh, err
}

// done is what the reader did with an article, as changes. The reader did them
// long ago, so they are applied and not put into the journal: undo would take
// them away one by one.
func done(k Key, it Item, note string) []*entry {
	var out []*entry
	add := func(e entry) {
		e.Keys = []Key{k}
		out = append(out, &e)
	}
	if it.Row.Read {
		add(entry{Mark: Read})
	}
	if it.Row.Starred {
		add(entry{Mark: Star})
	}
	switch {
	case it.Note == "" || strings.Contains(note, it.Note):
	case note == "":
		add(entry{Note: &noteChange{After: it.Note}})
	default:
		add(entry{Note: &noteChange{After: note + "\n\n" + it.Note}})
	}
	for _, h := range it.Highlights {
		add(entry{Lit: &litChange{h.Passage, true}})
	}
	for _, tag := range it.Tags {
		add(entry{Tag: &tagChange{tag, true}})
	}
	return out
}
