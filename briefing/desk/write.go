package desk

import (
	"fmt"
	"os"
	"path/filepath"
)

// writeFile replaces a file whole or not at all: a temporary file beside it is
// synced and renamed.
func writeFile(path string, content []byte, mode os.FileMode) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".readout-*.tmp")
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
			err = fmt.Errorf("writing %s: %w", path, err)
		}
	}()
	if err := f.Chmod(mode); err != nil {
		return err
	}
	if _, err := f.Write(content); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// WriteOut writes a file the user named, whole or not at all; where a folder
// is named the file gets the given name in it. It returns the path.
func (d *Desk) WriteOut(to, name string, content []byte) (string, error) {
	if info, err := os.Stat(to); err == nil && info.IsDir() {
		to = filepath.Join(to, name)
	}
	return to, writeFile(to, content, 0o600)
}
