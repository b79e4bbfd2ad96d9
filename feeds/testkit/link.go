package testkit

import (
	"os"
	"runtime"
	"testing"
)

// Symlink makes a symbolic link. The test is skipped on Windows, where only
// privileged users may; elsewhere a failure is one.
func Symlink(t testing.TB, to, name string) {
	t.Helper()
	switch err := os.Symlink(to, name); {
	case err != nil && runtime.GOOS == "windows":
		t.Skipf("this user may make no symbolic links: %v", err)
	case err != nil:
		t.Fatal(err)
	}
}
