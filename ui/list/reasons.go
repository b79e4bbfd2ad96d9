package list

import (
	"context"
	"strings"

	"readout/briefing/desk"
)

// mostReasons is how many watched names a row tells of.
const mostReasons = 2

// reasons says in words why rows are there: which watched names they or, by
// row, the other articles of their stories bear. It is for commands.
func reasons(d *desk.Desk, rows []desk.Key, under map[desk.Key][]desk.Key) (map[desk.Key]string, error) {
	all := append([]desk.Key(nil), rows...)
	for _, k := range rows {
		all = append(all, under[k]...)
	}
	found, err := d.Reasons(context.Background(), all)
	if err != nil {
		return nil, err
	}
	first := principal(d)
	out := map[desk.Key]string{}
	for _, k := range rows {
		if s := reason(found[k], first); s != "" {
			out[k] = s
			continue
		}
		for _, other := range under[k] {
			if s := reason(found[other], first); s != "" {
				out[k] = "the story " + s
				break
			}
		}
	}
	return out, nil
}

// principal is the first value of the watchlist; "" without one.
func principal(d *desk.Desk) string {
	if watch := d.Config().Watch; len(watch) > 0 {
		return watch[0]
	}
	return ""
}

// reason says in words which watched names an article bears, "" for none.
func reason(rs []desk.Reason, principal string) string {
	var names, topics []string
	for _, r := range rs {
		switch {
		case len(names)+len(topics) == mostReasons:
		case r.Value == principal && r.Field == "actor":
			names = append(names, "your principal")
		case r.Field == "actor":
			names = append(names, r.Name)
		default:
			topics = append(topics, r.Name)
		}
	}
	var parts []string
	if len(names) > 0 {
		parts = append(parts, "names "+strings.Join(names, " and "))
	}
	if len(topics) > 0 {
		parts = append(parts, "is on "+strings.Join(topics, " and "))
	}
	return strings.Join(parts, ", ")
}
