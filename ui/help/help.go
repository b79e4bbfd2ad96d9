// Package help shows what can be done: the help of a place and the palette,
// both searchable, both written from the key table, and in both enter does it.
package help

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/query"
	"readout/ui/cells"
	"readout/ui/input"
	"readout/ui/keys"
	"readout/ui/pane"
	"readout/ui/scroll"
	"readout/ui/theme"
)

// row is one line: an action, or a piece of information.
type row struct {
	id    keys.ID // "" = nothing to do
	key   string
	text  string
	place string
}

// Pane is help or palette.
type Pane struct {
	look  *pane.Look
	title string
	rows  []row
	found []row
	line  input.Line
	list  scroll.List
}

// New returns the help for a place: its own keys, and in the panes those that
// count everywhere and the fields of the query language.
func New(k *pane.Look, m *keys.Map, in keys.Context, version string) *Pane {
	p := &Pane{look: k, title: strings.TrimSpace("Help for " + string(in) + "  Readout " + version), rows: actions(m, in), list: scroll.List{Head: 1}}
	for _, f := range query.Fields() {
		if in == keys.Selection {
			break // there is no filter to write there
		}
		text := f.Help
		if len(f.Values) > 0 {
			text += ": " + strings.Join(f.Values, ", ")
		}
		p.rows = append(p.rows, row{key: string(f.Field) + ":", text: "In a query: " + text, place: "query"})
	}
	p.find()
	return p
}

// Palette returns the list of all actions that can be taken in a place.
func Palette(k *pane.Look, m *keys.Map, in keys.Context) *Pane {
	p := &Pane{look: k, title: "Do", rows: actions(m, in), list: scroll.List{Head: 1}}
	p.find()
	return p
}

func actions(m *keys.Map, in keys.Context) []row {
	var out []row
	for _, a := range m.For(in) {
		out = append(out, row{a.ID, a.Shown(), a.Help, string(a.In)})
	}
	return out
}

// Title implements pane.Pane.
func (p *Pane) Title() string { return p.title }

// Foot implements pane.Pane.
func (p *Pane) Foot() string { return fmt.Sprintf("%d of %d", len(p.found), len(p.rows)) }

// Context implements pane.Pane.
func (p *Pane) Context() keys.Context { return keys.Help }

// Size implements pane.Overlay.
func (p *Pane) Size(w, h int) (int, int) { return pane.Roomy(w, 96), min(h, 30) }

// Update implements pane.Pane.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	if used, chosen := p.list.Update(msg); chosen {
		return p.act(keys.Accept)
	} else if used {
		return nil
	}
	switch msg := msg.(type) {
	case pane.Act:
		return p.act(msg.ID)
	case tea.KeyPressMsg, tea.PasteMsg:
		if p.line.Update(msg) {
			p.find()
		}
	}
	return nil
}

func (p *Pane) act(id keys.ID) tea.Cmd {
	switch id {
	case keys.Close:
		return p.look.Send(pane.Pop{})
	case keys.Accept:
		if i := p.list.Sel; i < len(p.found) && p.found[i].id != "" {
			return tea.Batch(p.look.Send(pane.Pop{}), p.look.Send(pane.Act{ID: p.found[i].id}))
		}
		return p.look.Send(pane.Pop{})
	}
	return nil
}

// find keeps the lines that hold every word that was typed.
func (p *Pane) find() {
	p.found = p.found[:0]
	words := strings.Fields(strings.ToLower(p.line.Value()))
next:
	for _, r := range p.rows {
		low := strings.ToLower(r.text + " " + r.key + " " + string(r.id))
		for _, w := range words {
			if !strings.Contains(low, w) {
				continue next
			}
		}
		p.found = append(p.found, r)
	}
	p.list.Reset(len(p.found))
}

// Lines implements pane.Pane.
func (p *Pane) Lines(w, h int) []string {
	field, _ := p.line.Draw(p.look, " > ", w)
	out := append(make([]string, 0, h), field)
	below := min(p.below(w), h/3)
	for from, to := p.list.Window(h - below); from < to; from++ {
		out = append(out, p.row(p.found[from], from == p.list.Sel, w))
	}
	if len(p.found) == 0 {
		out = append(out, p.look.On(theme.Muted, p.look.Fit("   Nothing here is called so.", w)))
	}
	if below > 0 && len(p.found) > 0 {
		out = append(pane.Fill(out, w, h-below), p.whole(p.found[p.list.Sel], w)...)
	}
	return pane.Fill(out, w, h)
}

// keyWidth is how many cells the keys take.
func keyWidth(w int) int { return min(16, w/3) }

// textWidth is how many cells the text of a line may take.
func textWidth(w int) int { return max(w-keyWidth(w)-3, 0) }

// below is how many lines at the foot say in full what the selected line has
// no room for: as many as the longest text needs, 0 where each has room.
func (p *Pane) below(w int) int {
	most := 0
	for _, r := range p.rows {
		if p.look.Width(r.text) > textWidth(w) {
			most = max(most, len(p.whole(r, w)))
		}
	}
	return most
}

// whole is the text of a line in full, below an empty line.
func (p *Pane) whole(r row, w int) []string {
	out := []string{cells.Blank(w)}
	for _, l := range p.look.Wrap(cells.Safe(r.text), max(w-3, 1)) {
		out = append(out, p.look.On(theme.Muted, p.look.Fit("  "+l, w)))
	}
	return out
}

func (p *Pane) row(r row, selected bool, w int) string {
	k := p.look
	lead := "  "
	if selected {
		lead = k.Cursor + " "
	}
	key, text := lead+k.Fit(r.key, keyWidth(w))+" ", k.Fit(cells.Safe(r.text), textWidth(w))
	if selected {
		return k.On(theme.Selected, k.Fit(key+text, w))
	}
	return k.Fit(k.On(theme.Accent, key)+k.On(theme.Text, text), w)
}

// Cursor implements pane.Overlay.
func (p *Pane) Cursor(w, _ int) (x, y int, ok bool) {
	_, x = p.line.Draw(p.look, " > ", w)
	return x, 0, true
}
