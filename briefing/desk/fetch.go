package desk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"readout/briefing/archive"
	"readout/feeds"
	"readout/feeds/clean"
	"readout/feeds/parse"
	"readout/feeds/pull"
)

// pull makes the exchange for one feed and reads what it gave; its articles are
// briefed later. It brings state up to date (validators, the time of the next
// fetch, failures) and notes in res what is to be said of the document. nil
// items and no error mean "not modified".
func (r *round) pull(ctx context.Context, f FeedState, state *archive.FeedState, res *FeedResult) (items []archive.Briefed, err error) {
	now := r.now()
	request := pull.Request{URL: f.URL, Validators: state.Validators}
	if state.Address != "" {
		request.URL = state.Address
	}
	if state.Failure != "" && state.Articles == 0 {
		request.Validators = pull.Validators{} // "not modified" would be of no use
	}
	resp, err := r.client().Get(ctx, request)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	rhythm := pull.Rhythm{URL: f.URL, PerWeek: state.PerWeek}
	var source feeds.Feed
	if err == nil && !resp.NotModified {
		source, items, err = r.kitchen.cook(ctx, r.Desk, f, resp)
	}
	state.LastTry = now
	if err != nil {
		failed(state, rhythm, err, now)
		return nil, err
	}
	if !resp.NotModified {
		state.Title, state.Site, state.Lang = source.Title, source.Site, source.Lang
		state.Asks = archive.Asks{TTL: source.TTL, SkipHours: source.SkipHours, SkipDays: source.SkipDays}
		rhythm.PerWeek = perWeek(items, now)
		if items == nil {
			items = []archive.Briefed{}
		}
	}
	answered(state, rhythm, resp, now)
	if source.Partial { // "not modified" would keep the rest away for good
		state.Validators = pull.Validators{}
	}
	res.Cut, res.Warning = source.Cut, resp.Warning
	return items, nil
}

// failed notes that a feed could not be pulled or read, and when it is tried again.
func failed(state *archive.FeedState, rhythm pull.Rhythm, err error, now time.Time) {
	var status *pull.StatusError
	if errors.As(err, &status) {
		rhythm.Wait = status.Wait
		state.Gone = status.Gone() && state.Address == ""
	}
	state.Address = "" // what it moved to may be no more: the next time its own address says
	state.Failures++
	// Only the failures count now: a short interval leaves it to them.
	rhythm.Failures, rhythm.Interval = state.Failures, pull.Floor
	state.Next = pull.Next(now, rhythm)
}

// answered notes that a feed was pulled, and when it is due again.
func answered(state *archive.FeedState, rhythm pull.Rhythm, resp pull.Response, now time.Time) {
	state.LastSuccess, state.Failure, state.Failures, state.Gone = now, "", 0, false
	held := state.Validators
	if state.Validators = resp.Validators; resp.NotModified { // it need not name them all (RFC 9110 15.4.5)
		state.Validators = pull.Validators{ETag: cmp.Or(resp.Validators.ETag, held.ETag), LastModified: cmp.Or(resp.Validators.LastModified, held.LastModified)}
	}
	if resp.Permanent != "" { // moved for good, and what is there was a feed
		state.Address = resp.Permanent
	}
	rhythm.Wait, rhythm.Conditional = resp.Wait, state.Validators != (pull.Validators{})
	rhythm.TTL, rhythm.SkipHours, rhythm.SkipDays = state.Asks.TTL, state.Asks.SkipHours, state.Asks.SkipDays
	state.Next = pull.Next(now, rhythm)
}

// perWeek is how many entries a week a document shows for the last four weeks,
// or for as long as it reaches back: many hold the entries of one day only.
func perWeek(items []archive.Briefed, now time.Time) float64 {
	n, span, reaches := 0, 24*time.Hour, false
	for _, b := range items {
		p := b.Article.Date()
		switch age := now.Sub(p); {
		case p.IsZero():
		case age > month:
			reaches = true
		default:
			n++
			span = max(span, age)
		}
	}
	if reaches {
		span = month
	}
	return float64(n) / (float64(span) / float64(pull.Weekly))
}

const month = 28 * 24 * time.Hour

// articles parses a document and cleans its entries. A panic of the parser is
// an error of this feed.
func articles(f FeedState, resp pull.Response, seen time.Time) (source feeds.Feed, out []feeds.Article, err error) {
	defer func() {
		if recover() != nil {
			err = fmt.Errorf("the feed could not be read: %w", feeds.ErrNotFeed)
		}
	}()
	base := resp.URL
	if pull.IsFile(base) {
		base = "" // where a file lies is not where its articles are
	}
	source, entries, err := parse.Feed(resp.Body, base, resp.ContentType)
	if err != nil {
		return source, nil, err
	}
	// An article's identity is within its feed as it is subscribed to: a
	// redirect that changes must not make all articles new.
	source.URL = f.URL
	for _, e := range entries {
		if a, ok := article(source, e, seen); ok {
			if f.Title != "" {
				a.Source = clean.Line(f.Title)
			}
			if a.Source == "" {
				a.Source = clean.Line(f.Name)
			}
			out = append(out, a)
		}
	}
	return source, out, nil
}

// article cleans one entry; one that breaks the cleaner is left out.
func article(f feeds.Feed, e feeds.Entry, seen time.Time) (a feeds.Article, ok bool) {
	defer func() { ok = recover() == nil }()
	return clean.Article(f, e, seen), true
}
