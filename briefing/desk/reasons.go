package desk

import (
	"context"

	"readout/briefing/archive"
)

// Reason is why an article matters to this desk.
type Reason = archive.Reason

// Reasons says which watched actors and topics articles bear, in the order of
// the watchlist: the principal's comes first.
func (d *Desk) Reasons(ctx context.Context, keys []Key) (map[Key][]Reason, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	a, err := d.holder(ctx, keys[0])
	if err != nil {
		return nil, err
	}
	return a.Watched(ctx, keys, d.Config().Watch)
}
