package screen

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// TestProgram runs the real program on a buffer: the terminal is taken, drawn
// on, and given back.
func TestProgram(t *testing.T) {
	d, err := home()
	if err != nil {
		t.Fatal(err)
	}
	m, err := newRoot(context.Background(), d, Options{Theme: "dark"})
	if err != nil {
		t.Fatal(err)
	}
	defer m.stop()
	var out bytes.Buffer
	g := &guard{root: m}
	p := tea.NewProgram(g, tea.WithInput(nil), tea.WithOutput(&out), tea.WithWindowSize(80, 24), tea.WithColorProfile(colorprofile.TrueColor), tea.WithoutSignals())
	go func() {
		for _, k := range []string{"j", "f", "esc", "?", "esc", "q"} {
			p.Send(keyPress(k))
		}
	}()
	if _, err := p.Run(); err != nil {
		t.Fatal(err)
	}
	s := out.String()
	for _, want := range []string{"\x1b[?1049h", "\x1b[?1049l", "Articles"} {
		if !strings.Contains(s, want) {
			t.Errorf("%q was not written", want)
		}
	}
	if g.report() != nil {
		t.Error("a crash is reported")
	}
}

// TestGuard proves that a panic ends in a report without the panic's words.
func TestGuard(t *testing.T) {
	v := lookAt(t, 80, 24, Options{})
	g := &guard{root: v.root}
	v.root.panes = nil // whatever breaks
	_, cmd := g.Update(keyPress("j"))
	if cmd == nil {
		t.Fatal("a panic does not end the program")
	}
	g.View()
	err := g.report()
	if err == nil {
		t.Fatal("nothing is reported")
	}
	_, name, _ := strings.Cut(err.Error(), "the file ")
	name, _, _ = strings.Cut(name, ",")
	info, statErr := os.Stat(name)
	if statErr != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%s: %v, %v", name, info, statErr)
	}
	os.Remove(name)
}
