package desk

import (
	"context"
	"runtime"
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
// time as there are cores.
type kitchen struct {
	registry *actors.Registry
	stoves   chan struct{}
}

func newKitchen(r *actors.Registry) *kitchen {
	return &kitchen{registry: r, stoves: make(chan struct{}, runtime.GOMAXPROCS(0))}
}

func (k *kitchen) enter(ctx context.Context) (leave func(), err error) {
	select {
	case k.stoves <- struct{}{}:
		return func() { <-k.stoves }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// cook turns a document into articles. Those that are new or changed get an
// empty brief of no rules: they are listed at once, and briefed behind.
func (k *kitchen) cook(ctx context.Context, d *Desk, f FeedState, resp pull.Response) (feeds.Feed, []archive.Briefed, error) {
	leave, err := k.enter(ctx)
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
	known, err := d.archive.Known(ctx, ids)
	if err != nil {
		return source, nil, err
	}
	out := make([]archive.Briefed, len(arts))
	for i, a := range arts {
		if ctx.Err() != nil {
			return source, nil, ctx.Err()
		}
		out[i] = archive.Briefed{Article: a}
		old, ok := known[a.ID]
		if !ok || string(old.Hash) != string(archive.Hash(a)) {
			out[i].Brief = &briefing.Brief{}
		}
	}
	return source, out, nil
}

// brief reads one article. Should the engine panic or take too long, the
// article is kept with an empty brief of the present rules, so that it is
// listed and found, and is tried again by a newer engine only.
func (k *kitchen) brief(a feeds.Article) briefing.Brief {
	empty := briefing.Brief{Rules: briefing.Rules}
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
