package briefing

import (
	"slices"
	"strings"

	"readout/briefing/actors"
)

// assignRoles gives each actor its roles: speaker of a quote, signatory or
// addressee of the document; mentioned when it has no other.
func assignRoles(b *Brief) {
	for i := range b.Actors {
		a := &b.Actors[i]
		var roles []actors.Role
		if speaks(b, a) {
			roles = append(roles, actors.Speaker)
		}
		if signs(b, a) {
			roles = append(roles, actors.Signatory)
		}
		if b.Signatories != nil && named(a, b.Signatories.Addressee) {
			roles = append(roles, actors.Addressee)
		}
		if len(roles) == 0 {
			roles = []actors.Role{actors.Mentioned}
		}
		a.Roles = roles
	}
}

func speaks(b *Brief, a *actors.Actor) bool {
	for _, q := range b.Quotes {
		if s := q.Speaker; s != nil && (s.Actor != "" && s.Actor == a.ID || s.Name != "" && s.Name == a.Name) {
			return true
		}
	}
	return false
}

func signs(b *Brief, a *actors.Actor) bool {
	if b.Signatories == nil {
		return false
	}
	for _, s := range b.Signatories.People {
		if s.Actor != "" && s.Actor == a.ID || slices.ContainsFunc(a.Mentions, func(m actors.Mention) bool { return m.Overlaps(s.Span) }) {
			return true
		}
	}
	return false
}

// named reports whether a phrase ("President Joe Biden") names the actor.
func named(a *actors.Actor, phrase string) bool {
	return phrase != "" && a.Name != "" && strings.Contains(phrase, a.Name)
}
