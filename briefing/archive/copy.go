package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// copyTo writes a consistent copy of a database under a name that appears only
// when the copy is whole.
func copyTo(ctx context.Context, db *sql.DB, to string) error {
	sweepParts(to)
	part := partOf(to)
	if err := vacuumInto(ctx, db, part); err != nil {
		return err
	}
	if err := os.Rename(part, to); err != nil {
		os.Remove(part)
		return fmt.Errorf("writing %s: %w", to, err)
	}
	return nil
}

// partOf names a copy that is not whole yet. The process is in the name: two
// programs that bring one archive up to date make two copies.
func partOf(to string) string { return fmt.Sprintf("%s.%d.readout-part", to, os.Getpid()) }

// partName is what partOf makes, with the journal that SQLite may put beside it.
var partName = regexp.MustCompile(`\.\d+\.readout-part(-journal)?$`)

// partAge is how old a part is that no program can be writing any more.
const partAge = time.Hour

// sweepParts removes what copies that were cut off left beside a copy to be
// made: parts of the same archive, or of a copy of that name.
func sweepParts(to string) {
	stem, _, _ := strings.Cut(filepath.Base(to), ".db.")
	names, err := os.ReadDir(filepath.Dir(to))
	if err != nil {
		return
	}
	for _, n := range names {
		info, err := n.Info()
		if err == nil && info.Mode().IsRegular() && strings.HasPrefix(n.Name(), stem) && partName.MatchString(n.Name()) && time.Since(info.ModTime()) > partAge {
			_ = os.Remove(filepath.Join(filepath.Dir(to), n.Name()))
		}
	}
}

// vacuumInto writes a consistent copy of a database to a file that it makes
// anew; a copy that fails leaves nothing.
func vacuumInto(ctx context.Context, db *sql.DB, to string) error {
	if err := os.Remove(to); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("writing %s: %w", to, err)
	}
	_, err := db.ExecContext(ctx, "VACUUM INTO ?", to)
	if err == nil {
		err = os.Chmod(to, 0o600)
	}
	if err != nil {
		os.Remove(to)
		return sentence(err, "writing "+to)
	}
	return syncFile(to)
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		f.Close()
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return f.Close()
}
