package pull

import (
	"bufio"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"

	"readout/feeds/clean"
)

// raw answers each request with the same bytes, whatever they are.
func raw(t *testing.T, answer string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			r := bufio.NewReader(conn)
			for line, err := r.ReadString('\n'); err == nil && strings.TrimSpace(line) != ""; line, err = r.ReadString('\n') {
			}
			io.WriteString(conn, answer)
			conn.Close()
		}
	}()
	return l.Addr().String()
}

// What a server writes into its status line, its headers and its redirects is
// never part of a sentence, but the name of a host that it sends on to.
func TestHostileAnswers(t *testing.T) {
	for answer, want := range map[string]string{
		"HTTP/1.1 503 \x1b]0;owned\x07\x1b[31m\r\nContent-Length: 0\r\n\r\n": "a fault of its own (503)",
		"HTTP/1.1 999 \u202e\u009b31m\r\nContent-Length: 0\r\n\r\n":          "a fault of its own (999)",
		"HTTP/1.1 200 OK\r\nX: \x1b[31m\r\n\r\n<rss/>":                       "not HTTP",
		"HTTP/1.1 200 OK\r\n\x1b[31m: x\r\n\r\n<rss/>":                       "not HTTP",
		"\x1b]0;x\x07 hello\r\n\r\n":                                         "not HTTP",
		"":                                                                   "without an answer",
		"HTTP/1.1 301 x\r\nLocation: http://127.0.0.1/\x1b]0;x\x07\r\nContent-Length: 0\r\n\r\n":                    "not HTTP",
		"HTTP/1.1 301 x\r\nLocation: javascript:alert(1)\r\nContent-Length: 0\r\n\r\n":                              "not a web address",
		"HTTP/1.1 301 x\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n":                               "not a web address",
		"HTTP/1.1 301 x\r\nLocation: http://\u202eev\u200bil\u009b.example/\r\nContent-Length: 0\r\n\r\n":           "look for the feed",
		"HTTP/1.1 301 x\r\nLocation: http://" + strings.Repeat("a.", 120) + "example/\r\nContent-Length: 0\r\n\r\n": "a name that was not found",
		"HTTP/1.1 301 x\r\nLocation: http://169.254.169.254/latest\r\nContent-Length: 0\r\n\r\n":                    "leads to a private address",
		"HTTP/1.1 200 OK\r\nContent-Encoding: \u009b31m\r\nContent-Length: 3\r\n\r\nabc":                            "packed in a way",
		"HTTP/1.1 401 x\r\nWWW-Authenticate: Basic realm=\"\u202epassword\"\r\nContent-Length: 0\r\n\r\n":           "user name and a password",
	} {
		addr := raw(t, answer)
		e := failure(t, client(addr), "http://"+addr+"/feed")
		said := e.Error()
		if !strings.Contains(said, want) || len(said) > 300 {
			t.Errorf("%q: %q, want %q", answer, said, want)
		}
		if strings.ContainsFunc(said, func(r rune) bool { return !clean.Safe(r) }) || strings.Contains(said, "owned") || strings.Contains(said, "realm") {
			t.Errorf("%q is shown: %q", answer, said)
		}
	}
	addr := raw(t, "HTTP/1.1 200 OK\r\nETag: \"\u009b31m\"\r\nLast-Modified: \u202e\r\nRetry-After: \u009b\r\nContent-Length: 6\r\n\r\n<rss/>")
	if r := get(t, client(addr), "http://"+addr+"/"); r.Validators != (Validators{}) || r.Wait != 0 || string(r.Body) != "<rss/>" {
		t.Errorf("got %+v", r)
	}
}

// A host holds no character that deceives and cannot be looked up.
func TestHostsOfAddresses(t *testing.T) {
	for in, want := range map[string]string{
		"http://xa\u202eb.example/": "", "http://x\u009b31m.example/": "", "http://a$(id).example/": "", "http://a%1b[31m.example/": "",
		"http://a_b.example/": "http://a_b.example/", "http://аррӏе.com/": "http://xn--80ak6aa92e.com/", "http://１２７.0.0.1/": "http://127.0.0.1/",
		"http://[::1]:8080/x": "http://[::1]:8080/x", "http://A_B.example": "http://a_b.example/",
	} {
		if got, _, err := Address(in); got != want || (err != nil) != (want == "") {
			t.Errorf("Address(%q) = %q, %v; want %q", in, got, err, want)
		}
	}
}

// A decoder that panics costs one answer.
func TestPanicIsAnAnswersFault(t *testing.T) {
	c := client("127.0.0.1")
	c.guarded = breaking{}
	_, err := c.Get(t.Context(), Request{URL: "http://127.0.0.1/feed"})
	var e *StatusError
	if !errors.As(err, &e) || e.Kind != KindEncoding || strings.Contains(e.Error(), "\x1b") {
		t.Errorf("error %v", err)
	}
	c.guarded, c.relayed = c.transports()
	addr := raw(t, "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>")
	if r := get(t, client(addr), "http://"+addr+"/"); r.Status != 200 {
		t.Errorf("afterwards %+v", r)
	}
}

type breaking struct{}

func (breaking) RoundTrip(*http.Request) (*http.Response, error) { panic("\x1b]0;x\a") }
