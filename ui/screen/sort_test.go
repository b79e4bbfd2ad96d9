package screen

import (
	"context"
	"testing"
	"time"

	"readout/briefing/desk"
)

// TestSort goes through the orders, says each, keeps the selected article, and
// finds the last order again the next time.
func TestSort(t *testing.T) {
	dir := t.TempDir()
	if err := fill(dir); err != nil {
		t.Fatal(err)
	}
	open := func() *driver {
		d, err := desk.Open(context.Background(), desk.Home{Config: dir, Data: dir, Now: func() time.Time { return morning }})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		return openOn(t, d, 120, 30, Options{})
	}
	v := open()
	v.sees("Articles by story")
	v.press("j", "j", "j")
	on := v.reader.Key()
	for _, words := range []string{"newest first", "oldest first", "by source", "unread first"} {
		v.press("S")
		v.sees("Articles "+words, "Sorted "+words+"; S again sorts ")
		if v.reader.Key() != on {
			t.Errorf("%s: another article is selected", words)
		}
	}
	v.press("q", "q")
	v = open()
	v.sees("Articles unread first")
	v.press("O")
	v.sees("The list is unread first, not by story; S sorts it another way.")
	v.press("S")
	v.sees("Articles by story")
}
