package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite" // driver "sqlite": SQLite in Go, with FTS5
)

// Open opens the archive at path, makes it where there is none, and brings an
// older one to the present version after a copy. A damaged file is renamed,
// never deleted, and a new archive begun: Notice says so.
func Open(ctx context.Context, path string, o Options) (*Archive, error) {
	return open(ctx, newArchive(path, o))
}

func open(ctx context.Context, a *Archive) (*Archive, error) {
	path := a.path
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("making the folder of the archive: %w", err)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s is a folder and should be the archive's file; 'readout doctor --repair' sets it aside", path)
	}
	if err := touch(path); err != nil {
		if errors.Is(err, fs.ErrPermission) || isReadOnlyFS(err) {
			return a, a.openReadOnly(ctx)
		}
		return nil, fmt.Errorf("opening the archive: %w", err)
	}
	err := a.openFile(ctx)
	if damaged(err) {
		aside, renameErr := setAside(path, "corrupt", a.now())
		if renameErr != nil {
			return nil, fmt.Errorf("the archive %s is damaged and could not be set aside: %w", path, renameErr)
		}
		a.notice = fmt.Sprintf("The archive was damaged. It was kept as %s and a new one begun; 'readout doctor --repair' saves what can be read of it.", aside)
		if err = touch(path); err == nil {
			err = a.openFile(ctx)
		}
	}
	if err != nil {
		return nil, err
	}
	return a, nil
}

// memories numbers the archives in memory, so that each has a name of its own.
var memories atomic.Int64

// OpenMemory opens an archive that lives in memory only.
func OpenMemory(ctx context.Context, o Options) (*Archive, error) {
	a := newArchive("", o)
	dsn := fmt.Sprintf("file:/readout-%d?vfs=memdb&_txlock=immediate&_pragma=busy_timeout(10000)&_pragma=foreign_keys(1)", memories.Add(1))
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // the archive lives as long as this connection
	db.SetConnMaxLifetime(0)
	a.write, a.read = db, db
	if err := a.migrate(ctx); err != nil {
		db.Close()
		return nil, err
	}
	return a, nil
}

func newArchive(path string, o Options) *Archive {
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Archive{path: path, now: o.Now, firstKey: o.FirstKey, steps: migrations(), names: newNameCache()}
}

// openFile opens the pools, waiting for another process that is switching the
// file to a write-ahead log or migrating it.
func (a *Archive) openFile(ctx context.Context) error {
	if err := truncated(a.path); err != nil {
		return err
	}
	var err error
	for try := 0; try < 50; try++ {
		if err = a.connect(ctx); err == nil || !busy(err) {
			break
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(200 * time.Millisecond):
		}
	}
	return err
}

func (a *Archive) connect(ctx context.Context) (err error) {
	a.write, err = sql.Open("sqlite", dsn(a.path, "_txlock=immediate", "_pragma=journal_mode(wal)",
		"_pragma=synchronous(normal)", "_pragma=foreign_keys(1)", "_pragma=journal_size_limit(67108864)",
		"_pragma=wal_autocheckpoint(4000)", // 16 MB: a page that a refresh writes ten times is copied into the file once or twice
		"_pragma=cache_size(-8192)"))       // the pages of one transaction of a refresh
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			a.closePools()
		}
	}()
	a.write.SetMaxOpenConns(1)
	if err = a.migrate(ctx); err != nil {
		return err
	}
	if a.read, err = sql.Open("sqlite", dsn(a.path, "_pragma=query_only(1)", "_pragma=cache_size(-512)")); err != nil {
		return err
	}
	// Each connection keeps its own pages, up to the size above in KB; the default
	// of 2,000 holds the same pages four times and saves few reads.
	a.read.SetMaxOpenConns(4)
	a.read.SetMaxIdleConns(4)
	if a.watch, err = a.read.Conn(ctx); err != nil {
		return sentence(err, "opening the archive")
	}
	return nil
}

func (a *Archive) closePools() {
	if a.read != nil {
		a.read.Close()
		a.read = nil
	}
	a.write.Close()
}

// openReadOnly opens an archive that cannot be written: listing and reading work.
func (a *Archive) openReadOnly(ctx context.Context) error {
	if _, err := os.Stat(a.path); err != nil {
		return fmt.Errorf("there is no archive at %s and its folder cannot be written; name another folder with --home", a.path)
	}
	// immutable: without write permission there can be no lock and no log to share.
	db, err := sql.Open("sqlite", dsn(a.path, "mode=ro", "immutable=1", "_pragma=query_only(1)"))
	if err != nil {
		return err
	}
	a.read, a.readOnly = db, true
	a.notice = fmt.Sprintf("The archive %s can only be read: marks and notes are not kept and nothing is refreshed.", a.path)
	v, err := version(ctx, db)
	if err == nil && v != a.latest() {
		err = fmt.Errorf("the archive has version %d and this program needs %d, but its folder cannot be written; give it write permission, or open a copy with --home", v, a.latest())
	}
	if err != nil {
		db.Close()
		return sentence(err, "opening the archive")
	}
	return nil
}

// dsn names a file for the driver, with settings.
func dsn(path string, settings ...string) string {
	s := "file:" + escapePath(path) + "?_pragma=busy_timeout(10000)&_pragma=temp_store(memory)"
	for _, x := range settings {
		s += "&" + x
	}
	return s
}

func escapePath(path string) string {
	return (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()
}

// touch makes the file with its mode before SQLite does: the write-ahead log
// takes its mode from it.
func touch(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	if info, err := f.Stat(); err == nil && info.Mode().Perm()&0o077 != 0 {
		_ = os.Chmod(path, 0o600) // a file made by other means; best effort
	}
	return f.Close()
}
