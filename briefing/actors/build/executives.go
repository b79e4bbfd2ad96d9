package main

import "strings"

// readExecutives returns the presidents and vice presidents who are listed nowhere else.
func readExecutives(path string, lists ...[]row) ([]row, error) {
	table, err := readTable(path)
	if err != nil {
		return nil, err
	}
	taken := make(map[string]bool)
	for _, list := range lists {
		for _, r := range list {
			taken[r.id] = true
			taken[r.name] = true
		}
	}
	var out []row
	for _, c := range table {
		name := c["first"] + " " + c["last"]
		if c["nickname"] != "" {
			name = c["nickname"] + " " + c["last"]
		}
		full := strings.Join(strings.Fields(c["first"]+" "+c["middle"]+" "+c["last"]), " ")
		terms := strings.Split(c["terms"], ";")
		if mid := []rune(c["middle"]); len(mid) > 0 {
			if namesake(slug(name), c["bioguide"], lists) {
				name = c["first"] + " " + string(mid[0]) + ". " + c["last"]
			} else if namesake(slug(name), "", [][]row{out}) {
				name = c["first"] + " " + c["middle"] + " " + c["last"]
			}
		}
		if mid := []rune(c["middle"]); len(mid) > 0 && taken[slug(c["first"]+" "+string(mid[0])+" "+c["last"])] && !strings.Contains(name, ". ") {
			continue // listed among the actors as "George W. Bush"
		}
		if taken[slug(name)] || taken[name] || taken[full] || strings.HasSuffix(terms[len(terms)-1], ":2029-01-20:election") {
			continue
		}
		taken[slug(name)] = true
		aliases := executiveAliases(name, full, c)
		out = append(out, row{id: slug(name), name: name, kind: "person", typ: "president", parent: "united-states", aliases: aliases,
			context: "historical U.S. president or vice president; counts only beside such a title", offices: executiveOffices(terms), source: "cl-current"})
	}
	return out, nil
}

// namesake reports whether an id is taken by another person: a member of the
// Congress with another bioguide id, or a president.
func namesake(id, bioguide string, lists [][]row) bool {
	for _, list := range lists {
		for _, r := range list {
			if r.id == id && (r.typ == "president" || r.typ == "legislator" && r.context != bioguide) {
				return true
			}
		}
	}
	return false
}

func executiveOffices(terms []string) string {
	var out []string
	for _, t := range terms {
		f := strings.Split(t, ":")
		role := map[string]string{"president": "President", "vice-president": "Vice President"}[f[0]]
		out = append(out, role+"@white-house@"+f[2]+"@"+f[3])
	}
	return strings.Join(out, "|")
}

// executiveAliases are the full names; the short one needs context.
func executiveAliases(name, full string, c map[string]string) string {
	aliases := name + "{ambiguous}"
	if full != name {
		aliases += "|" + full
	}
	if f := []rune(c["middle"]); len(f) > 0 {
		if mid := c["first"] + " " + string(f[0]) + ". " + c["last"]; mid != full {
			aliases += "|" + mid
		}
	}
	return aliases
}
