package pull

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"readout/feeds"
)

// Rules 11 to 13: how a body is read, and how hosts are paced.

// pack encodes text in a content coding.
func pack(coding, text string) []byte {
	var b bytes.Buffer
	var w io.WriteCloser
	switch coding {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "br":
		w = brotli.NewWriter(&b)
	case "zstd":
		w, _ = zstd.NewWriter(&b)
	default:
		return []byte(text)
	}
	io.WriteString(w, text)
	w.Close()
	return b.Bytes()
}

func TestRule11ContentCodings(t *testing.T) {
	const text = "<rss>one two three</rss>"
	var offered string
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		offered = r.Header.Get("Accept-Encoding")
		coding := r.URL.Path[1:]
		w.Header().Set("Content-Encoding", coding)
		if coding == "gzip,br" {
			w.Write(pack("br", string(pack("gzip", text))))
			return
		}
		if coding == "x-gzip" {
			coding = "gzip"
		}
		w.Write(pack(coding, text))
	})
	for _, coding := range []string{"gzip", "x-gzip", "br", "zstd", "identity", "gzip,br"} {
		if got := string(get(t, c, base+"/"+coding).Body); got != text {
			t.Errorf("%s: body %q", coding, got)
		}
	}
	if offered != "gzip, br, zstd" {
		t.Errorf("offered %q", offered)
	}
	if e := failure(t, c, base+"/rot13"); e.Kind != KindEncoding {
		t.Errorf("unknown coding: %v", e)
	}
}

func TestRule11DamagedContentIsSaidToBe(t *testing.T) {
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		coding := r.URL.Path[1:]
		w.Header().Set("Content-Encoding", coding)
		raw := pack(coding, strings.Repeat("<rss>words and more words</rss>", 50))
		for i := 12; i < len(raw); i += 3 {
			raw[i] ^= 0x55
		}
		w.Write(raw)
	})
	for _, coding := range []string{"gzip", "br", "zstd"} {
		if e := failure(t, c, base+"/"+coding); e.Kind != KindEncoding {
			t.Errorf("%s: %s %v", coding, e.Kind, e)
		}
	}
}

func TestRule12DecodedBytesAreCounted(t *testing.T) {
	bomb := strings.Repeat("0", 4<<20)
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", r.URL.Path[1:])
		w.Write(pack(r.URL.Path[1:], bomb))
	})
	for _, coding := range []string{"gzip", "br", "zstd", "identity"} {
		resp, err := c.Get(t.Context(), Request{URL: base + "/" + coding, MaxBytes: 1 << 20})
		if !errors.Is(err, feeds.ErrTooLarge) || resp.Body != nil {
			t.Errorf("%s: error %v, body of %d bytes", coding, err, len(resp.Body))
		}
	}
}

func TestRule12SilentServersAreLeft(t *testing.T) {
	block := func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/begins" {
			io.WriteString(w, "<rss>")
			w.(http.Flusher).Flush()
		}
		<-r.Context().Done()
	}
	for path, edit := range map[string]func(*limits){
		"/never":  func(l *limits) { l.whole = 30 * time.Millisecond },
		"/begins": func(l *limits) { l.idle = 30 * time.Millisecond },
	} {
		c, base := serve(t, block)
		edit(&c.limits)
		if e := failure(t, c, base+path); e.Kind != KindTimeout {
			t.Errorf("%s: %s %v", path, e.Kind, e)
		}
	}
}

func TestRule12HugeHeadersAreRefused(t *testing.T) {
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Long", strings.Repeat("x", 300<<10))
		feed(w, r)
	})
	failure(t, c, base)
}

func TestRule13AFewAtOnce(t *testing.T) {
	var mu sync.Mutex
	open, most := 0, 0
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		open++
		most = max(most, open)
		mu.Unlock()
		feed(w, r)
		mu.Lock()
		open--
		mu.Unlock()
	})
	var wg sync.WaitGroup
	for i := range 12 {
		wg.Go(func() {
			if _, err := c.Get(context.Background(), Request{URL: fmt.Sprint(base, "/", i)}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if most > 2 {
		t.Errorf("%d requests at once on one host", most)
	}
}

func TestRule13JitterIsTheSameForTheSameFeed(t *testing.T) {
	next := func(u string) time.Time { return Next(day, Rhythm{URL: u, Interval: time.Hour}) }
	a, b := next("https://a.example/feed"), next("https://b.example/feed")
	if a != next("https://a.example/feed") || a == b {
		t.Errorf("next %v and %v", a, b)
	}
	for _, n := range []time.Time{a, b} {
		if d := n.Sub(day); d < time.Hour || d > 66*time.Minute {
			t.Errorf("jitter leads to %v", d)
		}
	}
}
