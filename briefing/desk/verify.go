package desk

import (
	"context"
	"errors"
	"fmt"
	"os"

	"readout/briefing/archive"
	"readout/briefing/note"
)

// Verified is what verifying one file found.
type Verified struct {
	Articles, Quotes, Signers int      // that were checked
	Broken                    []string // sentences on what no longer holds
}

// Verify checks a note, a file of notes or an edition against the archive:
// each quote verbatim in its article, each signatory in the text, each article
// as it was.
func (d *Desk) Verify(ctx context.Context, file string) (Verified, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return Verified{}, fmt.Errorf("reading the note: %w", err)
	}
	return d.VerifyBytes(ctx, raw)
}

// VerifyBytes checks the content of a file as Verify does.
func (d *Desk) VerifyBytes(ctx context.Context, raw []byte) (Verified, error) {
	var v Verified
	claims, ok := note.Claims(raw)
	if !ok {
		return v, errors.New("this is no note or edition of Readout's; its headings, front matter or Readout ID are missing")
	}
	for _, c := range claims {
		v.Articles++
		v.Quotes += len(c.Quotes)
		v.Signers += len(c.Signers)
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
	}
	return v, nil
}
