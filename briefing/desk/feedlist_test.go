package desk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/feeds"
)

func TestFeedListCanBeUndone(t *testing.T) {
	ctx := context.Background()
	h := home(t, newClock(), "https://news.example/a")
	h.AllowPrivate = nil
	d := openDesk(t, h)
	names := func() string {
		var out []string
		states, err := d.Feeds(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range states {
			out = append(out, s.Name)
		}
		return strings.Join(out, ",")
	}
	if err := d.AddFeed(ctx, feeds.Subscription{URL: "feed://news.example/b", Title: "Bee", Group: "Outlets"}); err != nil {
		t.Fatal(err)
	}
	if got := names(); got != "news.example/a,Bee" {
		t.Errorf("feeds = %s", got)
	}
	for url, want := range map[string]string{
		"http://news.example/b":   "already",
		"http://10.0.0.7/feed":    `allow_private = ["10.0.0.7"]`,
		"http://localhost:81/x":   `allow_private = ["localhost:81"]`,
		"http://127.1/feed":       `allow_private = ["127.1"]`,
		"http://nas.lan/feed":     `allow_private = ["nas.lan"]`,
		"javascript:alert(1)":     "http",
		"file:///no/such/file":    "there is no such file",
		"file:///":                "not a regular file",
		"file://elsewhere/x":      "file:///path/to/feed.xml",
		"http://":                 "address",
		"gopher://old.example/00": "http",
	} {
		if err := d.AddFeed(ctx, feeds.Subscription{URL: url}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("AddFeed(%s) = %v, want %q", url, err, want)
		}
	}
	if s, err := d.RemoveFeed(ctx, "bee"); err != nil || s.Title != "Bee" {
		t.Errorf("RemoveFeed = %+v, %v", s, err)
	}
	if c, err := d.Undo(ctx); err != nil || c.What != "undid: unsubscribed from Bee" || names() != "news.example/a,Bee" {
		t.Errorf("Undo = %+v, %v, %s", c, err, names())
	}
	if c, err := d.Redo(ctx); err != nil || c.What == "" || names() != "news.example/a" {
		t.Errorf("Redo = %+v, %v, %s", c, err, names())
	}
	// Another hand's edit is not undone by accident.
	os.WriteFile(filepath.Join(h.Config, "feeds.opml"), []byte(`<opml version="2.0"><body><outline xmlUrl="https://other.example/x"/></body></opml>`), 0o600)
	if _, err := d.Undo(ctx); err == nil || names() != "other.example/x" {
		t.Errorf("Undo over another's edit: %v, %s", err, names())
	}
}

// A list is never made so long that it could not be read again.
func TestImportKeepsTheListReadable(t *testing.T) {
	ctx := context.Background()
	d := openDesk(t, home(t, newClock()))
	if err := d.AddFeed(ctx, feeds.Subscription{URL: "https://own.example/feed"}); err != nil {
		t.Fatal(err)
	}
	var list strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&list, "https://f%d.example/feed\n", i)
	}
	if n, _, err := d.ImportFeeds(ctx, []byte(list.String())); !errors.Is(err, feeds.ErrTooLarge) {
		t.Errorf("%d feeds were added, %v", n, err)
	}
	if own, err := d.subscriptions(); err != nil || len(own) == 0 || len(own) > 100 {
		t.Errorf("the list holds %d feeds, %v", len(own), err)
	}
}

func TestImportAndExport(t *testing.T) {
	ctx := context.Background()
	h := home(t, newClock(), "https://news.example/a")
	h.AllowPrivate = nil
	d := openDesk(t, h)
	added, refused, err := d.ImportFeeds(ctx, []byte(`<opml version="2.0"><body><outline text="G">
		<outline xmlUrl="https://news.example/a"/><outline text="New" xmlUrl="https://news.example/new"/>
		<outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="http://192.168.1.1/feed"/></outline></body></opml>`))
	if err != nil || added != 1 || len(refused) != 2 {
		t.Errorf("ImportFeeds = %d, %q, %v", added, refused, err)
	}
	raw, err := d.ExportFeeds(ctx)
	if err != nil || !strings.Contains(string(raw), `xmlUrl="https://news.example/new"`) {
		t.Errorf("ExportFeeds = %s, %v", raw, err)
	}
}

