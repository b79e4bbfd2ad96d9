package pull

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"readout/feeds"
)

// The rules that a client keeps, as RFC 9110, 9111, 6585, RSS 2.0 and the
// publishers' own pages on feed readers ask. Rules 2, 3, 14 and 22 have a
// half that belongs to whoever stores feeds.

func TestRule01ValidatorsGoBackByteForByte(t *testing.T) {
	v := Validators{ETag: `W/"a  b,'x"`, LastModified: "Wed, 4 Mar 2026 05:00:00 +0000"}
	var got []http.Header
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		got = append(got, r.Header)
		if r.Header.Get("If-None-Match") == v.ETag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("ETag", v.ETag)
		w.Header().Set("Last-Modified", v.LastModified)
		feed(w, r)
	})
	first := get(t, c, base)
	if first.Validators != v {
		t.Errorf("validators %q, want %q", first.Validators, v)
	}
	second, err := c.Get(t.Context(), Request{URL: base, Validators: first.Validators})
	if err != nil || !second.NotModified || len(second.Body) != 0 {
		t.Errorf("second answer %+v, %v, want not modified", second, err)
	}
	if _, ok := got[0]["If-None-Match"]; ok || got[0].Get("If-Modified-Since") != "" {
		t.Error("the first request invented validators")
	}
	if got[1].Get("If-None-Match") != v.ETag || got[1].Get("If-Modified-Since") != v.LastModified {
		t.Errorf("sent %q", got[1])
	}
}

func TestRule02ValidatorsOnlyOfWholeAnswers(t *testing.T) {
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		if r.URL.Path == "/new" {
			w.Header().Set("ETag", `"2"`)
			w.Header().Set("Cache-Control", "max-age=7200")
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("Content-Length", "100")
		io.WriteString(w, "half")
	})
	resp, err := c.Get(t.Context(), Request{URL: base})
	if err == nil || resp.Validators != (Validators{}) {
		t.Errorf("half an answer gave %+v, %v", resp.Validators, err)
	}
	resp, err = c.Get(t.Context(), Request{URL: base + "/new", Validators: Validators{ETag: `"1"`}})
	if err != nil || resp.Validators.ETag != `"2"` || resp.Wait != 2*time.Hour {
		t.Errorf("a 304 gave %+v, %v: its new validators and lifetime count", resp, err)
	}
}

