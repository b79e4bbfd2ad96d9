package desk

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
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
// A folder that is still to be made ends in a slash.
func (d *Desk) WriteOut(to, name string, content []byte) (string, error) {
	if IsFolder(to) {
		if err := os.MkdirAll(to, 0o700); err != nil {
			return "", fmt.Errorf("making the folder: %w", err)
		}
		to = filepath.Join(to, name)
	}
	return to, writeFile(to, content, 0o600)
}

// IsFolder reports whether a path that the user named is that of a folder, or
// of one that is still to be made.
func IsFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir() || strings.HasSuffix(path, "/") || strings.HasSuffix(path, string(filepath.Separator))
}
