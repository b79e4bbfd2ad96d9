package screen

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"readout/briefing/desk"
	"readout/ui/theme"
)

// scene is a place of the screen.
type scene struct {
	name string
	play func(*driver)
}

// scenes are the places of the screen, and the keys that lead to them.
var scenes = []scene{
	{"articles", func(v *driver) {}},
	{"watch", func(v *driver) { v.press("g", "w", "j") }},
	{"brief", func(v *driver) { v.press("j", "j", "j", "j", "enter") }},
	{"quotes", func(v *driver) { v.press("j", "j", "j", "j", "enter", "2", "j") }},
	{"signatories", func(v *driver) { v.press("j", "j", "j", "j", "enter", "3") }},
	{"why", func(v *driver) { v.press("j", "j", "j", "j", "enter", "w") }},
	{"text", func(v *driver) { v.press("j", "j", "j", "j", "enter", "5", "n") }},
	{"highlight", func(v *driver) { v.press("j", "j", "j", "j", "enter", "2", "v", "J", "l") }},
	{"notes", func(v *driver) {
		v.press("j", "j", "j", "j", "enter", "2", "v", "enter", "c")
		v.typed("Ask the desk about the annex.")
		v.press("esc", "7")
	}},
	{"zen", func(v *driver) { v.press("enter", "5", "z") }},
	{"ukrainian", func(v *driver) { v.press("G", "k", "enter", "5") }},
	{"picker", func(v *driver) { v.press("f"); v.typed("senat"); v.press("tab") }},
	{"search", func(v *driver) { v.press("/"); v.typed("ukrain") }},
	{"mistake", func(v *driver) { v.press(":"); v.typed("acter:icc") }},
	{"nothing", func(v *driver) { v.press("/"); v.typed("zzzz"); v.press("enter") }},
	{"help", func(v *driver) { v.press("?", "down", "down", "down") }},
	{"palette", func(v *driver) { v.press("ctrl+p"); v.typed("mark") }},
	{"note", func(v *driver) { v.press("c"); v.typed("Ask the desk about the annex.") }},
	{"links", func(v *driver) { v.press("j", ";") }},
	{"subscribe", func(v *driver) { v.press("a"); v.typed("wire.example") }},
	{"tag", func(v *driver) { v.press("t"); v.typed("annex"); v.press("enter", "t") }},
	{"view", func(v *driver) { v.press("g", "u", "V"); v.typed("Morning") }},
	{"sorted", func(v *driver) { v.press("S", "S", "S") }},
	{"feeds", func(v *driver) { v.press("!") }},
	{"bulk", func(v *driver) { v.press("A") }},
}

// TestGoldenScreens keeps every place of the screen at every size, as plain text.
func TestGoldenScreens(t *testing.T) {
	for _, size := range [][2]int{{200, 50}, {120, 30}, {80, 24}, {60, 20}} {
		for _, s := range scenes {
			name := fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				v := lookAt(t, size[0], size[1], Options{Theme: "none"})
				s.play(v)
				golden(t, filepath.Join("testdata", name+".txt"), []byte(v.screen()+"\n"))
			})
		}
	}
}

// TestGoldenStories keeps what stories look like: the edition since the last
// look with the principal's story first, a story unfolded, and its coverage.
func TestGoldenStories(t *testing.T) {
	night := storyHome(t)
	for _, size := range [][2]int{{200, 50}, {120, 30}, {80, 24}, {60, 20}} {
		for _, s := range storyScenes {
			name := fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				v := night(t, size[0], size[1], Options{Theme: "none"})
				s.play(v)
				golden(t, filepath.Join("testdata", name+".txt"), []byte(v.screen()+"\n"))
			})
		}
	}
}

// storyScenes are played the morning after, on what came in since.
var storyScenes = []scene{
	{"edition", func(v *driver) {}},
	{"unfolded", func(v *driver) { v.press("g", "h", "g", "g", "O") }},
	{"coverage", func(v *driver) { v.press("g", "h", "g", "g", "enter", "6") }},
}

// storyHome returns what opens the screen of a reader who left last evening, on
// an archive in which two articles tell one story.
func storyHome(t *testing.T) func(t *testing.T, w, h int, o Options) *driver {
	t.Helper()
	dir := t.TempDir()
	if err := fill(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "config.toml"), []byte("watch = [\"icc\", \"sanctions\"]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tell(t, dir)
	raw, err := json.Marshal(place{Left: morning.Add(-8 * time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	d, err := desk.Open(context.Background(), desk.Home{Config: dir, Data: dir, Now: func() time.Time { return morning }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return func(t *testing.T, w, h int, o Options) *driver {
		if err := d.SetState(placeKey, string(raw)); err != nil {
			t.Fatal(err)
		}
		takeBack(t, d)
		return openOn(t, d, w, h, o)
	}
}

// TestGoldenExtremes keeps some places at the smallest and largest sizes, and
// what is shown where there is no room.
func TestGoldenExtremes(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {300, 100}, {19, 4}, {20, 5}} {
		for _, s := range scenes {
			if size[0] <= 20 && s.name != "articles" || !slices.Contains([]string{"articles", "brief", "quotes", "text", "picker", "help", "note", "links", "highlight"}, s.name) {
				continue
			}
			name := fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				v := lookAt(t, size[0], size[1], Options{Theme: "none"})
				s.play(v)
				golden(t, filepath.Join("testdata", name+".txt"), []byte(v.screen()+"\n"))
			})
		}
	}
}

// TestGoldenThemes keeps the escape sequences of one screen in every theme.
func TestGoldenThemes(t *testing.T) {
	for _, name := range theme.Names()[1:] {
		t.Run(name, func(t *testing.T) {
			v := lookAt(t, 120, 30, Options{Theme: name})
			v.press("j", "enter", "2")
			golden(t, filepath.Join("testdata", "theme-"+name+".ansi"), []byte(strings.Join(v.Lines(), "\n")+"\n"))
		})
	}
}

// TestASCII draws with ASCII symbols only, whatever the article holds.
func TestASCII(t *testing.T) {
	v := lookAt(t, 80, 24, Options{Theme: "none", ASCII: true})
	frame := strings.Split(v.screen(), "\n")[1]
	if !strings.HasPrefix(frame, "+- > Articles by story ---") {
		t.Errorf("the frame is %q", frame)
	}
}
