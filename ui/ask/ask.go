// Package ask is the overlay that asks for one line: a tag, the name of a view.
package ask

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"readout/ui/cells"
	"readout/ui/input"
	"readout/ui/keys"
	"readout/ui/pane"
	"readout/ui/theme"
)

// Question is what is asked, and what is done with the answer.
type Question struct {
	Title  string
	Hint   string               // shown below the field
	Known  []string             // answers that were given before: tab completes them
	Answer func(string) tea.Cmd // is given what was typed, never ""
}

// Pane asks a question.
type Pane struct {
	look *pane.Look
	Question
	line input.Line
}

// New returns the overlay of a question.
func New(k *pane.Look, q Question) *Pane { return &Pane{look: k, Question: q} }

// Title implements pane.Pane.
func (p *Pane) Title() string { return p.Question.Title }

// Foot implements pane.Pane.
func (p *Pane) Foot() string { return "" }

// Context implements pane.Pane.
func (p *Pane) Context() keys.Context { return keys.Ask }

// Size implements pane.Overlay.
func (p *Pane) Size(w, _ int) (int, int) { return pane.Roomy(w, 72), 4 }

// Hinted gives the question of a title another hint: what was looked up meanwhile.
type Hinted struct{ Title, Hint string }

// Update implements pane.Pane.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		p.line.Update(msg)
	case Hinted:
		if msg.Title == p.Question.Title {
			p.Hint = msg.Hint
		}
	case pane.Act:
		switch msg.ID {
		case keys.Close:
			p.look.Send(pane.Pop{})
		case keys.Complete:
			if found := p.found(); len(found) > 0 {
				p.line.Set(found[0])
			}
		case keys.Accept:
			p.look.Send(pane.Pop{})
			if s := strings.TrimSpace(p.line.Value()); s != "" {
				return p.Answer(s)
			}
		}
	}
	return nil
}

// found are the known answers that begin as what is typed.
func (p *Pane) found() []string {
	var out []string
	typed := strings.ToLower(p.line.Value())
	for _, k := range p.Known {
		if strings.HasPrefix(strings.ToLower(k), typed) && k != p.line.Value() {
			out = append(out, k)
		}
	}
	return out
}

// Lines implements pane.Pane.
func (p *Pane) Lines(w, h int) []string {
	field, _ := p.line.Draw(p.look, " > ", w)
	below := p.Hint
	if p.line.Value() != "" && len(p.found()) > 0 {
		below = ""
	}
	if found := p.found(); len(found) > 0 {
		below = strings.TrimSpace(below + "  " + p.look.Press(keys.Complete, "%s: ") + strings.Join(found[:min(len(found), 8)], "  "))
	}
	return pane.Fill([]string{field, p.look.On(theme.Muted, p.look.Fit("   "+cells.Safe(below), w))}, w, h)
}

// Cursor implements pane.Overlay.
func (p *Pane) Cursor(w, _ int) (x, y int, ok bool) {
	_, x = p.line.Draw(p.look, " > ", w)
	return x, 0, true
}
