//go:build e2e

package ui

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// terminal is the program in a real terminal: a detached tmux session.
type terminal struct {
	t      *testing.T
	socket string
}

// build compiles the program once for all tests of the run.
func build(t *testing.T) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "readout")
	cmd := exec.Command("go", "build", "-o", bin, "..")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("building: %v\n%s", err, out)
	}
	return bin
}

func start(t *testing.T, size [2]string, home string, args ...string) *terminal {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("tmux is absent: no real terminal to test in")
	}
	term := &terminal{t, fmt.Sprintf("readout-%s-%d", strings.ReplaceAll(t.Name(), "/", "-"), os.Getpid())}
	// The pane stays when the program ends, so that its end can be seen.
	script := `"$@"; printf '[exited]'; read -r _`
	term.tmux(append([]string{"-f", "/dev/null", "new-session", "-d", "-x", size[0], "-y", size[1], "sh", "-c", script, "sh", "env", "READOUT_HOME=" + home, "READOUT_NOW=2026-03-04T06:40:00Z"}, args...)...)
	t.Cleanup(func() { _ = exec.Command("tmux", "-L", term.socket, "kill-server").Run() })
	return term
}

func (x *terminal) tmux(args ...string) string {
	x.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-L", x.socket}, args...)...).CombinedOutput()
	if err != nil {
		x.t.Fatalf("tmux %v: %v\n%s", args, err, out)
	}
	return string(out)
}

func (x *terminal) screen() string { return x.tmux("capture-pane", "-p") }

func (x *terminal) press(keys ...string) { x.tmux(append([]string{"send-keys"}, keys...)...) }

// await polls the screen until it shows the words; a terminal has no event to wait for.
func (x *terminal) await(words string) { x.t.Helper(); x.poll(words, true) }

// gone polls the screen until it no longer shows the words. After Escape it
// also keeps the next key from being read as one with Alt.
func (x *terminal) gone(words string) { x.t.Helper(); x.poll(words, false) }

func (x *terminal) poll(words string, shown bool) {
	x.t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for range 6000 { // two minutes: a slow machine is no failure
		if strings.Contains(x.screen(), words) == shown {
			return
		}
		<-tick.C
	}
	x.t.Fatalf("waiting for %q to be shown: %v; the screen:\n%s", words, shown, x.screen())
}

// E2E tests read as a user's morning. Each runs at the sizes people have.
var sizes = [][2]string{{"200", "50"}, {"120", "30"}, {"80", "24"}, {"60", "20"}}

func TestE2EDemo(t *testing.T) {
	bin := build(t)
	for _, size := range sizes {
		t.Run(size[0]+"x"+size[1], func(t *testing.T) {
			home := filepath.Join(t.TempDir(), "home")
			x := start(t, size, home, bin, "--demo")
			x.await("SAMPLE")
			x.press("f")
			x.await("Filter by")
			x.press("-l", "icc")
			x.await("International Criminal")
			x.press("Enter")
			x.gone("Filter by")
			x.press("F")
			x.press("/")
			x.press("-l", "warrant")
			x.await("arrest")
			x.press("Enter")
			x.press("Enter")
			x.await("Bottom line")
			x.press("2")
			x.await("✓")
			x.press("?")
			x.await("Help for")
			x.press("Escape")
			x.gone("Help for")
			x.press("q", "q", "q", "q")
			x.await("[exited]")
			if _, err := os.Stat(home); !os.IsNotExist(err) {
				t.Errorf("the sample edition wrote to %s", home)
			}
		})
	}
}

// feedHome is a home with one local feed of two articles.
func feedHome(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	feed := filepath.Join(dir, "wire.xml")
	write(t, feed, `<rss version="2.0"><channel><title>Lunde Wire</title>
<item><title>Harbour reopens in Port Lunde</title><link>https://wire.example/harbour</link><guid isPermaLink="false">w1</guid><pubDate>Tue, 03 Mar 2026 09:00:00 GMT</pubDate><description>The harbour of Port Lunde reopened on Monday. "Ships may enter at any hour of the day," said harbour master Ole Brandt.</description></item>
<item><title>Court to sit on Friday</title><link>https://wire.example/court</link><guid isPermaLink="false">w2</guid><pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate><description>The International Criminal Court will sit on Friday to hear the appeal in The Hague.</description></item>
</channel></rss>`)
	home := filepath.Join(dir, "home")
	if err := os.MkdirAll(home, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(home, "feeds.opml"), `<opml version="2.0"><body><outline text="Wire" type="rss" xmlUrl="file://`+feed+`"/></body></opml>`)
	return home
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestE2EMorning refreshes behind the first screen, reads, writes a note,
// exports it, and finds everything again the next time.
func TestE2EMorning(t *testing.T) {
	bin := build(t)
	home := feedHome(t)
	x := start(t, [2]string{"120", "30"}, home, bin)
	x.await("Court to sit on Friday")
	x.press("/")
	x.press("-l", "harbour")
	x.await("Harbour reopens")
	x.press("Enter", "Enter")
	x.await("Ole Brandt")
	x.press("s")
	x.await("tarred")
	x.press("c")
	x.await("Note on")
	x.press("-l", "Ask the embassy about pilots.")
	x.await("kept")
	x.press("Escape")
	x.gone("Note on")
	x.press("e")
	x.await(".md")
	notes, err := filepath.Glob(filepath.Join(home, "notes", "*.md"))
	if err != nil || len(notes) != 1 {
		t.Fatalf("exported %v (%v), want one note", notes, err)
	}
	body, err := os.ReadFile(notes[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"# Harbour reopens in Port Lunde", "Ships may enter at any hour of the day", "Ole Brandt", "Ask the embassy about pilots."} {
		if !strings.Contains(string(body), words) {
			t.Errorf("the note lacks %q:\n%s", words, body)
		}
	}
	x.press("q", "q", "q", "q")
	x.await("[exited]")

	out, err := exec.Command(bin, "--home", home, "list", "is:starred", "has:note", "--format", "jsonl").CombinedOutput()
	if err != nil || !strings.Contains(string(out), "Harbour reopens") {
		t.Errorf("the star and the note are gone: %v\n%s", err, out)
	}
}

// TestE2ENoNetwork opens a first run where no feed can be pulled: the sample
// edition is shown and says so, and every failure has its reason.
func TestE2ENoNetwork(t *testing.T) {
	bin := build(t)
	home := feedHome(t)
	write(t, filepath.Join(home, "feeds.opml"), `<opml version="2.0"><body><outline text="Gone" type="rss" xmlUrl="file:///nowhere/feed.xml"/></body></opml>`)
	x := start(t, [2]string{"120", "30"}, home, bin)
	x.await("SAMPLE")
	x.press("!")
	x.await("Gone")
}
