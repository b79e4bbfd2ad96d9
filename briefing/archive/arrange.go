package archive

import (
	"context"
	"fmt"
)

// Order is an order of articles other than the newest first.
type Order string

// The orders; among equals the newest comes first, those of one moment as in their document.
const (
	BySource    Order = "source" // by the outlet's name
	UnreadFirst Order = "unread"
)

var orders = map[Order]string{
	BySource:    "s.fold, " + byTime,
	UnreadFirst: "a.unread DESC, " + byTime,
}

// Unread returns those of the articles that are unread, in their order.
func (a *Archive) Unread(ctx context.Context, keys []Key) ([]Key, error) {
	out, err := a.keys(ctx, "SELECT a.id AS n FROM json_each(?) k JOIN articles a ON a.id = k.value WHERE a.unread = 1 ORDER BY k.key", jsonArg(keys))
	return out, sentence(err, "counting unread articles")
}

// Arrange puts articles into an order; keys that are gone are left out.
func (a *Archive) Arrange(ctx context.Context, keys []Key, by Order) ([]Key, error) {
	order, ok := orders[by]
	if !ok {
		return nil, fmt.Errorf("there is no order %q", by)
	}
	out, err := a.keys(ctx, "SELECT a.id AS n FROM json_each(?) k JOIN articles a ON a.id = k.value JOIN names s ON s.id = a.source ORDER BY "+order, jsonArg(keys))
	return out, sentence(err, "sorting articles")
}
