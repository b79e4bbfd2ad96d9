package pull

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"readout/feeds"
)

func listen6() (net.Listener, error) { return net.Listen("tcp6", "[::1]:0") }

func TestPrivate(t *testing.T) {
	for s, want := range map[string]bool{
		"127.0.0.1": true, "10.0.0.1": true, "172.16.0.1": true, "172.32.0.1": false, "192.168.1.1": true, "169.254.169.254": true,
		"100.64.0.1": true, "100.128.0.1": false, "0.0.0.0": true, "224.0.0.1": true, "255.255.255.255": true, "198.18.0.1": true,
		"8.8.8.8": false, "1.1.1.1": false, "2606:4700::1111": false, "2001:4860:4860::8888": false,
		"::": true, "::1": true, "::127.0.0.1": true, "::ffff:10.0.0.1": true, "::ffff:8.8.8.8": false,
		"64:ff9b::7f00:1": true, "64:ff9b::808:808": false, "64:ff9b:1::1": true, "2002:7f00:1::": true,
		"fc00::1": true, "fd12::1": true, "fe80::1%eth0": true, "fec0::1": true, "ff02::1": true, "2001:db8::1": true, "2001::1": true,
	} {
		if got := private(netip.MustParseAddr(s)); got != want {
			t.Errorf("private(%s) = %v, want %v", s, got, want)
		}
	}
	if !private(netip.Addr{}) {
		t.Error("no address at all passes")
	}
}

func TestFailuresInSentences(t *testing.T) {
	status := http.StatusOK
	c, base := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) })
	for s, want := range map[int]string{401: "user name", 403: "browser", 404: "moved", 406: "browser", 410: "gone for good", 418: "check the address", 429: "fewer requests", 500: "fault of its own", 503: "tries again", 204: "without a document", 300: "without saying where"} {
		status = s
		e := failure(t, c, base)
		if e.Status != s || !strings.Contains(e.Error(), want) || !strings.Contains(e.Error(), ":") {
			t.Errorf("%d: %q", s, e)
		}
		if lasting := s == 404 || s == 410; e.Lasting() != lasting {
			t.Errorf("%d: lasting is %v", s, e.Lasting())
		}
	}
	if e := failure(t, client("no-such.example"), "http://no-such.example/"); e.Kind != KindDNS || !strings.Contains(e.Error(), "no-such.example") {
		t.Errorf("unknown name: %s %v", e.Kind, e)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	if e := failure(t, client("127.0.0.1"), "http://"+l.Addr().String()); e.Kind != KindConnect {
		t.Errorf("closed port: %s %v", e.Kind, e)
	}
}

