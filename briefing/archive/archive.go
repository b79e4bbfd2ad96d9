// Package archive keeps briefed articles in one SQLite file with a full-text
// index. It holds the only SQL of the program: what is above it asks with
// queries and keys.
package archive

import (
	"context"
	"database/sql"
	"fmt"
	"sync/atomic"
	"time"
)

// Archive is an open archive. Its methods are safe for concurrent use, also by
// several processes on one file.
//
// Their errors are sentences that say what was being done and, where one is
// known, the remedy. What cannot be read as a database is ErrDamaged. What changes the
// archive fails where ReadOnly says so.
type Archive struct {
	path     string // "" in memory
	now      func() time.Time
	firstKey Key
	steps    []string  // the migrations, from version 0 on
	write    *sql.DB   // one connection; every transaction takes the write lock at once
	read     *sql.DB   // several connections that cannot write
	watch    *sql.Conn // asks for other connections' changes; nil in memory
	readOnly bool
	notice   string

	changes atomic.Int64 // changes of this process, for an archive in memory
	version atomic.Int64 // last data_version seen
	names   *nameCache
	ledger  ledger
	outlets atomic.Int64 // asked for without the ledger
	inbox   inbox
}

// Options configure an archive. The zero value uses the system's clock.
type Options struct {
	Now func() time.Time // nil = the system's
	// FirstKey is what the keys of a new archive begin above, so that the keys
	// of two archives can be told apart.
	FirstKey Key
}

// Notice is a sentence about what opening found (a damaged file set aside, a
// folder that cannot be written), "" when all was well.
func (a *Archive) Notice() string { return a.notice }

// ReadOnly reports whether the archive refuses changes because its file or
// folder cannot be written.
func (a *Archive) ReadOnly() bool { return a.readOnly }

// Close closes the archive. The write-ahead log is folded into the file.
func (a *Archive) Close() error {
	if a.watch != nil {
		a.watch.Close()
	}
	err := a.read.Close()
	if a.write != nil && a.write != a.read {
		if e := a.write.Close(); err == nil {
			err = e
		}
	}
	return sentence(err, "closing the archive")
}

// Generation is a number that grows with every change of the archive, also by
// another process.
func (a *Archive) Generation(ctx context.Context) (int64, error) {
	if a.watch == nil {
		return a.changes.Load(), nil
	}
	var v int64
	if err := a.watch.QueryRowContext(ctx, "PRAGMA data_version").Scan(&v); err != nil {
		return 0, sentence(err, "looking for changes in the archive")
	}
	// data_version is only said to differ after a change, so count the differences.
	if a.version.Swap(v) != v {
		a.changes.Add(1)
	}
	return a.changes.Load(), nil
}

// tx runs f in one transaction that holds the write lock from its start, and
// counts it as a change. Any error rolls everything back.
func (a *Archive) tx(ctx context.Context, doing string, f func(*sql.Tx) error) error {
	return a.uncounted(ctx, doing, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "UPDATE clock SET changes = changes + 1"); err != nil {
			return err
		}
		return f(tx)
	})
}

// uncounted is tx for what the ledger does not follow, and for an archive that
// may have no tables yet.
func (a *Archive) uncounted(ctx context.Context, doing string, f func(*sql.Tx) error) error {
	if a.readOnly {
		return fmt.Errorf("%s: the archive %s can only be read; give its folder write permission", doing, a.path)
	}
	tx, err := a.write.BeginTx(ctx, nil)
	if err != nil {
		return sentence(err, doing)
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		if ctx.Err() != nil && code(err) == 0 {
			err = ctx.Err() // it ended the transaction, whatever is said of what it closed
		}
		return sentence(err, doing)
	}
	if err := tx.Commit(); err != nil {
		return sentence(err, doing)
	}
	a.changes.Add(1)
	return nil
}

// unix stores a time; unknown is NULL.
func unix(t time.Time) sql.NullInt64 {
	return sql.NullInt64{Int64: t.Unix(), Valid: !t.IsZero()}
}

func fromUnix(n sql.NullInt64) time.Time {
	if !n.Valid {
		return time.Time{}
	}
	return time.Unix(n.Int64, 0).UTC()
}

// Empty reports whether the archive holds no article.
func (a *Archive) Empty(ctx context.Context) (bool, error) {
	var some bool
	err := a.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM articles)").Scan(&some)
	return !some, sentence(err, "reading the archive")
}
