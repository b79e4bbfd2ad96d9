// Package picker is the overlay that filters by actors, topics and sources:
// one types a few letters, chooses one or several, and sees their counts.
package picker

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/cells"
	"readout/ui/input"
	"readout/ui/keys"
	"readout/ui/pane"
	"readout/ui/scroll"
	"readout/ui/theme"
)

// Pane is the picker.
type Pane struct {
	look   *pane.Look
	scope  query.Query // the filter when it was opened
	line   input.Line
	all    []desk.Facet
	found  []desk.Facet
	chosen []desk.Facet
	any    bool // any of the chosen, not all
	list   scroll.List

	counted bool // all is filled
	changed bool // the choice is no longer what the filter had
}

// New returns a picker over the facets that the root gives it.
func New(k *pane.Look, scope query.Query) *Pane {
	return &Pane{look: k, scope: scope, list: scroll.List{Head: 1}}
}

// Title implements pane.Pane.
func (p *Pane) Title() string { return "Filter by actors, topics and sources" }

// Foot implements pane.Pane: what is chosen, and how the choice is joined.
func (p *Pane) Foot() string {
	switch n := len(p.chosen); {
	case n == 0:
		return fmt.Sprintf("%d of %d", len(p.found), len(p.all))
	case !p.changed:
		return fmt.Sprintf("%d chosen", n) + p.look.Press(keys.Toggle, "; %s adds another") + p.look.Press(keys.Accept, ", %s shows this line alone")
	case n == 1:
		return "1 chosen"
	}
	how := "articles on all of them"
	if p.any {
		how = "articles on any of them"
	}
	return fmt.Sprintf("%d chosen: %s", len(p.chosen), how)
}

// Context implements pane.Pane.
func (p *Pane) Context() keys.Context { return keys.Picker }

// Size implements pane.Overlay.
func (p *Pane) Size(w, h int) (int, int) { return pane.Roomy(w, 72), min(h-2, 22) }

// Update implements pane.Pane.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	if used, chosen := p.list.Update(msg); chosen {
		return p.act(keys.Accept)
	} else if used {
		return nil
	}
	switch msg := msg.(type) {
	case pane.Facets:
		p.counts(msg.All)
	case pane.Act:
		return p.act(msg.ID)
	case tea.KeyPressMsg, tea.PasteMsg:
		if p.line.Update(msg) {
			p.find(true)
		}
	}
	return nil
}

// counts takes new counts over. The cursor stays on the name that it was moved to.
func (p *Pane) counts(all desk.Facets) {
	var on desk.Facet
	if p.list.Sel < len(p.found) {
		on = p.found[p.list.Sel]
	}
	p.all = p.all[:0]
	pane.Each(all, func(f desk.Facet) { p.all = append(p.all, f) })
	if !p.counted && !p.changed {
		p.recall()
	}
	p.counted = all.Total > 0
	slices.SortStableFunc(p.all, func(a, b desk.Facet) int { return cmp.Compare(b.Total, a.Total) })
	p.find(false)
	if i := slices.IndexFunc(p.found, same(on)); i >= 0 && p.went() {
		p.list.Move(i - p.list.Sel)
	}
}

// went reports whether the user went to a line, by typing or by moving.
func (p *Pane) went() bool { return p.line.Value() != "" || p.list.Sel > 0 }

func (p *Pane) act(id keys.ID) tea.Cmd {
	switch id {
	case keys.Toggle:
		p.toggle()
	case keys.Match:
		p.any, p.changed = !p.any, true
	case keys.Close:
		return p.look.Send(pane.Pop{})
	case keys.Accept:
		return p.accept()
	}
	return nil
}

// recall chooses what the filter asks for, so that one adds to it.
func (p *Pane) recall() {
	p.chosen = nil
	for _, m := range p.scope.Named() {
		asked := same(desk.Facet{Field: string(m.Field), Value: m.Value})
		if i := slices.IndexFunc(p.all, asked); i >= 0 && !slices.ContainsFunc(p.chosen, asked) {
			p.chosen = append(p.chosen, p.all[i])
		}
	}
	p.any = true
	q, err := p.query(p.chosen)
	p.any = len(p.chosen) > 1 && err == nil && q.Words() == p.scope.Words()
}

func same(a desk.Facet) func(desk.Facet) bool {
	return func(b desk.Facet) bool { return a.Field == b.Field && a.Value == b.Value }
}

