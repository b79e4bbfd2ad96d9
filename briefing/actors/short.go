package actors

import (
	"cmp"
	"slices"
	"strings"
)

// joinShort joins organisations that one article names in two lengths: the
// "Park Guard" is the "U.S. Park Guard", the "Harbour Center" the "Harbour
// Center for Trade", "Fennel Inc" is "Fennel", the "HTB" the "Harbour Trade
// Board", and "in Fennel" speaks of "Fennel Pharmaceuticals". A short name that
// several longer ones end with stays by itself.
func (g *cast) joinShort() {
	if !slices.ContainsFunc(g.actors, func(a Actor) bool { return a.Kind == Organisation && byShape(&a) }) {
		return
	}
	bySide := make(map[string][]int) // first and last words of organisations' names, and their first letters
	for i := range g.actors {
		if a := &g.actors[i]; a.Kind == Organisation {
			for _, w := range append(ends(a.Name), initials(a.Name)) {
				if w != "" && len(bySide[w]) < maxNamesakes {
					bySide[w] = append(bySide[w], i)
				}
			}
		}
	}
	gone := make([]bool, len(g.actors))
	for i := range g.actors {
		if a := &g.actors[i]; a.Kind != Person && byShape(a) {
			if to := g.longName(a, bySide); to >= 0 && !gone[to] {
				g.actors[to].join(a)
				gone[i] = true
			}
		}
	}
	kept := g.actors[:0]
	for i := range g.actors {
		if !gone[i] {
			kept = append(kept, g.actors[i])
		}
	}
	g.actors = kept
}

// longName returns the one organisation that an organisation by shape is a
// form of; -1 for none or several.
func (g *cast) longName(a *Actor, bySide map[string][]int) int {
	found := -1
	for k, w := range append(ends(a.Name), initials(a.Name)) {
		for _, j := range bySide[w] {
			b := &g.actors[j]
			fits := false
			switch {
			case a == b:
			case a.Kind == Place: // "in Fennel"
				fits = b.Type == "company" && strings.HasPrefix(b.Name, a.Name+" ")
			case k == 2: // the long form of a known acronym
				fits = b.Name == w && !byShape(b)
			case isAcronym(a.Name):
				fits = initials(b.Name) == a.Name
			case k == 0: // the same first word
				fits = continued(a.Name, b.Name) || legalForm(b.Name, a.Name)
			default:
				fits = strings.HasSuffix(b.Name, " "+a.Name) && strings.Contains(a.Name, " ") && byShape(b)
			}
			if fits && j != found {
				if found >= 0 {
					return -1
				}
				found = j
			}
		}
	}
	return found
}

// ends returns the first and last word of a name.
func ends(name string) []string {
	return []string{name[:max(0, strings.IndexByte(name+" ", ' '))], name[strings.LastIndexByte(name, ' ')+1:]}
}

// initials returns the first letters of the words of a name that have capitals,
// "HTB" for "Harbour Trade Board"; "" where they are fewer than three.
func initials(name string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(name) {
		if w[0] >= 'A' && w[0] <= 'Z' {
			b.WriteByte(w[0])
		}
	}
	if b.Len() < 3 {
		return ""
	}
	return b.String()
}

// byShape reports whether only its shape makes a name an actor.
func byShape(a *Actor) bool {
	if a.ID != "" || len(a.Candidates) > 0 {
		return false
	}
	all := a.Mentions
	if len(all) == 0 {
		all = a.HeadMentions
	}
	return len(all) > 0 && (all[0].Why == "shape" || all[0].Why == "acronym")
}

// continued reports whether a long name is a short one and what it is for.
func continued(short, long string) bool {
	rest, ok := strings.CutPrefix(long, short+" ")
	return ok && strings.Contains(short, " ") && (strings.HasPrefix(rest, "for ") || strings.HasPrefix(rest, "on "))
}

// legalForm reports whether a long name is a short one and the form of a company.
func legalForm(short, long string) bool {
	rest, ok := strings.CutPrefix(long, short+" ")
	if !ok {
		return false
	}
	w := heads().Get(strings.TrimSuffix(rest, "."))
	return w != nil && w.form != ""
}

// join adds the mentions of another form of an actor's name.
func (a *Actor) join(o *Actor) {
	add := func(to *[]Mention, from []Mention) {
		*to = append(slices.Clip(*to), from...)
		slices.SortFunc(*to, func(x, y Mention) int { return cmp.Compare(x.Start, y.Start) })
	}
	add(&a.Mentions, o.Mentions)
	add(&a.HeadMentions, o.HeadMentions)
}
