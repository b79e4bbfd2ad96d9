package desk

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// Home says where everything lives and what the environment allows.
type Home struct {
	Config string // folder of config.toml, feeds.opml, actors.toml, views.toml
	Data   string // folder of archive.db
	Now    func() time.Time
	// AllowPrivate is READOUT_ALLOW_PRIVATE: hosts and host:port pairs, or "1" for all.
	AllowPrivate []string
	Version      string // of the program, for the User-Agent; ""
}

// FindHome resolves the folders of the contract: flag (--home), READOUT_HOME,
// else the platform's. Home.Now obeys READOUT_NOW.
func FindHome(flag string, getenv func(string) string) (Home, error) {
	h := Home{Now: time.Now}
	if s := getenv("READOUT_NOW"); s != "" {
		t, err := time.Parse(time.RFC3339, s)
		if err != nil {
			return h, fmt.Errorf("READOUT_NOW is %q; it must be a time like 2026-03-04T06:40:00Z", s)
		}
		h.Now = func() time.Time { return t }
	}
	for _, s := range strings.Split(getenv("READOUT_ALLOW_PRIVATE"), ",") {
		if s = strings.TrimSpace(s); s != "" {
			h.AllowPrivate = append(h.AllowPrivate, s)
		}
	}
	dir := flag
	if dir == "" {
		dir = getenv("READOUT_HOME")
	}
	if dir != "" {
		abs, err := filepath.Abs(dir)
		h.Config, h.Data = abs, abs
		return h, err
	}
	var err error
	h.Config, h.Data, err = platformFolders(runtime.GOOS, getenv)
	return h, err
}

var errNoHome = errors.New("no home folder is known; name a folder with --home or READOUT_HOME")

// platformFolders follows the XDG Base Directory Specification 0.8 (relative
// values are ignored), and the platform's own habit on macOS and Windows.
func platformFolders(goos string, getenv func(string) string) (config, data string, err error) {
	home := getenv("HOME")
	under := func(env string, rest ...string) string {
		if dir := getenv(env); filepath.IsAbs(dir) {
			return filepath.Join(dir, "readout")
		}
		if home == "" || len(rest) == 0 {
			return ""
		}
		return filepath.Join(append(append([]string{home}, rest...), "readout")...)
	}
	switch goos {
	case "windows":
		config, data = under("APPDATA"), under("LOCALAPPDATA")
	case "darwin":
		config = under("XDG_CONFIG_HOME", "Library", "Application Support")
		data = under("XDG_DATA_HOME", "Library", "Application Support")
	default:
		config = under("XDG_CONFIG_HOME", ".config")
		data = under("XDG_DATA_HOME", ".local", "share")
	}
	if config == "" || data == "" {
		return "", "", errNoHome
	}
	return config, data, nil
}

func (h Home) file(name string) string { return filepath.Join(h.Config, name) }

func (h Home) archive() string { return filepath.Join(h.Data, "archive.db") }
