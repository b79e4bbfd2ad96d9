package desk

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"readout/briefing/archive"
	"readout/feeds/pull"
)

var kills = flag.Int("kills", 8, "processes that TestKillLosesNothing kills")

// TestMain lets the test binary be the process that is killed. A proxy of the
// machine would answer in the place of the network that some tests take away.
func TestMain(m *testing.M) {
	for _, name := range []string{"HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"} {
		os.Unsetenv(name)
	}
	if dir := os.Getenv("READOUT_TEST_VICTIM"); dir != "" {
		victim(dir, victims[os.Getenv("READOUT_TEST_DOING")])
		return
	}
	os.Exit(m.Run())
}

// victims are what a process does when it is killed: one round of it.
var victims = map[string]func(ctx context.Context, d *Desk, round int) error{
	"refresh": refreshAndExport,
	"export":  exportAnew,
	"typing":  typeNote,
	"nothing": func(context.Context, *Desk, int) error {
		_, err := io.Copy(io.Discard, os.Stdin) // until its parent has enough of it
		return errors.Join(err, io.EOF)
	},
}

// victim does the same over and over until it is killed.
func victim(dir string, do func(context.Context, *Desk, int) error) {
	ctx := context.Background()
	d, err := Open(ctx, Home{Config: dir, Data: dir, Now: newClock().now})
	fmt.Println("READY")
	for round := 1; err == nil; round++ {
		err = do(ctx, d, round)
	}
	fmt.Println("ERROR", err)
	os.Exit(1)
}

func refreshAndExport(ctx context.Context, d *Desk, _ int) error {
	if _, err := d.Refresh(ctx, RefreshOptions{Force: true}, nil); err != nil {
		return err
	}
	l, err := d.List(ctx, mustParse("is:unread"), 20)
	if err == nil {
		d.Mark(ctx, l.Keys, Read)
		_, err = d.ExportNotes(ctx, l.Keys, "")
	}
	d.Undo(ctx)
	return err
}

// A process that refreshes, marks and exports is killed at random moments: the
// archive opens whole, a feed that counts as unchanged has all its articles,
// no article comes twice, no note is half written.
func TestKillLosesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	const files, each = 6, 40
	var urls []string
	for f := range files {
		var items []int
		for i := range each {
			items = append(items, i)
		}
		urls = append(urls, fileURL(writeTemp(t, "feed.xml", rss(fmt.Sprintf("feed%d", f), items...))))
	}
	h := home(t, newClock(), urls...)
	r := rand.New(rand.NewPCG(7, uint64(*kills)))
	for range *kills {
		killOnce(t, h, "refresh", time.Duration(r.IntN(120))*time.Millisecond)
		checkWhole(t, h, each)
	}
	d := openDesk(t, h)
	refresh(t, d, RefreshOptions{Force: true})
	if got := listed(t, d, ""); len(got) != files*each {
		t.Errorf("%d articles, want %d", len(got), files*each)
	}
}

// killOnce kills a process at a moment of what it is doing, and returns the
// last line that it said.
func killOnce(t *testing.T, h Home, doing string, after time.Duration) (said string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "READOUT_TEST_VICTIM="+h.Data, "READOUT_TEST_DOING="+doing)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() && lines.Text() != "READY" {
		t.Errorf("the process said %s", lines.Text())
	}
	kill := time.AfterFunc(after, func() { _ = cmd.Process.Kill() }) // it may have ended by itself
	defer kill.Stop()
	for lines.Scan() {
		if said = lines.Text(); strings.HasPrefix(said, "ERROR") {
			t.Errorf("the process said %s", said)
		}
	}
	_ = cmd.Wait() // killed
	return said
}

func checkWhole(t *testing.T, h Home, each int) {
	t.Helper()
	ctx := context.Background()
	in, err := archive.Inspect(ctx, h.archive())
	if err != nil || in.Wrong != "" {
		t.Fatalf("archive after the kill: %+v, %v", in, err)
	}
	d, err := Open(ctx, h)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	states, err := d.archive.Feeds(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for url, s := range states {
		if s.Validators != (pull.Validators{}) && s.Articles != each {
			t.Errorf("%s counts as unchanged and has %d articles", url, s.Articles)
		}
	}
	notes, _ := os.ReadDir(d.NotesDir())
	for _, n := range notes {
		if strings.HasPrefix(n.Name(), tempPrefix) {
			continue
		}
		raw, err := os.ReadFile(d.NotesDir() + "/" + n.Name())
		if err != nil || !strings.HasSuffix(string(raw), " -->\n") {
			t.Errorf("half a note: %s, %v", n.Name(), err)
		}
	}
}
