package ui

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestDependencies keeps README's table of packages equal to what go.mod
// requires directly, each with what it is for. .ci/licences holds the list of
// licences to the same requirements.
func TestDependencies(t *testing.T) {
	required := direct(t)
	const head = "\n| package | what for, and why this one |\n|---|---|\n"
	_, table, ok := strings.Cut(read(t, "../README.md"), head)
	if !ok {
		t.Fatalf("README has no table headed %q", head)
	}
	table, _, _ = strings.Cut(table, "\n\n")
	var named []string
	for _, row := range strings.Split(table, "\n") {
		cells := strings.Split(strings.Trim(row, "| "), " | ")
		if len(cells) != 2 {
			t.Fatalf("a row without two cells: %s", row)
		}
		var here []string
		for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(cells[0], -1) {
			here = append(here, m[1])
		}
		if reasons := regexp.MustCompile("[;,:]| and ").Split(cells[1], -1); len(here) == 0 || len(reasons) < len(here) || len(cells[1]) < 20 {
			t.Errorf("%d packages for the reasons %q", len(here), cells[1])
		}
		named = append(named, here...)
	}
	for _, m := range required {
		if !slices.Contains(named, m) {
			t.Errorf("README does not say what %s is for", m)
		}
	}
	for i, m := range named {
		if !slices.Contains(required, m) {
			t.Errorf("README names %s, which go.mod does not require directly", m)
		}
		if slices.Contains(named[:i], m) {
			t.Errorf("README names %s twice", m)
		}
	}
}

// direct are the modules that go.mod requires and does not mark as indirect.
func direct(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, m := range regexp.MustCompile(`(?m)^(?:require )?\t?([a-z0-9.-]+/[^ ]+) v[^ ]+$`).FindAllStringSubmatch(read(t, "../go.mod"), -1) {
		out = append(out, m[1])
	}
	if len(out) == 0 {
		t.Fatal("go.mod requires nothing")
	}
	return out
}

func read(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(raw), "\r\n", "\n")
}
