package actors

import (
	_ "embed"
	"strings"
	"sync"

	"readout/feeds/datafile"
)

//go:embed data/states.txt
var statesFile string

// State is a state of the United States, the district or a territory.
type State struct {
	Postal string   // two capitals: "NH"
	Name   string   // "New Hampshire"
	Others []string // other names, and abbreviations without their last period: "N.H"
}

// States returns the states of the United States, its district and its territories.
func States() []State {
	var out []State
	for line := range datafile.Lines(statesFile) {
		f := strings.Split(line, "|")
		out = append(out, State{f[0], f[1], f[2:]})
	}
	return out
}

// postal maps the name or abbreviation of a U.S. state to its postal code.
var postal = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 200)
	for _, s := range States() {
		m[s.Postal], m[s.Name] = s.Postal, s.Postal
		for _, n := range s.Others {
			m[n] = s.Postal
		}
	}
	return m
})

// inStatePosition reports whether a mention stands where a state of the United
// States does and the capital of that name does not: "Spokane, Washington",
// "eastern Washington", "the governor of Washington".
func (p *part) inStatePosition(r *Registry, q *proposal) bool {
	before := p.doc.Tok(q.first - 1)
	if before == "," && p.capital(q.first-2) {
		for _, c := range p.knownPlace(r, q.first-2, q.first-1) {
			if r.records[c.record].Type == "city" {
				return true
			}
		}
		return false
	}
	if before == "of" {
		return stateHeads[strings.ToLower(p.doc.Tok(q.first-2))]
	}
	return placeHeads().at(p.doc, q.first-1).direction != "" || compass[before]
}

// compass are the words that part a state: nobody says them of a capital city.
var compass = map[string]bool{"eastern": true, "western": true, "northern": true, "southern": true, "central": true, "upstate": true, "rural": true}

// stateHeads are the words before "of" and a state.
var stateHeads = map[string]bool{"governor": true, "state": true, "parts": true, "senator": true}

// townIn reports whether a name that ends before token t is that of a town in
// a state of the United States: "Moscow, Idaho, mourned", not the list
// "Mexico, Texas and Arizona".
func (p *part) townIn(first, t int) bool {
	if p.doc.Tok(t) != "," || p.doc.Tok(first-1) == "," || p.doc.Tok(first-1) == "and" || p.doc.Tok(t+1) == "Georgia" {
		return false
	}
	u := t + 1
	if postal()[p.doc.Tok(u)] == "" && postal()[p.doc.Tok(u)+" "+p.doc.Tok(u+1)] == "" {
		return false
	}
	for u++; u < t+4 && u < len(p.doc.Tokens) && (p.doc.Tok(u) == "." || p.capital(u)); u++ {
	}
	switch next := p.doc.Tok(u); {
	case next == ",":
		return !p.capital(u+1) && p.doc.Tok(u+1) != "and" && p.doc.Tok(u+1) != "or"
	case next == "and", next == "or":
		return false
	}
	return true
}

// stateBehind returns the postal code of the state in the tag behind a name
// that ends before token t: "(D-Ill.)", "(R-TX)", ", D-Ill.,", "of Texas"; "".
func (p *part) stateBehind(t int) string {
	if w := p.doc.Tok(t); w == "(" || w == "," || w == "of" {
		t++
	}
	w := p.doc.Tok(t)
	if party, state, ok := strings.Cut(w, "-"); ok && len(party) == 1 {
		return postal()[strings.TrimSuffix(state, ".")]
	}
	if len(w) == 1 { // "D - Ill.", "R., Texas"
		for range 2 {
			if m := p.doc.Tok(t + 1); m == "-" || m == "–" || m == "," || m == "." || m == "‑" {
				t++
			}
		}
		return postal()[strings.TrimSuffix(p.doc.Tok(t+1), ".")]
	}
	return postal()[strings.TrimSuffix(w, ".")]
}
