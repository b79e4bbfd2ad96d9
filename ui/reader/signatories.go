package reader

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"readout/briefing/signatories"
	"readout/ui/cells"
	"readout/ui/theme"
)

// signatories lays out who signed: grouped by party where parties are known,
// else by country, else by kind, with the stated total against the names found.
func (p *Pane) signatories(w int) *doc {
	s := p.sheet(w)
	l := p.item.Brief.Signatories
	if l == nil {
		s.para(theme.Muted, "", "", "This article names no signatories.")
		return &s.doc
	}
	p.summary(s, l)
	p.followed(s)
	for _, g := range groups(l.People) {
		s.gap()
		s.add(seg{theme.Strong, cells.Safe(g.name)}, seg{theme.Muted, fmt.Sprintf("  %d", len(g.people))})
		for _, x := range g.people {
			s.item(item{span: x.Span}, func() { p.signatory(s, x, g.by) })
		}
	}
	if slices.ContainsFunc(l.People, func(x signatories.Signatory) bool { return len(x.Filled) > 0 }) {
		s.gap()
		s.para(theme.Muted, "* ", "  ", "not in the text: filled in from the registry, which knows this person")
	}
	return &s.doc
}

// summary says what was signed, to whom, and whether all names are here.
func (p *Pane) summary(s *sheet, l *signatories.List) {
	head := title(string(l.Document))
	if l.Addressee != "" {
		head += " to " + l.Addressee
	}
	s.para(theme.Strong, "", "", head)
	found := len(l.People)
	count := fmt.Sprintf("%d named here", found)
	role := theme.Muted
	switch {
	case l.Total == found && found > 0:
		count, role = fmt.Sprintf("%d signed, all named here %s", found, s.look.Tick), theme.Good
	case l.Total > 0:
		count, role = fmt.Sprintf("%d signed according to the text, %d named here", l.Total, found), theme.Warning
	case l.Partial:
		count, role = count+"; the text says that there are more", theme.Warning
	}
	s.para(role, "", "", count)
}

// followed says who signed since the earlier letter on the same matter; enter
// opens it.
func (p *Pane) followed(s *sheet) {
	f := p.since
	if f == nil || p.around.key != p.item.Row.Key {
		return
	}
	s.item(item{goes: f.Earlier.Key}, func() {
		s.para(theme.Accent, "", "  ", fmt.Sprintf("Since %s: %s; %d the same", f.Since.Format("2 January 2006"), f.Counts(), f.Same))
		for _, n := range f.Added {
			s.para(theme.Sign, "  + ", "    ", n)
		}
		for _, n := range f.Gone {
			s.para(theme.Warning, "  − ", "    ", n)
		}
		s.para(theme.Muted, "  ", "  ", f.Earlier.Source+": "+f.Earlier.Title)
	})
}

func (p *Pane) signatory(s *sheet, x signatories.Signatory, by string) {
	mark := func(field, value string) string {
		if value != "" && slices.Contains(x.Filled, field) {
			return value + "*"
		}
		return value
	}
	party, region, country := mark("party", x.Party), mark("region", x.Region), mark("country", x.Country)
	switch by {
	case "party":
		country = keepUnless(country, "United States")
	case "country":
		country = ""
	}
	more := affiliation(party, region, country)
	if x.Role != "" {
		more = strings.TrimPrefix(more+", "+x.Role, ", ")
	}
	segs := []seg{{theme.Muted, "  "}, {theme.Sign, cells.Safe(x.Name)}}
	if more != "" {
		segs = append(segs, seg{theme.Muted, "  " + cells.Safe(more)})
	}
	s.wrapped("      ", segs)
}

func keepUnless(s, usual string) string {
	if strings.TrimSuffix(s, "*") == usual {
		return ""
	}
	return s
}

// affiliation writes party, region and country as news writes them: "D-IL, Spain".
func affiliation(party, region, country string) string {
	at := strings.Trim(party+"-"+region, "-")
	return strings.Trim(at+", "+country, ", ")
}

// group is signatories under one heading.
type group struct {
	by, name string
	people   []signatories.Signatory
}

// groups orders signatories, the largest group first; within a group the
// order of the text stays.
func groups(people []signatories.Signatory) []group {
	by, key := grouping(people)
	var out []group
	for _, x := range people {
		name := key(x)
		i := slices.IndexFunc(out, func(g group) bool { return g.name == name })
		if i < 0 {
			out = append(out, group{by: by, name: name})
			i = len(out) - 1
		}
		out[i].people = append(out[i].people, x)
	}
	slices.SortStableFunc(out, func(a, b group) int { return cmp.Compare(len(b.people), len(a.people)) })
	return out
}

// grouping chooses what to group by.
func grouping(people []signatories.Signatory) (string, func(signatories.Signatory) string) {
	parties, countries := map[string]bool{}, map[string]bool{}
	for _, x := range people {
		parties[x.Party], countries[x.Country] = true, true
	}
	delete(parties, "")
	delete(countries, "")
	switch {
	case len(parties) > 0:
		return "party", func(x signatories.Signatory) string { return partyName(x.Party) }
	case len(countries) > 1 && len(countries) < len(people):
		return "country", func(x signatories.Signatory) string { return cmp.Or(x.Country, "Country not stated") }
	}
	return "kind", func(x signatories.Signatory) string {
		return cmp.Or(map[signatories.Kind]string{signatories.Person: "People", signatories.State: "States", signatories.Organisation: "Organisations"}[x.Kind], "Signatories")
	}
}

func partyName(p string) string {
	switch p {
	case "":
		return "Party not stated"
	case "D":
		return "Democrats"
	case "R":
		return "Republicans"
	case "I":
		return "Independents"
	}
	return p
}

// title sets the first letter of an ASCII word in upper case.
func title(s string) string {
	if s == "" {
		return "Document"
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