func TestPasswordsLeaveTheFeedList(t *testing.T) {
	ctx := context.Background()
	d := openDesk(t, home(t, newClock(), "https://news.example/a"))
	list := filepath.Join(d.home.Config, "feeds.opml")
	os.WriteFile(list, []byte(`<opml version="2.0"><body><outline xmlUrl="https://ann:secret@closed.example/feed"/></body></opml>`), 0o600)
	states, err := d.Feeds(ctx)
	if err != nil || states[0].URL != "https://closed.example/feed" {
		t.Fatalf("feeds = %+v, %v", states, err)
	}
	if raw, _ := os.ReadFile(list); strings.Contains(string(raw), "secret") {
		t.Error("the feed list still holds the password")
	}
	keys, err := readCredentials(d.home)
	if err != nil || keys["https://closed.example"] != "ann:secret" {
		t.Errorf("credentials = %v, %v", keys, err)
	}
	if info, _ := os.Stat(d.home.file(credentialsFile)); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %o", info.Mode().Perm())
	}
}

func TestDoctor(t *testing.T) {
	h := home(t, newClock(), "https://news.example/a")
	wrong := func() string {
		var out []string
		for _, f := range Doctor(context.Background(), h) {
			if f.Wrong != "" {
				out = append(out, f.What+": "+f.Wrong)
			}
		}
		return strings.Join(out, "\n")
	}
	d := openDesk(t, h)
	if got := wrong(); got != "" {
		t.Errorf("a good home: %s", got)
	}
	d.Close()
	os.WriteFile(h.file("config.toml"), []byte("cite = \"apa\"\nedition_template = \"mine.tmpl\"\n"), 0o600)
	for _, want := range []string{`notes are written: there is no citation style "apa"`, "editions are written: there is no template ", "mine.tmpl"} {
		if got := wrong(); !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	os.Remove(h.file("config.toml")) // or it would keep its mode
	os.WriteFile(h.file("config.toml"), []byte("them = 1"), 0o644)
	os.WriteFile(h.file("feeds.opml"), []byte("no list"), 0o600)
	os.WriteFile(h.archive(), []byte("no archive, but long enough to be taken for a file with a header of its own, if one does not look"), 0o600)
	got := wrong()
	for _, want := range []string{`there is no setting "them"`, "feeds: ", "archive: ", "chmod 600"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestChangeFeed(t *testing.T) {
	ctx := context.Background()
	d := openDesk(t, home(t, newClock(), "https://news.example/a", "https://news.example/b"))
	str := func(s string) *string { return &s }
	if _, err := d.ChangeFeed(ctx, "https://news.example/a", FeedChange{FullText: str("always")}); err == nil || !strings.Contains(err.Error(), `"auto", "on" or "off"`) {
		t.Errorf("an unknown mode gave %v", err)
	}
	if _, err := d.ChangeFeed(ctx, "https://news.example/a", FeedChange{Title: str("Lunde Wire"), Group: str("Wires"), FullText: str("on")}); err != nil {
		t.Fatal(err)
	}
	feed := func() feeds.Subscription {
		states, err := d.Feeds(ctx)
		if err != nil || len(states) != 2 {
			t.Fatal(states, err)
		}
		for _, s := range states {
			if s.URL == "https://news.example/a" {
				return s.Subscription
			}
		}
		return feeds.Subscription{}
	}
	if s := feed(); s.Title != "Lunde Wire" || s.Group != "Wires" || d.pageMode(s) != "on" {
		t.Errorf("changed feed = %+v", s)
	}
	if _, err := d.ChangeFeed(ctx, "lunde wire", FeedChange{FullText: str("")}); err != nil || d.pageMode(feed()) != "auto" || feed().Title != "Lunde Wire" {
		t.Errorf("the mode taken back: %+v, %v", feed(), err)
	}
	if _, err := d.Undo(ctx); err != nil || d.pageMode(feed()) != "on" {
		t.Errorf("undo: %+v, %v", feed(), err)
	}
}
