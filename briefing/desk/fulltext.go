package desk

import (
	"context"
	"errors"
	"fmt"

	"readout/briefing/archive"
	"readout/feeds"
	"readout/feeds/page"
	"readout/feeds/pull"
)

// FullText fetches the page of an article and, where it holds more than the
// feed gave, keeps its text: the feed's text becomes the earlier one, and the
// article is briefed again. It is done on demand only. A Change with an empty
// What says that the page holds no more.
func (d *Desk) FullText(ctx context.Context, k Key) (Change, error) {
	if d.demo || k > sampleKeys {
		return Change{}, errors.New("the sample edition has no pages to fetch")
	}
	ctx, done := d.begin(ctx)
	defer done()
	it, err := d.archive.Item(ctx, k)
	if err != nil {
		return Change{}, err
	}
	if it.Article.URL == "" {
		return Change{}, errors.New("this article has no address to fetch; its feed gives none")
	}
	resp, err := d.client().Get(ctx, pull.Request{URL: it.Article.URL, MaxBytes: pull.PageLimit})
	if err != nil {
		return Change{}, err
	}
	full, err := page.Article(resp.Body, resp.URL, resp.ContentType)
	if err != nil {
		return Change{}, err
	}
	if len(full.Text) <= len(it.Article.Text) {
		return Change{}, nil
	}
	a := it.Article
	a.Text, a.Blocks, a.From, a.Teaser = full.Text, full.Blocks, feeds.FromPage, false
	if a.Byline == "" {
		a.Byline = full.Byline
	}
	if a.Published.IsZero() {
		a.Published = full.Published
	}
	registry, err := d.registry()
	if err != nil {
		return Change{}, err
	}
	b := newKitchen(registry).brief(a)
	if err := d.archive.Replace(ctx, k, archive.Briefed{Article: a, Brief: &b}); err != nil {
		return Change{}, err
	}
	return Change{What: fmt.Sprintf("fetched the whole text of %q", a.Title), Keys: []Key{k}}, nil
}
