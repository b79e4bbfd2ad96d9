//go:build bench && linux

package bench

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// terminal is a program in a pseudo-terminal of 120 by 30 cells.
type terminal struct {
	t      *testing.T
	master *os.File
	cmd    *exec.Cmd
	began  time.Time

	mu   sync.Mutex
	seen bytes.Buffer  // all that the program wrote
	more chan struct{} // said after each write
}

// open starts a program in a terminal of its own (pty(7)).
func open(t *testing.T, env []string, name string, args ...string) *terminal {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	fd := int(master.Fd())
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 30, Col: 120}); err != nil {
		t.Fatal(err)
	}
	slave, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer slave.Close()
	x := &terminal{t: t, master: master, cmd: exec.Command(name, args...), more: make(chan struct{}, 1)}
	x.cmd.Env = append(append(os.Environ(), "TERM=xterm-256color"), env...)
	x.cmd.Stdin, x.cmd.Stdout, x.cmd.Stderr = slave, slave, slave
	x.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	x.began = time.Now()
	if err := x.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go x.read()
	return x
}

func (x *terminal) read() {
	buf := make([]byte, 1<<16)
	for {
		n, err := x.master.Read(buf)
		x.mu.Lock()
		x.seen.Write(buf[:n])
		x.mu.Unlock()
		select {
		case x.more <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

// await waits until the program has written words, and returns how long that
// took from a moment on.
func (x *terminal) await(from time.Time, words string) time.Duration {
	x.t.Helper()
	late := time.After(2 * time.Minute)
	for {
		x.mu.Lock()
		found := bytes.Contains(x.seen.Bytes(), []byte(words))
		x.mu.Unlock()
		if found {
			return time.Since(from)
		}
		select {
		case <-x.more:
		case <-late:
			x.t.Fatalf("%s did not write %q; it wrote %q", x.cmd.Path, words, tail(x.seen.String()))
		}
	}
}

// settle waits until the program has written nothing for a moment.
func (x *terminal) settle(quiet time.Duration) {
	for {
		select {
		case <-x.more:
		case <-time.After(quiet):
			return
		}
	}
}

// press writes a key and returns the time until the first bytes that answer it.
func (x *terminal) press(key string) (time.Duration, bool) {
	select {
	case <-x.more:
	default:
	}
	began := time.Now()
	x.master.WriteString(key)
	select {
	case <-x.more:
		return time.Since(began), true
	case <-time.After(2 * time.Second):
		return 0, false
	}
}

// keys presses a key many times, each after the last was answered, and returns
// the median and the 95th percentile.
func (x *terminal) keys(n int, key func(i int) string) (p50, p95 time.Duration) {
	x.t.Helper()
	var all []time.Duration
	for i := range n {
		if d, ok := x.press(key(i)); ok {
			all = append(all, d)
		}
		// A pause of whole frames would always press right after one was drawn.
		x.settle(25*time.Millisecond + time.Duration(i*3571%8333)*time.Microsecond)
	}
	if len(all) < n/2 {
		x.t.Fatalf("%s answered %d keys of %d", x.cmd.Path, len(all), n)
	}
	slices.Sort(all)
	return all[len(all)/2], all[len(all)*95/100]
}

// end stops the program and returns what it took.
func (x *terminal) end() cost {
	peak := peakOf(x.cmd.Process.Pid)
	x.cmd.Process.Signal(unix.SIGTERM)
	done := time.AfterFunc(5*time.Second, func() { x.cmd.Process.Kill() })
	_ = x.cmd.Wait() // a signal ended it
	done.Stop()
	x.master.Close()
	return costOf(x.cmd.ProcessState, time.Since(x.began), peak)
}
