package archive

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
)

// FuzzFile proves of whatever lies in the place of an archive or is given to
// restore: it is used or refused in a sentence, a file that is set aside keeps
// its bytes, and a restore that fails leaves the present archive as it is.
func FuzzFile(f *testing.F) {
	dir := f.TempDir()
	a, err := Open(context.Background(), filepath.Join(dir, "archive.db"), Options{Now: at(noon)})
	if err != nil {
		f.Fatal(err)
	}
	if _, err := a.Put(context.Background(), FeedState{URL: feedURL}, []Briefed{article("1", "One", "The harbour.")}); err != nil {
		f.Fatal(err)
	}
	a.Close()
	whole, err := os.ReadFile(a.path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(0, []byte{}, len(whole))
	f.Add(18, []byte{9, 9}, len(whole))
	f.Add(100, bytes.Repeat([]byte{0xff}, 200), len(whole))
	f.Add(0, []byte("not a database"), 14)
	f.Add(40, []byte{0, 0, 0, 0, 255, 255, 255, 255}, 4096)
	f.Fuzz(func(t *testing.T, at int, over []byte, size int) {
		bad := bytes.Clone(whole)
		if at >= 0 && at < len(bad) {
			copy(bad[at:], over)
		}
		if size >= 0 && size < len(bad) {
			bad = bad[:size]
		}
		useDamaged(t, bad)
		restoreDamaged(t, bad, whole)
	})
}

func restoreDamaged(t *testing.T, bad, present []byte) {
	ctx, dir := context.Background(), t.TempDir()
	path, backup := filepath.Join(dir, "archive.db"), filepath.Join(dir, "backup.db")
	for p, b := range map[string][]byte{path: present, backup: bad} {
		if err := os.WriteFile(p, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, err := Restore(ctx, path, backup, noon)
	if plain(t, err); err == nil {
		return
	}
	if still, e := os.ReadFile(path); e != nil || !bytes.Equal(still, present) {
		t.Errorf("a restore that failed (%v) changed the archive: %v", err, e)
	}
}
