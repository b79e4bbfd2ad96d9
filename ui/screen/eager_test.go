package screen

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"readout/ui/keys"
	"readout/ui/pane"
)

// TestTypesAtOnce presses a key that opens a field and types on, faster than
// anything can be loaded: no letter may act as a command.
func TestTypesAtOnce(t *testing.T) {
	for key, want := range map[string]keys.Context{"c": keys.Editor, "t": keys.Ask, "/": keys.Prompt, ":": keys.Prompt, "f": keys.Picker, "?": keys.Help, "ctrl+p": keys.Help, "a": keys.Ask} {
		t.Run(key, func(t *testing.T) {
			v := lookAt(t, 120, 30, Options{})
			var waiting []tea.Cmd
			for _, k := range append([]string{key}, "s", "A", "A", "m", "q") {
				_, cmd := v.root.Update(keyPress(k))
				waiting = append(waiting, cmd)
				if got := v.context(); got != want {
					t.Fatalf("after %q one is in %s, not in %s", k, got, want)
				}
			}
			for _, cmd := range waiting {
				v.run(cmd)
			}
			v.sees("sAAmq")
			v.press("esc")
			v.misses("★", "0 unread")
		})
	}
}

// TestTabAtOnce asks for a tab before the first article is there.
func TestTabAtOnce(t *testing.T) {
	v := lookAt(t, 120, 30, Options{})
	v.reader.Update(pane.Selected{}) // nothing is open, as at the start
	var waiting []tea.Cmd
	for _, k := range []string{"j", "enter", "2"} {
		_, cmd := v.root.Update(keyPress(k))
		waiting = append(waiting, cmd)
	}
	for _, cmd := range waiting {
		v.run(cmd)
	}
	v.sees("[Quotes")
}
