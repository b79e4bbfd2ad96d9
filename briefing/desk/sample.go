package desk

import (
	"context"
	"fmt"
	"sync"

	"readout/briefing/archive"
	"readout/feeds/catalog"
)

// sampleKeys is what the keys of the sample edition begin above: they are
// never taken for articles of the archive, also when the first real articles
// arrive while the sample is on the screen.
const sampleKeys Key = 1 << 40

// sample is the built-in edition, briefed into an archive in memory when it is
// first needed.
type sample struct {
	mu      sync.Mutex
	archive *archive.Archive
}

func (s *sample) open(ctx context.Context, d *Desk) error {
	_, err := s.get(ctx, d)
	return err
}

func (s *sample) get(ctx context.Context, d *Desk) (*archive.Archive, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.archive != nil {
		return s.archive, nil
	}
	registry, err := d.registry()
	if err != nil {
		return nil, err
	}
	a, err := archive.OpenMemory(ctx, archive.Options{Now: catalog.SampleTime, FirstKey: sampleKeys})
	if err != nil {
		return nil, fmt.Errorf("opening the sample edition: %w", err)
	}
	kitchen := newKitchen(registry)
	var items []archive.Briefed
	for _, art := range catalog.Sample() {
		if art.FirstSeen.IsZero() {
			art.FirstSeen = art.Published
		}
		b := kitchen.brief(art)
		items = append(items, archive.Briefed{Article: art, Brief: &b})
	}
	_, err = a.Put(ctx, archive.FeedState{URL: "sample:"}, items)
	if err == nil {
		err = groupStories(ctx, a)
	}
	if err != nil {
		a.Close()
		return nil, err
	}
	s.archive = a
	return a, nil
}

func (s *sample) generation(ctx context.Context) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.archive == nil {
		return 0
	}
	g, _ := s.archive.Generation(ctx) // in memory it cannot fail
	return g
}

func (s *sample) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.archive == nil {
		return nil
	}
	return s.archive.Close()
}

// Sample reports whether the desk shows the built-in sample edition: in the
// demo, and as long as the archive holds no article.
func (d *Desk) Sample() bool {
	if d.demo {
		return true
	}
	empty, err := d.archive.Empty(context.Background())
	return err == nil && empty
}

// shown is the archive that lists are made from: the sample while there is nothing else.
func (d *Desk) shown(ctx context.Context) (*archive.Archive, error) {
	if d.Sample() {
		return d.sample.get(ctx, d)
	}
	return d.archive, nil
}

// holder is the archive that a key belongs to.
func (d *Desk) holder(ctx context.Context, k Key) (*archive.Archive, error) {
	if k > sampleKeys {
		return d.sample.get(ctx, d)
	}
	if d.archive == nil {
		return nil, archive.ErrNoArticle
	}
	return d.archive, nil
}

// InSample reports whether an article is of the sample edition.
func InSample(k Key) bool { return k > sampleKeys }
