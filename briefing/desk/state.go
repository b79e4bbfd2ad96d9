package desk

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// The state is a file of its own and not in the archive: keeping it is no
// change that other windows need to hear of.
func (h Home) state() string { return filepath.Join(h.Data, "state.json") }

// State returns what SetState kept for the screen under a key, "" when there is nothing.
func (d *Desk) State(key string) (string, error) {
	if d.demo {
		return "", nil
	}
	m, err := d.readState()
	return m[key], err
}

// SetState keeps a value for the screen under a key: the last place, filter
// and scroll. The demo and a read-only home keep nothing.
func (d *Desk) SetState(key, value string) error {
	if d.demo || d.archive.ReadOnly() {
		return nil
	}
	d.lists.Lock()
	defer d.lists.Unlock()
	m, err := d.readState()
	if err != nil || m == nil {
		m = map[string]string{} // a damaged state is worth nothing
	}
	m[key] = value
	raw, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("keeping where you left off: %w", err)
	}
	return writeFile(d.home.state(), raw)
}

func (d *Desk) readState() (map[string]string, error) {
	raw, err := os.ReadFile(d.home.state())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var m map[string]string
	if err == nil {
		err = json.Unmarshal(raw, &m)
	}
	if err != nil {
		return nil, fmt.Errorf("reading where you left off: %w", err)
	}
	return m, nil
}
