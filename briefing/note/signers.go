package note

import (
	"slices"
	"strings"

	"readout/briefing/signatories"
)

// field is a fact on a signatory by its name.
func (s Signer) field(name string) Value {
	switch name {
	case "party":
		return s.Party
	case "region":
		return s.Region
	case "country":
		return s.Country
	}
	return s.Role
}

// cell is a table cell: the value, marked when it is the registry's.
func cell(s Signer, name string) string {
	v := s.field(name)
	if v == "" {
		return unknown
	}
	if slices.Contains(s.Filled, name) {
		return v.String() + " (registry)"
	}
	return v.String()
}

// about says in plain text what is known of a signatory.
func about(s Signer) string {
	var out []string
	for _, name := range []string{"party", "region", "country", "role"} {
		v := flat(string(s.field(name)))
		if v == "" {
			continue
		}
		if slices.Contains(s.Filled, name) {
			v += " (registry)"
		}
		out = append(out, v)
	}
	switch {
	case len(out) > 0:
	case s.Kind != Value(signatories.Person):
		out = []string{string(s.Kind)}
	default:
		out = []string{"party and region " + unknown}
	}
	return strings.Join(out, ", ")
}

// registries reports whether the registry filled in anything in a list.
func registries(people []Signer) bool {
	return slices.ContainsFunc(people, func(s Signer) bool { return len(s.Filled) > 0 })
}
