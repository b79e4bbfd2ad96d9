package picker

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/keys"
	"readout/ui/pane"
	"readout/ui/theme"
)

var facets = pane.Facets{All: desk.Facets{
	Actors: []desk.Facet{
		{Field: "actor", Value: "us-senate", Name: "United States Senate", Kind: "organisation", Total: 9},
		{Field: "actor", Value: "icc", Name: "International Criminal Court", Kind: "organisation", Total: 4},
		{Field: "actor", Value: "ukraine", Name: "Ukraine", Kind: "place", Total: 7},
		{Field: "actor", Value: "Radek Šťastný", Name: "Radek Šťastný", Kind: "person", Total: 1},
	},
	Topics:  []desk.Facet{{Field: "topic", Value: "sanctions", Name: "Sanctions", Total: 3}},
	Sources: []desk.Facet{{Field: "source", Value: "Juncture Daily", Name: "Juncture Daily", Total: 2}, {Field: "source", Value: "Ostrava Wire", Name: "Ostrava Wire", Total: 1}},
}}

func opened() *Pane { return openedOn(query.Query{}) }

func openedOn(scope query.Query) *Pane {
	th, _ := theme.Get("dark")
	p := New(&pane.Look{Theme: th, Glyphs: pane.Unicode, Now: time.Now, Zone: time.UTC}, scope)
	p.Update(facets)
	return p
}

func (p *Pane) typed(s string) {
	for _, r := range s {
		p.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

func TestFinds(t *testing.T) {
	for _, c := range []struct{ typed, first string }{
		{"icc", "icc"}, {"crim", "icc"}, {"usenate", "us-senate"}, {"SANC", "sanctions"}, {"united sen", "us-senate"}, {"juncture", "Juncture Daily"}, {"ukr", "ukraine"},
		{"stastny", "Radek Šťastný"}, {"šťas", "Radek Šťastný"},
	} {
		p := opened()
		p.typed(c.typed)
		if len(p.found) == 0 || p.found[0].Value != c.first {
			t.Errorf("%q finds %v", c.typed, p.found)
		}
	}
}

// TestChoosesSeveral follows a user who wants the ICC and Ukraine from two sources.
func TestChoosesSeveral(t *testing.T) {
	p := opened()
	for _, s := range []string{"icc", "ukraine", "juncture", "ostrava"} {
		p.typed(s)
		p.Update(pane.Act{ID: keys.Toggle})
	}
	q, err := p.query(p.chosen)
	if err != nil {
		t.Fatal(err)
	}
	want, _ := query.Parse(`actor:icc actor:ukraine (source:"Juncture Daily" OR source:"Ostrava Wire")`)
	if q.Words() != want.Words() {
		t.Errorf("got %s, want %s", q, want)
	}
	p.Update(pane.Act{ID: keys.Match})
	q, _ = p.query(p.chosen)
	want, _ = query.Parse(`actor:icc OR actor:ukraine OR source:"Juncture Daily" OR source:"Ostrava Wire"`)
	if q.Words() != want.Words() {
		t.Errorf("any: got %s, want %s", q, want)
	}
}

// TestStaysOnItsLine counts anew while one is choosing: the cursor stays on the
// name it stood on, wherever that goes.
func TestStaysOnItsLine(t *testing.T) {
	p := opened()
	p.Update(pane.Act{ID: keys.Next})
	p.Update(pane.Act{ID: keys.Next})
	on := p.found[p.list.Sel].Name
	more := facets
	more.All.Topics = append([]desk.Facet{{Field: "topic", Value: "elections", Name: "Elections", Total: 20}}, facets.All.Topics...)
	p.Update(more)
	if got := p.found[p.list.Sel].Name; got != on {
		t.Errorf("the cursor stood on %s and stands on %s", on, got)
	}
	less := facets
	less.All.Actors = facets.All.Actors[:1]
	p.Update(less)
	if p.list.Sel >= len(p.found) {
		t.Errorf("the cursor stands on line %d of %d", p.list.Sel, len(p.found))
	}
}

// TestBeginsWithTheFilter adds to what the filter asks for already; who chooses
// nothing gets the line under the cursor alone.
func TestBeginsWithTheFilter(t *testing.T) {
	for _, c := range []struct{ filter, typed, added, alone string }{
		{"actor:icc actor:ukraine", "sanc", "actor:icc actor:ukraine topic:sanctions", "topic:sanctions"},
		{"actor:icc OR actor:ukraine", "sanc", "actor:icc OR actor:ukraine OR topic:sanctions", "topic:sanctions"},
		{`actor:icc source:"Ostrava Wire" harbour`, "junc", `actor:icc (source:"Ostrava Wire" OR source:"Juncture Daily")`, `source:"Juncture Daily"`},
		{"actor:icc -actor:ukraine", "sanc", "actor:icc topic:sanctions", "topic:sanctions"},
		{"is:unread", "sanc", "topic:sanctions", "topic:sanctions"},
	} {
		scope, err := query.Parse(c.filter)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []struct {
			toggle bool
			query  string
		}{{true, c.added}, {false, c.alone}} {
			p := openedOn(scope)
			p.typed(c.typed)
			if want.toggle {
				p.Update(pane.Act{ID: keys.Toggle})
			}
			got, _ := p.query(p.asked())
			wanted, _ := query.Parse(want.query)
			if got.Words() != wanted.Words() {
				t.Errorf("%s, %s, toggled %v: %s, want %s", c.filter, c.typed, want.toggle, got, wanted)
			}
		}
	}
}

func TestLinesAreExact(t *testing.T) {
	p := opened()
	p.typed("zz")
	for w := 8; w < 90; w += 3 {
		for _, h := range []int{1, 2, 9} {
			lines := p.Lines(w, h)
			if len(lines) != h {
				t.Fatalf("%dx%d: %d lines", w, h, len(lines))
			}
			for _, l := range lines {
				if p.look.Width(l) != w {
					t.Errorf("%dx%d: %q is %d wide", w, h, l, p.look.Width(l))
				}
			}
		}
	}
}

// TestScore says which names what was typed finds: those that begin so, are cut
// so or are misspelt so, not those whose letters happen to stand in this order.
func TestScore(t *testing.T) {
	for _, c := range []struct {
		typed, name, id string
		found           bool
	}{
		{"icc", "International Criminal Court", "icc", true},
		{"icc", "Niccolo Paganini", "Niccolo Paganini", false},
		{"icc", "Corruption and illicit finance", "corruption", false},
		{"penta", "United States Department of Defense", "pentagon", true},
		{"penta", "Presidential Administration of Russia", "kremlin", false},
		{"minfor", "Ministry of Foreign Affairs", "x", true},
		{"min for aff", "Ministry of Foreign Affairs", "x", true},
		{"eucom", "European Command", "x", true},
		{"ukrane", "Ukraine", "ukraine", true},
		{"quarels", "Beth Ann Quarles", "x", true},
		{"rada", "Verkhovna Rada", "verkhovna-rada", true},
		{"sanchez", "Pedro Sánchez", "x", true},
		{"ukr", "United Kingdom", "united-kingdom", false},
	} {
		if _, ok := score(c.typed, c.name, c.id); ok != c.found {
			t.Errorf("%q on %q: %v", c.typed, c.name, ok)
		}
	}
}
