package screen

import (
	"context"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"readout/briefing/desk"
	"readout/ui/keys"
)

// openOwn opens the screen on a home of its own, which a second window can
// open too.
func openOwn(t *testing.T) (*driver, func() *driver) {
	t.Helper()
	open := ownHome(t)
	again := func() *driver { return openOn(t, open(), 120, 30, Options{}) }
	return again(), again
}

// ownHome makes a home of the test's own; what it returns opens a desk on it.
func ownHome(t *testing.T) func() *desk.Desk {
	t.Helper()
	dir := t.TempDir()
	if err := fill(dir); err != nil {
		t.Fatal(err)
	}
	return func() *desk.Desk {
		d, err := desk.Open(context.Background(), desk.Home{Config: dir, Data: dir, Now: func() time.Time { return morning }})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		return d
	}
}

// TestComesBack leaves in the middle of a filter and finds the place again.
func TestComesBack(t *testing.T) {
	v, again := openOwn(t)
	v.press(":")
	v.typed("has:signatories")
	v.press("enter", "j", "j", "q")
	if !v.quit {
		t.Fatal("q does not quit")
	}
	want := v.panes[keys.List].Foot()
	w := again()
	w.sees("with signatories")
	if got := w.panes[keys.List].Foot(); got != want {
		t.Errorf("the place was %s and is %s", want, got)
	}
}

// TestWindows changes something in one window and sees it in the other.
func TestWindows(t *testing.T) {
	v, again := openOwn(t)
	w := again()
	v.press("s")
	gen, err := w.desk.Generation(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	w.send(polled{gen: gen})
	w.sees("★")
}

// TestViewsTagsAndWatchlist makes a view, a tag and a watchlist and takes them back.
func TestViewsTagsAndWatchlist(t *testing.T) {
	v, _ := openOwn(t)
	v.press("V")
	v.sees("filter them first, f chooses by actor and topic")
	v.press("/")
	v.typed("sanctions")
	v.press("enter", "V")
	v.typed("Package watch")
	v.press("enter")
	v.sees("My views", "Package watch", "saved")
	v.press("F", "t")
	v.typed("follow-up")
	v.press("enter")
	v.sees("My tags", "follow-up")
	v.press("u")
	v.misses("My tags")
	v.press("g", "w")
	for range 8 {
		v.press("j")
	}
	v.press("W")
	v.sees("Watchlist", "is on the watchlist")
	v.press("g", "g")
	for range 7 {
		v.press("j")
	}
	v.press("D")
	v.sees("removed")
	v.misses("My views")
}

// TestWatchesTwoAtOnce puts two names on the watchlist faster than the first is written.
func TestWatchesTwoAtOnce(t *testing.T) {
	v, _ := openOwn(t)
	v.press("g", "w", "G", "k")
	var writes []tea.Cmd
	for _, k := range []string{"W", "j", "W"} {
		_, cmd := v.root.Update(keyPress(k))
		writes = append(writes, cmd)
	}
	for _, cmd := range writes {
		v.run(cmd)
	}
	if on := v.desk.Config().Watch; len(on) != 2 {
		t.Errorf("on the watchlist are %q, want two", on)
	}
}

// TestCoverage goes from an article to the other outlet that has its story.
func TestCoverage(t *testing.T) {
	v := storyHome(t)(t, 120, 30, Options{})
	v.press("g", "h", "g", "g", "enter", "6")
	if len(v.reader.Others()) != 1 {
		t.Fatalf("the other outlets are %v", v.reader.Others())
	}
	other := v.reader.Others()[0]
	v.press("enter")
	if v.reader.Key() != other.Key {
		t.Errorf("the reader shows %d, not %d", v.reader.Key(), other.Key)
	}
}
