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
// renamed, never deleted; kept is its new name, "" when there was none. Other
// programs that have the archive open go on with the old one.
func Restore(ctx context.Context, path, backup string, now time.Time) (kept string, err error) {
	in, err := Inspect(ctx, backup)
	switch {
	case err != nil:
		return "", fmt.Errorf("reading the backup: %w", err)
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
	return kept, os.Rename(part, path)
}
