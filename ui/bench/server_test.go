//go:build bench && linux

package bench

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// What is served: 200 feeds of 50 items.
const (
	feedCount = 200
	perFeed   = 50
)

// outlets is a loopback server of feeds. The zero trouble is none.
type outlets struct {
	*httptest.Server
	docs    [feedCount]string
	latency time.Duration // before each answer
	edition atomic.Int64  // part of the validators: another one, and all is sent again
	failing int           // of every ten feeds, so many fail: by turns with status 500, a hang-up, or silence
}

func serve(t *testing.T) *outlets {
	t.Helper()
	o := &outlets{}
	for f := range feedCount {
		var b strings.Builder
		fmt.Fprintf(&b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>Outlet %d</title><link>https://outlet%d.example/</link><description>News</description>\n", f, f)
		for i := range perFeed {
			n := i*feedCount + f
			b.WriteString(generate(n).item(n))
		}
		b.WriteString("</channel></rss>\n")
		o.docs[f] = b.String()
	}
	o.Server = httptest.NewUnstartedServer(http.HandlerFunc(o.answer))
	all, err := net.Listen("tcp4", "0.0.0.0:0") // the whole loopback network, a host a feed
	if err != nil {
		t.Fatal(err)
	}
	o.Listener.Close()
	o.Listener = all
	o.Start()
	t.Cleanup(func() { o.CloseClientConnections(); o.Close() })
	return o
}

func (o *outlets) answer(w http.ResponseWriter, r *http.Request) {
	var f int
	if _, err := fmt.Sscanf(r.URL.Path, "/%d.xml", &f); err != nil || f < 0 || f >= feedCount {
		http.NotFound(w, r)
		return
	}
	pause(r, o.latency)
	if f%10 < o.failing {
		switch f / 10 % 3 {
		case 0:
			http.Error(w, "out of order", http.StatusInternalServerError)
		case 1:
			panic(http.ErrAbortHandler)
		default:
			pause(r, time.Minute)
		}
		return
	}
	w.Header().Set("Content-Type", "application/rss+xml")
	w.Header().Set("ETag", fmt.Sprintf(`"v%d-%d"`, f, o.edition.Load()))
	http.ServeContent(w, r, "", time.Time{}, strings.NewReader(o.docs[f]))
}

// pause waits, or until the client has gone.
func pause(r *http.Request, d time.Duration) {
	if d == 0 {
		return
	}
	select {
	case <-time.After(d):
	case <-r.Context().Done():
	}
}

// feed is the address of a feed: each has a host of its own, as outlets do.
func (o *outlets) feed(f int) string {
	return fmt.Sprintf("http://127.0.1.%d:%d/%d.xml", f+1, o.Listener.Addr().(*net.TCPAddr).Port, f)
}

// home is a new folder with the feed list of the server.
func (o *outlets) home(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	var b strings.Builder
	b.WriteString("<opml version=\"2.0\"><body>\n")
	for f := range feedCount {
		fmt.Fprintf(&b, "<outline type=\"rss\" text=\"Outlet %d\" xmlUrl=\"%s\"/>\n", f, o.feed(f))
	}
	b.WriteString("</body></opml>\n")
	write(t, filepath.Join(dir, "feeds.opml"), b.String())
	write(t, filepath.Join(dir, "config.toml"), "allow_private = true\n")
	return dir
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
