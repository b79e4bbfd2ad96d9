//go:build bench && linux

package bench

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"readout/briefing/archive"
	"readout/briefing/desk"
	"readout/briefing/query"
)

var now = []string{"READOUT_NOW=" + noon.Format(time.RFC3339)}

var sizes = flag.String("sizes", "10000,100000", "articles in the archives that TestReading reads")

// say prints a line of the report.
func say(what, format string, args ...any) {
	fmt.Printf("%-44s %s\n", what, fmt.Sprintf(format, args...))
}

// TestRefresh refreshes 200 feeds: cold, cold with latency, cold with one feed
// in ten failing, and warm.
func TestRefresh(t *testing.T) {
	bin, server := build(t), serve(t)
	cold := func(what string) string {
		home := server.home(t)
		c := run(t, nil, bin, "refresh", "--home", home)
		say("cold refresh"+what, "headlines %.2f s; all %v", c.listed.Seconds(), c)
		return home
	}
	home := cold("")
	say("warm refresh, all 304", "%v", best(5, func() cost { return run(t, nil, bin, "refresh", "--force", "--home", home) }))
	info, err := os.Stat(filepath.Join(home, "archive.db"))
	if err != nil {
		t.Fatal(err)
	}
	size := 0
	for n := range feedCount * perFeed {
		s := generate(n)
		size += len(s.title) + len(strings.Join(s.paras, "\n\n"))
	}
	say("archive to text", "%.2f (%.1f MB of %.1f MB)", float64(info.Size())/float64(size), float64(info.Size())/1e6, float64(size)/1e6)
	server.latency = 100 * time.Millisecond
	cold(", 100 ms latency")
	server.latency, server.failing = 0, 1
	cold(", one feed in ten failing")
}

// TestProfile refreshes in this process once, to be profiled:
//
//	go test -tags bench -run TestProfile -cpuprofile cpu.out ./ui/bench
func TestProfile(t *testing.T) {
	if f := flag.Lookup("test.cpuprofile"); f.Value.String() == "" {
		t.Skip("no profile is asked for")
	}
	server := serve(t)
	ctx, cancel := context.WithTimeout(context.Background(), 90*time.Second)
	defer cancel()
	home := server.home(t)
	d, err := desk.Open(ctx, desk.Home{Config: home, Data: home, AllowPrivate: []string{"1"}})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	report, _ := d.Refresh(ctx, desk.RefreshOptions{}, nil) // it may be cut off
	say("refreshed to be profiled", "%d articles", report.New)
}

// TestReading opens the screen on archives of both sizes.
func TestReading(t *testing.T) {
	bin := build(t)
	for size := range strings.SplitSeq(*sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			t.Fatal(err)
		}
		home := made(t, n)
		frame := 10 * time.Second
		for range 5 {
			x := open(t, now, bin, "--home", home)
			frame = min(frame, x.await(x.began, "paper "))
			x.settle(300 * time.Millisecond)
			x.end()
		}
		x := open(t, now, bin, "--home", home)
		x.await(x.began, "paper ")
		x.settle(500 * time.Millisecond)
		p50, p95 := x.keys(200, func(i int) string { return "j" })
		say(fmt.Sprintf("first frame, %d articles", n), "%.0f ms", ms(frame))
		say(fmt.Sprintf("key to frame, %d articles", n), "p50 %.1f ms, p95 %.1f ms", ms(p50), ms(p95))
		say(fmt.Sprintf("reading %d articles", n), "%.0f MB", float64(x.end().peak)/1e6)
		search(t, filepath.Join(home, "archive.db"), n)
		if n <= 10_000 {
			dir := t.TempDir()
			say("export of 1,000 notes", "%v", run(t, now, bin, "export", "--home", home, "-o", dir, "after:"+noon.Add(-1000*3*time.Minute).Format("2006-01-02")))
			notes, _ := filepath.Glob(filepath.Join(dir, "*.md"))
			say("  of them written", "%d", len(notes))
		}
	}
}

// search asks an open archive as one types.
func search(t *testing.T, path string, n int) {
	ctx := context.Background()
	a, err := archive.Open(ctx, path, archive.Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	for _, word := range []string{"raritas", "sanctions", "the", "raritas sanctions", "actor:icc", "is:unread"} {
		q, err := query.Parse(word)
		if err != nil {
			t.Fatal(err)
		}
		took, hits := time.Hour, 0
		var first time.Duration
		for i := range 7 {
			began := time.Now()
			l, err := a.List(ctx, q, 1000)
			if err == nil {
				_, err = a.Rows(ctx, l.Keys[:min(len(l.Keys), 50)])
			}
			if err != nil {
				t.Fatal(err)
			}
			took, hits = min(took, time.Since(began)), len(l.Keys)
			if i == 0 {
				first = time.Since(began)
			}
		}
		say(fmt.Sprintf("search %q, %d articles", word, n), "%.1f ms (the first time %.1f), %d hits", ms(took), ms(first), hits)
	}
}

// TestStart measures the smallest command.
func TestStart(t *testing.T) {
	bin := build(t)
	say("readout help", "%v", best(20, func() cost { return run(t, nil, bin, "help") }))
}

// TestNewsboat does the same with newsboat.
func TestNewsboat(t *testing.T) {
	newsboat, err := exec.LookPath("newsboat")
	if err != nil {
		t.Skip("newsboat is not installed")
	}
	server, dir := serve(t), t.TempDir()
	var urls strings.Builder
	for f := range feedCount {
		fmt.Fprintln(&urls, server.feed(f))
	}
	write(t, filepath.Join(dir, "urls"), urls.String())
	write(t, filepath.Join(dir, "config"), "reload-threads 50\nshow-read-feeds yes\n")
	args := []string{"-u", filepath.Join(dir, "urls"), "-c", filepath.Join(dir, "cache.db"), "-C", filepath.Join(dir, "config")}
	env := []string{"HOME=" + dir}
	reload := func() cost { return run(t, env, newsboat, append(args, "-x", "reload")...) }
	say("newsboat: cold refresh", "%v", reload())
	say("newsboat: warm refresh", "%v", best(3, reload))
	frame := time.Minute
	for range 3 {
		x := open(t, env, newsboat, args...)
		frame = min(frame, x.await(x.began, "Outlet 1"))
		x.settle(300 * time.Millisecond)
		x.end()
	}
	x := open(t, env, newsboat, args...)
	x.await(x.began, "Outlet 1")
	x.settle(500 * time.Millisecond)
	p50, p95 := x.keys(100, func(int) string { return "\x1b[B" })
	say("newsboat: first frame, 10000 articles", "%.0f ms", ms(frame))
	say("newsboat: key to frame, 10000 articles", "p50 %.1f ms, p95 %.1f ms", ms(p50), ms(p95))
	say("newsboat: reading 10000 articles", "%.0f MB", float64(x.end().peak)/1e6)
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
