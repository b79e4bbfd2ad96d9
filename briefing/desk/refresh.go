package desk

import (
	"context"
	"errors"

	"golang.org/x/sync/errgroup"
)

// RefreshOptions choose what to refresh.
type RefreshOptions struct {
	Feeds []string // names or URLs; nil = all
	Force bool     // also those that are not due
}

// Progress is one step of a refresh.
type Progress struct {
	Done, Total int      // feeds
	New         int      // articles so far
	Feed        string   // title of the feed just finished; ""
	Err         string   // its failure as a sentence; ""
	Waiting     []string // hosts still being waited for
}

// FeedResult is what a refresh did with one feed (the contract's JSON).
type FeedResult struct {
	URL     string  `json:"url"`
	Status  string  `json:"status"` // ok, not_modified, skipped, error, gone
	Error   *string `json:"error"`
	Items   int     `json:"items"`
	New     int     `json:"new_items"`
	Updated int     `json:"updated_items"`
	Next    string  `json:"next_fetch"` // RFC 3339
	// Cut is a sentence where the feed holds more than is kept of one document, else "".
	Cut string `json:"cut,omitempty"`
	// Warning is a sentence to say beside a success, else "": the feed leads
	// from https to http.
	Warning string `json:"warning,omitempty"`
}

// Report is what a refresh did.
type Report struct {
	Feeds   []FeedResult `json:"feeds"`
	New     int          `json:"new"`
	Updated int          `json:"updated"`
	Failed  int          `json:"failed"`
	// Offline is a sentence where every feed that was tried failed for want of
	// a network, else "". No failure is counted then.
	Offline string `json:"offline,omitempty"`
}

// atOnce is how many feeds are waited for at a time. It is high so that slow
// servers never hold up the others; pull paces the requests to one host.
const atOnce = 64

// Refresh pulls the feeds that are due. progress is called from one goroutine
// at a time. Failures of single feeds are in the report, not in the error.
// Articles are listed as soon as their feed is read; they are briefed behind
// that, newest first, on all cores, and Refresh ends when all of them are.
// While another refresh of this archive runs, in any process, it waits. When
// ctx ends, what was archived stays, and the next refresh goes on from there.
func (d *Desk) Refresh(ctx context.Context, o RefreshOptions, progress func(Progress)) (Report, error) {
	if d.demo {
		return Report{}, errors.New("the demo fetches nothing; start Readout without --demo to read the day's news")
	}
	ctx, done := d.begin(ctx)
	defer done()
	if progress == nil {
		progress = func(Progress) {}
	}
	release, err := d.archive.LockRefresh(ctx, func() {
		progress(Progress{Waiting: []string{"another refresh of this archive"}})
	})
	if err != nil {
		return Report{}, err
	}
	defer release()
	r, err := d.newRound(ctx, o, progress)
	if err != nil {
		return Report{}, err
	}
	if len(r.waiting) > 0 { // else it is over at once
		defer collectLess()()
	}
	finish := r.briefBehind(ctx)
	report := r.run(ctx)
	return report, d.endRound(ctx, r, report, finish)
}

// endRound ends a refresh that has pulled its feeds: it groups the new articles,
// waits for their briefs (finish), and briefs some of those that an older
// engine read.
func (d *Desk) endRound(ctx context.Context, r *round, report Report, finish func() error) error {
	if ctx.Err() == nil {
		r.await("the briefs")
	}
	var g errgroup.Group // grouping needs the texts alone, so it does not wait for the briefs
	if report.New+report.Updated > 0 {
		g.Go(guarded(func() error { return groupStories(ctx, d.archive) }))
	}
	err := errors.Join(finish(), g.Wait())
	if err == nil && ctx.Err() == nil {
		_, err = d.rebrief(ctx, r.kitchen, d.archive.Outdated, rebriefPerRefresh)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// begin joins a task to the desk: Close ends its context and waits for done. On
// a desk that is closed the context has ended already.
func (d *Desk) begin(ctx context.Context) (context.Context, func()) {
	d.open.Lock()
	defer d.open.Unlock()
	ctx, cancel := context.WithCancel(ctx)
	if d.ctx.Err() != nil {
		cancel()
		return ctx, func() {}
	}
	d.work.Add(1)
	stop := context.AfterFunc(d.ctx, cancel)
	return ctx, func() {
		stop()
		cancel()
		d.work.Done()
	}
}
