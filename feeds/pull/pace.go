package pull

import (
	"context"
	"sync"
	"time"
)

// pacer lets a few requests at a time go to one host, their starts spaced
// (rule 13). A host is given as long a rest between two starts as it took for
// its last good answer, at most gap: one that answers at once is not kept
// waiting for, one in trouble gets the whole gap. Hosts do not wait for each
// other.
type pacer struct {
	mu    sync.Mutex
	hosts map[string]*host
	most  int
	gap   time.Duration
	now   func() time.Time
	sleep func(context.Context, time.Duration) error
}

type host struct {
	slots chan struct{}
	rest  time.Duration // between two starts
	last  time.Time     // the latest start that was given out
}

func newPacer(most int, gap time.Duration) *pacer {
	return &pacer{hosts: map[string]*host{}, most: most, gap: gap, now: time.Now, sleep: pause}
}

// enter waits for a turn at a host. leave must be called when the request is
// over, with whether it was answered well.
func (p *pacer) enter(ctx context.Context, name string) (leave func(well bool), err error) {
	h := p.host(name)
	select {
	case h.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	start, err := p.space(ctx, h)
	if err != nil {
		<-h.slots
		return nil, err
	}
	return func(well bool) {
		p.answered(h, start, well)
		<-h.slots
	}, nil
}

func (p *pacer) host(name string) *host {
	p.mu.Lock()
	defer p.mu.Unlock()
	h := p.hosts[name]
	if h == nil {
		h = &host{slots: make(chan struct{}, p.most), rest: p.gap}
		p.hosts[name] = h
	}
	return h
}

// space waits for the next start at a host, which it returns.
func (p *pacer) space(ctx context.Context, h *host) (start time.Time, err error) {
	start, wait := p.start(h)
	if wait > 0 {
		err = p.sleep(ctx, wait)
	}
	return start, err
}

// start gives out the next start at a host, and how long it is until then.
func (p *pacer) start(h *host) (start time.Time, wait time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.now()
	start = h.last.Add(h.rest)
	if h.last.IsZero() || start.Before(now) {
		start = now
	}
	h.last = start
	return start, start.Sub(now)
}

// answered sets a host's rest by how the request that began at start went.
func (p *pacer) answered(h *host, start time.Time, well bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	h.rest = p.gap
	if well {
		h.rest = cut(p.now().Sub(start), p.gap)
	}
}

func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
