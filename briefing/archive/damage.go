package archive

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// ErrDamaged says that the archive's file cannot be read as a database.
var ErrDamaged = errors.New("the archive is damaged; 'readout doctor --repair' saves what can be read")

// code returns SQLite's primary result code of an error, 0 when it has none.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}

func busy(err error) bool {
	c := code(err)
	return c == sqlite3.SQLITE_BUSY || c == sqlite3.SQLITE_LOCKED
}

func damaged(err error) bool {
	c := code(err)
	return errors.Is(err, ErrDamaged) || c == sqlite3.SQLITE_CORRUPT || c == sqlite3.SQLITE_NOTADB
}

// lacks reports a query for a table or column that the archive does not have:
// it was made by another program, or by this one in development.
func lacks(err error) bool {
	return code(err) == sqlite3.SQLITE_ERROR && strings.Contains(err.Error(), "no such ")
}

// sentence wraps an error of the database with what was being done and, where
// one is known, the remedy. The original stays in the chain.
func sentence(err error, doing string) error {
	switch {
	case err == nil:
		return nil
	case damaged(err) && !errors.Is(err, ErrDamaged):
		return fmt.Errorf("%s: %w (%w)", doing, ErrDamaged, err)
	case lacks(err):
		return fmt.Errorf("%s: the archive is not as this Readout makes it; 'readout doctor' says what it lacks: %w", doing, err)
	case busy(err):
		return fmt.Errorf("%s: another program holds the archive; try again when it is done: %w", doing, err)
	case code(err) == sqlite3.SQLITE_FULL:
		return fmt.Errorf("%s: the disk is full; nothing was changed: %w", doing, err)
	case code(err) == sqlite3.SQLITE_READONLY:
		return fmt.Errorf("%s: the archive can only be read; check the permissions of its folder: %w", doing, err)
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// truncated reports a file that is shorter than its header says, which SQLite
// itself notices only when it needs a missing page. A file with a write-ahead
// log is left to SQLite: when a full disk or a crash ends a checkpoint, the
// pages that the file lacks are still in the log.
// Format: sqlite.org/fileformat2.html, section 1.3.
func truncated(path string) error {
	if log, err := os.Stat(path + "-wal"); err == nil && log.Size() > 0 {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var head [100]byte
	if _, err := io.ReadFull(f, head[:]); err != nil {
		if info, e := f.Stat(); e == nil && info.Size() == 0 {
			return nil // new
		}
		return ErrDamaged
	}
	info, err := f.Stat()
	if err != nil {
		return err
	}
	page := int64(binary.BigEndian.Uint16(head[16:]))
	if page == 1 {
		page = 65536
	}
	// The count is valid only when both change counters agree.
	valid := string(head[24:28]) == string(head[92:96])
	if pages := int64(binary.BigEndian.Uint32(head[28:])); valid && info.Size() < pages*page {
		return fmt.Errorf("%w: it has %d bytes and should have %d", ErrDamaged, info.Size(), pages*page)
	}
	return nil
}

// setAside renames an archive and its log, saying why in the new name, which it
// returns. It does not where another program has the archive open: that would
// go on with the old file, and what is marked and noted in it would be lost to
// the new one.
func setAside(path, why string, now time.Time) (string, error) {
	if openElsewhere(path) {
		return "", errOpenElsewhere
	}
	aside := unused(path + "." + why + "-" + stamp(now))
	if err := os.Rename(path, aside); err != nil {
		return "", err
	}
	for _, end := range []string{"-wal", "-shm"} {
		if err := os.Rename(path+end, aside+end); err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", err
		}
	}
	return aside, nil
}

func isReadOnlyFS(err error) bool { return errors.Is(err, syscall.EROFS) }

// stamp is a time as it stands in file names.
func stamp(t time.Time) string { return t.UTC().Format("20060102-150405") }

// unused returns a file name that is not taken: the stem, or it with a number.
func unused(stem string) string {
	name := stem
	for n := 2; ; n++ {
		if _, err := os.Lstat(name); errors.Is(err, os.ErrNotExist) {
			return name
		}
		name = fmt.Sprintf("%s-%d", stem, n)
	}
}
