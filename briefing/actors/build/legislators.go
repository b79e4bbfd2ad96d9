package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"readout/briefing/names"
)

// readLegislators makes one row for each member of the U.S. Congress. One who
// is listed among the actors ("legislators: B000444") gets only the terms.
func readLegislators(path string, actors []row) ([]row, error) {
	table, err := readTable(path)
	if err != nil {
		return nil, err
	}
	listed := make(map[string]*row)
	taken := make(map[string]int)
	for i := range actors {
		if _, id, ok := strings.Cut(actors[i].context, "legislators: "); ok {
			listed[id[:7]] = &actors[i]
		}
		taken[actors[i].id]++
	}
	for _, c := range table {
		taken[slug(shortName(c))]++
	}
	var out []row
	shorts := shortForms(table)
	for _, c := range table {
		if a := listed[c["bioguide"]]; a != nil {
			a.terms, a.source = c["terms"], c["source"]
			continue
		}
		name := shortName(c)
		id := slug(name)
		if taken[id] > 1 {
			terms := strings.Split(c["terms"], ";")
			id += "-" + strings.ToLower(strings.Split(terms[len(terms)-1], ":")[1])
			if taken[id]++; taken[id] > 1 {
				id += "-" + strings.ToLower(c["bioguide"])
			}
		}
		out = append(out, row{id: id, name: name, kind: "person", typ: "legislator", parent: "united-states",
			aliases: legislatorAliases(c, name, shorts), context: c["bioguide"], offices: roles(c["roles"]), terms: c["terms"], source: c["source"]})
	}
	return out, nil
}

// shortName is the name that news use: nickname or first name, and last name.
func shortName(c map[string]string) string {
	first := c["first"]
	if full := strings.Fields(c["official_full"]); len(full) == 2 && full[1] == c["last"] {
		first = full[0]
	}
	if c["nickname"] != "" {
		first = c["nickname"]
	}
	if strings.HasSuffix(first, ".") && len(first) == 2 && c["middle"] != "" {
		first += " " + c["middle"]
	}
	return first + " " + c["last"]
}

// shortForms counts who may be called by a full or short given name and a surname.
func shortForms(table []map[string]string) map[string]int {
	m := make(map[string]int)
	for _, c := range table {
		for _, given := range append(names.Nicknames(c["first"]), c["first"], c["nickname"]) {
			m[given+" "+c["last"]]++
		}
	}
	return m
}

// A collector gathers spellings without doubles, each with its plain form.
type collector struct {
	have map[string]bool
	out  []string
}

// add joins the parts of a name; nothing is added when one is empty.
func (c *collector) add(parts ...string) {
	for _, p := range parts {
		if p == "" {
			return
		}
	}
	for _, s := range []string{strings.Join(parts, " "), plain(strings.Join(parts, " "))} {
		if !c.have[s] {
			c.have[s] = true
			c.out = append(c.out, s)
		}
	}
}

// legislatorAliases are the other full names of a member.
func legislatorAliases(c map[string]string, name string, shorts map[string]int) string {
	got := collector{have: map[string]bool{name: true}}
	lasts := []string{c["last"]}
	if _, other, ok := strings.Cut(c["other_names"], "last="); ok {
		lasts = append(lasts, other)
	}
	for _, last := range lasts {
		addMiddles(&got, c, last)
	}
	got.add(strings.NewReplacer("“", "", "”", "", `"`, "", ",", "").Replace(c["official_full"]))
	got.add(plain(name))
	sure := len(got.out)
	addForms(&got, c, shorts)
	for i := range got.out[sure:] {
		got.out[sure+i] += "{ambiguous}"
	}
	return strings.Join(got.out, "|")
}

// addForms adds the short and full forms of the given name that the source does
// not have. They count only beside an office.
func addForms(got *collector, c map[string]string, shorts map[string]int) {
	for _, full := range names.FullForms(c["first"]) {
		got.add(full, c["last"])
		if mid := []rune(c["middle"]); len(mid) > 0 {
			got.add(full, string(mid[0])+".", c["last"])
		}
	}
	for _, nick := range names.Nicknames(c["first"]) {
		if shorts[nick+" "+c["last"]] == 1 {
			got.add(nick, c["last"])
		}
	}
}

// addMiddles adds the names with and without middle name and initial.
func addMiddles(got *collector, c map[string]string, last string) {
	if len([]rune(strings.TrimSuffix(c["first"], "."))) > 1 {
		got.add(c["first"], last)
	}
	got.add(c["first"], c["middle"], last)
	got.add(c["nickname"], last)
	got.add(c["nickname"], c["middle"], last)
	if mid := []rune(c["middle"]); len(mid) > 1 && mid[1] != '.' {
		got.add(c["first"], string(mid[0])+".", last)
		got.add(c["nickname"], string(mid[0])+".", last)
	}
	if f := []rune(c["first"]); len(f) == 2 && f[1] == '.' {
		got.add(c["middle"], last)
	}
}

// roles turns "title:from:to" parted by ";" into offices.
func roles(s string) string {
	var out []string
	for r := range strings.SplitSeq(s, ";") {
		if f := strings.Split(r, ":"); len(f) == 3 {
			if strings.HasPrefix(f[1], "~") { // true of one day only
				continue
			}
			out = append(out, f[0]+"@us-congress@"+f[1]+"@"+f[2])
		}
	}
	return strings.Join(out, "|")
}

// letters have no decomposition that would lose their stroke.
var letters = map[rune]rune{'ø': 'o', 'Ø': 'O', 'ł': 'l', 'Ł': 'L', 'ı': 'i', 'đ': 'd', 'Đ': 'D'}

// plain strips diacritics.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		if p, ok := letters[r]; ok {
			return p
		}
		return r
	}, norm.NFD.String(s))
	return norm.NFC.String(s)
}

// slug is the registry's form of an id: lower-case ASCII words joined by hyphens.
func slug(s string) string {
	var b strings.Builder
	dash := false
	for _, r := range strings.ToLower(plain(s)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(r)
		case r != '\'' && r != '.' && r != '’':
			dash = true
		}
	}
	return b.String()
}
