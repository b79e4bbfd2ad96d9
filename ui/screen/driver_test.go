package screen

import (
	"context"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"readout/briefing/desk"
	"readout/ui/keys"
	"readout/ui/pane"
)

// driver plays a user: it gives messages to the root and runs the commands
// that come back, one after another, so that a test has no goroutine to wait for.
type driver struct {
	t *testing.T
	*root
	quit  bool
	table *keys.Map             // what press goes by; nil = the keys as they are
	heard func(texts ...string) // is told what the screen says of keys; nil = nobody listens
}

// morning is the clock of the tests.
var morning = time.Date(2026, 3, 4, 6, 40, 0, 0, time.UTC)

// lookAt opens the screen on the edition that all tests share and, at the end
// of the test, takes back what it changed there.
func lookAt(t *testing.T, w, h int, o Options) *driver {
	t.Helper()
	d, err := home()
	if err != nil {
		t.Fatal(err)
	}
	return lookAgain(t, d, w, h, o)
}

// lookAgain opens the screen on a desk as if nobody had been there before.
func lookAgain(t *testing.T, d *desk.Desk, w, h int, o Options) *driver {
	t.Helper()
	for _, key := range []string{placeKey, "sort"} { // or it would begin where the last test left
		if err := d.SetState(key, ""); err != nil {
			t.Fatal(err)
		}
	}
	takeBack(t, d)
	return openOn(t, d, w, h, o)
}

// takeBack undoes at the end of the test what it has changed.
func takeBack(t *testing.T, d *desk.Desk) {
	t.Cleanup(func() {
		for {
			if c, err := d.Undo(context.Background()); err != nil || c.What == "" {
				return
			}
		}
	})
}

// openOn opens the screen on a desk.
func openOn(t *testing.T, d *desk.Desk, w, h int, o Options) *driver {
	t.Helper()
	if o.Now == nil {
		o.Now = func() time.Time { return morning }
	}
	o.Zone = time.UTC
	m, err := newRoot(context.Background(), d, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(m.stop)
	m.reader.Delay = 0
	v := &driver{t: t, root: m}
	v.check("before anything answers")
	v.run(m.Init())
	v.send(tea.WindowSizeMsg{Width: w, Height: h})
	return v
}

func (v *driver) send(msg tea.Msg) {
	v.t.Helper()
	_, cmd := v.root.Update(msg)
	v.run(cmd)
	v.check(reflect.TypeOf(msg).String())
}

// run runs a command and gives its answer back. Ticks are not waited for: they
// are the poll, which tests ask for themselves.
func (v *driver) run(cmd tea.Cmd) {
	v.t.Helper()
	if cmd == nil || isTick(cmd) {
		return
	}
	msg := cmd()
	if s := reflect.ValueOf(msg); s.IsValid() && s.Kind() == reflect.Slice && s.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
		for i := range s.Len() { // a batch or a sequence
			v.run(s.Index(i).Interface().(tea.Cmd))
		}
		return
	}
	switch msg := msg.(type) {
	case nil:
	case tea.QuitMsg:
		v.quit = true
	default:
		_, next := v.root.Update(msg)
		v.run(next)
	}
}

// isTick reports whether a command is that of tea.Tick.
func isTick(cmd tea.Cmd) bool {
	return strings.Contains(funcName(cmd), "tea/v2.Tick")
}

// press presses keys, by the names of Bubble Tea.
func (v *driver) press(names ...string) {
	v.t.Helper()
	seq := ""
	for _, n := range names {
		if v.table == nil {
			v.send(keyPress(n))
			continue
		}
		id, more := v.table.Lookup(v.context(), seq+n)
		seq += n + " "
		if !more {
			seq = ""
		}
		if id != "" {
			v.send(pane.Act{ID: id})
		}
	}
}

// typed types a text.
func (v *driver) typed(s string) {
	v.t.Helper()
	for _, r := range s {
		v.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

var codes = map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft,
	"right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete}

func keyPress(name string) tea.KeyPressMsg {
	var mod tea.KeyMod
	for _, m := range []struct {
		name string
		mod  tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"shift+", tea.ModShift}, {"alt+", tea.ModAlt}} {
		if rest, ok := strings.CutPrefix(name, m.name); ok {
			name, mod = rest, mod|m.mod
		}
	}
	if c, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: c, Mod: mod}
	}
	if name == "space" {
		return tea.KeyPressMsg{Code: ' ', Text: " "}
	}
	k := tea.KeyPressMsg{Code: []rune(name)[0], Mod: mod}
	if mod == 0 {
		k.Text = name
	}
	return k
}

// check proves that the screen is exact: h lines, each w cells wide.
func (v *driver) check(when string) {
	v.t.Helper()
	lines := v.Lines()
	if len(lines) != v.h {
		v.t.Fatalf("after %s: %d lines on a screen of %dx%d", when, len(lines), v.w, v.h)
	}
	for i, l := range lines {
		if n := v.look.Width(l); n != v.w {
			v.t.Fatalf("after %s on %dx%d: line %d is %d cells wide: %q", when, v.w, v.h, i, n, ansi.Strip(l))
		}
	}
	v.View()
	if v.heard != nil {
		v.heard(v.status.Text, ansi.Strip(lines[len(lines)-1]), v.panes[keys.List].Foot(), v.panes[keys.Watch].Foot())
		if v.listed.Count == 0 {
			v.heard(v.pane(keys.List))
		}
	}
}

// screen is what one sees, without styles.
func (v *driver) screen() string { return ansi.Strip(strings.Join(v.Lines(), "\n")) }

// sees fails unless all texts are on the screen.
func (v *driver) sees(texts ...string) {
	v.t.Helper()
	s := v.screen()
	for _, x := range texts {
		if !strings.Contains(s, x) {
			v.t.Fatalf("%q is not on the screen:\n%s", x, s)
		}
	}
}

// misses fails if one of the texts is on the screen.
func (v *driver) misses(texts ...string) {
	v.t.Helper()
	s := v.screen()
	for _, x := range texts {
		if strings.Contains(s, x) {
			v.t.Fatalf("%q is on the screen:\n%s", x, s)
		}
	}
}

// pane returns what a pane shows, without styles.
func (v *driver) pane(c keys.Context) string {
	r := v.layout.of(c)
	if r.w == 0 {
		return ""
	}
	return ansi.Strip(strings.Join(v.panes[c].Lines(r.w-2, r.h-2), "\n"))
}
