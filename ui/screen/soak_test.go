package screen

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/keys"
	"readout/ui/pane"
)

var soakKeys = flag.Int("keys", 250, "how many keys each part of the soak presses")

// TestSoakTwoWindows lets two windows on one archive run at random, resized at
// random, while refreshes pull new articles. Nothing may panic, no line may
// lose its width, moving and scrolling may mark nothing read, and when all is
// closed no goroutine may be left.
func TestSoakTwoWindows(t *testing.T) {
	n := *soakKeys
	if testing.Short() {
		n = 200
	}
	before := runtime.NumGoroutine()
	t.Run("idle", func(t *testing.T) {
		windows := soak(t, n, "j k g G tab [ ] 1 2 3 4 5 6 7 N ctrl+d ctrl+u space b ? esc f / up down left home end pgup pgdown z O . S v shift+down shift+up shift+left ;")
		unopened(t, windows[0])
	})
	t.Run("acting", func(t *testing.T) {
		windows := soak(t, n, "j k G tab enter enter m s u u ctrl+r A n N 2 5 7 v enter J D esc z S O . t p e c w g g h g n g u F W q : f space")
		sameState(t, windows)
	})
	for range 1_000_000 { // what was told to end needs a moment
		if runtime.NumGoroutine() <= before {
			return
		}
		runtime.Gosched()
	}
	buf := make([]byte, 1<<20)
	t.Errorf("%d goroutines before, %d after:\n%s", before, runtime.NumGoroutine(), buf[:runtime.Stack(buf, true)])
}

// soak presses n keys at random, by turns in two windows.
func soak(t *testing.T, n int, names string) [2]*driver {
	dir := t.TempDir()
	if err := fill(dir); err != nil {
		t.Fatal(err)
	}
	feed := filepath.Join(dir, "wire.xml")
	list := fmt.Sprintf(`<opml version="2.0"><body><outline type="rss" text="Wire" xmlUrl="file://%s"/></body></opml>`, filepath.ToSlash(feed))
	if err := os.WriteFile(filepath.Join(dir, "feeds.opml"), []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	var windows [2]*driver
	for i := range windows {
		d, err := desk.Open(context.Background(), desk.Home{Config: dir, Data: dir, Now: func() time.Time { return morning }})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		windows[i] = openOn(t, d, 120, 30, Options{})
	}
	r := rand.New(rand.NewPCG(3, 5))
	pressed := strings.Fields(names)
	for i := range n {
		v := windows[r.IntN(2)]
		switch r.IntN(40) {
		case 0:
			v.send(tea.WindowSizeMsg{Width: r.IntN(210), Height: r.IntN(60)})
		case 1:
			v.send(tea.MouseWheelMsg{X: r.IntN(210), Y: r.IntN(60), Button: tea.MouseWheelDown})
		case 2:
			writeWire(t, feed, i)
			v.send(pane.RefreshFeeds{Force: true})
		case 3:
			gen, err := v.desk.Generation(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			v.send(polled{gen: gen})
		case 4:
			v.send(tea.MouseClickMsg{X: r.IntN(210), Y: r.IntN(60), Button: tea.MouseRight})
			v.send(tea.MouseMotionMsg{X: r.IntN(210), Y: r.IntN(60), Button: tea.MouseLeft})
		default:
			v.press(pressed[r.IntN(len(pressed))])
		}
	}
	return windows
}

// sameState fails where two windows, both up to date, show an article
// differently from each other or from the archive.
func sameState(t *testing.T, windows [2]*driver) {
	t.Helper()
	var shown [2]string
	for i, v := range windows {
		for range 8 { // out of whatever is open
			v.press("esc")
		}
		v.send(tea.WindowSizeMsg{Width: 120, Height: 200})
		v.zen = false
		v.press("g", "a", "g", "h")
		v.send(polled{gen: -1})
		v.press(".", "F")
		for n := 0; n < 5 && v.panes[keys.List].Title() != "Articles newest first"; n++ {
			v.press("S")
		}
		if title := v.panes[keys.List].Title(); title != "Articles newest first" {
			t.Fatalf("the list is %q:\n%s", title, v.screen())
		}
		v.press("g", "g")
		shown[i] = v.pane(keys.List)
	}
	if shown[0] != shown[1] {
		t.Errorf("one window shows\n%s\nthe other\n%s", shown[0], shown[1])
	}
	l, err := windows[0].desk.List(context.Background(), query.Query{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := windows[0].desk.Rows(context.Background(), l.Keys[:min(len(l.Keys), 60)])
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows[:20] {
		title := r.Title[:min(len(r.Title), 12)]
		for _, line := range strings.Split(shown[0], "\n") {
			if strings.Contains(line, r.Title) && strings.Contains(line, "●") == r.Read {
				t.Errorf("%s: read %v, and the screen shows %q", title, r.Read, line)
			}
		}
	}
}

// unopened fails when something was marked read: none of the keys opens an article.
func unopened(t *testing.T, v *driver) {
	t.Helper()
	v.showText("")
	rows, err := v.desk.List(context.Background(), v.query, 0)
	if err != nil {
		t.Fatal(err)
	}
	unread, err := v.desk.Unread(context.Background(), rows.Keys)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows.Keys) <= 12 || len(unread) != len(rows.Keys) {
		t.Errorf("%d of %d articles are unread; nothing was opened", len(unread), len(rows.Keys))
	}
}

// writeWire writes a feed whose newest article is the i-th.
func writeWire(t *testing.T, path string, i int) {
	t.Helper()
	var b strings.Builder
	b.WriteString(`<rss version="2.0"><channel><title>Wire</title>`)
	for k := max(0, i-5); k <= i; k++ {
		fmt.Fprintf(&b, "<item><title>Harbour fee number %d is argued over 国</title><guid>w%d</guid><description>Envoys met on fee %d and agreed on nothing at all.</description></item>", k, k, k)
	}
	b.WriteString("</channel></rss>")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
}
