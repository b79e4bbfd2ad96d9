// Package testkit is what tests of several packages need: development data that
// lies beside a checkout, and symbolic links. It is imported by tests
// only.
package testkit

import (
	"os"
	"path/filepath"
	"testing"
)

// Shared returns the path of a file of the development data (a folder named
// "shared" beside the checkout). The test is skipped where the folder is absent.
func Shared(t testing.TB, elem ...string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; dir = filepath.Dir(dir) {
		path := filepath.Join(append([]string{dir, "shared"}, elem...)...)
		if _, err := os.Stat(path); err == nil {
			return path
		}
		if filepath.Dir(dir) == dir {
			t.Skipf("development data absent: no %s beside this checkout", filepath.Join(elem...))
		}
	}
}
