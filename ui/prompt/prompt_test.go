package prompt

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/keys"
	"readout/ui/pane"
	"readout/ui/theme"
)

func look() *pane.Look {
	th, _ := theme.Get("none")
	return &pane.Look{Theme: th, Glyphs: pane.Unicode, Now: time.Now, Zone: time.UTC}
}

func typed(p *Pane, s string) (last pane.Show) {
	for _, r := range s {
		p.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
		for msg, ok := p.look.Posted(); ok; msg, ok = p.look.Posted() {
			last, _ = msg.(pane.Show)
		}
	}
	return last
}

func TestSearchAsOneTypes(t *testing.T) {
	scope, _ := query.Parse("actor:icc")
	p := Search(look(), scope, &History{})
	got := typed(p, "warra")
	want, _ := query.Parse("actor:icc warra*")
	if !got.Quiet || got.Query.String() != want.String() {
		t.Errorf("shows %q quiet %v, want %q", got.Query, got.Quiet, want)
	}
}

func TestErrorPointsAtTheWord(t *testing.T) {
	p := Command(look(), query.Query{}, &History{})
	typed(p, "is:unread acter:icc")
	lines := p.Lines(80, 2)
	if !strings.HasPrefix(ansi.Strip(lines[1]), strings.Repeat(" ", 3+len("is:unread "))+"^ ") || !strings.Contains(lines[1], "actor") {
		t.Errorf("%q\n%q", lines[0], lines[1])
	}
	p.Update(pane.Act{ID: keys.Accept})
	if _, ok := p.look.Posted(); ok {
		t.Error("a query that cannot be read must not be kept")
	}
}

func TestCompletes(t *testing.T) {
	p := Command(look(), query.Query{}, &History{})
	p.Update(pane.Facets{All: desk.Facets{Sources: []desk.Facet{{Field: "source", Value: "Juncture Daily", Name: "Juncture Daily"}}}})
	typed(p, "so")
	p.Update(pane.Act{ID: keys.Complete})
	typed(p, "jun")
	p.Update(pane.Act{ID: keys.Complete})
	typed(p, "has:q")
	p.Update(pane.Act{ID: keys.Complete})
	if got := p.line.Value(); got != `source:"Juncture Daily" has:quotes ` {
		t.Errorf("completed to %q", got)
	}
}

func TestHistory(t *testing.T) {
	h := &History{}
	p := Search(look(), query.Query{}, h)
	typed(p, "sanctions")
	p.Update(pane.Act{ID: keys.Accept})
	p = Search(look(), query.Query{}, h)
	p.Update(pane.Act{ID: keys.Prev})
	if p.line.Value() != "sanctions" {
		t.Errorf("history gives %q", p.line.Value())
	}
}
