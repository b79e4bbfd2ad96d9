package actors

import (
	_ "embed"
	"strings"
	"sync"

	"readout/feeds/datafile"
)

//go:embed data/states.txt
var statesFile string

// postal maps the name or abbreviation of a U.S. state to its postal code.
var postal = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 200)
	for code, names := range datafile.Labelled(statesFile) {
		m[code] = code
		for n := range strings.SplitSeq(names, "|") {
			m[n] = code
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
