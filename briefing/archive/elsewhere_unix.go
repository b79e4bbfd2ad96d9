//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package archive

import (
	"io"
	"os"
	"syscall"
)

// The bytes of a database's file that SQLite locks (sqlite.org/src, os.h:
// PENDING_BYTE to SHARED_FIRST + SHARED_SIZE).
const (
	lockedFrom  = 0x40000000
	lockedBytes = 512
)

// openElsewhere reports whether another process has an archive open, be it
// damaged so that SQLite itself would not say. A connection holds a lock on it
// as long as it lives (sqlite.org/wal.html, section 3.3).
func openElsewhere(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	lock := syscall.Flock_t{Type: syscall.F_WRLCK, Whence: io.SeekStart, Start: lockedFrom, Len: lockedBytes}
	return syscall.FcntlFlock(f.Fd(), syscall.F_GETLK, &lock) == nil && lock.Type != syscall.F_UNLCK
}