// toggle chooses or leaves the line and makes room for the next search.
func (p *Pane) toggle() {
	if p.list.Sel >= len(p.found) {
		return
	}
	p.changed = true
	f := p.found[p.list.Sel]
	if i := slices.IndexFunc(p.chosen, same(f)); i >= 0 {
		p.chosen = slices.Delete(p.chosen, i, i+1)
	} else {
		p.chosen = append(p.chosen, f)
	}
	if p.line.Value() != "" {
		p.line.Set("")
		p.find(true)
	} else {
		p.list.Move(1)
	}
}

// find lists what matches, best first, the more frequent first among equals;
// without a text what is chosen stands first.
func (p *Pane) find(reset bool) {
	typed := p.line.Value()
	type hit struct {
		desk.Facet
		points int
	}
	var hits []hit
	for _, f := range p.all {
		if n, ok := score(typed, f.Name, f.Value); ok {
			if typed == "" && slices.ContainsFunc(p.chosen, same(f)) {
				n = -1
			}
			hits = append(hits, hit{f, n})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(a.points, b.points) })
	p.found = p.found[:0]
	for _, h := range hits {
		p.found = append(p.found, h.Facet)
	}
	if reset {
		p.list.Reset(len(p.found))
	}
	p.list.Len(len(p.found))
}

// asked is what is chosen, or, where nothing was chosen here, the line that one
// went to.
func (p *Pane) asked() []desk.Facet {
	i := p.list.Sel
	if (!p.changed && p.went() || len(p.chosen) == 0) && i < len(p.found) {
		return p.found[i : i+1]
	}
	return p.chosen
}

// accept filters by what is asked.
func (p *Pane) accept() tea.Cmd {
	chosen := p.asked()
	if len(chosen) == 0 && !p.counted {
		return p.look.Tell(pane.Info, "The names are still being counted.")
	}
	if len(chosen) == 0 {
		return p.look.Send(pane.Pop{})
	}
	q, err := p.query(chosen)
	if err != nil {
		return p.look.Send(pane.Sorry("Filtering", err))
	}
	return tea.Batch(p.look.Send(pane.Pop{}), p.look.Send(pane.Show{Query: q}))
}

// query joins the chosen values. An article has one source only, so several
// sources are always alternatives.
func (p *Pane) query(chosen []desk.Facet) (query.Query, error) {
	var sources, rest []query.Query
	for _, f := range chosen {
		q, err := query.Of(f.Field, f.Value)
		if err != nil {
			return q, err
		}
		if f.Field == "source" {
			sources = append(sources, q)
		} else {
			rest = append(rest, q)
		}
	}
	if p.any {
		return query.Or(append(rest, sources...)...), nil
	}
	var out query.Query
	for _, q := range rest {
		out = out.And(q)
	}
	return out.And(query.Or(sources...)), nil
}

// Lines implements pane.Pane.
func (p *Pane) Lines(w, h int) []string {
	k := p.look
	field, _ := p.line.Draw(k, " > ", w)
	out := append(make([]string, 0, h), field)
	for from, to := p.list.Window(h); from < to; from++ {
		out = append(out, p.row(p.found[from], from == p.list.Sel, w))
	}
	if len(p.found) == 0 {
		out = append(out, p.look.On(theme.Muted, p.look.Fit("   Nothing has this name."+k.Press(keys.Search, " %s searches the text of the articles."), w)))
	}
	return pane.Fill(out, w, h)
}

func (p *Pane) row(f desk.Facet, selected bool, w int) string {
	k := p.look
	box := "[ ] "
	if slices.ContainsFunc(p.chosen, same(f)) {
		box = "[x] "
	}
	kind := f.Field
	if f.Kind != "" {
		kind = f.Kind
	}
	lead, role := "  ", theme.Text
	if selected {
		lead, role = k.Cursor+" ", theme.Selected
	}
	const kindWidth, countWidth = 14, 6
	right := k.Fit(kind, kindWidth) + k.Fit(pad(f.Total, countWidth-1), countWidth)
	if w < 44 {
		right = k.Fit(pad(f.Total, countWidth-1), countWidth)
	}
	return k.On(role, k.Ends(lead+box+cells.Safe(f.Name), right, w))
}

// pad writes a number flush right.
func pad(n, w int) string {
	s := strconv.Itoa(n)
	return cells.Blank(w-len(s)) + s
}

// Cursor implements pane.Overlay.
func (p *Pane) Cursor(w, _ int) (x, y int, ok bool) {
	_, x = p.line.Draw(p.look, " > ", w)
	return x, 0, true
}
