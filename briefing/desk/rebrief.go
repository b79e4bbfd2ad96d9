package desk

import (
	"context"
	"math"
)

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

// rebrief briefs what find finds, and ends soon after limit articles. What
// comes or changes meanwhile is found by the next pass.
func (d *Desk) rebrief(ctx context.Context, k *kitchen, find func(context.Context, int) ([]Key, error), limit int) (n int, err error) {
	for n < limit {
		p := &pass{desk: d, kitchen: k, find: find, limit: limit - n, underWay: map[Key]bool{}}
		err := p.run(ctx)
		if n += p.kept; err != nil || p.kept == 0 {
			return n, err
		}
	}
	return n, nil
}

// briefBehind briefs what a round brings while the round goes on: a document
// that has come is never kept waiting for more than one article. finish waits
// until all that was brought is briefed.
func (r *round) briefBehind(ctx context.Context) (finish func() error) {
	pulled, ended := make(chan struct{}), make(chan error, 1)
	brief := guarded(func() error {
		_, err := r.rebrief(ctx, r.kitchen, r.archive.Unbriefed, math.MaxInt)
		return err
	})
	go func() {
		for {
			select {
			case <-r.arrived:
				if err := brief(); err != nil {
					ended <- err
					return
				}
			case <-pulled:
				ended <- brief()
				return
			}
		}
	}()
	return func() error {
		close(pulled)
		return <-ended
	}
}
