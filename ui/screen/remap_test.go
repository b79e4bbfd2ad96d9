package screen

import (
	"slices"
	"strings"
	"testing"

	"readout/briefing/desk"
	"readout/ui/keys"
	"readout/ui/pane"
)

// places are all in which actions can be taken.
var places = []keys.Context{keys.Everywhere, keys.Watch, keys.List, keys.Reader, keys.Picker, keys.Prompt, keys.Editor, keys.Help, keys.Health, keys.Ask, keys.Links, keys.Selection}

// remapped gives every action one key that none has by default.
func remapped(t *testing.T) []keys.Binding {
	t.Helper()
	m, err := keys.New("")
	if err != nil {
		t.Fatal(err)
	}
	var out []keys.Binding
	for _, c := range places {
		for _, a := range m.For(c) {
			same := func(b keys.Binding) bool { return b.Action == string(a.ID) }
			if slices.ContainsFunc(out, same) {
				continue
			}
			n := len(out)
			mods := []string{"alt+", "ctrl+alt+", "alt+shift+", "ctrl+alt+shift+"}[n/26]
			out = append(out, keys.Binding{Action: string(a.ID), Keys: []string{mods + string(rune('a'+n%26))}})
		}
	}
	return out
}

// defaults are the keys of the table as sentences would write them, without
// those that are words of every day.
func defaults(t *testing.T) map[string]bool {
	t.Helper()
	m, err := keys.New("")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, c := range places {
		for _, a := range m.For(c) {
			for _, k := range a.Keys {
				out[keys.Name(k)] = true
			}
		}
	}
	for _, word := range strings.Fields("a tab home end space delete 1 2 3 4 5 6 7") {
		delete(out, word)
	}
	return out
}

// TestSentencesNameKeysAsTheyAre changes all keys, does everything that says
// something, and looks for keys that are no longer there.
func TestSentencesNameKeysAsTheyAre(t *testing.T) {
	old := defaults(t)
	table, _ := keys.New("")
	d := ownHome(t)() // exports and views stay when all else is undone
	for _, s := range append(slices.Clone(scenes), speaking...) {
		t.Run(s.name, func(t *testing.T) {
			v := lookAgain(t, d, 200, 50, Options{Theme: "none", Keys: remapped(t)})
			v.table = table
			v.heard = func(texts ...string) {
				for _, text := range texts {
					for _, w := range strings.Fields(text) {
						if w != "." {
							w = strings.Trim(w, ";,.()“”")
						}
						if old[w] {
							t.Errorf("%q names the key %q, which means nothing now", text, w)
						}
					}
				}
			}
			s.play(v)
		})
	}
}

// speaking are more places in which something is said.
var speaking = []scene{
	{"changes", func(v *driver) {
		v.press("m", "s", "u", "ctrl+r", "u", "u", "A", "A", "u", "X", "X", "S", "O", "S", "S", "S", "S", "O", "n", "V", ".")
	}},
	{"tag", func(v *driver) { v.press("t"); v.typed("ports"); v.press("enter", "t"); v.typed("po") }},
	{"view", func(v *driver) {
		v.press("g", "u", "V")
		v.typed("mine")
		v.press("enter", "g", "w", "G", "D", "W", "W", "u")
	}},
	{"reader", func(v *driver) {
		v.press("enter", "7", "6", "y", "D", "v", "enter", "7", "D", "2", "y", "enter", "n", "N", "w", "c", "esc", "Y")
	}},
	{"arrivals", func(v *driver) {
		v.panes[keys.List].Update(pane.Arrived{})
		v.send(refreshed{report: desk.Report{Failed: 2, New: 1, Feeds: []desk.FeedResult{{}, {}}}})
		v.send(refreshed{})
		v.press("g", "n")
	}},
	{"subscribe", func(v *driver) { v.press("a"); v.typed("file:///nowhere.xml"); v.press("enter", "!", "D", "esc", "u") }},
	{"prompt", func(v *driver) { v.press(":"); v.typed("acto") }},
}
