package desk

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"readout/feeds/testkit"
)

// Two programs write one file at the same time: it is one of the two, whole,
// and neither of them fails.
func TestTwoWriteOneFile(t *testing.T) {
	dir := t.TempDir()
	contents := [][]byte{bytes.Repeat([]byte("a"), 300_000), bytes.Repeat([]byte("b"), 200_000)}
	var wg sync.WaitGroup
	for _, c := range contents {
		f, err := openFolder(dir)
		if err != nil {
			t.Fatal(err)
		}
		wg.Go(func() {
			defer f.root.Close()
			for range 30 {
				if err := f.write("note.md", c); err != nil {
					t.Error(err)
					return
				}
				if have, err := f.read("note.md"); err != nil || !bytes.Equal(have, contents[0]) && !bytes.Equal(have, contents[1]) {
					t.Errorf("%d bytes, %v", len(have), err)
					return
				}
			}
		})
	}
	wg.Wait()
	if left, _ := filepath.Glob(filepath.Join(dir, tempPrefix+"*")); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

// What was left by a program that was killed while it wrote goes with the next
// file that is written there; what else begins like it stays.
func TestWhatWasCutOffIsSwept(t *testing.T) {
	dir := t.TempDir()
	past := time.Now().Add(-2 * tempAge)
	for _, name := range []string{".readout-A.tmp", ".readout-B.tmp", ".readout-rc", "a.tmp"} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if name == ".readout-B.tmp" {
			continue // just begun
		}
		if err := os.Chtimes(path, past, past); err != nil {
			t.Fatal(err)
		}
	}
	if err := writeFile(filepath.Join(dir, "b.md"), []byte("note")); err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, e := range must(os.ReadDir(dir)) {
		left = append(left, e.Name())
	}
	if got := strings.Join(left, " "); got != ".readout-B.tmp .readout-rc a.tmp b.md" {
		t.Errorf("left: %s", got)
	}
}

// A feed list or configuration that is a link, as in a folder of dotfiles,
// stays one.
func TestLinksOfAHomeStayLinks(t *testing.T) {
	h := home(t, newClock(), "https://news.example/a")
	elsewhere := filepath.Join(t.TempDir(), "dotfiles.toml")
	if err := os.WriteFile(elsewhere, []byte("theme = \"dark\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	testkit.Symlink(t, elsewhere, h.file("config.toml"))
	d := openDesk(t, h)
	if _, err := d.ToggleWatch("icc"); err != nil {
		t.Fatal(err)
	}
	if info := must(os.Lstat(h.file("config.toml"))); info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is a file now")
	}
	if raw := string(must(os.ReadFile(elsewhere))); !strings.Contains(raw, "icc") || !strings.Contains(raw, "dark") {
		t.Errorf("the target holds %q", raw)
	}
}
