package ui

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestThreats holds .github/SECURITY.md to what is there: each threat names what shows
// that it does no harm, and each test and script that it names exists.
func TestThreats(t *testing.T) {
	var code = regexp.MustCompile("`([^`]+)`")
	named := regexp.MustCompile(`^([a-z/]+):((?:Test|Fuzz)[A-Za-z0-9]+)$`)
	rows := 0
	for _, l := range strings.Split(read(t, "../.github/SECURITY.md"), "\n") {
		cells := strings.Split(strings.Trim(l, "| "), " | ")
		if !strings.HasPrefix(l, "| ") || cells[0] == "threat" {
			continue
		}
		rows++
		if len(cells) != 3 || !code.MatchString(cells[2]) {
			t.Errorf("nothing shows it: %s", l)
			continue
		}
		for _, m := range code.FindAllStringSubmatch(cells[2], -1) {
			if strings.HasPrefix(m[1], ".ci/") {
				if _, err := os.Stat(filepath.Join("..", m[1])); err != nil {
					t.Errorf("%s: %v", cells[0], err)
				}
			} else if n := named.FindStringSubmatch(m[1]); n == nil || !hasTest(t, n[1], n[2]) {
				t.Errorf("%s: there is no test %s", cells[0], m[1])
			}
		}
	}
	if rows < 40 {
		t.Errorf("SECURITY.md has %d threats", rows)
	}
}

// hasTest reports whether a package has a test or fuzz target.
func hasTest(t *testing.T, dir, name string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", dir, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if strings.Contains(read(t, f), "\nfunc "+name+"(") {
			return true
		}
	}
	return false
}
