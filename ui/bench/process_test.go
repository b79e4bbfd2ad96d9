//go:build bench && linux

package bench

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// cost is what a process took.
type cost struct {
	wall, cpu time.Duration
	peak      int64 // resident, in bytes
	out       string
	listed    time.Duration // until its headlines were listed; 0 where nobody looked
}

func (c cost) String() string {
	return fmt.Sprintf("%.2f s wall, %.2f s CPU, %.0f MB", c.wall.Seconds(), c.cpu.Seconds(), float64(c.peak)/1e6)
}

// costOf reads what an ended process took.
func costOf(s *os.ProcessState, wall time.Duration, peak int64) cost {
	return cost{wall: wall, cpu: s.UserTime() + s.SystemTime(), peak: peak}
}

// watchPeak reads the most memory that a process had, until it ends. What the
// system says after the end would count this process too, as its parent.
func watchPeak(pid int) (stop func() int64) {
	quit, done := make(chan bool), make(chan int64)
	go func() {
		peak := int64(0)
		tick := time.NewTicker(5 * time.Millisecond)
		defer tick.Stop()
		for {
			peak = max(peak, peakOf(pid))
			select {
			case <-quit:
				done <- peak
				return
			case <-tick.C:
			}
		}
	}()
	return func() int64 { quit <- true; return <-done }
}

// peakOf is VmHWM of proc_pid_status(5), in bytes; 0 when the process has ended.
func peakOf(pid int) int64 {
	raw, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	_, rest, _ := strings.Cut(string(raw), "VmHWM:")
	var kb int64
	fmt.Sscan(rest, &kb)
	return kb * 1024
}

// run runs a program to its end. A status of 3, done in part, is no failure.
func run(t *testing.T, env []string, name string, args ...string) cost {
	t.Helper()
	var out, errs bytes.Buffer
	began := time.Now()
	cmd := exec.Command(name, args...)
	cmd.Env, cmd.Stdout, cmd.Stderr = append(os.Environ(), env...), &out, &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	peak := watchPeak(cmd.Process.Pid)
	err := cmd.Wait()
	wall := time.Since(began)
	if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() != 0 && cmd.ProcessState.ExitCode() != 3 {
		t.Fatalf("%s %v: %v\n%s", filepath.Base(name), args, err, tail(errs.String()))
	}
	c := costOf(cmd.ProcessState, wall, peak())
	c.out = out.String()
	return c
}

func tail(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return strings.Join(lines[max(0, len(lines)-5):], "\n")
}

// best runs something several times and keeps the quickest: what else runs on
// the machine only adds.
func best(n int, f func() cost) cost {
	c := f()
	for range n - 1 {
		if d := f(); d.wall < c.wall {
			c = d
		}
	}
	return c
}

// build compiles the program as it is released.
func build(t *testing.T) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "readout")
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s", "-o", bin, "../..")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("building: %v\n%s", err, out)
	}
	return bin
}

// say prints a line of a report.
func say(what, format string, args ...any) {
	fmt.Printf("%-44s %s\n", what, fmt.Sprintf(format, args...))
}
