//go:build e2e

package ui

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// terminal is the program in a real terminal: a detached tmux session.
type terminal struct {
	t      *testing.T
	socket string
}

// build compiles the program once for all tests of the run.
func build(t *testing.T) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "readout")
	cmd := exec.Command("go", "build", "-o", bin, "..")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("building: %v\n%s", err, out)
	}
	return bin
}

func start(t *testing.T, size [2]string, home string, args ...string) *terminal {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("tmux is absent: no real terminal to test in")
	}
	term := &terminal{t, "readout-" + strings.ReplaceAll(t.Name(), "/", "-")}
	term.tmux(append([]string{"-f", "/dev/null", "new-session", "-d", "-x", size[0], "-y", size[1], "env", "READOUT_HOME=" + home, "READOUT_NOW=2026-03-04T06:40:00Z"}, args...)...)
	t.Cleanup(func() { _ = exec.Command("tmux", "-L", term.socket, "kill-server").Run() })
	return term
}

func (x *terminal) tmux(args ...string) string {
	x.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-L", x.socket}, args...)...).CombinedOutput()
	if err != nil {
		x.t.Fatalf("tmux %v: %v\n%s", args, err, out)
	}
	return string(out)
}

func (x *terminal) screen() string { return x.tmux("capture-pane", "-p") }

func (x *terminal) press(keys ...string) { x.tmux(append([]string{"send-keys"}, keys...)...) }

// await polls the screen until it shows the words; a terminal has no event to wait for.
func (x *terminal) await(words string) string {
	x.t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for range 500 {
		if s := x.screen(); strings.Contains(s, words) {
			return s
		}
		<-tick.C
	}
	x.t.Fatalf("the screen never showed %q:\n%s", words, x.screen())
	return ""
}
