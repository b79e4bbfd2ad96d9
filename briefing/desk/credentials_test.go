package desk

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"readout/feeds"
)

// A feed behind a password, given with its address while the program runs, is
// found, subscribed to and pulled; the password is in no list and no message.
func TestAFeedBehindAPassword(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, p, _ := r.BasicAuth(); u != "ann" || p != "s3cret" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		if r.URL.Path == "/" {
			w.Write([]byte(`<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>`))
			return
		}
		w.Write([]byte(rss("closed", 1, 2)))
	}))
	t.Cleanup(s.Close)
	h := home(t, newClock(), s.URL+"/other")
	d := openDesk(t, h)
	if r := refresh(t, d, RefreshOptions{}); r.Failed != 1 || !strings.Contains(*r.Feeds[0].Error, "credentials.toml") {
		t.Fatalf("without a password: %+v", r)
	}
	found, _, err := d.FeedAt(t.Context(), strings.Replace(s.URL, "http://", "http://ann:s3cret@", 1))
	if err != nil || found.URL != s.URL+"/feed" {
		t.Fatalf("FeedAt = %+v, %v", found, err)
	}
	if _, err := os.Stat(h.file(credentialsFile)); err == nil {
		t.Error("to look for a feed keeps its password")
	}
	if err := d.AddFeed(t.Context(), found); err != nil {
		t.Fatal(err)
	}
	if r := refresh(t, d, RefreshOptions{Force: true}); r.New != 2 || r.Failed != 0 {
		t.Errorf("with it: %+v", r)
	}
	if r := refresh(t, openDesk(t, h), RefreshOptions{Force: true}); r.Failed != 0 {
		t.Errorf("the next time: %+v", r)
	}
	for _, name := range []string{"feeds.opml", "archive.db", "archive.db-wal"} {
		if raw, _ := os.ReadFile(h.file(name)); strings.Contains(string(raw), "s3cret") {
			t.Errorf("%s holds the password", name)
		}
	}
}

// TestDoctorMovesNoPassword: it changes nothing, not even that.
func TestDoctorMovesNoPassword(t *testing.T) {
	h := home(t, newClock())
	const list = `<opml version="2.0"><body><outline xmlUrl="https://ann:s3cret@closed.example/feed"/></body></opml>`
	if err := os.WriteFile(h.file("feeds.opml"), []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, f := range Doctor(t.Context(), h) {
		if strings.Contains(f.State+f.Wrong, "s3cret") {
			t.Errorf("%s shows the password: %+v", f.What, f)
		}
	}
	if raw := must(os.ReadFile(h.file("feeds.opml"))); string(raw) != list {
		t.Errorf("the list is %s", raw)
	}
	if _, err := os.Stat(h.file(credentialsFile)); err == nil {
		t.Error("the password was moved")
	}
}

// Passwords of one origin are one: the one typed last holds.
func TestANewPasswordTakesTheOldOnesPlace(t *testing.T) {
	h := home(t, newClock())
	d := openDesk(t, h)
	for i, word := range []string{"old", "new"} {
		if err := d.AddFeed(t.Context(), feeds.Subscription{URL: "https://ann:" + word + "@closed.example/" + string(rune('a'+i))}); err != nil {
			t.Fatal(err)
		}
	}
	if keys := must(readCredentials(h)); len(keys) != 1 || keys["https://closed.example"] != "ann:new" {
		t.Errorf("kept: %v", keys)
	}
}
