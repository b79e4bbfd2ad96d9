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
// waits for another one to end, calling waiting once if it must.
func (a *Archive) LockRefresh(ctx context.Context, waiting func()) (release func(), err error) {
	for first := true; ; first = false {
		release, free, err := a.lock("refresh.lock", "starting a refresh")
		if err != nil || free {
			return release, err
		}
		if first && waiting != nil {
			waiting()
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(lockPoll):
		}
	}
}

// LockPages makes this the only pass over pages, in all processes; free is
// false while another one is at it, which asks for the same pages.
func (a *Archive) LockPages() (release func(), free bool, err error) {
	return a.lock("pages.lock", "fetching pages")
}

// lock takes a lock where it is free. It is a transaction on a file of its own,
// so it ends with the process, however that ends.
func (a *Archive) lock(file, doing string) (release func(), free bool, err error) {
	if a.path == "" {
		return func() {}, true, nil
	}
	if a.readOnly {
		return nil, false, fmt.Errorf("%s: the archive %s can only be read; give its folder write permission", doing, a.path)
	}
	path := filepath.Join(filepath.Dir(a.path), file)
	if err := makeLock(path); err != nil {
		return nil, false, fmt.Errorf("%s: %w; give the archive's folder write permission", doing, err)
	}
	db, err := sql.Open("sqlite", "file:"+escapePath(path)+"?_txlock=exclusive&_pragma=busy_timeout(0)")
	if err != nil {
		return nil, false, err
	}
	tx, err := db.BeginTx(context.Background(), nil) // it lasts longer than a step of its holder
	if err != nil {
		db.Close()
		if busy(err) {
			err = nil
		}
		return nil, false, sentence(err, doing)
	}
	return func() { tx.Rollback(); db.Close() }, true, nil
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
