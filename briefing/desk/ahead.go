package desk

import (
	"context"
	"iter"
	"sync"
)

// draft is an article with its note, or why there is none.
type draft struct {
	item Item
	note []byte
	err  error
}

// drafts composes the notes of articles, in the order of the keys, one ahead of
// the one that is taken: who takes it waits for the disk. It ends early when
// ctx does.
func (d *Desk) drafts(ctx context.Context, keys []Key) iter.Seq[draft] {
	return func(yield func(draft) bool) {
		var work sync.WaitGroup
		defer work.Wait()
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		ahead := make(chan draft)
		work.Go(func() {
			defer close(ahead)
			for _, k := range keys {
				select {
				case ahead <- d.draft(ctx, k):
				case <-ctx.Done():
					return
				}
			}
		})
		for x := range ahead {
			if !yield(x) {
				return
			}
		}
	}
}

func (d *Desk) draft(ctx context.Context, k Key) (x draft) {
	x.err = guarded(func() (err error) {
		if x.item, err = d.Item(ctx, k); err == nil {
			x.note, err = d.markdown(ctx, x.item)
		}
		return err
	})()
	return x
}
