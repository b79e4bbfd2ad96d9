package desk

import (
	"context"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"readout/briefing"
	"readout/briefing/archive"
	"readout/feeds"
)

// passBatch is how many articles are briefed in one transaction: half a second's
// work. Each one writes the lists of all names anew that its articles bear.
const passBatch = 512

// pass takes articles from the archive to their briefs and back, in batches:
// one is loaded and one is written while others are composed, so that no core
// waits for a batch to be whole.
type pass struct {
	desk    *Desk
	kitchen *kitchen
	find    func(context.Context, int) ([]Key, error)
	limit   int // articles that are taken

	mu       sync.Mutex
	underWay map[Key]bool // taken, and found again until they are written
	kept     int
}

// batch is what is written together, once all of it is cooked.
type batch struct {
	mu     sync.Mutex
	items  map[Key]archive.Briefed
	cooked sync.WaitGroup
}

// run ends when nothing is found any more that was not taken.
func (p *pass) run(ctx context.Context) error {
	loaded, composed := make(chan map[Key]feeds.Article), make(chan *batch)
	g, ctx := errgroup.WithContext(ctx)
	g.Go(guarded(func() error {
		defer close(loaded)
		return p.load(ctx, loaded)
	}))
	g.Go(guarded(func() error {
		defer close(composed)
		return p.compose(ctx, loaded, composed)
	}))
	g.Go(guarded(func() error { return p.write(ctx, composed) }))
	return g.Wait()
}

// load takes the newest articles to be briefed, batch by batch.
func (p *pass) load(ctx context.Context, to chan<- map[Key]feeds.Article) error {
	for taken := 0; taken < p.limit; {
		keys, err := p.take(ctx)
		if err != nil || len(keys) == 0 {
			return err
		}
		taken += len(keys)
		arts, err := p.desk.archive.Articles(ctx, keys)
		if err != nil {
			return err
		}
		select {
		case to <- arts:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// take finds the next batch. What is under way is found until it is written, so
// none of it may be written between the two steps.
func (p *pass) take(ctx context.Context) ([]Key, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	keys, err := p.find(ctx, passBatch+len(p.underWay))
	if err != nil {
		return nil, err
	}
	keys = slices.DeleteFunc(keys, func(k Key) bool { return p.underWay[k] })
	keys = keys[:min(len(keys), passBatch)]
	for _, k := range keys {
		p.underWay[k] = true
	}
	return keys, nil
}

// compose briefs articles on all cores. A batch goes on while its last ones are at work.
func (p *pass) compose(ctx context.Context, from <-chan map[Key]feeds.Article, to chan<- *batch) error {
	var all sync.WaitGroup
	defer all.Wait()
	for arts := range from {
		b := &batch{items: make(map[Key]archive.Briefed, len(arts))}
		for key, a := range arts {
			leave, err := p.kitchen.enter(ctx, false)
			if err != nil {
				return err
			}
			b.cooked.Add(1)
			all.Go(func() {
				defer b.cooked.Done()
				defer leave()
				b.add(key, a, p.kitchen.brief(a))
			})
		}
		select {
		case to <- b:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

func (b *batch) add(key Key, a feeds.Article, brief briefing.Brief) {
	brief.Rules = max(brief.Rules, briefing.Rules)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.items[key] = archive.Briefed{Article: a, Brief: &brief}
}

// write keeps the briefs of each batch in one transaction.
func (p *pass) write(ctx context.Context, from <-chan *batch) error {
	for b := range from {
		b.cooked.Wait()
		n, err := p.desk.archive.Rebrief(ctx, b.items)
		if err != nil {
			return err
		}
		p.written(b, n)
	}
	return nil
}

// written notes that n briefs of a batch were kept. Where some were not,
// because their articles changed meanwhile, this pass leaves them alone.
func (p *pass) written(b *batch, n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.kept += n
	if n < len(b.items) {
		return
	}
	for k := range b.items {
		delete(p.underWay, k)
	}
}
