package desk

import (
	"context"
	"errors"
	"fmt"
	"os"

	"readout/briefing/archive"
	"readout/briefing/note"
	"readout/feeds"
)

// Verified is what verifying one file found.
type Verified struct {
	Articles, Quotes, Signers int      // that were checked
	Excerpts                  int      // of other outlets, likewise
	Broken                    []string // sentences on what no longer holds
}

// Verify checks a note, a file of notes or an edition, as Markdown or JSON,
// against the archive: each quote verbatim in its article, each signatory in
// the text, each article as it was, and what is quoted of other outlets in the
// articles of the story.
func (d *Desk) Verify(ctx context.Context, file string) (Verified, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return Verified{}, fmt.Errorf("reading the note: %w", err)
	}
	return d.verify(ctx, raw)
}

func (d *Desk) verify(ctx context.Context, raw []byte) (Verified, error) {
	var v Verified
	claims, broken, ok := note.Claims(raw)
	if !ok {
		return v, errors.New("this is no note or edition of Readout's; its headings, front matter or Readout ID are missing")
	}
	v.Broken = broken
	for _, c := range claims {
		v.Articles++
		v.Quotes += len(c.Quotes)
		v.Signers += len(c.Signers)
		v.Excerpts += len(c.Told)
		k, err := d.Find(ctx, c.ID)
		if errors.Is(err, archive.ErrNoArticle) {
			v.Broken = append(v.Broken, fmt.Sprintf("the archive has no article %s", c.ID))
			continue
		}
		if err != nil {
			return v, err
		}
		it, err := d.Item(ctx, k)
		if err != nil {
			return v, err
		}
		v.Broken = append(v.Broken, c.Check(it.Article, it.Brief.Quotes)...)
		if len(c.Told) > 0 {
			story, err := d.storyTexts(ctx, k)
			if err != nil {
				return v, err
			}
			v.Broken = append(v.Broken, c.CheckTold(story)...)
		}
	}
	return v, nil
}

// storyTexts are the articles of the story that one belongs to, itself among them.
func (d *Desk) storyTexts(ctx context.Context, k Key) ([]feeds.Article, error) {
	a, keys, err := d.storyKeys(ctx, k)
	if err != nil {
		return nil, err
	}
	arts, err := a.Articles(ctx, keys)
	if err != nil {
		return nil, err
	}
	var out []feeds.Article
	for _, key := range keys {
		if art, ok := arts[key]; ok {
			out = append(out, art)
		}
	}
	return out, nil
}
