package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"readout/briefing/actors"
)

// loadRegistry reads the user's actors.toml over the built-in registry.
func loadRegistry(h Home) (*actors.Registry, error) {
	if h.Config == "" {
		return actors.Builtin(), nil
	}
	raw, err := os.ReadFile(h.file("actors.toml"))
	if errors.Is(err, fs.ErrNotExist) {
		return actors.Builtin(), nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the actors: %w", err)
	}
	r, err := actors.Load(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", h.file("actors.toml"), err)
	}
	return r, nil
}

// Registry returns the actors that the desk knows: the built-in ones under the user's own.
func (d *Desk) Registry() (*actors.Registry, error) { return d.registry() }
