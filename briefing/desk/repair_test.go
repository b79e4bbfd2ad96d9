package desk

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// A damaged archive that another process has open is not renamed under it: its
// reader would go on marking and noting in the file that was set aside. Once
// that one is closed, all is mended.
func TestRepairWaitsForTheOtherWindow(t *testing.T) {
	for name, at := range map[string]int64{"a page": 5 * 4096, "the header": 0} {
		t.Run(name, func(t *testing.T) {
			h, _ := killedHome(t)
			path, ctx := h.archive(), context.Background()
			closed := heldOpen(t, h)
			f := must(os.OpenFile(path, os.O_WRONLY, 0))
			must(f.WriteAt([]byte(strings.Repeat("What was here is gone. ", 200)), at))
			f.Close()
			if _, err := Repair(ctx, h); err == nil || runtime.GOOS != "windows" && !strings.Contains(err.Error(), "another Readout has the archive open") {
				t.Errorf("Repair under an open window: %v", err)
			}
			if d, err := Open(ctx, h); err == nil {
				d.Close()
			}
			if aside := must(filepath.Glob(path + ".*-2*")); len(aside) > 0 {
				t.Errorf("set aside under an open window: %q", aside)
			}
			closed()
			said, err := Repair(ctx, h)
			if err != nil || len(said) == 0 || !strings.Contains(said[0], "kept as") {
				t.Errorf("Repair once it is closed: %q, %v", said, err)
			}
		})
	}
}

// An archive that cannot be opened, and is whole all the same, stays in its
// place: here SQLite finds a folder where its log should be.
func TestRepairLeavesAWholeArchive(t *testing.T) {
	h, _ := killedHome(t)
	if err := os.Mkdir(h.archive()+"-wal", 0o700); err != nil {
		t.Fatal(err)
	}
	said, err := Repair(t.Context(), h)
	if err == nil || len(said) > 0 {
		t.Errorf("Repair = %q, %v", said, err)
	}
	if aside := must(filepath.Glob(h.archive() + ".*-2*")); len(aside) > 0 {
		t.Errorf("set aside: %q", aside)
	}
	if err := os.Remove(h.archive() + "-wal"); err != nil {
		t.Fatal(err)
	}
	if got := listed(t, openDesk(t, h), ""); len(got) != 12 {
		t.Errorf("%d articles afterwards", len(got))
	}
}

// heldOpen has another process hold the archive of a home open until closed is called.
func heldOpen(t *testing.T, h Home) (closed func()) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "READOUT_TEST_VICTIM="+h.Data, "READOUT_TEST_DOING=nothing")
	in, out := must(cmd.StdinPipe()), must(cmd.StdoutPipe())
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	if !lines.Scan() || lines.Text() != "READY" {
		t.Errorf("the process said %s", lines.Text())
	}
	return func() {
		in.Close()
		for lines.Scan() {
		}
		_ = cmd.Wait() // it says that its input has ended
	}
}
