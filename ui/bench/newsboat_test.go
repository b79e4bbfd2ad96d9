//go:build bench && linux

package bench

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// newsboat is the reader that Readout is measured beside. Where it is not
// installed its methods return "".
type newsboat struct {
	t    *testing.T
	path string
	args []string
	env  []string
}

func newNewsboat(t *testing.T, server *outlets) *newsboat {
	t.Helper()
	path, err := exec.LookPath("newsboat")
	if err != nil {
		return &newsboat{}
	}
	dir := t.TempDir()
	var urls strings.Builder
	for f := range feedCount {
		fmt.Fprintln(&urls, server.feed(f))
	}
	write(t, filepath.Join(dir, "urls"), urls.String())
	write(t, filepath.Join(dir, "config"), "reload-threads 50\nshow-read-feeds yes\n")
	return &newsboat{t, path, []string{"-u", filepath.Join(dir, "urls"), "-c", filepath.Join(dir, "cache.db"), "-C", filepath.Join(dir, "config")}, []string{"HOME=" + dir}}
}

// reload refreshes all feeds.
func (b *newsboat) reload() string {
	if b.path == "" {
		return ""
	}
	return run(b.t, b.env, b.path, append(b.args, "-x", "reload")...).String()
}

// screen is what screen measures of Readout.
func (b *newsboat) screen() (frame, keys string) {
	if b.path == "" {
		return "", ""
	}
	first := time.Minute
	for range 3 {
		x := open(b.t, b.env, b.path, b.args...)
		first = min(first, x.await(x.began, "Outlet 1"))
		x.settle(300 * time.Millisecond)
		x.end()
	}
	x := open(b.t, b.env, b.path, b.args...)
	x.await(x.began, "Outlet 1")
	x.settle(500 * time.Millisecond)
	p50, p95 := x.keys(100, func(int) string { return "\x1b[B" })
	return fmt.Sprintf("%.0f ms, %s MB", ms(first), mb(x.end().peak)), fmt.Sprintf("%.1f / %.1f ms", ms(p50), ms(p95))
}
