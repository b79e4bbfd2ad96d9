//go:build e2e

package ui

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// shell is an interactive shell in tmux, in a folder of its own.
func shell(t *testing.T, home, dir string) *terminal {
	t.Helper()
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("bash is absent")
	}
	x := start(t, [2]string{"120", "30"}, home, "bash", "--norc", "-i")
	x.line("cd " + dir + "; PS1='ready> '; clear")
	x.await("ready>")
	return x
}

// line types a line.
func (x *terminal) line(s string) { x.press("-l", s); x.press("Enter") }

// modes are those of the terminal, and whether it shows its other screen.
func (x *terminal) modes(dir string) string {
	x.t.Helper()
	out := filepath.Join(dir, "stty")
	os.Remove(out)
	x.line("clear; stty -a >stty; echo wri''tten")
	x.await("written")
	raw, err := os.ReadFile(out)
	if err != nil {
		x.t.Fatal(err)
	}
	x.line("clear")
	x.gone("written")
	return string(raw) + x.tmux("display", "-p", "other screen #{alternate_on}, mouse #{mouse_any_flag}, cursor #{cursor_flag}")
}

// TestE2ETerminalGivenBack ends the program in every way that a program can
// end, and finds the terminal as it was.
func TestE2ETerminalGivenBack(t *testing.T) {
	bin := build(t)
	for _, end := range []struct{ name, signal, says string }{
		{"quit", "", ""}, {"SIGTERM", "TERM", ""}, {"SIGHUP", "HUP", ""}, {"SIGINT", "INT", ""},
	} {
		t.Run(end.name, func(t *testing.T) {
			dir := t.TempDir()
			home := feedHome(t)
			x := shell(t, home, dir)
			before := x.modes(dir)
			x.line(bin + "; echo en''ded $?")
			x.await("Court to sit on Friday")
			if end.signal == "" {
				x.press("q", "q", "q")
			} else {
				x.kill(end.signal)
			}
			x.await("ended")
			if after := x.modes(dir); after != before {
				t.Errorf("before:\n%s\nafter:\n%s", before, after)
			}
			out, err := exec.Command(bin, "--home", home, "doctor").CombinedOutput()
			if err != nil {
				t.Errorf("the archive: %v\n%s", err, out)
			}
		})
	}
}

// TestE2ESuspend stops the program by key and by signal, and goes on.
func TestE2ESuspend(t *testing.T) {
	bin := build(t)
	dir := t.TempDir()
	home := feedHome(t)
	x := shell(t, home, dir)
	before := x.modes(dir)
	x.line(bin)
	x.await("Court to sit on Friday")
	for i, stop := range []func(){func() { x.press("C-z") }, func() { x.kill("TSTP") }, func() { x.press("C-z") }} {
		stop()
		x.await("Stopped")
		if after := x.modes(dir); after != before {
			t.Errorf("stop %d, before:\n%s\nafter:\n%s", i, before, after)
		}
		if out, err := exec.Command(bin, "--home", home, "refresh", "--force").CombinedOutput(); err != nil {
			t.Errorf("while it is stopped, the archive is locked: %v\n%s", err, out)
		}
		x.line("fg")
		x.await("Court to sit on Friday")
		x.press("j")
		x.await("2/2")
		x.press("k")
		x.await("1/2")
	}
	x.press("q", "q")
	x.await("ready>")
}

// kill sends a signal to the program that the shell runs.
func (x *terminal) kill(signal string) {
	x.t.Helper()
	shell := strings.TrimSpace(x.tmux("display", "-p", "#{pane_pid}"))
	pid, err := exec.Command("pgrep", "-P", child(x.t, shell), "readout").Output()
	if err != nil {
		x.t.Fatalf("the program is not to be found: %v", err)
	}
	if out, err := exec.Command("kill", "-"+signal, strings.TrimSpace(string(pid))).CombinedOutput(); err != nil {
		x.t.Fatalf("kill: %v %s", err, out)
	}
}

// child is the interactive shell below the one that tmux runs.
func child(t *testing.T, shell string) string {
	t.Helper()
	pid, err := exec.Command("pgrep", "-P", shell, "bash").Output()
	if err != nil {
		t.Fatalf("the shell is not to be found: %v", err)
	}
	return strings.TrimSpace(string(pid))
}

// TestE2EEditor goes on with a note in the user's own editor. Meanwhile the
// archive is open to others, and the text comes back.
func TestE2EEditor(t *testing.T) {
	bin := build(t)
	dir := t.TempDir()
	home := feedHome(t)
	editor := filepath.Join(dir, "editor")
	write(t, editor, "#!/bin/sh\nstty -a | grep -q ' icanon' || exit 9\nread -r line\nprintf '%s\\n%s\\n' \"$(cat \"$1\")\" \"$line\" >\"$1\"\n"+
		bin+" --home "+home+" refresh --force >refreshed 2>&1\n")
	if err := os.Chmod(editor, 0o700); err != nil {
		t.Fatal(err)
	}
	x := shell(t, home, dir)
	x.line("TMPDIR=" + dir + " EDITOR=" + editor + " " + bin)
	x.await("Court to sit on Friday")
	x.press("c")
	x.await("Note on")
	x.press("-l", "First line.")
	x.await("First line.")
	x.await("kept")
	x.press("C-o")
	x.gone("Note on")
	x.line("Second line, from an editor.")
	x.await("Second line, from an editor.")
	x.await("Note on")
	x.press("-l", " And on.")
	x.await("And on.")
	x.await("kept")
	if raw, err := os.ReadFile(filepath.Join(dir, "refreshed")); err != nil || !strings.Contains(string(raw), "0 new") {
		t.Errorf("a refresh beside the editor: %v\n%s", err, raw)
	}
	x.press("Escape")
	x.gone("Note on")
	x.press("e")
	x.await("Note written")
	notes, _ := filepath.Glob(filepath.Join(home, "notes", "*.md"))
	if len(notes) != 1 {
		t.Fatalf("notes: %v", notes)
	}
	if raw, _ := os.ReadFile(notes[0]); !strings.Contains(string(raw), "\nFirst line.\nSecond line, from an editor. And on.\n") {
		t.Errorf("the note:\n%s", raw)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "readout-note-*")); len(left) > 0 {
		t.Errorf("files of the editor are left: %v", left)
	}
}

// TestE2EKilled highlights and types, and kills the program in the middle:
// nothing that the screen called kept is lost.
func TestE2EKilled(t *testing.T) {
	bin := build(t)
	home := feedHome(t)
	x := shell(t, home, t.TempDir())
	x.line(bin)
	x.await("Court to sit on Friday")
	x.press("j", "Enter", "5", "v")
	x.await("Choose a passage")
	x.press("Enter")
	x.await("Highlighted “The harbour of Port Lunde")
	x.press("c")
	x.await("Note on")
	x.press("-l", "Ask the embassy")
	x.await("Ask the embassy")
	x.await("kept")
	x.kill("KILL")
	x.await("Killed")
	out, err := exec.Command(bin, "--home", home, "export", "has:highlight", "-o", "-").CombinedOutput()
	for _, want := range []string{"> The harbour of Port Lunde reopened on Monday.", "Your highlight, paragraph 1", "Ask the embassy"} {
		if err != nil || !strings.Contains(string(out), want) {
			t.Errorf("%q is lost: %v\n%s", want, err, out)
		}
	}
}
