package launch

import (
	"os"
	"slices"
	"strings"
	"testing"
)

func TestEditor(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	env := map[string]string{"VISUAL": self + " -w", "EDITOR": "other"}
	cmd, err := Editor("/tmp/a b;rm -rf.md", func(k string) string { return env[k] })
	if err != nil || !slices.Equal(cmd.Args, []string{self, "-w", "/tmp/a b;rm -rf.md"}) {
		t.Errorf("%v, %v", cmd, err)
	}
	if _, err := Editor("f", func(string) string { return "" }); err != ErrNoEditor {
		t.Errorf("no editor: %v", err)
	}
	if _, err := Editor("f", func(string) string { return "no-such-editor-here" }); err == nil || !strings.Contains(err.Error(), "VISUAL") {
		t.Errorf("a missing editor: %v", err)
	}
}

func TestScratch(t *testing.T) {
	path, err := Scratch("x")
	if err != nil {
		t.Fatal(err)
	}
	defer os.Remove(path)
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
}
