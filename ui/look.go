package ui

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readout/briefing/desk"
	"readout/ui/screen"
	"readout/ui/theme"
	"readout/ui/verbs"
)

// looks says how the screen is to look: a built-in theme by name, or a theme of
// the user's own: themes/NAME.toml in the folder of the configuration, or a path.
func looks(e *verbs.Env, c desk.Config, o *screen.Options) error {
	name := cmp.Or(e.Theme, c.Theme)
	switch {
	case e.NoColor:
		o.Theme = "none"
		return nil
	case name == "" || slices.Contains(theme.Names(), name):
		o.Theme = name
		return nil
	}
	path := name
	if !strings.ContainsAny(name, `/\`) && !strings.HasSuffix(name, ".toml") {
		home, err := desk.FindHome(e.Home, e.Getenv)
		if err != nil {
			return err
		}
		path = filepath.Join(home.Config, "themes", name+".toml")
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("there is no theme %q: choose one of %s, or write your own as %s", name, strings.Join(theme.Names(), ", "), path)
	}
	own, low, err := theme.Parse(name, raw)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	o.Own = own
	if len(low) > 0 {
		o.Notice = "Theme " + name + ": " + strings.Join(low, "; ") + "."
	}
	return nil
}
