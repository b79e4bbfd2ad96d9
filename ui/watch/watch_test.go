package watch

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/keys"
	"readout/ui/pane"
	"readout/ui/theme"
)

// filled is a Watch pane on counts of an archive.
func filled(w, h int) *Pane {
	th, _ := theme.Get("dark")
	now := time.Date(2026, 3, 4, 6, 40, 0, 0, time.UTC)
	p := New(&pane.Look{Theme: th, Glyphs: pane.Unicode, Zone: time.UTC, Now: func() time.Time { return now }}, nil)
	actor := func(value, name, kind string, n int) desk.Facet {
		return desk.Facet{Field: "actor", Value: value, Name: name, Kind: kind, Total: n, Unread: n}
	}
	all := desk.Facets{Total: 40, Unread: 30,
		Actors: []desk.Facet{actor("PTO", "PTO", "organisation", 19), actor("INC", "INC", "", 12), actor("icc", "International Criminal Court", "organisation", 9),
			actor("Ole Brandt", "Ole Brandt", "person", 4)},
		Sources: []desk.Facet{{Field: "source", Value: "Lunde Wire", Name: "Lunde Wire", Total: 9}},
	}
	p.Lines(w, h)
	p.Update(pane.Facets{All: all, Here: all, Watched: []string{"Ole Brandt", "gone", "icc"}, Views: []desk.View{{Name: "Court", Query: "actor:icc"}}})
	return p
}

func (p *Pane) text(w, h int) string { return ansi.Strip(strings.Join(p.Lines(w, h), "\n")) }

// TestRanks puts what nobody knows behind what one can tell at a glance.
func TestRanks(t *testing.T) {
	s := filled(30, 60).text(30, 60)
	s = s[strings.Index(s, "Actors"):]
	at := -1
	for _, name := range []string{"International Criminal", "Ole Brandt", "PTO", "INC"} {
		i := strings.Index(s, name)
		if i <= at {
			t.Fatalf("%s is out of order:\n%s", name, s)
		}
		at = i
	}
}

// TestWatchlist shows the watchlist in its own order, the principal first.
func TestWatchlist(t *testing.T) {
	s := filled(30, 60).text(30, 60)
	s = s[strings.Index(s, "Watchlist"):strings.Index(s, "Actors")]
	if strings.Index(s, "Ole Brandt") > strings.Index(s, "International") || strings.Contains(s, "gone") {
		t.Errorf("the watchlist is\n%s", s)
	}
}

// TestLastLook adds the line of what is new once a last look is known.
func TestLastLook(t *testing.T) {
	p := filled(40, 60)
	if strings.Contains(p.text(40, 60), "New since") {
		t.Error("nothing is known of a last look")
	}
	p.look.LastLook = p.look.Now().Add(-24 * time.Hour)
	p.build()
	if !strings.Contains(p.text(40, 60), "New since Tue 06:40") {
		t.Errorf("the line is missing:\n%s", p.text(40, 60))
	}
}

// TestMoves goes through the lines: a heading is never stood on, the line is
// always visible, and choosing one asks for its articles.
func TestMoves(t *testing.T) {
	p := filled(30, 6)
	for _, id := range []keys.ID{keys.Down, keys.Bottom, keys.Up, keys.PageUp, keys.HalfDown, keys.PageDown, keys.HalfUp, keys.Top, keys.PageDown} {
		p.act(id)
		lines := p.Lines(30, 6)
		if len(lines) != 6 || p.entries[p.sel].head || p.sel < p.top || p.sel >= p.top+6 {
			t.Fatalf("after %s: on %d of %d, window from %d", id, p.sel, len(p.entries), p.top)
		}
	}
	p.act(keys.Bottom)
	p.act(keys.Open)
	msg, _ := p.look.Posted()
	want, _ := query.Of("source", "Lunde Wire")
	if s, ok := msg.(pane.Show); !ok || s.Query.String() != want.String() {
		t.Errorf("choosing the last line asks for %#v", msg)
	}
	p.act(keys.Top)
	p.act(keys.WatchIt)
	if msg, _ := p.look.Posted(); msg.(pane.Say).Level != pane.Info {
		t.Errorf("all articles cannot be watched: %#v", msg)
	}
}

// TestOldCounts drops counts of an older filter.
func TestOldCounts(t *testing.T) {
	p := filled(30, 20)
	p.gen = 7
	p.Update(pane.Facets{Gen: 3})
	if p.Foot() != "30 unread" {
		t.Errorf("the foot says %q", p.Foot())
	}
}
