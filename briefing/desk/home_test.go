package desk

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFindHome(t *testing.T) {
	env := func(m map[string]string) func(string) string { return func(k string) string { return m[k] } }
	h, err := FindHome("/x/y", env(map[string]string{"READOUT_HOME": "/z", "READOUT_NOW": "2026-03-04T06:40:00Z", "READOUT_ALLOW_PRIVATE": "localhost:8080, 10.0.0.1"}))
	if err != nil || h.Config != "/x/y" || h.Data != "/x/y" || !h.Now().Equal(morning) || len(h.AllowPrivate) != 2 {
		t.Errorf("home = %+v, %v", h, err)
	}
	if _, err := FindHome("", env(map[string]string{"READOUT_NOW": "soon"})); err == nil {
		t.Error("a bad READOUT_NOW was taken")
	}
	for _, c := range []struct {
		goos         string
		env          map[string]string
		config, data string
	}{
		{"linux", map[string]string{"HOME": "/h"}, "/h/.config/readout", "/h/.local/share/readout"},
		{"linux", map[string]string{"HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "relative"}, "/c/readout", "/h/.local/share/readout"},
		{"darwin", map[string]string{"HOME": "/h"}, "/h/Library/Application Support/readout", "/h/Library/Application Support/readout"},
		{"linux", nil, "", ""},
	} {
		config, data, err := platformFolders(c.goos, env(c.env))
		if config != c.config || data != c.data || (err == nil) != (c.config != "") {
			t.Errorf("%s %v: %q, %q, %v", c.goos, c.env, config, data, err)
		}
	}
}

func TestConfigErrors(t *testing.T) {
	for in, want := range map[string]string{
		"theme = \"dark\"\nthemme = \"x\"": `line 2: there is no setting "themme"; did you mean "theme"?`,
		"watch = 3":                        "line 1",
		"watch = [":                        "line 1",
		"allow_private = \"yes\"":          "allow_private must be",
		"allow_private = [1]":              "allow_private must be",
	} {
		if _, err := parseConfig([]byte(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", in, err, want)
		}
	}
	c, err := parseConfig([]byte("allow_private = [\"localhost:80\"]\nwatch = [\"icc\"]\nnotes = \"~/notes\""))
	if err != nil || c.Watch[0] != "icc" {
		t.Errorf("config = %+v, %v", c, err)
	}
}

func TestFirstRunMakesAPrivateHome(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "home")
	h := Home{Config: dir, Data: dir, Now: newClock().now}
	d := openDesk(t, h)
	for name, want := range map[string]os.FileMode{"": 0o700, "feeds.opml": 0o600, "archive.db": 0o600} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != want {
			t.Errorf("%q has mode %o, want %o", name, info.Mode().Perm(), want)
		}
	}
	if f, err := d.Feeds(context.Background()); err != nil || len(f) == 0 {
		t.Errorf("starter feeds: %d, %v", len(f), err)
	}
}
