package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"
)

// SetWatch keeps the watchlist in config.toml, the principal first. The rest
// of the file, comments too, stays as it is.
func (d *Desk) SetWatch(ids []string) error {
	if d.demo {
		return errors.New("the demo keeps nothing; start Readout without --demo")
	}
	d.lists.Lock()
	defer d.lists.Unlock()
	path := d.home.file("config.toml")
	raw, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("reading the configuration: %w", err)
	}
	if _, err := parseConfig(raw); err != nil {
		return fmt.Errorf("%s: %w; mend it first", path, err)
	}
	changed := withWatch(string(raw), ids)
	c, err := parseConfig([]byte(changed))
	if err != nil {
		return fmt.Errorf("changing %s: %w", path, err)
	}
	if err := writeFile(path, []byte(changed), 0o600); err != nil {
		return err
	}
	d.configMu.Lock()
	d.config.Watch = c.Watch
	d.configMu.Unlock()
	return nil
}

// watchSetting is the setting in valid TOML: ids hold no bracket.
var watchSetting = regexp.MustCompile(`(?m)^[ \t]*watch[ \t]*=[ \t]*\[[^\]]*\]`)

// firstTable is where the top-level settings end.
var firstTable = regexp.MustCompile(`(?m)^[ \t]*\[`)

// withWatch replaces the setting, or adds it at the end of the top-level ones.
func withWatch(file string, ids []string) string {
	quoted := make([]string, len(ids))
	for i, id := range ids {
		quoted[i] = strconv.Quote(id)
	}
	setting := "watch = [" + strings.Join(quoted, ", ") + "]"
	if at := watchSetting.FindStringIndex(file); at != nil {
		return file[:at[0]] + setting + file[at[1]:]
	}
	if at := firstTable.FindStringIndex(file); at != nil {
		return file[:at[0]] + setting + "\n\n" + file[at[0]:]
	}
	if file != "" && !strings.HasSuffix(file, "\n") {
		file += "\n"
	}
	return file + setting + "\n"
}
