package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Restore puts a backup in the place of the archive at path. What was there is
// renamed, never deleted; kept is its new name, "" when there was none. While
// another program has the archive open nothing is done: it would go on with the
// old file, and what is marked and noted in it would be lost to the new one.
func Restore(ctx context.Context, path, backup string, now time.Time) (kept string, err error) {
	in, err := Inspect(ctx, backup)
	switch {
	case err != nil:
		return "", fmt.Errorf("reading the backup: %w", err)
	case in.Damaged:
		return "", fmt.Errorf("%s cannot be restored: it is no archive of Readout, or a damaged one; name a file that 'readout backup' wrote", backup)
	case in.Wrong != "":
		return "", fmt.Errorf("%s cannot be restored: %s", backup, in.Wrong)
	case in.Version == 0:
		return "", fmt.Errorf("%s is no archive of Readout; name a file that 'readout backup' wrote", backup)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", fmt.Errorf("making the folder of the archive: %w", err)
	}
	db, err := sql.Open("sqlite", dsn(backup, "mode=ro", "_pragma=query_only(0)"))
	if err != nil {
		return "", err
	}
	defer db.Close()
	if err := unshared(ctx, path); err != nil {
		return "", err
	}
	part := partOf(path)
	if err := vacuumInto(ctx, db, part); err != nil {
		return "", err
	}
	if _, err := os.Lstat(path); err == nil {
		if kept, err = setAside(path, "replaced", now); err != nil {
			os.Remove(part)
			return "", fmt.Errorf("keeping the present archive: %w", err)
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	if err := os.Rename(part, path); err != nil {
		os.Remove(part)
		if kept != "" {
			err = fmt.Errorf("%w; the archive that was there is %s, give it its name %s back", err, kept, path)
		}
		return kept, fmt.Errorf("putting the backup in place: %w", err)
	}
	return kept, nil
}

var errOpenElsewhere = errors.New("another Readout has the archive open; close it, also a refresh that runs behind, and try again")

// unshared fails where another program has the archive open. A file leaves the
// write-ahead mode only for the one program that has it open
// (sqlite.org/wal.html, section 3.3). What is no database, or a damaged one,
// nobody reads.
func unshared(ctx context.Context, path string) error {
	if _, err := os.Stat(path); err != nil {
		return nil // there is none
	}
	db, err := sql.Open("sqlite", dsn(path, "mode=rw"))
	if err != nil {
		return nil
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err = db.ExecContext(ctx, "PRAGMA busy_timeout = 1000"); err == nil {
		_, err = db.ExecContext(ctx, "PRAGMA journal_mode = delete")
	}
	if busy(err) {
		return errOpenElsewhere
	}
	return nil
}