func TestStoppingIsNotAFailureOfTheServer(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	c, base := serve(t, func(_ http.ResponseWriter, r *http.Request) { cancel(); <-r.Context().Done() })
	_, err := c.Get(ctx, Request{URL: base})
	var e *StatusError
	if !errors.As(err, &e) || e.Kind != KindStopped || !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestLeavingHTTPSIsWarnedOf(t *testing.T) {
	trip := trip{c: client()}
	secure := &http.Request{URL: &url.URL{Scheme: "https", Host: "a.example"}}
	plain := &http.Request{URL: &url.URL{Scheme: "http", Host: "a.example"}, Header: http.Header{}}
	plain.Response = &http.Response{StatusCode: http.StatusMovedPermanently}
	if err := trip.redirect(plain, []*http.Request{secure}); err != nil || trip.warning == "" {
		t.Errorf("warning %q, error %v", trip.warning, err)
	}
	if trip.permanent != "" { // else the warning would come once only
		t.Errorf("the address that is not safe is kept: %s", trip.permanent)
	}
}

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a feed.xml")
	write := func(text string, at time.Time) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	address := (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String()
	write("<rss/>", day)
	c := New(Options{})
	first := get(t, c, address)
	if string(first.Body) != "<rss/>" || first.Status != 200 || first.Validators.ETag == "" {
		t.Errorf("got %+v", first)
	}
	again := Request{URL: address, Validators: first.Validators}
	if resp, err := c.Get(t.Context(), again); err != nil || !resp.NotModified || resp.Body != nil {
		t.Errorf("unchanged file: %+v, %v", resp, err)
	}
	write("<rdf/>", day.Add(time.Second)) // the same size
	if resp, err := c.Get(t.Context(), again); err != nil || string(resp.Body) != "<rdf/>" {
		t.Errorf("changed file: %+v, %v", resp, err)
	}
	if _, err := c.Get(t.Context(), Request{URL: address, MaxBytes: 3}); !errors.Is(err, feeds.ErrTooLarge) {
		t.Errorf("large file: %v", err)
	}
	for _, bad := range []string{"file://" + filepath.ToSlash(dir), "file:///no/such", "file://server.example/x", "file:x.xml", "file:", "file:///dev/zero", "file:///a%00b"} {
		if _, err := c.Get(t.Context(), Request{URL: bad}); err == nil {
			t.Errorf("%s was read", bad)
		}
	}
}

func TestPacesOfHostsAreApart(t *testing.T) {
	p := newPacer(1, time.Hour)
	p.now = func() time.Time { return day }
	p.sleep = func(context.Context, time.Duration) error { t.Error("waited for another host"); return nil }
	for _, h := range []string{"a:80", "b:80", "c:80"} {
		leave, err := p.enter(t.Context(), h)
		if err != nil {
			t.Fatal(err)
		}
		defer leave(true)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := p.enter(ctx, "a:80"); !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped wait gives %v", err)
	}
}

// Starts are spaced (rule 13): by the whole gap until a host is known and after
// an answer that failed, else by as long as its last answer took.
func TestRule13Spaced(t *testing.T) {
	clock := day
	var waits []time.Duration
	p := newPacer(1, 100*time.Millisecond)
	p.now = func() time.Time { return clock }
	p.sleep = func(_ context.Context, d time.Duration) error {
		waits = append(waits, d)
		clock = clock.Add(d)
		return nil
	}
	for _, x := range []struct {
		took time.Duration
		well bool
	}{{2 * time.Millisecond, true}, {30 * time.Millisecond, true}, {time.Millisecond, false}, {time.Second, true}, {0, true}} {
		leave, err := p.enter(t.Context(), "a:80")
		if err != nil {
			t.Fatal(err)
		}
		clock = clock.Add(x.took)
		leave(x.well)
	}
	if want := []time.Duration{99 * time.Millisecond}; !slices.Equal(waits, want) {
		t.Errorf("waits = %v, want %v: only after the answer that failed", waits, want)
	}
	p.most = 2
	for range 2 {
		if _, err := p.enter(t.Context(), "b:80"); err != nil {
			t.Fatal(err)
		}
	}
	if last := waits[len(waits)-1]; last != p.gap {
		t.Errorf("the second request to an unknown host waited %v", last)
	}
	if rest := p.hosts["a:80"].rest; rest != 0 {
		t.Errorf("rest after an answer at once = %v", rest)
	}
}

// Feeds of many hosts that send on to one do not all come to it at once.
func TestRule13RedirectsAreSpacedToo(t *testing.T) {
	target := httptest.NewServer(http.HandlerFunc(feed))
	defer target.Close()
	var waits []time.Duration
	for range 3 {
		c, base := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, target.URL, http.StatusFound) })
		c.allow[target.Listener.Addr().String()] = true
		c.pace.hosts[target.Listener.Addr().String()] = &host{slots: make(chan struct{}, 2), rest: time.Second, last: day}
		c.pace.now = func() time.Time { return day }
		c.pace.sleep = func(_ context.Context, d time.Duration) error {
			waits = append(waits, d)
			return nil
		}
		get(t, c, base)
	}
	if want := []time.Duration{time.Second, time.Second, time.Second}; !slices.Equal(waits, want) {
		t.Errorf("waits = %v, want %v", waits, want)
	}
}

func FuzzAddress(f *testing.F) {
	for _, s := range []string{"feed:https://a.example/x", "a.example", "http://u:p@[::1]:80/", "file:///x", "https://a.example:99999/%zz", "\x1b]52;c;\x07"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, _, err := Address(s)
		if err != nil {
			return
		}
		u, err := url.Parse(got)
		if err != nil || u.User != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
			t.Errorf("Address(%q) = %q", s, got)
		}
		if again, _, err := Address(got); err != nil || again != got {
			t.Errorf("Address(%q) = %q, %v", got, again, err)
		}
	})
}

func FuzzDecode(f *testing.F) {
	for _, coding := range []string{"gzip", "br", "zstd", "deflate"} {
		f.Add(coding, pack(coding, "<rss/>"))
	}
	f.Fuzz(func(t *testing.T, coding string, raw []byte) {
		a := &http.Response{Header: http.Header{"Content-Encoding": {coding}}, Body: io.NopCloser(strings.NewReader(string(raw)))}
		if b, _ := body(a, 1<<16); len(b) > 1<<16 {
			t.Errorf("%d bytes", len(b))
		}
	})
}
