package desk

import (
	"context"
	"math"
	"slices"
	"sync"

	"readout/briefing"
	"readout/briefing/archive"
)

// rebriefBatch is how many articles are briefed again in one transaction.
const rebriefBatch = 128

// rebriefPerRefresh is how many articles a refresh briefs again when the
// engine has changed: some seconds' work, so that a refresh stays one.
const rebriefPerRefresh = 2048

// Rebrief briefs again what was briefed under an older version of the engine,
// or not at all, newest first. It returns how many articles that were. It is
// meant to run in the background: other readers and writers are not held up.
// Every refresh does a part of it, so that it is done after some days in any case.
// What is done when ctx ends stays, and the next call goes on from there.
func (d *Desk) Rebrief(ctx context.Context) (int, error) {
	if d.demo || d.archive.ReadOnly() {
		return 0, nil
	}
	ctx, done := d.begin(ctx)
	defer done()
	registry, err := d.registry()
	if err != nil {
		return 0, err
	}
	return d.rebrief(ctx, newKitchen(registry), d.archive.Outdated, math.MaxInt)
}

// rebrief briefs what find finds, and ends soon after limit articles. While one
// batch is written the next one is composed.
func (d *Desk) rebrief(ctx context.Context, k *kitchen, find func(context.Context, int) ([]Key, error), limit int) (n int, err error) {
	w := &keeping{d: d}
	defer func() {
		kept, late := w.wait()
		if n += kept; err == nil {
			err = late
		}
	}()
	for {
		keys, err := find(ctx, rebriefBatch+len(w.items))
		if err != nil {
			return n, err
		}
		keys = slices.DeleteFunc(keys, func(key Key) bool { _, underWay := w.items[key]; return underWay })
		var items map[Key]archive.Briefed
		if len(keys) > 0 && n+len(w.items) < limit {
			if items, err = d.again(ctx, k, keys[:min(len(keys), rebriefBatch)]); err != nil {
				return n, err
			}
		} else if len(w.items) == 0 {
			return n, nil
		}
		kept, err := w.wait()
		n += kept
		if err != nil || kept == 0 && items == nil {
			return n, err
		}
		w.start(ctx, items)
	}
}

// keeping is a batch of briefs that is being written; the zero items are none.
type keeping struct {
	d     *Desk
	items map[Key]archive.Briefed
	n     int
	err   error
	done  sync.WaitGroup
}

func (w *keeping) start(ctx context.Context, items map[Key]archive.Briefed) {
	if w.items = items; len(items) == 0 {
		return
	}
	w.done.Go(func() { w.n, w.err = w.d.archive.Rebrief(ctx, items) })
}

// wait returns how many briefs the last batch kept; a second call returns none.
func (w *keeping) wait() (n int, err error) {
	w.done.Wait()
	n, err = w.n, w.err
	w.items, w.n, w.err = nil, 0, nil
	return n, err
}

// briefBehind briefs what a round brings while the round goes on: a document
// that has come is never kept waiting for more than one article. finish waits
// until all that was brought is briefed.
func (r *round) briefBehind(ctx context.Context) (finish func() error) {
	pulled, ended := make(chan struct{}), make(chan error, 1)
	go func() {
		for {
			select {
			case <-r.arrived:
				if _, err := r.rebrief(ctx, r.kitchen, r.archive.Unbriefed, math.MaxInt); err != nil {
					ended <- err
					return
				}
			case <-pulled:
				_, err := r.rebrief(ctx, r.kitchen, r.archive.Unbriefed, math.MaxInt)
				ended <- err
				return
			}
		}
	}()
	return func() error {
		close(pulled)
		return <-ended
	}
}

// again composes the briefs of articles on all cores.
func (d *Desk) again(ctx context.Context, k *kitchen, keys []Key) (map[Key]archive.Briefed, error) {
	arts, err := d.archive.Articles(ctx, keys)
	if err != nil {
		return nil, err
	}
	var mu sync.Mutex
	var wg sync.WaitGroup
	items := make(map[Key]archive.Briefed, len(arts))
	defer wg.Wait()
	for key, a := range arts {
		leave, err := k.enter(ctx, false)
		if err != nil {
			return nil, err
		}
		wg.Go(func() {
			defer leave()
			b := k.brief(a)
			b.Rules = max(b.Rules, briefing.Rules)
			mu.Lock()
			defer mu.Unlock()
			items[key] = archive.Briefed{Article: a, Brief: &b}
		})
	}
	wg.Wait()
	return items, ctx.Err()
}
