package desk

import (
	"context"
	"errors"
	"fmt"
	"time"

	"readout/briefing/archive"
	"readout/feeds"
	"readout/feeds/page"
	"readout/feeds/pull"
)

// FullText turns an article over to its other text. The first time it fetches
// the article's page and, where that holds more than the feed gave, reads the
// page's text; from then on both are kept, and it changes between the two. The
// article is briefed again each time. A Change with an empty What says that
// the page holds no more.
func (d *Desk) FullText(ctx context.Context, k Key) (Change, error) {
	if d.demo || k > sampleKeys {
		return Change{}, errors.New("the sample edition has no pages to fetch")
	}
	ctx, done := d.begin(ctx)
	defer done()
	other, ok, err := d.archive.Other(ctx, k)
	if err != nil {
		return Change{}, err
	}
	if ok {
		return d.turn(ctx, k, other)
	}
	it, err := d.archive.Item(ctx, k)
	if err != nil {
		return Change{}, err
	}
	if it.Article.URL == "" {
		return Change{}, errors.New("this article has no address to fetch; its feed gives none")
	}
	return d.askPage(ctx, it)
}

// askPage fetches an article's page, notes that it was asked for, and reads its
// text where that holds more than the feed gave.
func (d *Desk) askPage(ctx context.Context, it Item) (Change, error) {
	k := it.Row.Key
	a, err := d.whole(ctx, it.Article)
	if ctx.Err() != nil {
		return Change{}, ctx.Err()
	}
	if lack, _ := pull.NoNetwork(err); lack {
		return Change{}, err // the page was not asked
	}
	why := ""
	if err != nil {
		why = err.Error()
	}
	if asked := d.archive.Asked(ctx, k, why); err == nil {
		err = asked
	}
	if err != nil || a.From != feeds.FromPage {
		return Change{}, err
	}
	return d.turn(ctx, k, a)
}

// whole fetches the page of an article and returns the article with the
// page's text, or as it is where the page holds no more.
func (d *Desk) whole(ctx context.Context, a feeds.Article) (feeds.Article, error) {
	resp, err := d.client().Get(ctx, pull.Request{URL: a.URL, MaxBytes: pull.PageLimit})
	if err != nil {
		return a, err
	}
	full, err := page.Article(resp.Body, resp.URL, resp.ContentType)
	if err != nil || len(full.Text) <= len(a.Text) {
		return a, err
	}
	a.Text, a.Blocks, a.Links, a.From, a.Teaser = full.Text, full.Blocks, full.Links, feeds.FromPage, false
	if a.Byline == "" {
		a.Byline = full.Byline
	}
	if a.Published.IsZero() {
		a.Published = full.Published
	}
	if !a.Published.IsZero() {
		a.Day = time.Time{}
	}
	return a, nil
}

// turn keeps and briefs an article with its other text.
func (d *Desk) turn(ctx context.Context, k Key, a feeds.Article) (Change, error) {
	registry, err := d.registry()
	if err != nil {
		return Change{}, err
	}
	b := newKitchen(registry).brief(a)
	if err := d.archive.Replace(ctx, k, archive.Briefed{Article: a, Brief: &b}); err != nil {
		return Change{}, err
	}
	what := "reading the page's text of %q"
	if a.From == feeds.FromFeed {
		what = "reading the feed's text of %q"
	}
	return Change{What: fmt.Sprintf(what, a.Title), Keys: []Key{k}}, nil
}
