package desk

import (
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A file that is being written has a name between these.
const (
	tempPrefix = ".readout-"
	tempSuffix = ".tmp"
)

// tempAge is how old such a file is that no program can be writing any more.
const tempAge = time.Hour

// replaceFile writes a file of a folder whole or not at all: a temporary file
// beside it is synced and renamed. Its name is its own, since two programs may
// write one file at the same time.
func replaceFile(root *os.Root, name string, content []byte) (err error) {
	temp := tempPrefix + rand.Text() + tempSuffix
	f, err := root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			_ = root.Remove(temp)
		}
	}()
	if _, err = f.Write(content); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	return root.Rename(temp, name)
}

// sweep removes what programs that were cut off left in a folder. It goes by
// the system's clock, as the files' own times do.
func sweep(root *os.Root) {
	dir, err := root.Open(".")
	if err != nil {
		return
	}
	defer dir.Close()
	names, err := dir.Readdirnames(-1)
	if err != nil {
		return
	}
	for _, name := range names {
		if !strings.HasPrefix(name, tempPrefix) || !strings.HasSuffix(name, tempSuffix) {
			continue
		}
		if info, err := root.Lstat(name); err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > tempAge {
			_ = root.Remove(name)
		}
	}
}

// writeFile replaces a file whole or not at all.
func writeFile(path string, content []byte) error {
	root, err := os.OpenRoot(filepath.Dir(path))
	if err == nil {
		defer root.Close()
		sweep(root)
		err = replaceFile(root, filepath.Base(path), content)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return nil
}

// write replaces one of the home's own files. One that is a link, as in a
// folder of dotfiles, stays one.
func (h Home) write(name string, content []byte) error {
	path := h.file(name)
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	return writeFile(path, content)
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
	return to, writeFile(to, content)
}

// IsFolder reports whether a path that the user named is that of a folder, or
// of one that is still to be made.
func IsFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir() || strings.HasSuffix(path, "/") || strings.HasSuffix(path, string(filepath.Separator))
}
