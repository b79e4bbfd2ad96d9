package archive

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations are the steps of the schema: step i leads from version i to i+1.
var migrations = sync.OnceValue(func() []string {
	var out []string
	for n := 1; ; n++ {
		step, err := migrationFiles.ReadFile(fmt.Sprintf("migrations/%04d.sql", n))
		if err != nil {
			return out
		}
		out = append(out, string(step))
	}
})

// latest is the version that this program reads and writes.
func (a *Archive) latest() int { return len(a.steps) }

type rowQuerier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func version(ctx context.Context, q rowQuerier) (int, error) {
	var v int
	err := q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&v)
	return v, err
}

// migrate brings the archive to the latest version in one transaction. An
// archive that holds something is copied beforehand.
func (a *Archive) migrate(ctx context.Context) error {
	v, err := version(ctx, a.write)
	if err != nil {
		return sentence(err, "opening the archive")
	}
	if err := a.checkVersion(v); err != nil || v == a.latest() {
		return err
	}
	if v > 0 && a.path != "" {
		if err := a.copyBefore(ctx, v); err != nil {
			return err
		}
	}
	return a.uncounted(ctx, "preparing the archive", func(tx *sql.Tx) error {
		// Another process may have migrated while this one waited for the lock.
		v, err := version(ctx, tx)
		if err != nil {
			return err
		}
		if err := a.checkVersion(v); err != nil {
			return err
		}
		for ; v < a.latest(); v++ {
			if _, err := tx.ExecContext(ctx, a.steps[v]); err != nil {
				return fmt.Errorf("step %d: %w", v+1, err)
			}
		}
		_, err = tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", v))
		return err
	})
}

func (a *Archive) checkVersion(v int) error {
	if v > a.latest() {
		return fmt.Errorf("the archive %s was written by a newer Readout (version %d, this one knows %d); update Readout or name another folder with --home", a.path, v, a.latest())
	}
	return nil
}

// copyBefore keeps a whole copy of the archive beside it: archive.db.v1-DATE.
func (a *Archive) copyBefore(ctx context.Context, v int) error {
	to := unused(fmt.Sprintf("%s.v%d-%s", a.path, v, stamp(a.now())))
	if err := a.Backup(ctx, to); err != nil {
		return fmt.Errorf("copying the archive before it is brought to version %d: %w", a.latest(), err)
	}
	return nil
}

// Backup writes a consistent copy of the archive to a new file, also while it is in use.
func (a *Archive) Backup(ctx context.Context, to string) error {
	if _, err := os.Lstat(to); err == nil {
		return fmt.Errorf("%s exists already; choose another name", to)
	}
	if _, err := os.Stat(filepath.Dir(to)); err != nil {
		return fmt.Errorf("writing %s: %w", to, err)
	}
	db := a.write
	if db == nil {
		db = a.read
	}
	return copyTo(ctx, db, to)
}
