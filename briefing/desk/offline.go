package desk

import (
	"context"
	"fmt"
	"slices"
	"time"

	"readout/briefing/archive"
	"readout/feeds/pull"
)

// unheard is a feed whose failure is kept back until the end of the pass: it
// is the feed's own only if another server was reached.
type unheard struct {
	before, after archive.FeedState
	sure          bool // it is the network, not a name that does not exist
}

// wait notes how an exchange went. It reports whether the feed's state is left
// to settle.
func (r *round) wait(err error, before, after archive.FeedState) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	lack, sure := pull.NoNetwork(err)
	if lack {
		r.unheard = append(r.unheard, unheard{before, after, sure})
		return true
	}
	if pull.Reached(err) && !pull.IsFile(after.URL) {
		r.answered = true
	}
	return false
}

// settle decides at the end of a pass whether there was no network: then no
// failure counts, all are due again within minutes, and one sentence says so.
// A single name that does not exist is no proof; two hosts are.
func (r *round) settle(ctx context.Context, results []FeedResult) string {
	if ctx.Err() != nil {
		return "" // stopped by the user: no failure of any feed
	}
	offline := !r.answered && r.noNetwork()
	for _, u := range r.unheard {
		state := u.after
		if offline {
			state = u.before
			state.LastTry, state.Next = u.after.LastTry, r.now().Add(pull.Offline)
			i := slices.IndexFunc(r.list, func(f FeedState) bool { return f.URL == state.URL })
			results[i].Next = state.Next.UTC().Format(time.RFC3339)
		}
		if _, err := r.archive.Put(ctx, state, nil); err != nil {
			break // ctx has ended, or the archive is the trouble of the next pass too
		}
	}
	if !offline {
		return ""
	}
	return fmt.Sprintf("no network: no feed's server can be reached; the feeds are tried again in %d minutes", int(pull.Offline.Minutes()))
}

func (r *round) noNetwork() bool {
	hosts := map[string]bool{}
	sure := false
	for _, u := range r.unheard {
		hosts[hostOf(u.after.URL)] = true
		sure = sure || u.sure
	}
	return sure || len(hosts) > 1
}
