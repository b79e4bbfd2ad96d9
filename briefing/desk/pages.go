package desk

import (
	"context"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"readout/briefing/archive"
	"readout/feeds"
	"readout/feeds/pull"
)

// Bounds of fetching whole articles: pages are many times as large as feeds,
// and nobody asked for them by name.
const (
	pagesAPass  = 20
	pagesAFeed  = 4 // of a feed that is on auto
	pagesAtOnce = 4 // servers; pull paces the requests to one
	pagesFor    = time.Minute
	pageAge     = 48 * time.Hour // older teasers are fetched on demand only
	pagesInVain = 6              // so many pages without an article, and auto gives a feed up
)

// FullTextAttr is the attribute of a feed in feeds.opml that says whether whole
// articles are fetched for its teasers: on, off or auto.
const FullTextAttr = "fullText"

// FetchPages fetches the pages of the newest unread teasers, each once, and
// reads their text instead. It comes behind a refresh and never holds one up.
// auto includes the feeds that are on auto, a few pages each; else only those
// that are on. It returns the articles that have their whole text now. What a
// page does not give (a paywall, a consent page) is kept with its article. While
// another pass runs, in any process, it does nothing.
func (d *Desk) FetchPages(ctx context.Context, auto bool) ([]Key, error) {
	if d.demo {
		return nil, nil
	}
	ctx, done := d.begin(ctx)
	defer done()
	release, free, err := d.archive.LockPages()
	if err != nil || !free {
		return nil, err
	}
	defer release()
	ctx, cancel := context.WithTimeout(ctx, pagesFor)
	defer cancel()
	list, err := d.pageList(ctx, auto)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	var mu sync.Mutex
	var whole []Key
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(pagesAtOnce)
	for _, t := range list {
		g.Go(func() error {
			var c Change
			err := guarded(func() (err error) {
				it, err := d.archive.Item(ctx, t.Key)
				if err == nil && it.PageAsked.IsZero() { // else somebody else has asked meanwhile
					c, err = d.askPage(ctx, it)
				}
				return err
			})()
			mu.Lock()
			defer mu.Unlock()
			whole = append(whole, c.Keys...)
			if lack, _ := pull.NoNetwork(err); lack {
				return err // nothing is to be had for the others either
			}
			return nil
		})
	}
	_ = g.Wait() // a page's failure is kept with its article
	return whole, nil
}

// pageList chooses the pages of a pass, the newest articles first.
func (d *Desk) pageList(ctx context.Context, auto bool) ([]archive.Teaser, error) {
	modes, any, err := d.pageModes(auto)
	if err != nil || !any {
		return nil, err
	}
	all, err := d.archive.Teasers(ctx, d.now().Add(-pageAge), 50*pagesAPass)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	vain, err := d.archive.PagesInVain(ctx, pagesInVain)
	if err != nil {
		return nil, err
	}
	var list []archive.Teaser
	taken := map[string]int{}
	for _, t := range all {
		mode := modes[t.Feed]
		if mode == "on" || mode == "auto" && !vain[t.Feed] && taken[t.Feed] < pagesAFeed {
			taken[t.Feed]++
			if list = append(list, t); len(list) == pagesAPass {
				break
			}
		}
	}
	return list, nil
}

// pageModes are the feeds for whose teasers pages are fetched now.
func (d *Desk) pageModes(auto bool) (modes map[string]string, any bool, err error) {
	subs, err := d.subscriptions()
	if err != nil {
		return nil, false, err
	}
	modes = map[string]string{}
	for _, s := range subs {
		if m := d.pageMode(s); m == "on" || m == "auto" && auto {
			modes[s.URL], any = m, true
		}
	}
	return modes, any, nil
}

// pageMode is on, off or auto: the feed's own, else the configured one.
func (d *Desk) pageMode(s feeds.Subscription) string {
	for _, m := range []string{strings.ToLower(s.Attrs[FullTextAttr]), d.Config().FullText} {
		if m == "on" || m == "off" || m == "auto" {
			return m
		}
	}
	return "auto"
}
