package desk

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"readout/briefing/query"
	"readout/feeds"
	"readout/feeds/opml"
)

var morning = time.Date(2026, 3, 4, 6, 40, 0, 0, time.UTC)

// clock is a clock that tests move.
type clock struct{ t atomic.Int64 }

func newClock() *clock {
	c := &clock{}
	c.t.Store(morning.Unix())
	return c
}

func (c *clock) now() time.Time          { return time.Unix(c.t.Load(), 0).UTC() }
func (c *clock) advance(d time.Duration) { c.t.Add(int64(d / time.Second)) }

// rss is a feed document with items named by their numbers.
func rss(title string, items ...int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0"?><rss version="2.0"><channel><title>%s</title><link>https://news.example/</link>`, title)
	for _, n := range items {
		fmt.Fprintf(&b, `<item><guid>%s-%d</guid><title>Item %d of %s</title><link>https://news.example/%s/%d</link>
			<pubDate>Wed, 04 Mar 2026 0%d:00:00 GMT</pubDate><description>The committee met on matter %d and adjourned.</description></item>`,
			title, n, n, title, title, n, n%6, n)
	}
	b.WriteString("</channel></rss>")
	return b.String()
}

// home makes a home folder that subscribes to addresses.
func home(t *testing.T, c *clock, urls ...string) Home {
	t.Helper()
	dir := t.TempDir()
	var subs []feeds.Subscription
	for _, u := range urls {
		subs = append(subs, feeds.Subscription{URL: u})
	}
	var b strings.Builder
	if err := opml.Write(&b, "Test", subs); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "feeds.opml"), []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return Home{Config: dir, Data: dir, Now: c.now, AllowPrivate: []string{"1"}}
}

func openDesk(t *testing.T, h Home) *Desk {
	t.Helper()
	d, err := Open(context.Background(), h)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func refresh(t *testing.T, d *Desk, o RefreshOptions) Report {
	t.Helper()
	r, err := d.Refresh(context.Background(), o, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func fileURL(path string) string { return "file://" + filepath.ToSlash(path) }

func writeTemp(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// server serves feeds by path, with ETags, and counts the requests that were
// answered whole.
type server struct {
	*httptest.Server
	mu     sync.Mutex
	bodies map[string]string
	whole  atomic.Int64
	asked  func(path string) // called with each request; nil = not
}

func newServer(t *testing.T) *server {
	s := &server{bodies: map[string]string{}}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.asked != nil {
			s.asked(r.URL.Path)
		}
		s.mu.Lock()
		body, ok := s.bodies[r.URL.Path]
		s.mu.Unlock()
		tag := fmt.Sprintf(`"%x"`, len(body))
		switch {
		case !ok && r.URL.Path == "/gone":
			w.WriteHeader(http.StatusGone)
		case !ok && r.URL.Path == "/moved":
			http.Redirect(w, r, "/new", http.StatusMovedPermanently)
		case !ok:
			http.NotFound(w, r)
		case r.Header.Get("If-None-Match") == tag:
			w.WriteHeader(http.StatusNotModified)
		default:
			s.whole.Add(1)
			w.Header().Set("ETag", tag)
			w.Header().Set("Content-Type", "application/rss+xml")
			fmt.Fprint(w, body)
		}
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *server) set(path, body string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bodies[path] = body
}

func listed(t *testing.T, d *Desk, q string) []string {
	t.Helper()
	parsed, err := query.Parse(q)
	if err != nil {
		t.Fatal(err)
	}
	l, err := d.List(context.Background(), parsed, 0)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := d.Rows(context.Background(), l.Keys)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range rows {
		out = append(out, r.Title)
	}
	return out
}

func mustParse(s string) query.Query {
	q, err := query.Parse(s)
	if err != nil {
		panic(err)
	}
	return q
}

// Tasks may begin while the desk is closed: Close waits for those that have,
// and the others end at once.
func TestTasksBeginWhileTheDeskIsClosed(t *testing.T) {
	d := openDesk(t, home(t, newClock()))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 200 {
				_, done := d.begin(t.Context())
				done()
			}
		})
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
	wg.Wait()
	ctx, done := d.begin(t.Context())
	defer done()
	if ctx.Err() == nil {
		t.Error("a task began on a closed desk")
	}
}
