package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// ToggleWatch puts a value at the end of the watchlist in config.toml, or takes
// it off, and reports whether it is on it now. The rest of the file, comments
// too, stays as it is, and so does what another window has put on the list.
func (d *Desk) ToggleWatch(id string) (on bool, err error) {
	if d.demo {
		return false, errors.New("the demo keeps nothing; start Readout without --demo")
	}
	d.lists.Lock()
	defer d.lists.Unlock()
	path := d.home.file("config.toml")
	raw, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, fmt.Errorf("reading the configuration: %w", err)
	}
	changed, ids, err := toggleWatch(string(raw), id)
	if err != nil {
		return false, fmt.Errorf("%s: %w", path, err)
	}
	if err := d.home.write("config.toml", []byte(changed)); err != nil {
		return false, err
	}
	d.configMu.Lock()
	d.config.Watch = ids
	d.configMu.Unlock()
	return slices.Contains(ids, id), nil
}

// toggleWatch changes the watchlist in the text of a configuration. The result
// is read again: a text that the change would do anything else to is refused.
func toggleWatch(file, id string) (changed string, ids []string, err error) {
	before, err := parseConfig([]byte(file))
	if err != nil {
		return "", nil, fmt.Errorf("%w; mend it first", err)
	}
	ids = slices.DeleteFunc(slices.Clone(before.Watch), func(x string) bool { return x == id })
	if len(ids) == len(before.Watch) {
		ids = append(ids, id)
	}
	changed = withWatch(file, ids)
	after, err := parseConfig([]byte(changed))
	if err != nil || !slices.Equal(after.Watch, ids) || !sameButWatch(before, after) {
		return "", nil, errors.New("the setting watch is written in a way that Readout cannot change; make it one line like watch = [\"icc\"], above the first [table]")
	}
	return changed, ids, nil
}

func sameButWatch(a, b Config) bool {
	a.Watch, b.Watch, a.keyLines, b.keyLines = nil, nil, nil, nil
	return reflect.DeepEqual(a, b)
}

// watchSetting is the setting in valid TOML: ids hold no bracket.
var watchSetting = regexp.MustCompile(`(?m)^[ \t]*watch[ \t]*=[ \t]*\[[^\]]*\]`)

// firstTable is where the top-level settings end.
var firstTable = regexp.MustCompile(`(?m)^[ \t]*\[`)

// withWatch replaces the setting, or adds it at the end of the top-level ones.
// A watch under [keys] is a key, not this setting.
func withWatch(file string, ids []string) string {
	quoted := make([]string, len(ids))
	for i, id := range ids {
		quoted[i] = strconv.Quote(id)
	}
	setting := "watch = [" + strings.Join(quoted, ", ") + "]"
	top, rest := file, ""
	if at := firstTable.FindStringIndex(file); at != nil {
		top, rest = file[:at[0]], file[at[0]:]
	}
	if at := watchSetting.FindStringIndex(file); at != nil && at[0] < len(top) {
		return file[:at[0]] + setting + file[at[1]:]
	}
	if rest != "" {
		return top + setting + "\n\n" + rest
	}
	if file != "" && !strings.HasSuffix(file, "\n") {
		file += "\n"
	}
	return file + setting + "\n"
}
