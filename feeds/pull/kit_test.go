package pull

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"
)

// day is the clock of the tests.
var day = time.Date(2026, 3, 4, 6, 0, 0, 0, time.UTC)

// serve starts a loopback server that the returned client may fetch from.
func serve(t *testing.T, h http.HandlerFunc) (*Client, string) {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	c := client(s.Listener.Addr().String())
	t.Cleanup(c.guarded.(*http.Transport).CloseIdleConnections)
	return c, s.URL
}

// client is one with a fixed clock, no proxy and no pauses, that may fetch from the given hosts.
func client(allow ...string) *Client {
	c := New(Options{AllowPrivate: allow, Version: "1.2", Contact: "https://contact.example/", Now: func() time.Time { return day }})
	c.proxy = func(*http.Request) (*url.URL, error) { return nil, nil }
	c.names = noNames
	c.guarded, c.relayed = c.transports()
	c.pace.gap = 0
	return c
}

// noNames is a resolver that finds no name and asks nobody.
var noNames = &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
	return nil, errors.New("no network in tests")
}}

func get(t *testing.T, c *Client, address string) Response {
	t.Helper()
	resp, err := c.Get(t.Context(), Request{URL: address})
	if err != nil {
		t.Fatalf("Get(%q): %v (%v)", address, err, errors.Unwrap(err))
	}
	return resp
}

// failure fetches and returns the StatusError that must come.
func failure(t *testing.T, c *Client, address string) *StatusError {
	t.Helper()
	_, err := c.Get(t.Context(), Request{URL: address})
	var e *StatusError
	if !errors.As(err, &e) {
		t.Fatalf("Get(%q): error %v, want a *StatusError", address, err)
	}
	return e
}

// feed answers with a small body.
func feed(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "<rss/>") }

var quiet = log.New(io.Discard, "", 0)
