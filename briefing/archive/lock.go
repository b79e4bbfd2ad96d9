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

// lockPoll is how often a waiting refresh looks whether the other one is done.
const lockPoll = 200 * time.Millisecond

// LockRefresh makes this the only refresh of the archive, in all processes. It
// waits for another one to end, calling waiting once if it must. The lock is a
// transaction on a file of its own: it ends with the process, however that ends.
func (a *Archive) LockRefresh(ctx context.Context, waiting func()) (release func(), err error) {
	if a.path == "" {
		return func() {}, nil
	}
	if a.readOnly {
		return nil, fmt.Errorf("starting a refresh: the archive %s can only be read; give its folder write permission", a.path)
	}
	path := filepath.Join(filepath.Dir(a.path), "refresh.lock")
	if err := makeLock(path); err != nil {
		return nil, fmt.Errorf("starting a refresh: %w; give the archive's folder write permission", err)
	}
	db, err := sql.Open("sqlite", "file:"+escapePath(path)+"?_txlock=exclusive&_pragma=busy_timeout(0)")
	if err != nil {
		return nil, err
	}
	for first := true; ; first = false {
		tx, err := db.BeginTx(context.WithoutCancel(ctx), nil)
		if err == nil {
			return func() { tx.Rollback(); db.Close() }, nil
		}
		if !busy(err) {
			db.Close()
			return nil, sentence(err, "starting a refresh")
		}
		if first && waiting != nil {
			waiting()
		}
		select {
		case <-ctx.Done():
			db.Close()
			return nil, ctx.Err()
		case <-time.After(lockPoll):
		}
	}
}

// makeLock makes the lock's file where there is none. One that is there is not
// opened: a process that closes a file gives up all its locks on it (POSIX,
// fcntl), also those of a refresh that runs in it.
func makeLock(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return f.Close()
}
