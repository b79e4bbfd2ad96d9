package desk

import (
	"strings"
	"time"

	"readout/briefing/actors"
)

// roleOf says in a few words who an actor was on a day: the offices held for
// sure, else type, party and country as the registry has them.
func roleOf(r *actors.Registry, day time.Time) func(string) string {
	return func(id string) string {
		e, ok := r.LookupAt(id, day)
		if !ok {
			return ""
		}
		var held []string
		for _, o := range r.Offices(id) {
			if !o.Holds(day) || len(held) == 2 {
				continue
			}
			s := o.Role
			if body, ok := r.Lookup(o.Actor); ok {
				s += ", " + body.Name
			}
			held = append(held, s)
		}
		if len(held) > 0 {
			return strings.Join(held, "; ")
		}
		tag := e.Party
		if e.Region != "" {
			tag = strings.Trim(e.Party+"-"+e.Region, "-")
		}
		return joinWords(e.Type, tag, e.Country)
	}
}

func joinWords(words ...string) string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return strings.Join(out, ", ")
}
