package verbs

import (
	"context"
	"flag"
	"fmt"

	"readout/briefing/desk"
	"readout/ui/keys"
)

var keysCommand = command{
	Name: "keys", Args: "[PRESET]", Short: "the keys as they are, or those of a preset",
	Run: func(_ context.Context, e *Env, _ *flag.FlagSet, args []string) error {
		var m *keys.Map
		var err error
		if len(args) > 0 {
			if m, err = keys.New(args[0]); err != nil {
				return usageError{err.Error()}
			}
		} else if m, err = e.keymap(); err != nil {
			return err
		}
		_, err = fmt.Fprint(e.Stdout, m.Markdown())
		return err
	},
}

// keymap is the keymap that the configuration asks for.
func (e *Env) keymap() (*keys.Map, error) {
	home, err := desk.FindHome(e.Home, e.Getenv)
	if err != nil {
		return nil, err
	}
	c, err := desk.ReadConfig(home)
	if err != nil {
		return nil, err
	}
	return keys.New(c.Keymap, Bindings(c)...)
}

// Bindings are the user's own keys of a configuration.
func Bindings(c desk.Config) []keys.Binding {
	var out []keys.Binding
	for _, b := range c.Bindings() {
		out = append(out, keys.Binding(b))
	}
	return out
}
