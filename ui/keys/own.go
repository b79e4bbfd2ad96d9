package keys

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"readout/briefing/query"
)

// Binding gives an action other keys than the table and the preset do.
type Binding struct {
	Action string
	Keys   []string
	Line   int // of config.toml; 0 = not known
}

// where says which line of the configuration is meant.
func (b Binding) where() string {
	if b.Line == 0 {
		return "config.toml"
	}
	return fmt.Sprintf("config.toml, line %d", b.Line)
}

// checked returns the keys as Bubble Tea names them.
func (b Binding) checked() ([]string, error) {
	var known []string
	for _, a := range table {
		known = append(known, string(a.ID))
	}
	if !slices.Contains(known, b.Action) {
		return nil, fmt.Errorf("%s: there is no action %q; did you mean %q? 'readout keys' lists them", b.where(), b.Action, query.Nearest(b.Action, known))
	}
	if len(b.Keys) == 0 && slices.Contains(needed, ID(b.Action)) {
		return nil, fmt.Errorf("%s: %s needs a key: one could not leave without it", b.where(), b.Action)
	}
	out := make([]string, len(b.Keys))
	for i, k := range b.Keys {
		var parts []string
		for _, part := range strings.Fields(k) {
			name, ok := canonical(part)
			if !ok {
				return nil, fmt.Errorf("%s: %q is no key; write keys as in \"x\", \"ctrl+x\", \"enter\", \"f5\" or, one after the other, \"g x\"", b.where(), k)
			}
			parts = append(parts, name)
		}
		if out[i] = strings.Join(parts, " "); out[i] == "" {
			return nil, fmt.Errorf("%s: %s has an empty key; the space bar is \"space\"", b.where(), b.Action)
		}
	}
	return out, nil
}

// needed are the actions that always have a key.
var needed = []ID{Quit, Close, Accept, Kill}

// named are the keys that have a name rather than a letter.
var named = strings.Fields("enter tab esc space backspace delete insert up down left right home end pgup pgdown f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12")

// canonical spells one key as Bubble Tea does: modifiers in its order and lower case.
func canonical(key string) (string, bool) {
	if utf8.RuneCountInString(key) == 1 {
		return key, true
	}
	parts := strings.Split(strings.ToLower(key), "+")
	base := parts[len(parts)-1]
	if utf8.RuneCountInString(base) != 1 && !slices.Contains(named, base) {
		return "", false
	}
	out := ""
	for _, mod := range []string{"ctrl", "alt", "shift"} {
		if slices.Contains(parts[:len(parts)-1], mod) {
			out += mod + "+"
		}
	}
	return out + base, strings.Count(out, "+") == len(parts)-1
}

// typable reports whether a key writes a character.
func typable(key string) bool {
	first, _, _ := strings.Cut(key, " ")
	return utf8.RuneCountInString(first) == 1 || first == "space"
}

// typing are the places where one types: keys that write a character mean
// nothing else there.
var typing = []Context{Picker, Prompt, Editor, Help, Ask}

// rebind gives an action its keys, wherever it can be done.
func (m *Map) rebind(id ID, ks []string) {
	for i, a := range m.actions {
		if a.ID != id {
			continue
		}
		own := ks
		if slices.Contains(typing, a.In) {
			own = slices.DeleteFunc(slices.Clone(ks), typable)
			if len(own) == 0 {
				continue // it keeps its keys there
			}
		}
		m.actions[i].Keys = own
	}
}

// explain turns a clash into a sentence that names the line of the binding that
// made it, where one did.
func explain(c *clash, own []Binding) error {
	for _, b := range own {
		for _, id := range []ID{c.a, c.b} {
			if ID(b.Action) == id {
				other := c.a
				if id == c.a {
					other = c.b
				}
				return fmt.Errorf("%s: %s; give %s another key, or %s too, as in %s = [\"ctrl+x\"]", b.where(), c.Error(), b.Action, other, other)
			}
		}
	}
	return c
}

// clash says that a key means two things in a place.
type clash struct {
	key  string
	a, b ID
	in   Context
}

func (c *clash) Error() string {
	if head, _, ok := strings.Cut(c.key, " "); ok {
		return fmt.Sprintf("key %q (%s) is also the beginning of %q (%s) in %s", head, c.a, c.key, c.b, c.in)
	}
	return fmt.Sprintf("key %q means both %q and %q in %s", c.key, c.a, c.b, c.in)
}
