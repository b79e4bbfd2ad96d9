package screen

import (
	"context"
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
	"readout/ui/pane"
)

// TestSoakTwoWindows lets two windows on one archive run at random, resized at
// random, while refreshes pull new articles. Nothing may panic, no line may
// lose its width, moving and scrolling may mark nothing read, and when all is
// closed no goroutine may be left.
func TestSoakTwoWindows(t *testing.T) {
	n := 600
	if testing.Short() {
		n = 100
	}
	before := runtime.NumGoroutine()
	t.Run("soak", func(t *testing.T) { soak(t, n) })
	for range 1_000_000 { // what was told to end needs a moment
		if runtime.NumGoroutine() <= before {
			return
		}
		runtime.Gosched()
	}
	buf := make([]byte, 1<<20)
	t.Errorf("%d goroutines before, %d after:\n%s", before, runtime.NumGoroutine(), buf[:runtime.Stack(buf, true)])
}

func soak(t *testing.T, n int) {
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
		defer d.Close()
		windows[i] = openOn(t, d, 120, 30, Options{})
		defer windows[i].stop()
	}
	r := rand.New(rand.NewPCG(3, 5))
	idle := strings.Fields("j k g G tab [ ] 1 2 3 4 5 6 N ctrl+d ctrl+u space b ? esc f / up down left home end pgup pgdown z O .")
	for i := range n {
		v := windows[r.IntN(2)]
		switch r.IntN(30) {
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
		default:
			v.press(idle[r.IntN(len(idle))])
		}
	}
	unopened(t, windows[0])
}

// unopened fails when something was marked read: none of the keys opens an article.
func unopened(t *testing.T, v *driver) {
	t.Helper()
	v.showText("")
	rows, err := v.desk.List(context.Background(), v.query, 0)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows.Keys) <= 12 || rows.Unread != len(rows.Keys) {
		t.Errorf("%d of %d articles are unread; nothing was opened", rows.Unread, len(rows.Keys))
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
