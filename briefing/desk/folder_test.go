package desk

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// What interrupted exports and editions left goes; what else begins like it stays.
func TestSweep(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{".readout-a.md", ".readout-edition.txt", ".readout-edition.json", ".readout-rc", "a.md"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	f, err := openFolder(dir, func() time.Time { return time.Now().Add(2 * time.Hour) })
	if err != nil {
		t.Fatal(err)
	}
	defer f.root.Close()
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 2 || left[0].Name() != ".readout-rc" || left[1].Name() != "a.md" {
		t.Errorf("left: %v, %v", left, err)
	}
}
