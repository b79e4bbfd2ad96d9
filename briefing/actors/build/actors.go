package main

import "strings"

// actorRow maps a row of actors.tsv or countries.tsv to the embedded columns.
func actorRow(c map[string]string, finer map[string]string) row {
	r := row{id: c["id"], name: c["name"], parent: c["parent"], aliases: c["aliases"], context: c["context"], offices: c["offices"]}
	switch c["kind"] {
	case "person":
		r.kind = "person"
		r.aliases = withPlain(r.name, r.aliases)
	case "country":
		r.kind, r.typ = "place", "country"
	default:
		r.kind, r.typ = "organisation", institutionType(c["kind"], c["name"])
	}
	if t, ok := finer[r.id]; ok {
		if kind, typ, ok := strings.Cut(t, "/"); ok {
			r.kind, r.typ = kind, typ
		} else {
			r.typ = t
		}
	}
	return r
}

// institutionType reads a finer type out of an institution's name.
func institutionType(kind, name string) string {
	if kind != "institution" && kind != "agency" {
		return kind
	}
	for _, t := range [][2]string{{"Ministry", "ministry"}, {"Department of", "ministry"}, {"Foreign Office", "ministry"}, {"Committee", "committee"},
		{"Bank", "bank"}, {"Armed Forces", "military"}, {"Army", "military"}, {"Navy", "military"}, {"Fleet", "military"}, {"Air Force", "military"},
		{"Marine Corps", "military"}, {"Space Force", "military"}, {"Command", "military"}, {"Defense Forces", "military"}} {
		if strings.Contains(name, t[0]) {
			return t[1]
		}
	}
	return kind
}

// withPlain adds to a person's aliases the spellings without diacritics.
func withPlain(name, aliases string) string {
	have := map[string]bool{name: true}
	for a := range strings.SplitSeq(aliases, "|") {
		text, _, _ := strings.Cut(a, "{")
		have[text] = true
	}
	add := func(text, flags string) {
		if p := plain(text); p != text && !have[p] {
			have[p] = true
			if aliases != "" {
				aliases += "|"
			}
			aliases += p + flags
		}
	}
	add(name, "")
	for a := range strings.SplitSeq(aliases, "|") {
		text, flags, ok := strings.Cut(a, "{")
		if ok {
			flags = "{" + flags
		}
		add(text, flags)
	}
	return aliases
}
