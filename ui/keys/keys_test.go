package keys

import (
	"slices"
	"strings"
	"testing"
)

func TestPresetsHaveNoClash(t *testing.T) {
	for _, p := range Presets() {
		if _, err := New(p); err != nil {
			t.Errorf("%s: %v", p, err)
		}
	}
	if _, err := New("emacs"); err == nil || !strings.Contains(err.Error(), "newsboat") {
		t.Errorf("an unknown keymap must name the known ones: %v", err)
	}
}

func TestLookup(t *testing.T) {
	m, err := New("")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		in   Context
		seq  string
		want ID
		more bool
	}{
		{List, "j", Down, false},
		{List, "enter", Open, false},
		{List, "g", "", true},
		{List, "g g", Top, false},
		{List, "g x", "", false},
		{Reader, "n", NextMark, false},
		{Watch, "n", "", false},
		{Picker, "j", "", false},
		{Picker, "esc", Close, false},
		{Reader, "ctrl+c", Kill, false},
	} {
		id, more := m.Lookup(c.in, c.seq)
		if id != c.want || more != c.more {
			t.Errorf("Lookup(%s, %q) = %q, %v", c.in, c.seq, id, more)
		}
	}
}

// TestBulkNeedsUndo keeps newsboat#1006 from happening here: a bulk change has
// a key of its own, and undo is always at hand.
func TestBulkNeedsUndo(t *testing.T) {
	for _, p := range Presets() {
		m, _ := New(p)
		for _, c := range []Context{Watch, List, Reader} {
			if id, _ := m.Lookup(c, "u"); id != Undo {
				t.Errorf("%s: u is %q in %s", p, id, c)
			}
		}
	}
}

func TestEveryActionIsExplained(t *testing.T) {
	m, _ := New("")
	for _, a := range m.actions {
		if a.Help == "" || strings.HasSuffix(a.Help, ".") || len(a.Keys) == 0 {
			t.Errorf("%s in %s: %q", a.ID, a.In, a.Help)
		}
	}
	for _, c := range contexts() {
		if len(m.Footer(c)) == 0 {
			t.Errorf("nothing in the footer of %s", c)
		}
	}
	if !strings.Contains(m.Markdown(), "| reader | `n` | Go to the next mark") {
		t.Error("the README table lacks a row")
	}
}

// contexts lists the places, in the order of the table.
func contexts() []Context {
	var out []Context
	for _, a := range table {
		if !slices.Contains(out, a.In) {
			out = append(out, a.In)
		}
	}
	return out
}
