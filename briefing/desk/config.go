package desk

import "time"

// Home says where everything lives.
type Home struct {
	Config string // folder of config.toml, feeds.opml, actors.toml, views.toml
	Data   string // folder of archive.db
	Now    func() time.Time
}

// Config is config.toml. An unknown key is an error that names key, line and the nearest known key.
type Config struct {
	AllowPrivate any      `toml:"allow_private"` // true, or a list of hosts and host:port pairs
	Theme        string   `toml:"theme"`         // auto, dark, light, ansi, contrast
	Keymap       string   `toml:"keymap"`        // default, vim, newsboat, arrows
	Watch        []string `toml:"watch"`         // actor and topic ids, the principal first
	Notes        string   `toml:"notes"`         // folder that exported notes go to
	Browser      []string `toml:"browser"`       // argv; "%u" is the address
}
