package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"readout/briefing/query"
	"readout/feeds/datafile"
	"readout/feeds/pull"
)

// Config is config.toml. An unknown key is an error that names key, line and the nearest known key.
type Config struct {
	AllowPrivate any      `toml:"allow_private"` // true, or a list of hosts and host:port pairs
	Contact      string   `toml:"contact"`       // web or mail address that the User-Agent names to servers
	FullText     string   `toml:"full_text"`     // whole articles of feeds that give teasers: auto, on, off
	Theme        string   `toml:"theme"`         // auto, dark, light, ansi, contrast
	Keymap       string   `toml:"keymap"`        // default, vim, newsboat, arrows
	Watch        []string `toml:"watch"`         // actor and topic ids, the principal first
	Notes        string   `toml:"notes"`         // folder that exported notes go to
	Cite         string   `toml:"cite"`          // how notes cite: plain, chicago, csl, bibtex, pandoc; "" = keys alone
	Template     string   `toml:"template"`      // file of the user's template for notes
	// EditionTemplate is the file of the user's template for editions.
	EditionTemplate string   `toml:"edition_template"`
	Browser         []string `toml:"browser"` // argv; "%u" is the address
	// Keys are other keys for actions; Bindings tells their lines.
	Keys     map[string][]string `toml:"keys"`
	keyLines map[string]int
}

// ReadConfig reads the configuration of a home, without opening its archive; a
// file that does not exist is an empty one.
func ReadConfig(h Home) (Config, error) {
	path := h.file("config.toml")
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Config{}, nil
	}
	if err != nil {
		return Config{}, fmt.Errorf("reading the configuration: %w", err)
	}
	c, err := parseConfig(raw)
	if err != nil {
		return c, fmt.Errorf("%s: %w", path, err)
	}
	return c, nil
}

func parseConfig(raw []byte) (Config, error) {
	var c Config
	err := toml.NewDecoder(strings.NewReader(string(raw))).DisallowUnknownFields().Decode(&c)
	if err != nil {
		line, column, key, words, unknown := datafile.Mistake(err)
		switch {
		case unknown:
			return c, fmt.Errorf("line %d: %s; did you mean %q?", line, words, query.Nearest(key, configKeys()))
		case line > 0:
			return c, fmt.Errorf("line %d, column %d: %s", line, column, words)
		}
		return c, errors.New(words)
	}
	c.keyLines = keyLines(string(raw))
	if c.Contact != "" {
		if err := pull.CheckContact(c.Contact); err != nil {
			return c, err
		}
	}
	switch c.FullText {
	case "", "auto", "on", "off":
	default:
		return c, fmt.Errorf(`full_text is %q; it must be "auto", "on" or "off"`, c.FullText)
	}
	_, err = c.allowPrivate()
	return c, err
}

// configKeys are the settings that there are.
func configKeys() []string {
	var keys []string
	for t, i := reflect.TypeFor[Config](), 0; i < t.NumField(); i++ {
		if key := t.Field(i).Tag.Get("toml"); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}

// allowPrivate is allow_private as a list; {"1"} stands for all.
func (c Config) allowPrivate() ([]string, error) {
	bad := errors.New(`allow_private must be true, false, or a list of hosts and host:port pairs like ["localhost:8080"]`)
	switch v := c.AllowPrivate.(type) {
	case nil:
		return nil, nil
	case bool:
		if v {
			return []string{"1"}, nil
		}
		return nil, nil
	case []any:
		var list []string
		for _, x := range v {
			s, ok := x.(string)
			if !ok || strings.TrimSpace(s) == "" || s == "1" || s == "true" {
				return nil, bad
			}
			list = append(list, s)
		}
		return list, nil
	}
	return nil, bad
}
