package desk

import (
	"bytes"
	"context"
	"runtime"
	"sync"
	"time"

	"readout/briefing"
	"readout/briefing/actors"
	"readout/briefing/archive"
	"readout/feeds"
	"readout/feeds/pull"
)

// perArticle is how long an article may take to be read. The engine needs
// about a millisecond; what takes longer than this is kept without a brief.
const perArticle = 5 * time.Second

// kitchen is where documents are parsed and articles briefed: as many at a
// time as there are cores. Documents go before articles until they are
// archived, so that headlines are listed first.
type kitchen struct {
	registry *actors.Registry

	mu        sync.Mutex
	changed   *sync.Cond
	stoves    int // that are free
	documents int // that wait for one, or to be archived
}

func newKitchen(r *actors.Registry) *kitchen {
	k := &kitchen{registry: r, stoves: runtime.GOMAXPROCS(0)}
	k.changed = sync.NewCond(&k.mu)
	return k
}

// archiving keeps articles waiting until a document is archived and done called.
func (k *kitchen) archiving() (done func()) {
	k.change(0, 1)
	return func() { k.change(0, -1) }
}

// enter waits for a free stove, an article also until no document waits.
func (k *kitchen) enter(ctx context.Context, document bool) (leave func(), err error) {
	defer context.AfterFunc(ctx, func() { k.change(0, 0) })()
	k.mu.Lock()
	defer k.mu.Unlock()
	if document {
		k.documents++
		defer func() { k.documents-- }()
	}
	for k.stoves == 0 || !document && k.documents > 0 {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		k.changed.Wait()
	}
	k.stoves--
	return func() { k.change(1, 0) }, nil
}

func (k *kitchen) change(stoves, documents int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.stoves += stoves
	k.documents += documents
	k.changed.Broadcast()
}

// cook turns a document into articles. Those that are new or changed get an
// empty brief of no rules: they are listed at once, and briefed behind.
func (k *kitchen) cook(ctx context.Context, d *Desk, f FeedState, resp pull.Response) (feeds.Feed, []archive.Briefed, error) {
	leave, err := k.enter(ctx, true)
	if err != nil {
		return feeds.Feed{}, nil, err
	}
	defer leave()
	source, arts, err := articles(f, resp, d.now().UTC())
	if err != nil {
		return source, nil, err
	}
	ids := make([]string, len(arts))
	for i, a := range arts {
		ids[i] = a.ID
	}
	kept, err := d.archive.Hashes(ctx, ids)
	if err != nil {
		return source, nil, err
	}
	out := make([]archive.Briefed, len(arts))
	for i, a := range arts {
		if ctx.Err() != nil {
			return source, nil, ctx.Err()
		}
		out[i] = archive.Briefed{Article: a}
		if !bytes.Equal(kept[a.ID], archive.Hash(a)) {
			out[i].Brief = &briefing.Brief{}
		}
	}
	return source, out, nil
}

// brief reads one article. Should the engine panic or take too long, the
// article is kept with an empty brief of the present rules, so that it is
// listed and found, and is tried again by a newer engine only.
func (k *kitchen) brief(a feeds.Article) briefing.Brief {
	empty := briefing.Brief{Rules: briefing.Rules, Unread: len(a.Text)}
	done := make(chan briefing.Brief, 1)
	go func() {
		defer func() {
			if recover() != nil {
				done <- empty
			}
		}()
		done <- briefing.Compose(a, k.registry)
	}()
	late := time.NewTimer(perArticle)
	defer late.Stop()
	select {
	case b := <-done:
		return b
	case <-late.C:
		return empty
	}
}
