package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"

	"github.com/pelletier/go-toml/v2"
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

func (d *Desk) addCredentials(fresh map[string]string) error {
	if len(fresh) == 0 {
		return nil
	}
	keys, err := readCredentials(d.home)
	if err != nil {
		return err
	}
	for origin, key := range fresh {
		keys[origin] = key
	}
	raw, err := toml.Marshal(keys)
	if err != nil {
		return fmt.Errorf("keeping the password: %w", err)
	}
	return d.home.write(credentialsFile, raw)
}

// splitUser takes user and password out of an address.
func splitUser(address string) (clean, origin, key string) {
	u, err := url.Parse(address)
	if err != nil || u.User == nil {
		return address, "", ""
	}
	password, _ := u.User.Password()
	key = u.User.Username() + ":" + password
	u.User = nil
	return u.String(), u.Scheme + "://" + u.Host, key
}
