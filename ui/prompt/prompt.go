// Package prompt is the line in which one searches ("/") or edits the filter
// as a query (":"). What is typed shows at once; an error points at its word.
package prompt

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/cells"
	"readout/ui/input"
	"readout/ui/keys"
	"readout/ui/pane"
	"readout/ui/theme"
)

// History is the queries that were kept, oldest first.
type History struct{ lines []string }

// historySize is how many queries are remembered.
const historySize = 100

func (h *History) add(s string) {
	h.lines = slices.DeleteFunc(h.lines, func(l string) bool { return l == s })
	h.lines = append(h.lines, s)
	if n := len(h.lines) - historySize; n > 0 {
		h.lines = h.lines[n:]
	}
}

// Pane is the prompt.
type Pane struct {
	look    *pane.Look
	history *History
	at      int         // in history; len(lines) = what is being typed
	scope   query.Query // the filter when it was opened: what closing goes back to
	within  query.Query // what is searched within; empty for ":"
	label   string
	title   string
	line    input.Line
	shown   query.Query
	err     error
	facets  desk.Facets
	found   pane.Listed
}

// Search returns the prompt of "/": a search within the present filter.
func Search(k *pane.Look, scope query.Query, h *History) *Pane {
	p := &Pane{look: k, history: h, at: len(h.lines), scope: scope, within: scope, shown: scope, label: " / ", title: "Search"}
	if !scope.Empty() {
		p.title = "Search within: " + scope.Words()
	}
	return p
}

// Command returns the prompt of ":": the present filter as a query, to be edited.
func Command(k *pane.Look, scope query.Query, h *History) *Pane {
	p := &Pane{look: k, history: h, at: len(h.lines), scope: scope, shown: scope, label: " : ", title: "Filter by a query"}
	p.line.Set(scope.String())
	if p.line.Value() != "" {
		p.line.Replace(0, " ")
	}
	return p
}

// Title implements pane.Pane.
func (p *Pane) Title() string { return p.title }

// Foot implements pane.Pane: how many articles were found.
func (p *Pane) Foot() string {
	switch {
	case p.found.Capped:
		return fmt.Sprintf("%d+ articles", p.found.Count)
	case p.found.Count == 1:
		return "1 article"
	}
	return fmt.Sprintf("%d articles", p.found.Count)
}

// Context implements pane.Pane.
func (p *Pane) Context() keys.Context { return keys.Prompt }

// Size implements pane.Overlay: the whole width, at the bottom.
func (p *Pane) Size(w, _ int) (int, int) { return w, 4 }

// Update implements pane.Pane.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pane.Facets:
		p.facets = msg.All
	case pane.Listed:
		p.found = msg
	case pane.Act:
		return p.act(msg.ID)
	case tea.KeyPressMsg, tea.PasteMsg:
		if p.line.Update(msg) {
			return p.typed()
		}
	}
	return nil
}

// typed shows what the text asks for, as far as it can be read.
func (p *Pane) typed() tea.Cmd {
	q, err := query.Parse(open(p.line.Value()))
	if p.err = err; err != nil {
		return nil
	}
	p.shown = p.within.And(q)
	return p.look.Send(pane.Show{Query: p.shown, Quiet: true})
}

// open reads the word that is still being typed as the beginning of a word.
func open(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '(' }) + 1
	last := s[i:]
	if len(last) < 3 || strings.ContainsAny(last, `:"*()“”`) || strings.Count(s, `"`)%2 == 1 || last == "OR" {
		return s
	}
	return s + "*"
}

func (p *Pane) act(id keys.ID) tea.Cmd {
	switch id {
	case keys.Close:
		return tea.Batch(p.look.Send(pane.Pop{}), p.look.Send(pane.Show{Query: p.scope}))
	case keys.Accept:
		return p.accept()
	case keys.Complete:
		if p.complete() {
			return p.typed()
		}
	case keys.Prev:
		return p.recall(-1)
	case keys.Next:
		return p.recall(1)
	}
	return nil
}

func (p *Pane) accept() tea.Cmd {
	if p.err != nil {
		return nil // the error stands under the word
	}
	if s := strings.TrimSpace(p.line.Value()); s != "" {
		p.history.add(s)
	} else {
		p.shown = p.within
	}
	return tea.Batch(p.look.Send(pane.Pop{}), p.look.Send(pane.Show{Query: p.shown}))
}

func (p *Pane) recall(by int) tea.Cmd {
	at := p.at + by
	if at < 0 || at > len(p.history.lines) {
		return nil
	}
	p.at = at
	p.line.Set("")
	if at < len(p.history.lines) {
		p.line.Set(p.history.lines[at])
	}
	return p.typed()
}

// Lines implements pane.Pane: the field, and below it the error under its word
// or what the query asks in words, with completions.
func (p *Pane) Lines(w, h int) []string {
	field, _ := p.line.Draw(p.look, p.label, w)
	return pane.Fill([]string{field, p.below(w)}, w, h)
}

func (p *Pane) below(w int) string {
	k := p.look
	if p.err != nil {
		lead := cells.Blank(k.Width(p.label))
		var at *query.Error
		if errors.As(p.err, &at) && at.Pos <= len(p.line.Value()) {
			lead += cells.Blank(k.Width(p.line.Value()[:at.Pos]))
			if k.Width(lead)+24 <= w {
				return k.On(theme.Error, k.Fit(lead+"^ "+nearest(at)+cells.Safe(at.Problem), w))
			}
		}
		return k.On(theme.Error, k.Fit(" "+cells.Safe(p.err.Error()), w))
	}
	if found := p.completions(); len(found) > 0 {
		var names []string
		for _, c := range found {
			names = append(names, c.shown)
		}
		return k.On(theme.Muted, k.Fit("   "+k.Press(keys.Complete, "%s: ")+cells.Safe(strings.Join(names, "  ·  ")), w))
	}
	return k.On(theme.Muted, k.Fit("   "+cells.Safe(p.shown.WordsWith(p.name)), w))
}

func nearest(e *query.Error) string {
	if e.Nearest == "" {
		return ""
	}
	return "did you mean " + e.Nearest + "? This "
}

func (p *Pane) name(f query.Field, value string) string {
	found := value
	pane.Each(p.facets, func(x desk.Facet) {
		if x.Field == string(f) && x.Value == value {
			found = x.Name
		}
	})
	return found
}

// Cursor implements pane.Overlay.
func (p *Pane) Cursor(w, _ int) (x, y int, ok bool) {
	_, x = p.line.Draw(p.look, p.label, w)
	return x, 0, true
}
