package archive

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

var kills = flag.Int("kills", 6, "processes that TestKillWhileMigrating kills")

// slowStep is a migration that takes a while and touches every article.
const slowStep = `CREATE TABLE extra (article INTEGER PRIMARY KEY, words TEXT NOT NULL);
	INSERT INTO extra WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT a.id * 2000 + n.i, hex(randomblob(8)) FROM articles a, n;
	DELETE FROM extra WHERE article % 2000 <> 0;
	ALTER TABLE articles ADD COLUMN extra INTEGER NOT NULL DEFAULT 0;
	UPDATE articles SET extra = 1;`

// next opens an archive as the next version of the program would.
func next(path string) (*Archive, error) {
	a := newArchive(path, Options{Now: at(noon)})
	a.steps = append(append([]string{}, a.steps...), slowStep)
	return open(context.Background(), a)
}

// migrateVictim is the process that is killed.
func migrateVictim(path string) {
	fmt.Println("READY")
	a, err := next(path)
	fmt.Println("DONE", err)
	if err == nil {
		a.Close()
	}
}

// A process is killed while it brings an archive to a new version: what is
// there afterwards is the old version or the new one, whole, and the copy that
// was made before is an archive too or is not there.
func TestKillWhileMigrating(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	whole, err := os.ReadFile(closedArchive(t))
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(5, uint64(*kills)))
	old, middle := len(migrations()), 0
	for range *kills {
		path := filepath.Join(t.TempDir(), "archive.db")
		if err := os.WriteFile(path, whole, 0o600); err != nil {
			t.Fatal(err)
		}
		done := killMigration(t, path, time.Duration(r.IntN(200))*time.Millisecond)
		in, err := Inspect(context.Background(), path)
		if err != nil || in.Version != old && in.Version != old+1 || done && in.Version == old {
			t.Fatalf("after the kill: %+v, %v", in, err)
		}
		if in.Version == old {
			middle++
			checkArchive(t, openAt(t, path))
		}
		copies, _ := filepath.Glob(path + ".v*-*")
		for _, c := range copies {
			if !partName.MatchString(c) { // a copy that was not done has no name yet
				checkArchive(t, openAt(t, c))
			}
		}
		a, err := next(path)
		if err != nil {
			t.Fatal(err)
		}
		checkArchive(t, a)
		a.Close()
	}
	t.Logf("%d of %d kills came before the new version", middle, *kills)
}

// killMigration starts a migration and kills it; done says that it was too late.
func killMigration(t *testing.T, path string, after time.Duration) (done bool) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "READOUT_TEST_MIGRATE="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	lines.Scan()
	kill := time.AfterFunc(after, func() { _ = cmd.Process.Kill() }) // it may have ended by itself
	defer kill.Stop()
	for lines.Scan() {
		if done = lines.Text() == "DONE <nil>"; !done {
			t.Errorf("the process said %s", lines.Text())
		}
	}
	_ = cmd.Wait() // killed
	return done
}

// checkArchive proves that the forty articles of closedArchive are there and found.
func checkArchive(t *testing.T, a *Archive) {
	t.Helper()
	var verdict string
	if err := a.read.QueryRow("PRAGMA quick_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Errorf("%s: %s, %v", a.path, verdict, err)
	}
	if got := titles(t, a, ""); len(got) != 40 {
		t.Errorf("%s has %d articles", a.path, len(got))
	}
}

// What a copy that was cut off left goes when the next one is made, unless a
// program may still be writing it.
func TestPartsAreSwept(t *testing.T) {
	a := opened(t)
	dir := t.TempDir()
	old, young, other := filepath.Join(dir, "copy.db.7.readout-part"), filepath.Join(dir, "copy.db.8.readout-part-journal"), filepath.Join(dir, "other.7.part")
	for _, p := range []string{old, young, other} {
		if err := os.WriteFile(p, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	past := time.Now().Add(-2 * partAge)
	for _, p := range []string{old, other} {
		if err := os.Chtimes(p, past, past); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.Backup(context.Background(), filepath.Join(dir, "copy.db")); err != nil {
		t.Fatal(err)
	}
	left, _ := filepath.Glob(filepath.Join(dir, "*"))
	if want := 3; len(left) != want {
		t.Errorf("left: %v", left)
	}
}
