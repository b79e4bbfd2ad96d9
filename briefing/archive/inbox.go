package archive

import (
	"context"
	"sync"
)

// inbox is where feeds wait to be archived. Whoever's turn it is archives all
// that wait in one transaction: many small ones would cost more than the work.
type inbox struct {
	mu      sync.Mutex
	waiting []*parcel
	turn    sync.Mutex
}

// parcel is what one feed gave.
type parcel struct {
	feed   FeedState
	items  []Briefed
	counts Counts
	done   bool // written under inbox.turn
}

// maxParcels bounds how many feeds share a transaction, and so how long the
// first of them waits to be listed.
const maxParcels = 16

func (in *inbox) put(ctx context.Context, a *Archive, x *parcel) (Counts, error) {
	in.mu.Lock()
	in.waiting = append(in.waiting, x)
	in.mu.Unlock()
	in.turn.Lock()
	defer in.turn.Unlock()
	if x.done {
		return x.counts, nil
	}
	list := in.take(x)
	if len(list) > 1 && a.putAll(ctx, list) == nil {
		for _, other := range list {
			other.done = true
		}
		return x.counts, nil
	}
	// Alone, so that a feed's failure is its own; the others try when it is their turn.
	if err := a.putAll(ctx, []*parcel{x}); err != nil {
		return Counts{}, err
	}
	return x.counts, nil
}

// take empties the inbox of x and what else may share its transaction. What is
// taken and fails is put by its own caller.
func (in *inbox) take(x *parcel) []*parcel {
	in.mu.Lock()
	defer in.mu.Unlock()
	list := []*parcel{x}
	var left []*parcel
	for _, other := range in.waiting {
		switch {
		case other == x:
		case len(list) < maxParcels:
			list = append(list, other)
		default:
			left = append(left, other)
		}
	}
	in.waiting = left
	return list
}
