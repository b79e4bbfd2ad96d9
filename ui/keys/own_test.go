package keys

import (
	"strings"
	"testing"
)

// TestOwn gives actions keys of the user's own.
func TestOwn(t *testing.T) {
	m, err := New("vim", Binding{"export", []string{"ctrl+x", "Ctrl+E"}, 3}, Binding{"page-down", []string{"space"}, 4}, Binding{"browse", nil, 5}, Binding{"go-unread", []string{"g n n"}, 6}, Binding{"go-new", []string{"f6"}, 7})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		in   Context
		seq  string
		want ID
	}{
		{List, "ctrl+x", Export}, {Reader, "ctrl+e", Export}, {List, "e", ""}, {List, "o", ""}, {List, "f6", GoNew}, {List, "g n n", GoUnread},
		{List, "space", PageDown}, {Picker, "space", ""}, // one types there
		{Picker, "pgdown", PageDown}, {Health, "space", PageDown},
	} {
		if id, _ := m.Lookup(c.in, c.seq); id != c.want {
			t.Errorf("Lookup(%s, %q) = %q, want %q", c.in, c.seq, id, c.want)
		}
	}
}

// TestPresetsLetType has every character typed in every field.
func TestPresetsLetType(t *testing.T) {
	for _, p := range Presets() {
		m, _ := New(p)
		for _, c := range typing {
			for k, id := range m.byKey[c] {
				if typable(k) {
					t.Errorf("%s: %q means %q in %s, where one types", p, k, id, c)
				}
			}
		}
	}
}

// TestOwnErrors names line, both actions and the remedy.
func TestOwnErrors(t *testing.T) {
	for _, c := range []struct {
		name string
		own  Binding
		want []string
	}{
		{"a taken key", Binding{"export", []string{"s"}, 12}, []string{"line 12", `"export"`, `"star"`, "another key"}},
		{"taken in a pane", Binding{"undo", []string{"A"}, 3}, []string{"line 3", `"undo"`, `"all-read"`}},
		{"the beginning of others", Binding{"export", []string{"g"}, 2}, []string{"line 2", `"g"`, "beginning", "export"}},
		{"a sequence begun by another pane's key", Binding{"open", []string{"j x"}, 2}, []string{"line 2", `"j"`, "beginning"}},
		{"an unknown action", Binding{"exprt", []string{"x"}, 7}, []string{"line 7", `did you mean "export"`, "readout keys"}},
		{"no key", Binding{"export", []string{"Strg-x"}, 8}, []string{"line 8", "Strg-x", "ctrl+x"}},
		{"empty", Binding{"export", []string{" "}, 8}, []string{"line 8", "space"}},
		{"no way out", Binding{"quit", nil, 9}, []string{"line 9", "quit needs a key"}},
		{"unknown line", Binding{"export", []string{"s"}, 0}, []string{"config.toml: "}},
	} {
		_, err := New("", c.own)
		if err == nil {
			t.Errorf("%s: no error", c.name)
			continue
		}
		for _, w := range c.want {
			if !strings.Contains(err.Error(), w) {
				t.Errorf("%s: %q lacks %q", c.name, err, w)
			}
		}
	}
}
