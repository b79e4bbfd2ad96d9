package desk

import (
	"context"

	"readout/briefing/compare"
)

// Coverage is the story of an article as its outlets tell it.
type Coverage struct {
	Rows     []Row             // itself among them, oldest first
	Articles []compare.Article // those that were compared, in the order of the rows
	compare.Story
}

// Coverage compares the articles of the story that an article belongs to. Of
// one that stands alone it has only the row.
func (d *Desk) Coverage(ctx context.Context, k Key) (Coverage, error) {
	rows, err := d.Story(ctx, k)
	c := Coverage{Rows: rows}
	if err != nil || len(rows) < 2 {
		return c, err
	}
	for _, r := range rows[:min(len(rows), compare.MaxArticles)] {
		a, err := d.comparable(ctx, r.Key)
		if err != nil {
			return c, err
		}
		c.Articles = append(c.Articles, a)
	}
	c.Story = compare.Compare(c.Articles)
	return c, nil
}

// comparable loads an article with its brief, made now where the archive has none yet.
func (d *Desk) comparable(ctx context.Context, k Key) (compare.Article, error) {
	it, err := d.Item(ctx, k)
	if err != nil {
		return compare.Article{}, err
	}
	r, err := d.registry()
	if err != nil {
		return compare.Article{}, err
	}
	it = briefed(it, r)
	return compare.Article{Article: it.Article, Brief: it.Brief}, nil
}

// Followed is how the signatories of a letter differ from those of an earlier one.
type Followed struct {
	compare.Follow
	Earlier Row
}

// earlierLetters are how many earlier articles with the same signatories are looked at.
const earlierLetters = 20

// Followed compares the letter, statement or other signed document that an
// article speaks of with the newest earlier one on the same matter; nil where
// none is known for sure.
func (d *Desk) Followed(ctx context.Context, it Item) (*Followed, error) {
	if it.Brief.Signatories == nil {
		return nil, nil
	}
	a, err := d.holder(ctx, it.Row.Key)
	if err != nil {
		return nil, err
	}
	keys, err := a.SignedBefore(ctx, it.Row.Key, compare.LeastSigners, earlierLetters)
	if err != nil {
		return nil, err
	}
	now := compare.Article{Article: it.Article, Brief: it.Brief}
	for _, k := range keys {
		earlier, err := d.comparable(ctx, k)
		if err != nil {
			return nil, err
		}
		if f, ok := compare.Followed(now, earlier); ok {
			rows, err := a.Rows(ctx, []Key{k})
			if err != nil || len(rows) == 0 {
				return nil, err
			}
			return &Followed{f, rows[0]}, nil
		}
	}
	return nil, nil
}
