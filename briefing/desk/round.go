package desk

import (
	"context"
	"errors"
	"maps"
	"net/url"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"readout/briefing/archive"
)

// round is one refresh under way.
type round struct {
	*Desk
	kitchen *kitchen
	list    []FeedState
	states  map[string]archive.FeedState
	force   bool
	began   time.Time
	arrived chan struct{} // said when there is something to brief

	mu       sync.Mutex
	progress func(Progress)
	step     Progress
	waiting  map[string]int // feeds that are not done, by host
	unheard  []unheard      // feeds that may have failed for want of a network
	answered bool           // some server was reached
}

func (d *Desk) newRound(ctx context.Context, o RefreshOptions, progress func(Progress)) (*round, error) {
	all, states, err := d.feeds(ctx)
	if err != nil {
		return nil, err
	}
	list, err := choose(all, o.Feeds)
	if err != nil {
		return nil, err
	}
	registry, err := d.registry()
	if err != nil {
		return nil, err
	}
	r := &round{Desk: d, kitchen: newKitchen(registry), list: list, states: states, force: o.Force, began: d.now(),
		arrived: make(chan struct{}, 1), progress: progress, waiting: map[string]int{}}
	r.step.Total = len(list)
	for _, f := range list {
		if r.due(f) {
			r.waiting[hostOf(f.URL)]++
		}
	}
	return r, nil
}

// clockSlack is how far ahead of now a last try may lie: clocks are set right
// by minutes all the time.
const clockSlack = time.Hour

// due reports whether a feed is to be pulled in this round. A feed that was
// last tried in the future was tried under a wrong clock: what it says of the
// next time is not waited for, which could be years.
func (r *round) due(f FeedState) bool {
	return r.force || !f.Gone && (!r.began.Before(f.Next) || f.LastTry.After(r.began.Add(clockSlack)))
}

func (r *round) run(ctx context.Context) Report {
	report := Report{Feeds: make([]FeedResult, len(r.list))}
	var g errgroup.Group
	g.SetLimit(atOnce)
	for i, f := range r.list {
		g.Go(func() error {
			err := guarded(func() error {
				report.Feeds[i] = r.feed(ctx, f)
				return nil
			})()
			if err != nil {
				sentence := err.Error()
				report.Feeds[i] = FeedResult{URL: f.URL, Status: "error", Error: &sentence, Next: r.now().UTC().Format(time.RFC3339)}
			}
			return nil
		})
	}
	_ = g.Wait() // each feed's failure is in its result
	report.Offline = r.settle(ctx, report.Feeds)
	for _, f := range report.Feeds {
		report.New += f.New
		report.Updated += f.Updated
		if f.Status == "error" || f.Status == "gone" {
			report.Failed++
		}
	}
	return report
}

// feed refreshes one feed. Whatever goes wrong in it becomes its own failure.
func (r *round) feed(ctx context.Context, f FeedState) (res FeedResult) {
	state := r.states[f.URL]
	state.URL = f.URL
	res = FeedResult{URL: f.URL, Status: "skipped", Items: state.Articles}
	switch {
	case !r.due(f):
		if state.Failure != "" {
			res.Error = &state.Failure
		}
		r.finish(f, nil, 0)
	case ctx.Err() == nil:
		err := guarded(func() error { return r.fetch(ctx, f, &state, &res) })()
		if errors.Is(err, errInside) {
			sentence := err.Error()
			res.Status, res.Error = "error", &sentence
		}
		if ctx.Err() == nil { // else nobody waits for it any more
			r.finish(f, err, res.New)
		}
	}
	next := state.Next
	if next.IsZero() {
		next = r.now()
	}
	res.Next = next.UTC().Format(time.RFC3339)
	return res
}

// put archives what a feed gave; until then its document counts as waiting.
func (r *round) put(ctx context.Context, state archive.FeedState, items []archive.Briefed) (archive.Counts, error) {
	defer r.kitchen.archiving()()
	return r.archive.Put(ctx, state, items)
}

// fetch pulls one feed, archives what it gave, and records how it went.
func (r *round) fetch(ctx context.Context, f FeedState, state *archive.FeedState, res *FeedResult) (err error) {
	before := *state
	items, err := r.pull(ctx, f, state, res)
	if ctx.Err() != nil { // stopped by the user: no failure of the feed
		return ctx.Err()
	}
	res.Status = statusOf(*state, items, err)
	if err != nil {
		sentence := err.Error()
		res.Error, state.Failure = &sentence, sentence
	}
	if r.wait(err, before, *state) {
		return err
	}
	counts, putErr := r.put(ctx, *state, items)
	if putErr != nil {
		if ctx.Err() != nil {
			res.Status, res.Error = "skipped", nil
			return ctx.Err()
		}
		sentence := putErr.Error()
		res.Status, res.Error = "error", &sentence
		return putErr
	}
	res.Items, res.New, res.Updated = counts.Items, counts.New, counts.Updated
	if counts.New+counts.Updated > 0 {
		select {
		case r.arrived <- struct{}{}:
		default:
		}
	}
	return err
}

// statusOf is the report's word for how a feed's pull went.
func statusOf(f archive.FeedState, items []archive.Briefed, err error) string {
	switch {
	case f.Gone:
		return "gone"
	case err != nil:
		return "error"
	case items == nil:
		return "not_modified"
	}
	return "ok"
}

// await says what is still waited for when all feeds are done.
func (r *round) await(what string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.step.Feed, r.step.Err, r.step.Waiting = "", "", []string{what}
	r.progress(r.step)
}

// finish reports a feed as done.
func (r *round) finish(f FeedState, err error, added int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.step.Done++
	r.step.New += added
	r.step.Feed, r.step.Err = f.Name, ""
	if err != nil {
		r.step.Err = err.Error()
	}
	if host := hostOf(f.URL); r.due(f) {
		if r.waiting[host]--; r.waiting[host] == 0 {
			delete(r.waiting, host)
		}
	}
	r.step.Waiting = slices.Sorted(maps.Keys(r.waiting))
	r.progress(r.step)
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return "files"
	}
	return u.Host
}
