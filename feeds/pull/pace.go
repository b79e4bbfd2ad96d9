package pull

import (
	"context"
	"sync"
	"time"
)

// pacer lets a few requests at a time go to one host, their starts spaced
// (rule 13). Hosts do not wait for each other.
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
	next  time.Time // earliest start of the next request
}

func newPacer(most int, gap time.Duration) *pacer {
	return &pacer{hosts: map[string]*host{}, most: most, gap: gap, now: time.Now, sleep: pause}
}

// enter waits for a turn at a host; leave must be called when the request is over.
func (p *pacer) enter(ctx context.Context, name string) (leave func(), err error) {
	p.mu.Lock()
	h := p.hosts[name]
	if h == nil {
		h = &host{slots: make(chan struct{}, p.most)}
		p.hosts[name] = h
	}
	p.mu.Unlock()
	select {
	case h.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	p.mu.Lock()
	now := p.now()
	start := h.next
	if start.Before(now) {
		start = now
	}
	h.next = start.Add(p.gap)
	p.mu.Unlock()
	leave = func() { <-h.slots }
	if d := start.Sub(now); d > 0 {
		if err := p.sleep(ctx, d); err != nil {
			leave()
			return nil, err
		}
	}
	return leave, nil
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
