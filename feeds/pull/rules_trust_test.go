package pull

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"readout/feeds"
)

// Rules 15 to 23: who asks, whom to trust, what is an answer.

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
	}{{hostport, true}, {"127.0.0.1", true}, {"1", true}, {"true", true}, {"http://127.0.0.1/", true}, {"127.0.0.1:1", false}, {"localhost", false}, {"", false}} {
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
	c.keys = func(origin string) string { return map[string]string{base: "kim:pw"}[origin] }
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

func TestSaysThatAServerSpeaksNoHTTPS(t *testing.T) {
	s := httptest.NewServer(http.NotFoundHandler())
	defer s.Close()
	e := failure(t, client("127.0.0.1"), strings.Replace(s.URL, "http:", "https:", 1))
	if e.Kind != KindTLS || !strings.Contains(e.Error(), "does not speak https") {
		t.Errorf("%s: %v", e.Kind, e)
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
