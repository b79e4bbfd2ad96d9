package desk

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"readout/briefing/query"
	"readout/feeds"
)

func TestViews(t *testing.T) {
	d := openDesk(t, home(t, newClock(), "https://news.example/a"))
	q, _ := query.Parse(`actor:icc "exact words"`)
	if err := d.SaveView("The Court", q); err != nil {
		t.Fatal(err)
	}
	d.SaveView("Second", query.Query{})
	q, _ = query.Parse("actor:icj")
	d.SaveView("the court", q)
	views, err := d.Views()
	if err != nil || len(views) != 2 || views[0].Query != "actor:icj" {
		t.Errorf("views = %+v, %v", views, err)
	}
	if err := d.RemoveView("Second"); err != nil {
		t.Error(err)
	}
	if err := d.RemoveView("Second"); err == nil {
		t.Error("a view was removed twice")
	}
	os.WriteFile(d.home.file("views.toml"), []byte("[[view]]\nname = 'X'\nquery = 'acter:x'"), 0o600)
	if _, err := d.Views(); err == nil || !strings.Contains(err.Error(), `"X"`) {
		t.Errorf("a bad query: %v", err)
	}
}

func TestToggleWatchKeepsTheRest(t *testing.T) {
	for in, want := range map[string]string{
		"":                       "watch = [\"icc\", \"nato\"]\n",
		"# mine\ntheme = 'dark'": "# mine\ntheme = 'dark'\nwatch = [\"icc\", \"nato\"]\n",
		"watch = [\n  'un', # the UN\n]\ntheme = 'dark' # yes\n": "watch = [\"icc\", \"nato\"]\ntheme = 'dark' # yes\n",
	} {
		if got := withWatch(in, []string{"icc", "nato"}); got != want {
			t.Errorf("withWatch(%q) = %q, want %q", in, got, want)
		}
	}
	d := openDesk(t, home(t, newClock(), "https://news.example/a"))
	other := openDesk(t, d.home) // another window
	for _, c := range []struct {
		d    *Desk
		id   string
		on   bool
		want string
	}{{d, "icc", true, "icc"}, {other, "nato", true, "icc nato"}, {d, "un", true, "icc nato un"}, {d, "icc", false, "nato un"}} {
		if on, err := c.d.ToggleWatch(c.id); err != nil || on != c.on {
			t.Errorf("ToggleWatch(%s): %v, %v", c.id, on, err)
		}
		now, err := ReadConfig(d.home)
		if err != nil || strings.Join(now.Watch, " ") != c.want || !slices.Equal(now.Watch, c.d.Config().Watch) {
			t.Errorf("after %s the file has %v (%v), the desk %v; want %s", c.id, now.Watch, err, c.d.Config().Watch, c.want)
		}
	}
}

func TestState(t *testing.T) {
	h := home(t, newClock(), "https://news.example/a")
	d := openDesk(t, h)
	d.SetState("place", "one")
	d.SetState("place", "two")
	if v, err := openDesk(t, h).State("place"); err != nil || v != "two" {
		t.Errorf("state = %q, %v", v, err)
	}
}

// A key for the action named watch is not the watchlist, and a list over
// several lines is.
func TestWatchIsFoundWhereItIs(t *testing.T) {
	for in, want := range map[string]string{
		"[keys]\nwatch = [\"w\"]\n":                      "watch = [\"icc\"]\n\n[keys]\nwatch = [\"w\"]\n",
		"watch = [\n  'a', # one\n  'b',\n]\ncite='csl'": "watch = [\"a\", \"b\", \"icc\"]\ncite='csl'",
		"theme = 'dark'":                                 "theme = 'dark'\nwatch = [\"icc\"]\n",
	} {
		if have, _, err := toggleWatch(in, "icc"); err != nil || have != want {
			t.Errorf("%q became %q, %v; want %q", in, have, err, want)
		}
	}
	if _, _, err := toggleWatch("watch = ['a]b']\n", "icc"); err == nil || !strings.Contains(err.Error(), "one line") {
		t.Errorf("a bracket in a name: %v", err)
	}
}

// The watchlist may change while feeds are added and notes written.
func TestWatchChangesBesideOthers(t *testing.T) {
	d := openDesk(t, home(t, newClock(), "https://news.example/a"))
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 5 {
			if _, err := d.ToggleWatch("icc"); err != nil {
				t.Error(err)
			}
		}
	})
	for range 20 {
		_ = d.AddFeed(t.Context(), feeds.Subscription{URL: "http://10.0.0.7/feed"})
		d.NotesDir()
	}
	wg.Wait()
}
