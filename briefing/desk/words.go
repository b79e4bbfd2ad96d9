package desk

import (
	"context"

	"readout/briefing/query"
)

// Words says in English what a query asks, with the registry's names for its ids.
func (d *Desk) Words(q query.Query) string {
	r, err := d.registry()
	if err != nil {
		return q.Words()
	}
	return q.WordsWith(func(f query.Field, value string) string {
		switch f {
		case query.Actor, query.Speaker, query.Signatory:
			if e, ok := r.Lookup(value); ok {
				return e.Name
			}
		case query.Topic:
			if a, err := d.shown(context.Background()); err == nil {
				return a.Name(context.Background(), "topic", value)
			}
		}
		return ""
	})
}
