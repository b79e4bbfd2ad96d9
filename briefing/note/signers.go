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
	case "kind":
		return s.Kind
	}
	return s.Role
}

// facts are the columns of a table of signatories, behind the name.
var facts = []string{"party", "region", "country", "role", "kind"}

// columns parts the facts into those that differ or are known of somebody, and
// those that are unknown of everybody. Persons alone need no kind.
func columns(people []Signer) (shown, missing []string) {
	for _, f := range facts {
		switch {
		case slices.ContainsFunc(people, func(s Signer) bool { v := s.field(f); return v != "" && v != Value(signatories.Person) }):
			shown = append(shown, f)
		case f != "kind":
			missing = append(missing, f)
		}
	}
	return shown, missing
}

// table is the list of signatories as a Markdown table; what is unknown of all
// of them is said in a line below instead of in columns.
func table(people []Signer) string {
	shown, missing := columns(people)
	var b strings.Builder
	b.WriteString("| Name |")
	for _, f := range shown {
		b.WriteString(" " + strings.ToUpper(f[:1]) + f[1:] + " |")
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(shown)) + "\n")
	for _, s := range people {
		b.WriteString("| " + s.Name.String())
		if s.InText != "" {
			b.WriteString(", in the text “" + s.InText.String() + "”")
		}
		for _, f := range shown {
			b.WriteString(" | " + cell(s, f))
		}
		b.WriteString(" |\n")
	}
	if len(missing) > 0 {
		b.WriteString("\nUnknown of all: " + strings.Join(missing, ", ") + ".\n")
	}
	return b.String()
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
