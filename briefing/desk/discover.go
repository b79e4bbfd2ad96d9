package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"readout/briefing/archive"
	"readout/feeds"
	"readout/feeds/clean"
	"readout/feeds/page"
	"readout/feeds/pull"
)

// ErrFeedList says that an address holds a feed list (OPML): ImportAddress takes it.
var ErrFeedList = errors.New("this is a feed list")

// Candidate is a feed that an address offers. PerWeek and Newest are zero where
// the feed was not looked into or could not be read.
type Candidate struct {
	feeds.Subscription
	PerWeek float64 // articles a week
	Newest  string  // its newest headline
}

// maxProbes bounds how many feeds of a page are looked into.
const maxProbes = 6

// Discover lists the feeds that a page offers; an address that is a feed itself
// offers itself. Where a page names none, the places where content systems keep
// theirs are tried, one after another, until one is a feed. A feed list is
// ErrFeedList. A password given with the address holds for its origin from then
// on, and is kept when a feed of that is added; the addresses that come back
// bear none.
func (d *Desk) Discover(ctx context.Context, typed string) ([]Candidate, error) {
	address, secrets, err := d.feedAddress(typed)
	if err != nil {
		return nil, err
	}
	resp, err := d.client().Get(ctx, pull.Request{URL: typed, MaxBytes: pull.PageLimit})
	if err != nil {
		return nil, err
	}
	d.secrets.learn(secrets)
	if isFeedList(resp.Body) {
		return nil, ErrFeedList
	}
	if c, ok := d.candidate(resp); ok {
		c.URL = address
		if resp.Permanent != "" {
			c.URL = resp.Permanent
		}
		return []Candidate{c}, nil
	}
	links := page.Feeds(resp.Body, resp.URL)
	if len(links) == 0 {
		return d.guessed(ctx, resp.URL), nil
	}
	var out []Candidate
	for i, l := range links {
		c := Candidate{Subscription: feeds.Subscription{URL: l.URL, Title: clean.Line(l.Title), Site: resp.URL}}
		if i < maxProbes && len(links) > 1 { // one alone needs no choice
			d.look(ctx, &c)
		}
		out = append(out, c)
	}
	return out, nil
}

// FeedAt finds the feed of an address: the feed itself, or the first one that
// a page offers; others are the addresses of the rest. A file is taken as it is.
func (d *Desk) FeedAt(ctx context.Context, address string) (s feeds.Subscription, others []string, err error) {
	if pull.IsFile(address) {
		return feeds.Subscription{URL: address}, nil, nil
	}
	all, err := d.Discover(ctx, address)
	if err != nil {
		return s, nil, err
	}
	if len(all) == 0 {
		bare, _ := splitUser(address)
		return s, nil, fmt.Errorf("%s offers no feed; look on the site for the address of one", bare)
	}
	for _, c := range all[1:] {
		others = append(others, c.URL)
	}
	return all[0].Subscription, others, nil
}

// look fills what a candidate's feed tells of itself, where it can be had.
func (d *Desk) look(ctx context.Context, c *Candidate) {
	resp, err := d.client().Get(ctx, pull.Request{URL: c.URL})
	if err != nil {
		return
	}
	if seen, ok := d.candidate(resp); ok {
		c.PerWeek, c.Newest = seen.PerWeek, seen.Newest
	}
}

// candidate reads an answer as a feed; false when it is none.
func (d *Desk) candidate(resp pull.Response) (Candidate, bool) {
	f, items, err := articles(FeedState{Subscription: feeds.Subscription{URL: resp.URL}}, resp, d.now())
	if err != nil {
		return Candidate{}, false
	}
	c := Candidate{Subscription: feeds.Subscription{URL: resp.URL, Title: clean.Line(f.Title), Site: f.Site}}
	dated := make([]archive.Briefed, len(items))
	newest := -1
	for i, a := range items {
		dated[i].Article = a
		if newest < 0 || a.Published.After(items[newest].Published) {
			newest = i
		}
	}
	c.PerWeek = perWeek(dated, d.now())
	if newest >= 0 {
		c.Newest = items[newest].Title
	}
	return c, true
}

// guessed is the feed at one of the usual places of a site; nil where there is none.
func (d *Desk) guessed(ctx context.Context, address string) []Candidate {
	for _, guess := range page.Guesses(address) {
		resp, err := d.client().Get(ctx, pull.Request{URL: guess})
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			continue
		}
		if c, ok := d.candidate(resp); ok {
			return []Candidate{c}
		}
	}
	return nil
}

// isFeedList reports whether a document is OPML.
func isFeedList(body []byte) bool {
	return bytes.Contains(bytes.ToLower(body[:min(len(body), 2048)]), []byte("<opml"))
}

// ImportAddress adds the subscriptions of a feed list on the web, as ImportFeeds does.
func (d *Desk) ImportAddress(ctx context.Context, address string) (added int, refused []string, err error) {
	address, _, err = d.feedAddress(address)
	if err != nil {
		return 0, nil, err
	}
	resp, err := d.client().Get(ctx, pull.Request{URL: address})
	if err != nil {
		return 0, nil, err
	}
	return d.ImportFeeds(ctx, resp.Body)
}
