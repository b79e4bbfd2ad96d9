package screen

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

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

// TestLeavesWhileAPageIsFetched leaves although a server does not answer.
func TestLeavesWhileAPageIsFetched(t *testing.T) {
	v := lookAt(t, 120, 30, Options{})
	v.root.Update(keyPress("x")) // its command is on its way, and no answer comes
	left := make(chan struct{})
	go func() {
		v.run(v.leave())
		close(left)
	}()
	select {
	case <-left:
	case <-time.After(time.Minute): // only where it hangs
		t.Fatal("leaving waits for the server")
	}
	if !v.quit {
		t.Error("it did not leave")
	}
}

// TestExportsWhatWasJustTyped exports an article before the note that was typed
// on it is written: the file has the note all the same.
func TestExportsWhatWasJustTyped(t *testing.T) {
	v, _ := openOwn(t)
	v.press("c")
	_, typing := v.root.Update(keyPress("§"))
	_, closing := v.root.Update(keyPress("esc"))
	_, exporting := v.root.Update(keyPress("e"))
	exported := make(chan tea.Msg)
	go func() { exported <- exporting() }()
	v.run(typing)
	v.run(closing)
	said, ok := (<-exported).(pane.Say)
	raw, err := os.ReadFile(strings.TrimPrefix(said.Text, "Note written to "))
	if !ok || err != nil || !strings.Contains(string(raw), "§") {
		t.Errorf("%s (%v): the note lacks what was typed:\n%s", said.Text, err, raw)
	}
}

// TestActsOnWhatWasAskedFor filters and opens faster than the filter is
// answered: the article is that of the new list, not of the one before.
func TestActsOnWhatWasAskedFor(t *testing.T) {
	v := lookAt(t, 120, 30, Options{})
	var waiting []tea.Cmd
	for _, k := range []string{"/", "w", "a", "r", "r", "a", "n", "t", "enter", "j", "k", "s", "enter", "2"} {
		_, cmd := v.root.Update(keyPress(k))
		waiting = append(waiting, cmd)
	}
	v.runByTurns(waiting)
	v.sees("[Quotes", "ICC judges unseal arrest warrant", "★")
	it, err := v.desk.Item(v.ctx, v.reader.Key())
	if err != nil || !it.Row.Starred || !strings.Contains(it.Article.Text, "warrant") {
		t.Errorf("%q: starred %v, %v", it.Row.Title, it.Row.Starred, err)
	}
}

// runByTurns runs commands in the order in which they were asked for, and what
// follows from them behind all that were asked for before: writes wait for the
// ones before them.
func (v *driver) runByTurns(cmds []tea.Cmd) {
	v.t.Helper()
	for len(cmds) > 0 {
		cmd := cmds[0]
		cmds = cmds[1:]
		if cmd == nil || isTick(cmd) {
			continue
		}
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			cmds = append(slices.Clone(msg), cmds...)
		default:
			_, next := v.root.Update(msg)
			cmds = append(cmds, next)
		}
	}
}
