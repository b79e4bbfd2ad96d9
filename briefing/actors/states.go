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
