package watch

import (
	"slices"
	"time"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/pane"
)

// How many values of a kind are listed; the picker has them all.
const (
	mostActors  = 12
	mostTopics  = 12
	mostSources = 40
)

// build makes the lines anew and keeps the selection on its line.
func (p *Pane) build() {
	var was string
	if p.sel < len(p.entries) {
		was = p.entries[p.sel].text
	}
	all, here := p.facets.All, p.facets.Here
	p.entries = []entry{{name: "All articles", count: all.Unread, total: all.Total}}
	if t := p.look.LastLook; !t.IsZero() {
		p.add("New since "+p.look.Time(t), "seen:"+t.UTC().Format(time.RFC3339), entry{count: -1})
	}
	for _, v := range views {
		p.add(v.name, v.query, entry{count: -1})
	}
	for i, v := range p.facets.Views {
		if i == 0 {
			p.entries = append(p.entries, entry{head: true}, entry{head: true, name: "My views"})
		}
		p.add(v.Name, v.Query, entry{count: -1, view: true})
	}
	p.section("My tags", p.facets.Tags, len(p.facets.Tags), here)
	watched := p.watched()
	p.section("Watchlist", watched, len(watched), here)
	p.section("Actors", ranked(all.Actors), mostActors, here)
	p.section("Topics", all.Topics, mostTopics, here)
	p.section("Sources", all.Sources, mostSources, here)
	p.sel = max(slices.IndexFunc(p.entries, func(e entry) bool { return !e.head && e.text == was }), 0)
	p.keep()
	p.follow()
}

// follow goes to the line that is shown now, while the user is elsewhere.
func (p *Pane) follow() {
	if p.look.Focus == p.Context() {
		return
	}
	shown := p.query.String()
	if i := slices.IndexFunc(p.entries, func(e entry) bool { return !e.head && e.text == shown }); i >= 0 {
		p.sel = i
		p.keep()
	}
}

// ranked puts bodies that the registry does not know behind the actors that one
// can tell at a glance: many are abbreviations of things said in passing. The
// picker lists them by count like all others.
func ranked(fs []desk.Facet) []desk.Facet {
	obscure := func(f desk.Facet) bool { return f.Value == f.Name && f.Kind != "person" && f.Kind != "place" }
	out := slices.Clone(fs)
	slices.SortStableFunc(out, func(a, b desk.Facet) int {
		switch {
		case obscure(a) == obscure(b):
			return 0
		case obscure(a):
			return 1
		}
		return -1
	})
	return out
}

// views are the fixed views.
var views = []struct{ name, query string }{
	{"Unread", "is:unread"}, {"Starred", "is:starred"}, {"With quotes", "has:quotes"}, {"With signatories", "has:signatories"}, {"With my notes", "has:note"}, {"With my highlights", "has:highlight"},
}

func (p *Pane) add(name, text string, e entry) {
	q, err := query.Parse(text)
	if err != nil {
		return // a value that the language cannot write: it is left out rather than shown broken
	}
	e.name, e.query, e.text = name, q, q.String()
	p.entries = append(p.entries, e)
}

func (p *Pane) section(title string, fs []desk.Facet, most int, here desk.Facets) {
	if len(fs) == 0 {
		return
	}
	unread := map[string]int{}
	pane.Each(here, func(f desk.Facet) { unread[f.Field+":"+f.Value] = f.Unread })
	p.entries = append(p.entries, entry{head: true}, entry{head: true, name: title})
	for _, f := range fs[:min(len(fs), most)] {
		q, err := query.Of(f.Field, f.Value)
		if err != nil {
			continue
		}
		p.entries = append(p.entries, entry{name: f.Name, query: q, text: q.String(), count: unread[f.Field+":"+f.Value], total: f.Total, value: f.Value})
	}
}

// watched are the facets of the configured watchlist, in its order.
func (p *Pane) watched() []desk.Facet {
	byID := map[string]desk.Facet{}
	pane.Each(p.facets.All, func(f desk.Facet) { byID[f.Value] = f })
	var out []desk.Facet
	for _, id := range p.facets.Watched {
		if f, ok := byID[id]; ok {
			out = append(out, f)
		}
	}
	return out
}