func TestRule02OddValidatorsAreNotKept(t *testing.T) {
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"`+strings.Repeat("x", 2000)+`"`)
		w.Header().Set("Last-Modified", "mars \xe9")
		feed(w, r)
	})
	if v := get(t, c, base).Validators; v != (Validators{}) {
		t.Errorf("kept %q", v)
	}
}

func TestRule03NotModifiedIsSuccess(t *testing.T) {
	c, base := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) })
	resp, err := c.Get(t.Context(), Request{URL: base, Validators: Validators{ETag: `"1"`}})
	if err != nil || !resp.NotModified || resp.Status != 304 {
		t.Errorf("got %+v, %v", resp, err)
	}
	if _, err := c.Get(t.Context(), Request{URL: base}); err == nil {
		t.Error("a 304 that nobody asked for passes as a success")
	}
}

func TestRule04AtMostHourlyAndNeverUnderTheFloor(t *testing.T) {
	busy := Rhythm{PerWeek: 5000}
	for _, tc := range []struct {
		name string
		r    Rhythm
		want time.Duration
	}{
		{"with validators", Rhythm{PerWeek: busy.PerWeek, Conditional: true}, time.Hour},
		{"without", busy, 24 * time.Hour},
		{"user asks for a minute", Rhythm{Interval: time.Minute, Conditional: true}, 15 * time.Minute},
		{"user asks for half an hour", Rhythm{Interval: 30 * time.Minute}, 30 * time.Minute},
	} {
		if got := Next(day, tc.r).Sub(day); got != tc.want {
			t.Errorf("%s: next in %v, want %v", tc.name, got, tc.want)
		}
	}
}

func TestRule05NextIsTheLongestThatAnyoneAsks(t *testing.T) {
	hour := Rhythm{Conditional: true, PerWeek: 5000}
	for _, tc := range []struct {
		name string
		edit func(*Rhythm)
		want time.Duration
	}{
		{"ttl", func(r *Rhythm) { r.TTL = 3 * time.Hour }, 3 * time.Hour},
		{"max-age", func(r *Rhythm) { r.Wait = 5 * time.Hour }, 5 * time.Hour},
		{"max-age of a year", func(r *Rhythm) { r.Wait = month }, 24 * time.Hour},
		{"ttl of a year", func(r *Rhythm) { r.TTL = 9000 * time.Hour }, 24 * time.Hour},
		{"own interval of two days", func(r *Rhythm) { r.Interval = 48 * time.Hour; r.Wait = time.Hour }, 48 * time.Hour},
		{"skips the hours", func(r *Rhythm) { r.SkipHours = []int{7, 8} }, 3 * time.Hour},
		{"skips the day", func(r *Rhythm) { r.SkipDays = []string{"wednesday"} }, 18 * time.Hour},
		{"skips every day", func(r *Rhythm) {
			r.SkipDays = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
		}, time.Hour},
		{"slow feed", func(r *Rhythm) { r.PerWeek = 14 }, 6 * time.Hour},
		{"very slow feed", func(r *Rhythm) { r.PerWeek = 0.2 }, 24 * time.Hour},
	} {
		r := hour
		tc.edit(&r)
		if got := Next(day, r).Sub(day); got != tc.want {
			t.Errorf("%s: next in %v, want %v", tc.name, got, tc.want)
		}
	}
}

func TestRule05LifetimeOfAnAnswer(t *testing.T) {
	for _, tc := range []struct {
		header string
		want   time.Duration
	}{
		{"", 0},
		{"Cache-Control: max-age=600", 10 * time.Minute},
		{`Cache-Control: public, Max-Age="600"`, 10 * time.Minute},
		{"Cache-Control: max-age=600\nAge: 60", 9 * time.Minute},
		{"Cache-Control: max-age=60\nAge: 600", 0},
		{"Cache-Control: no-cache, max-age=600", 0},
		{"Cache-Control: max-age=-5", 0},
		{"Cache-Control: max-age=99999999999999999999", month},
		{"Expires: Wed, 04 Mar 2026 07:00:00 GMT", time.Hour},
		{"Expires: Wed, 04 Mar 2026 07:00:00 GMT\nDate: Wed, 04 Mar 2026 06:30:00 GMT", 30 * time.Minute},
		{"Expires: Wed, 04 Mar 2026 07:00:00 GMT\nCache-Control: max-age=60", time.Minute},
		{"Expires: 0", 0},
		{"Retry-After: 120", 2 * time.Minute},
	} {
		h := http.Header{}
		for line := range strings.Lines(tc.header) {
			k, v, _ := strings.Cut(strings.TrimSpace(line), ": ")
			h.Add(k, v)
		}
		if got := wait(http.StatusOK, h, day); got != tc.want {
			t.Errorf("%q: wait %v, want %v", tc.header, got, tc.want)
		}
	}
}

func TestRule06RetryAfter(t *testing.T) {
	asked := 0
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked++
		status, after, _ := strings.Cut(strings.Trim(r.URL.Path, "/"), "/")
		w.Header().Set("Retry-After", after)
		fmt.Sscan(status, &asked)
		w.WriteHeader(map[string]int{"429": 429, "503": 503}[status])
	})
	for path, want := range map[string]time.Duration{
		"/429/120": 2 * time.Minute, "/503/Wed, 04 Mar 2026 09:00:00 GMT": 3 * time.Hour,
		"/429/": 0, "/503/soon": 0, "/429/Tue, 03 Mar 2026 09:00:00 GMT": 0,
	} {
		e := failure(t, c, base+(&url.URL{Path: path}).EscapedPath())
		if e.Wait != want {
			t.Errorf("%s: wait %v, want %v", path, e.Wait, want)
		}
	}
	for failures, want := range map[int]time.Duration{1: time.Hour, 2: 2 * time.Hour, 3: 4 * time.Hour, 9: 24 * time.Hour} {
		if got := Next(day, Rhythm{Interval: time.Hour, Failures: failures}).Sub(day); got != want {
			t.Errorf("after %d failures next in %v, want %v", failures, got, want)
		}
	}
	if got := Next(day, Rhythm{Interval: time.Hour, Failures: 1, Wait: 72 * time.Hour}).Sub(day); got != 72*time.Hour {
		t.Errorf("a Retry-After of three days gives %v", got)
	}
}

func TestRule06NoSecondTryInTheSamePass(t *testing.T) {
	asked := 0
	c, base := serve(t, func(w http.ResponseWriter, _ *http.Request) { asked++; w.WriteHeader(503) })
	failure(t, c, base)
	if asked != 1 {
		t.Errorf("asked %d times", asked)
	}
}

func TestRule07FailingFeedsAreTriedDaily(t *testing.T) {
	if got := Next(day, Rhythm{Interval: time.Hour, Failures: 1000, Conditional: true}).Sub(day); got != 24*time.Hour {
		t.Errorf("after 1000 failures next in %v, want a day", got)
	}
}

func TestRule08GoneAndNotFound(t *testing.T) {
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(map[string]int{"/gone": 410, "/lost": 404}[r.URL.Path])
	})
	if e := failure(t, c, base+"/gone"); !e.Gone() || e.Status != 410 || !strings.Contains(e.Error(), "remove the feed") {
		t.Errorf("410: %+v", e)
	}
	if e := failure(t, c, base+"/lost"); e.Gone() || e.Status != 404 {
		t.Errorf("404: %+v", e)
	}
}

func TestRule09OnlyThePermanentPrefixOfAChainIsKept(t *testing.T) {
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		// the path lists the statuses still to come: /301/302/301
		status, rest, more := strings.Cut(r.URL.Path[1:], "/")
		if status == "" {
			feed(w, r)
			return
		}
		if !more {
			rest = ""
		}
		w.Header().Set("Location", "/"+rest)
		var code int
		fmt.Sscan(status, &code)
		w.WriteHeader(code)
	})
	for path, want := range map[string]string{
		"/301": "/", "/308/301": "/", "/302": "", "/303": "", "/307": "", "/301/302": "/302", "/302/301": "", "/308/301/307/301": "/307/301",
	} {
		resp := get(t, c, base+path)
		if want != "" {
			want = base + want
		}
		if resp.Permanent != want || resp.URL != base+"/" {
			t.Errorf("%s: permanent %q, want %q; url %q", path, resp.Permanent, want, resp.URL)
		}
	}
}

func TestRule10RedirectsEnd(t *testing.T) {
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		to := map[string]string{"/loop": "/loop", "/file": "file:///etc/passwd", "/ftp": "ftp://host.example/"}[r.URL.Path]
		http.Redirect(w, r, to, http.StatusFound)
	})
	for path, want := range map[string]string{"/loop": "more than 5 times", "/file": "not a web address", "/ftp": "not a web address"} {
		if e := failure(t, c, base+path); e.Kind != KindRedirect || !strings.Contains(e.Error(), want) {
			t.Errorf("%s: %v", path, e)
		}
	}
}

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

func TestRule13AFewAtOnceAndSpaced(t *testing.T) {
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
	var pauses []time.Duration
	c.pace.gap = time.Second
	c.pace.now = func() time.Time { return day }
	c.pace.sleep = func(_ context.Context, d time.Duration) error {
		mu.Lock()
		defer mu.Unlock()
		pauses = append(pauses, d)
		return nil
	}
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
	if len(pauses) != 11 {
		t.Errorf("%d pauses, want 11: %v", len(pauses), pauses)
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

func TestRule15UserAgent(t *testing.T) {
	var got string
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) { got = r.UserAgent(); feed(w, r) })
	get(t, c, base)
	if want := "Mozilla/5.0 (compatible; Readout/1.2; +https://contact.example/)"; got != want {
		t.Errorf("User-Agent %q, want %q", got, want)
	}
}

func TestRule16NoCookiesNoRefererOnlyGet(t *testing.T) {
	var last *http.Request
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		last = r
		http.SetCookie(w, &http.Cookie{Name: "id", Value: "1"})
		if r.URL.Path == "/old" {
			http.Redirect(w, r, "/new?keep=1", http.StatusMovedPermanently)
			return
		}
		feed(w, r)
	})
	get(t, c, base+"/old")
	get(t, c, base+"/new")
	if last.Header.Get("Cookie") != "" || last.Header.Get("Referer") != "" || last.Method != http.MethodGet || last.URL.RawQuery != "" {
		t.Errorf("sent %s %s %q", last.Method, last.URL, last.Header)
	}
	get(t, c, base+"/old")
	if last.Header.Get("Referer") != "" || last.Header.Get("Cookie") != "" || last.URL.RawQuery != "keep=1" {
		t.Errorf("after a redirect sent %s %q", last.URL, last.Header)
	}
}

func TestRule17PrivateAddressesAreRefused(t *testing.T) {
	_, base := serve(t, feed)
	c := client()
	port := base[strings.LastIndex(base, ":"):]
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "[::]", "169.254.169.254", "10.1.2.3", "[64:ff9b::7f00:1]", "[fe80::1]"} {
		_, err := c.Get(t.Context(), Request{URL: "http://" + host + port})
		if !errors.Is(err, feeds.ErrPrivateHost) {
			t.Errorf("%s: error %v, want ErrPrivateHost", host, err)
		}
	}
	if e := failure(t, c, base); !strings.Contains(e.Error(), "allow_private") || e.Kind != KindPrivate {
		t.Errorf("no remedy in %q", e)
	}
}

func TestRule17ARedirectNeverEarnsAPrivateAddress(t *testing.T) {
	_, inside := serve(t, feed)
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, inside, http.StatusFound) })
	if _, err := c.Get(t.Context(), Request{URL: base}); !errors.Is(err, feeds.ErrPrivateHost) {
		t.Errorf("error %v, want ErrPrivateHost", err)
	}
}

func TestRule17AHostAtATime(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(feed))
	defer s.Close()
	hostport := s.Listener.Addr().String()
	for _, tc := range []struct {
		allow string
		ok    bool
	}{{hostport, true}, {"127.0.0.1", true}, {"1", true}, {"true", true}, {"127.0.0.1:1", false}, {"localhost", false}, {"", false}} {
		_, err := client(tc.allow).Get(t.Context(), Request{URL: s.URL})
		if ok := err == nil; ok != tc.ok {
			t.Errorf("allow %q: error %v", tc.allow, err)
		}
	}
}

func TestRule18NamesAreCheckedBeforeAProxyGetsThem(t *testing.T) {
	var asked []string
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.String())
		feed(w, r)
	}))
	defer proxy.Close()
	c := client()
	c.proxy = func(*http.Request) (*url.URL, error) { return url.Parse(proxy.URL) }
	c.guarded, c.relayed = c.transports()
	get(t, c, "http://feeds.news.example/rss") // the proxy is on a private address, by the user's will
	for _, u := range []string{"http://10.0.0.1/", "http://intranet/", "http://printer.local/", "http://127.1/", "http://localhost./"} {
		if _, err := c.Get(t.Context(), Request{URL: u}); !errors.Is(err, feeds.ErrPrivateHost) {
			t.Errorf("%s: error %v, want ErrPrivateHost", u, err)
		}
	}
	if len(asked) != 1 {
		t.Errorf("the proxy was asked for %q", asked)
	}
}

func TestRule19CredentialsStayWithTheirOrigin(t *testing.T) {
	var elsewhere []string
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		elsewhere = append(elsewhere, r.Header.Get("Authorization"))
		feed(w, r)
	}))
	defer other.Close()
	var here []string
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		u, p, _ := r.BasicAuth()
		here = append(here, u+":"+p)
		if r.URL.Path == "/away" {
			http.Redirect(w, r, strings.Replace(other.URL, "http://", "http://x:y@", 1), http.StatusFound)
			return
		}
		feed(w, r)
	})
	c.allow[other.Listener.Addr().String()] = true
	withUser := strings.Replace(base, "http://", "http://ann:s3cret@", 1)
	resp := get(t, c, withUser+"/away")
	if here[0] != "ann:s3cret" || elsewhere[0] != "" {
		t.Errorf("own origin got %q, the other %q", here, elsewhere)
	}
	if strings.Contains(resp.URL, "@") {
		t.Errorf("address with user information: %q", resp.URL)
	}
	c.keys[base] = "kim:pw"
	get(t, c, base+"/")
	if here[1] != "kim:pw" {
		t.Errorf("stored credentials sent as %q", here[1])
	}
}

func TestRule19ErrorsShowNoUserInformation(t *testing.T) {
	for _, u := range []string{"http://ann:s3cret@127.0.0.1:1/x?token=t0p", "http://ann:s3cret@no-such.example/", "ftp://ann:s3cret@h.example/", "http://ann:s3cret@[::1/"} {
		if e := failure(t, client(), u); strings.Contains(e.Error(), "s3cret") || strings.Contains(e.Error(), "t0p") || strings.Contains(e.Error(), "ann") {
			t.Errorf("%q shows %q", u, e)
		}
	}
}

func TestRule20TLSErrorsArePlainAndFinal(t *testing.T) {
	asked := 0
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked++ }))
	s.Config.ErrorLog = quiet
	s.StartTLS()
	defer s.Close()
	e := failure(t, client("127.0.0.1"), s.URL)
	if e.Kind != KindTLS || !strings.Contains(e.Error(), "certificate") || asked != 0 {
		t.Errorf("%s: %v; asked %d times", e.Kind, e, asked)
	}
}

func TestRule21FeedScheme(t *testing.T) {
	for raw, want := range map[string]string{
		"feed://news.example/rss":            "http://news.example/rss",
		"feed:https://news.example/rss":      "https://news.example/rss",
		" FEED:HTTP://news.example/rss ":     "http://news.example/rss",
		"news.example":                       "https://news.example/",
		"news.example:8080/rss":              "https://news.example:8080/rss",
		"https://a:b@news.example/x#y":       "https://news.example/x",
		"https://bücher.example/":            "https://xn--bcher-kva.example/",
		"http://[2001:db8::1]:8080/feed":     "http://[2001:db8::1]:8080/feed",
		"https://news.example/a b?q=ü&x=%C3": "https://news.example/a%20b?q=ü&x=%C3",
	} {
		got, _, err := Address(raw)
		if err != nil || got != want {
			t.Errorf("Address(%q) = %q, %v, want %q", raw, got, err, want)
		}
	}
	for _, raw := range []string{"", "javascript:alert(1)", "ftp://h.example/", "http://", "mailto:a@b.example", "feed:file:///etc/passwd"} {
		if got, _, err := Address(raw); err == nil {
			t.Errorf("Address(%q) = %q, want an error", raw, got)
		}
	}
}

func TestRule22EmptyAnswersAreErrorsAndHTMLIsHandedOn(t *testing.T) {
	c, base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/html" {
			w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
			io.WriteString(w, "<rss/>")
		}
	})
	if e := failure(t, c, base+"/empty"); e.Kind != KindEmpty {
		t.Errorf("an empty answer: %v", e)
	}
	if resp := get(t, c, base+"/html"); resp.ContentType != "text/html; charset=iso-8859-1" || string(resp.Body) != "<rss/>" {
		t.Errorf("got %+v", resp)
	}
}

func TestRule23IPv6Literals(t *testing.T) {
	s := httptest.NewUnstartedServer(http.HandlerFunc(feed))
	l, err := listen6()
	if err != nil {
		t.Skip("no IPv6 on this machine")
	}
	s.Listener.Close()
	s.Listener = l
	s.Start()
	defer s.Close()
	get(t, client("::1"), s.URL)
	get(t, client(l.Addr().String()), s.URL)
}
