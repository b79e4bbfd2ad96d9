package screen

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"readout/briefing/archive"
	"readout/briefing/desk"
	"readout/briefing/query"
	"readout/ui/keys"
)

// TestOpensOnWhatIsNew leaves and comes back: after a night the screen opens on
// what has come in, by story, the story with the principal first; after a
// minute it opens where one was.
func TestOpensOnWhatIsNew(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	if err := fill(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "config.toml"), []byte("watch = [\"icc\"]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tell(t, dir)
	open := func(left time.Time) *driver {
		d, err := desk.Open(ctx, desk.Home{Config: dir, Data: dir, Now: func() time.Time { return morning }})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		raw, _ := json.Marshal(place{Query: "has:signatories", Left: left})
		if err := d.SetState(placeKey, string(raw)); err != nil {
			t.Fatal(err)
		}
		return openOn(t, d, 200, 50, Options{})
	}

	v := open(morning.Add(-8 * time.Hour))
	v.sees("that came in since 3 March 2026, 22:40 UTC (12)", "1/11 stories · 12 articles", "New since Tue 22:40")
	if rows := v.pane(keys.List); !strings.Contains(strings.Join(strings.Split(rows, "\n")[:3], " "), "names your principal") {
		t.Errorf("the story with the principal is not first:\n%s", rows)
	}
	v.press("g", "h")
	v.sees("All articles", "+1 on this story")
	v.press("g", "n")
	v.sees("that came in since 3 March 2026, 22:40 UTC (12)")

	v = open(morning.Add(-time.Minute))
	v.sees("with signatories")
	v.press("g", "n")
	v.sees("that came in since 4 March 2026, 06:39 UTC")
}

// tell says that the two newest articles tell one story.
func tell(t *testing.T, dir string) {
	t.Helper()
	ctx := context.Background()
	a, err := archive.Open(ctx, filepath.Join(dir, "archive.db"), archive.Options{Now: func() time.Time { return morning }})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	l, err := a.List(ctx, query.Query{}, 2)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.SetStories(ctx, map[archive.Key]archive.Key{l.Keys[0]: l.Keys[1], l.Keys[1]: l.Keys[1]}); err != nil {
		t.Fatal(err)
	}
}

// TestClockJumps sets the clock back a day and ahead a year while the screen is
// open, and comes back after it was put right: nothing is lost, what is drawn
// goes by the new time, and a last look that is still to come counts for none.
func TestClockJumps(t *testing.T) {
	dir := t.TempDir()
	if err := fill(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "feeds.opml"), []byte(`<opml version="2.0"><body><outline type="rss" text="Wire" xmlUrl="file:///nowhere/wire.xml"/></body></opml>`), 0o600); err != nil {
		t.Fatal(err) // what R pulls here must not ask the network
	}
	now := morning
	clock := func() time.Time { return now }
	d, err := desk.Open(context.Background(), desk.Home{Config: dir, Data: dir, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	v := openOn(t, d, 200, 50, Options{Now: clock})
	v.press("s")
	v.sees("04:20 · The Potomac")
	for _, jump := range []time.Duration{-24 * time.Hour, 366 * 24 * time.Hour, -10 * 366 * 24 * time.Hour} {
		now = now.Add(jump)
		v.send(polled{gen: v.gen + 1})
		v.press("j", "enter", "]", "[", "esc", "R", "g", "n", "g", "h", "?", "esc", "!", "esc")
		v.sees("/12 ")
		if strings.Contains(v.pane(keys.List), " 04:20 · The Potomac") {
			t.Errorf("after a jump of %v the morning's article still bears the hour alone", jump)
		}
	}
	if l, err := d.List(context.Background(), mustQuery(t, "is:starred"), 0); err != nil || len(l.Keys) != 1 {
		t.Errorf("starred: %v, %v", l.Keys, err)
	}
	for _, p := range []place{
		{Left: now.Add(24 * time.Hour)}, {Left: now.Add(-time.Minute), Since: now.Add(24 * time.Hour)},
		{Left: now.Add(24 * time.Hour), Since: now.Add(-2 * time.Hour)},
	} {
		raw, _ := json.Marshal(p)
		if err := d.SetState(placeKey, string(raw)); err != nil {
			t.Fatal(err)
		}
		if look := openOn(t, d, 120, 30, Options{Now: clock}).look.LastLook; look.After(now) {
			t.Errorf("the last look of %+v is %v, at %v", p, look, now)
		}
	}
}

func mustQuery(t *testing.T, s string) query.Query {
	t.Helper()
	q, err := query.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return q
}
