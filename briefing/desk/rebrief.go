package desk

import (
	"context"
	"math"
	"sync"

	"readout/briefing"
	"readout/briefing/archive"
)

// rebriefBatch is how many articles are briefed again in one transaction.
const rebriefBatch = 64

// rebriefPerRefresh is how many articles a refresh briefs again when the
// engine has changed: some seconds' work, so that a refresh stays one.
const rebriefPerRefresh = 2048

// Rebrief briefs again what was briefed under an older version of the engine,
// or not at all, newest first. It returns how many articles that were. It is
// meant to run in the background: other readers and writers are not held up.
// Every refresh does a part of it, so that it is done after some days in any case.
func (d *Desk) Rebrief(ctx context.Context) (int, error) { return d.rebrief(ctx, math.MaxInt) }

func (d *Desk) rebrief(ctx context.Context, limit int) (int, error) {
	if d.demo || d.archive.ReadOnly() {
		return 0, nil
	}
	ctx, done := d.begin(ctx)
	defer done()
	registry, err := d.registry()
	if err != nil {
		return 0, err
	}
	k := newKitchen(registry)
	for n := 0; ; {
		keys, err := d.archive.Outdated(ctx, rebriefBatch)
		if err != nil || len(keys) == 0 || n >= limit {
			return n, err
		}
		items, err := d.again(ctx, k, keys)
		if err != nil {
			return n, err
		}
		done, err := d.archive.Rebrief(ctx, items)
		if err != nil || done == 0 {
			return n, err
		}
		n += done
	}
}

// again composes the briefs of articles on all cores.
func (d *Desk) again(ctx context.Context, k *kitchen, keys []Key) (map[Key]archive.Briefed, error) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	items := map[Key]archive.Briefed{}
	defer wg.Wait()
	for _, key := range keys {
		it, err := d.archive.Item(ctx, key)
		if err != nil {
			return nil, err
		}
		leave, err := k.enter(ctx)
		if err != nil {
			return nil, err
		}
		wg.Go(func() {
			defer leave()
			b := k.brief(it.Article)
			b.Rules = max(b.Rules, briefing.Rules)
			mu.Lock()
			defer mu.Unlock()
			items[key] = archive.Briefed{Article: it.Article, Brief: &b}
		})
	}
	wg.Wait()
	return items, ctx.Err()
}
