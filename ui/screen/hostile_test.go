package screen

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"readout/briefing/desk"
)

// undrawable is what is never drawn of a feed: controls, bidi overrides, what
// has no width but marks, and what terminals disagree on.
var undrawable = regexp.MustCompile("[\x00-\x1f\x7f-\u009f\u00ad\u200b\u200d\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]")

// TestHostileFeed opens a feed that holds what acts on terminals, goes through
// its articles, their tabs and the overlays at two sizes, and looks at each line.
func TestHostileFeed(t *testing.T) {
	raw, err := os.ReadFile("../testdata/hostile.xml")
	if err != nil {
		t.Fatal(err)
	}
	feed := strings.NewReplacer("{ESC}", "\x1b", "{BEL}", "\a", "{CSI}", "\u009b", "{RLO}", "\u202e", "{PDF}", "\u202c", "{ISO}", "\u2066", "{PDI}", "\u2069", "{ZW}", "\u200b",
		"{ZWJ}", "\u200d", "{TAGS}", "\U000e0041\ufff9", "{MARKS}", strings.Repeat("\u0300\u035e", 60), "{LONG}", strings.Repeat("W", 3000), "{BS}", "\b", "{CR}", "\r", "{NEL}", "\u0085").Replace(string(raw))
	dir := t.TempDir()
	for name, text := range map[string]string{
		"feed.xml":   feed,
		"feeds.opml": `<opml version="2.0"><body><outline text="Ev&#x202e;il &#27;[31m" type="rss" xmlUrl="file://` + filepath.ToSlash(dir) + `/feed.xml"/><outline text="&#x9b;31m" type="rss" xmlUrl="exec:sh -c id"/></body></opml>`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d, err := desk.Open(context.Background(), desk.Home{Config: dir, Data: dir, Now: func() time.Time { return morning }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	if _, err := d.Refresh(context.Background(), desk.RefreshOptions{}, nil); err != nil {
		t.Fatal(err)
	}
	v := openOn(t, d, 80, 24, Options{})
	look := func(doing string) {
		t.Helper()
		for i, l := range v.Lines() {
			if bad := undrawable.FindString(ansi.Strip(l)); bad != "" {
				t.Fatalf("%s: line %d holds %q: %q", doing, i, bad, l)
			}
		}
	}
	for _, size := range [][2]int{{80, 24}, {200, 50}} {
		v.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		v.press("g", "g")
		for range 18 {
			for _, key := range []string{"enter", "2", "3", "5", "n", "w", "1", ";", "esc", "c", "esc", "t", "esc", "esc", "j"} {
				v.press(key)
				look(key)
			}
		}
		for _, key := range []string{"f", "esc", "!", "esc", "?", "esc", "ctrl+p", "esc", "/", "esc", ":", "esc", "a", "esc"} {
			v.press(key)
			look(key)
		}
	}
	v.send(tea.PasteMsg{Content: "\x1b]52;c;x\a"})
	v.press("c")
	v.send(tea.PasteMsg{Content: "a \x1b]52;c;x\a \u202eb \u200d c"})
	look("a note")
}
