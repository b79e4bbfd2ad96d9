package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"sync"

	"github.com/pelletier/go-toml/v2"

	"readout/feeds/pull"
)

// credentials.toml holds user names and passwords of feeds by origin
// ("https://example.org" = "user:password"), apart from the feed list, so that
// the list can be shown and passed on.
const credentialsFile = "credentials.toml"

func readCredentials(h Home) (map[string]string, error) {
	keys := map[string]string{}
	raw, err := os.ReadFile(h.file(credentialsFile))
	if errors.Is(err, fs.ErrNotExist) {
		return keys, nil
	}
	if err == nil {
		err = toml.Unmarshal(raw, &keys)
	}
	if err != nil {
		// The decoder's own words could quote a password.
		return keys, fmt.Errorf("%s cannot be read; it holds lines like \"https://example.org\" = \"user:password\"", h.file(credentialsFile))
	}
	return keys, nil
}

// credentials are the user names and passwords that the client may use.
type credentials struct {
	mu    sync.Mutex
	known map[string]string // by pull.Origin
}

// of returns "user:password" for an origin, "" for none.
func (c *credentials) of(origin string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.known[origin]
}

// learn takes up what is in the file, or was typed with an address.
func (c *credentials) learn(keys map[string]string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.known == nil {
		c.known = map[string]string{}
	}
	for site, key := range keys {
		c.known[pull.Origin(site)] = key
	}
}

// keepCredentials writes user names and passwords into their file.
func (d *Desk) keepCredentials(fresh map[string]string) error {
	d.secrets.learn(fresh)
	keys, err := readCredentials(d.home)
	if err != nil {
		return err
	}
	before := maps.Clone(keys)
	if maps.Copy(keys, fresh); maps.Equal(keys, before) {
		return nil
	}
	raw, err := toml.Marshal(keys)
	if err != nil {
		return fmt.Errorf("keeping the password: %w", err)
	}
	return d.home.write(credentialsFile, raw)
}

// splitUser takes user and password out of an address; secrets are as in
// credentials.toml, nil where it has none.
func splitUser(address string) (bare string, secrets map[string]string) {
	u, err := url.Parse(address)
	if err != nil || u.User == nil {
		return address, nil
	}
	password, _ := u.User.Password()
	secrets = map[string]string{site(u): u.User.Username() + ":" + password}
	u.User = nil
	return u.String(), secrets
}

// site names an origin in credentials.toml.
func site(u *url.URL) string { return u.Scheme + "://" + u.Host }
