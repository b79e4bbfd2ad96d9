package desk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"readout/briefing/archive"
)

// Backup writes a consistent copy of the archive to a new file, also while it is in use.
func (d *Desk) Backup(ctx context.Context, to string) error {
	if d.archive == nil {
		return errors.New("the demo has no archive to back up")
	}
	return d.archive.Backup(ctx, to)
}

// Prune removes what is older than keep, see archive.Prune; with dry it only counts.
func (d *Desk) Prune(ctx context.Context, keep time.Duration, dry bool) (int, error) {
	if d.archive == nil {
		return 0, errors.New("the demo has no archive to prune")
	}
	return d.archive.Prune(ctx, d.now().Add(-keep), dry)
}

// Restore puts a backup in the place of a home's archive and returns the name
// under which the present one is kept, "" when there was none.
func Restore(ctx context.Context, h Home, backup string) (kept string, err error) {
	return archive.Restore(ctx, h.archive(), backup, h.Now())
}

// Repair sets a damaged archive aside and saves what can be read of it, and of
// the ones that were set aside before, into the archive. It returns sentences
// about what it did; none when there was nothing to mend.
func Repair(ctx context.Context, h Home) (said []string, err error) {
	path := h.archive()
	in, err := archive.Inspect(ctx, path)
	if err == nil && in.Wrong != "" && !in.Damaged {
		return nil, fmt.Errorf("the archive stays as it is: %s", in.Wrong)
	}
	if err == nil && in.Damaged {
		aside, err := archive.SetAside(path, h.Now())
		if err != nil {
			return nil, fmt.Errorf("setting the damaged archive aside: %w", err)
		}
		said = append(said, "The damaged archive is kept as "+aside+".")
	}
	aside, err := filepath.Glob(path + ".corrupt-*")
	if err != nil || len(aside) == 0 {
		return said, err
	}
	d, err := Open(ctx, h)
	if err != nil {
		return said, err
	}
	defer d.Close()
	for _, file := range aside {
		if !isArchive(file) {
			continue
		}
		s, err := d.archive.Salvage(ctx, file)
		if ctx.Err() != nil {
			return said, ctx.Err()
		}
		if err != nil {
			said = append(said, fmt.Sprintf("Nothing could be read of %s; it stays as it is.", file))
			continue
		}
		said = append(said, fmt.Sprintf("%s: %d articles could be read and %d not; %d are in the archive anew.", file, s.Articles, s.Lost, s.New))
		done := strings.Replace(file, ".corrupt-", ".salvaged-", 1)
		for _, end := range []string{"", "-wal", "-shm"} {
			_ = os.Rename(file+end, done+end) // so that it is not salvaged again; it stays beside the archive
		}
	}
	return said, nil
}

// isArchive tells an archive from the log that lies beside it.
func isArchive(file string) bool {
	return !strings.HasSuffix(file, "-wal") && !strings.HasSuffix(file, "-shm")
}
