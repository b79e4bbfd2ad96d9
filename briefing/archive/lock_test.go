package archive

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// refreshes reports whether a refresh of an archive can begin at once.
func refreshes(a *Archive) bool {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	release, err := a.LockRefresh(ctx, cancel)
	if err == nil {
		release()
	}
	return err == nil
}

// lockBystander is another process that would refresh.
func lockBystander(path string) {
	a, err := Open(context.Background(), path, Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer a.Close()
	fmt.Println(refreshes(a))
}

// A process that closes a file gives up all locks that it has on it
// (POSIX, fcntl), so a second refresh of one process must not open the lock's
// file beside SQLite.
func TestRefreshLockHoldsInAllProcesses(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	path := closedArchive(t)
	a, same := openAt(t, path), openAt(t, path)
	release, err := a.LockRefresh(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := func() string {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "READOUT_TEST_LOCK="+path)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return strings.TrimSpace(string(out))
	}
	if refreshes(a) || refreshes(same) {
		t.Error("two refreshes at once in one process")
	}
	if got := elsewhere(); got != "false" {
		t.Errorf("another process refreshes at once: %s", got)
	}
	release()
	if got := elsewhere(); got != "true" {
		t.Errorf("another process cannot refresh afterwards: %s", got)
	}
}
