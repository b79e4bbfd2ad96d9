// Package keys is the one table of what can be done on the screen and with
// which keys. The screen looks keys up in it; help, palette, footer, README
// and `readout keys` are written from it.
package keys

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// ID names an action.
type ID string

// Context is the place in which an action can be taken.
type Context string

// The places. What is Everywhere can be done in all three panes, but not in an overlay.
const (
	Everywhere Context = "everywhere"
	Watch      Context = "watch"
	List       Context = "articles"
	Reader     Context = "reader"
	Picker     Context = "picker"
	Prompt     Context = "prompt"
	Editor     Context = "note"
	Help       Context = "help"
	Health     Context = "feeds"
	Ask        Context = "question"
	Links      Context = "links"
	Selection  Context = "highlighting" // in the Reader, while a passage is chosen
)

// Action is one row of the table.
type Action struct {
	ID    ID
	In    Context
	Keys  []string // as Bubble Tea names them; a sequence has spaces: "g g"
	Short string   // for the footer; "" = not shown there
	Help  string   // what it does, as a sentence without a full stop
}

// Shown returns the action's keys as people write them, without the rarer ones.
func (a Action) Shown() string {
	n := min(len(a.Keys), 2)
	out := make([]string, n)
	for i, k := range a.Keys[:n] {
		out[i] = Name(k)
	}
	return strings.Join(out, " ")
}

// Name returns a key as people write it: "↓", "page down", "gg".
func Name(key string) string {
	if n, ok := names[key]; ok {
		return n
	}
	if a, b, ok := strings.Cut(key, " "); ok {
		return Name(a) + Name(b)
	}
	return key
}

var names = map[string]string{
	"up": "↑", "down": "↓", "left": "←", "right": "→", "pgdown": "page down", "pgup": "page up", "shift+tab": "shift+tab",
}

// Map is a keymap: the table under a preset. It is never changed after New.
type Map struct {
	actions []Action
	byKey   map[Context]map[string]ID
}

// New returns the keymap of a preset ("" is "default") with the user's own
// bindings. An error is a sentence that names both actions of a clash, the line
// of the configuration and what to do.
func New(preset string, own ...Binding) (*Map, error) {
	if preset == "" {
		preset = "default"
	}
	over, ok := presets[preset]
	if !ok {
		return nil, fmt.Errorf("there is no keymap %q; choose one of %s", preset, strings.Join(Presets(), ", "))
	}
	m := &Map{actions: slices.Clone(table), byKey: map[Context]map[string]ID{}}
	for id, ks := range over {
		m.rebind(id, ks)
	}
	for _, b := range own {
		ks, err := b.checked()
		if err != nil {
			return nil, err
		}
		m.rebind(ID(b.Action), ks)
	}
	if c := m.bindAll(); c != nil {
		return nil, explain(c, own)
	}
	return m, nil
}

// bindAll fills the table that keys are looked up in; it returns the first
// clash, nil for none.
func (m *Map) bindAll() *clash {
	for _, a := range m.actions {
		if c := m.bind(a); c != nil {
			return c
		}
	}
	return m.shadowed()
}

// Presets lists the names of the keymaps.
func Presets() []string { return slices.Sorted(maps.Keys(presets)) }

func (m *Map) bind(a Action) *clash {
	in := m.byKey[a.In]
	if in == nil {
		in = map[string]ID{}
		m.byKey[a.In] = in
	}
	for _, k := range a.Keys {
		if other, taken := in[k]; taken {
			return &clash{k, other, a.ID, a.In}
		}
		in[k] = a.ID
	}
	return nil
}

// shadowed reports a key that means one thing everywhere and another in a pane,
// and a key that begins a longer sequence.
func (m *Map) shadowed() *clash {
	for _, c := range []Context{Watch, List, Reader} {
		for _, k := range slices.Sorted(maps.Keys(m.byKey[c])) {
			if other, taken := m.byKey[Everywhere][k]; taken {
				return &clash{k, other, m.byKey[c][k], c}
			}
		}
	}
	for _, c := range slices.Sorted(maps.Keys(m.byKey)) {
		for _, k := range slices.Sorted(maps.Keys(m.byKey[c])) {
			head, _, ok := strings.Cut(k, " ")
			if !ok {
				continue
			}
			for _, near := range []Context{c, Everywhere, Watch, List, Reader} {
				together := near == c || slices.Contains(m.scopes(c), near) || slices.Contains(m.scopes(near), c)
				if id, taken := m.byKey[near][head]; taken && together {
					return &clash{k, id, m.byKey[c][k], near}
				}
			}
		}
	}
	return nil
}

// Lookup finds the action of a key or sequence in a place; "" when there is
// none. more says that the sequence can go on.
func (m *Map) Lookup(c Context, seq string) (id ID, more bool) {
	for _, in := range m.scopes(c) {
		if id, ok := m.byKey[in][seq]; ok {
			return id, false
		}
		for k := range m.byKey[in] {
			if strings.HasPrefix(k, seq+" ") {
				more = true
			}
		}
	}
	return "", more
}

// For lists what can be done in a place, in the order of the table.
func (m *Map) For(c Context) []Action { return m.which(c, func(*Action) bool { return true }) }

// Footer lists the few actions to show at the bottom of the screen.
func (m *Map) Footer(c Context) []Action {
	return m.which(c, func(a *Action) bool { return a.Short != "" })
}

// which lists those of the actions in a place that have a key.
func (m *Map) which(c Context, wanted func(*Action) bool) []Action {
	var out []Action
	for _, in := range m.scopes(c) {
		for i := range m.actions {
			if a := &m.actions[i]; a.In == in && len(a.Keys) > 0 && wanted(a) {
				out = append(out, *a)
			}
		}
	}
	return out
}

// Key returns the first key of an action as people write it; "" if it has none.
func (m *Map) Key(id ID) string {
	for _, a := range m.actions {
		if a.ID == id && len(a.Keys) > 0 {
			return Name(a.Keys[0])
		}
	}
	return ""
}

// scopes are the places whose actions count in a place, the nearest first.
func (m *Map) scopes(c Context) []Context {
	switch c {
	case Watch, List, Reader:
		return []Context{c, Everywhere}
	}
	return []Context{c}
}

// Markdown writes the keymap as the table of the README.
func (m *Map) Markdown() string {
	var b strings.Builder
	b.WriteString("| Where | Key | Does | Action |\n|---|---|---|---|\n")
	for _, a := range m.actions {
		ks := make([]string, len(a.Keys))
		for i, k := range a.Keys {
			ks[i] = "`" + strings.ReplaceAll(Name(k), "|", `\|`) + "`"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", a.In, strings.Join(ks, " "), a.Help, a.ID)
	}
	return b.String()
}
