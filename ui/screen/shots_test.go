package screen

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/ui/shot"
)

var update = flag.Bool("update", false, "write golden screens and pictures anew")

// TestShots makes the pictures of the README from the screen itself:
// go test ./ui/... -run Shots -update.
func TestShots(t *testing.T) {
	for _, s := range []struct {
		name   string
		w, h   int
		theme  string
		ground shot.Ground
		play   func(*driver)
	}{
		{"three-panes", 150, 40, "dark", shot.Dark, func(v *driver) { v.press("g", "g", "j", "j", "j", "j") }},
		{"filter", 120, 30, "dark", shot.Dark, func(v *driver) { v.press("f"); v.typed("icc"); v.press("tab"); v.typed("u") }},
		{"quotes", 120, 30, "dark", shot.Dark, func(v *driver) { v.press("j", "j", "j", "j", "enter", "2", "j") }},
		{"signatories", 120, 30, "dark", shot.Dark, func(v *driver) { v.press("j", "j", "j", "j", "enter", "3", "j") }},
		{"text", 120, 30, "dark", shot.Dark, func(v *driver) { v.press("j", "j", "j", "j", "enter", "2", "j", "enter") }},
		{"light", 120, 30, "light", shot.Light, func(v *driver) { v.press("j", "j", "j", "j", "enter", "w") }},
		{"highlight", 120, 30, "dark", shot.Dark, func(v *driver) {
			v.press("j", "j", "j", "j", "enter", "2", "v", "enter", "5", "n", "v", "j")
		}},
		{"narrow", 60, 20, "dark", shot.Dark, func(v *driver) {}},
	} {
		t.Run(s.name, func(t *testing.T) {
			v := openOn(t, ownHome(t)(), s.w, s.h, Options{Theme: s.theme}) // the shared home bears traces of other tests
			s.play(v)
			golden(t, filepath.Join("..", "shot", "pictures", s.name+".svg"), shot.SVG(strings.Join(v.Lines(), "\n"), s.w, s.h, s.ground))
		})
	}
}

// TestShotsOfStories makes the pictures of a morning: what came in since the
// last look, and one story in several outlets.
func TestShotsOfStories(t *testing.T) {
	night := storyHome(t)
	for _, s := range storyScenes {
		t.Run(s.name, func(t *testing.T) {
			v := night(t, 150, 36, Options{Theme: "dark"})
			s.play(v)
			golden(t, filepath.Join("..", "shot", "pictures", s.name+".svg"), shot.SVG(strings.Join(v.Lines(), "\n"), 150, 36, shot.Dark))
		})
	}
}

// golden compares with a file, or writes it under -update.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("%v; write it with -update", err)
	}
	if string(want) != string(got) {
		t.Errorf("%s has changed; look at it and write it anew with -update", name)
	}
}
