//go:build bench && linux

package bench

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"readout/briefing/archive"
	"readout/briefing/desk"
	"readout/briefing/query"
)

var now = []string{"READOUT_NOW=" + noon.Format(time.RFC3339)}

// row prints a row of README's table, with the part of .ci/bench that gives it.
func row(t *testing.T, measure, readout, newsboat, target string) {
	fmt.Printf("| %s | %s | %s | %s | `%s` |\n", measure, readout, newsboat, target, t.Name())
}

var sizes = flag.String("sizes", "10000,100000", "articles in the archives that TestReading reads")

// TestRefresh refreshes 200 feeds: cold, cold with latency, cold with one feed
// in ten failing or hanging, and warm; and newsboat beside it.
func TestRefresh(t *testing.T) {
	bin, server := build(t), serve(t)
	boat := newNewsboat(t, server)
	home := server.home(t)
	cold := refreshed(t, bin, home, feedCount*perFeed)
	row(t, "cold refresh, 200 feeds of 50 articles: headlines listed", secs(cold.listed), "", "3 s")
	row(t, "the same: all briefed and indexed", cold.String(), boat.reload()+" (no briefs, no index)", "8 s wall")
	server.latency = 100 * time.Millisecond
	late := refreshed(t, bin, server.home(t), feedCount*perFeed)
	row(t, "the same with 100 ms latency", "headlines "+secs(late.listed)+"; "+late.String(), "", "1 s more at most")
	server.latency, server.failing = 0, 1
	some := refreshed(t, bin, server.home(t), feedCount*perFeed*9/10)
	row(t, "the same with one feed in ten failing or hanging: headlines of the others", secs(some.listed), "", "3 s")
	server.failing = 0
	warm := best(5, func() cost { return run(t, nil, bin, "refresh", "--force", "--home", home) })
	row(t, "warm refresh, all 304", warm.String(), boat.reload(), "0.3 s")
	row(t, "peak memory, cold / warm refresh", fmt.Sprintf("%s / %s MB", mb(cold.peak), mb(warm.peak)), "", "150 MB")
	row(t, "archive to the text it keeps, indexes included", fmt.Sprintf("%.2f", archiveToText(t, home)), "", "1.6")
}

// refreshed makes the first refresh of a home, and notes when another program
// that has the archive open sees so many headlines.
func refreshed(t *testing.T, bin, home string, headlines int) cost {
	t.Helper()
	listed := make(chan time.Duration, 1)
	began := time.Now()
	go func() { listed <- awaitHeadlines(filepath.Join(home, "archive.db"), headlines, began) }()
	c := run(t, nil, bin, "refresh", "--home", home)
	if c.listed = <-listed; c.listed == 0 {
		t.Fatalf("%d headlines were never listed", headlines)
	}
	return c
}

// awaitHeadlines returns how long it took until the archive lists n articles; 0
// where a minute and a half was too short.
func awaitHeadlines(path string, n int, began time.Time) time.Duration {
	ctx, cancel := context.WithTimeout(context.Background(), 90*time.Second)
	defer cancel()
	var a *archive.Archive
	for ; ctx.Err() == nil; time.Sleep(20 * time.Millisecond) {
		if a == nil {
			if info, err := os.Stat(path); err != nil || info.Size() == 0 {
				continue // the refresh makes it
			}
			var err error
			if a, err = archive.Open(ctx, path, archive.Options{}); err != nil {
				return 0
			}
			defer a.Close()
		}
		if l, err := a.List(ctx, query.Query{}, 0); err == nil && len(l.Keys) >= n {
			return time.Since(began)
		}
	}
	return 0
}

// archiveToText is the size of an archive of all that is served, over its text.
func archiveToText(t *testing.T, home string) float64 {
	t.Helper()
	info, err := os.Stat(filepath.Join(home, "archive.db"))
	if err != nil {
		t.Fatal(err)
	}
	size := 0
	for n := range feedCount * perFeed {
		s := generate(n)
		size += len(s.title) + len(strings.Join(s.paras, "\n\n"))
	}
	return float64(info.Size()) / float64(size)
}

// TestTwentyRefreshes refreshes twenty times in one process, each time with
// documents that are sent whole again, and reports what stays in memory.
func TestTwentyRefreshes(t *testing.T) {
	server := serve(t)
	ctx, home := context.Background(), server.home(t)
	d, err := desk.Open(ctx, desk.Home{Config: home, Data: home, AllowPrivate: []string{"1"}})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	var heap [21]uint64
	for n := 1; n <= 20; n++ {
		server.edition.Store(int64(n))
		if _, err := d.Refresh(ctx, desk.RefreshOptions{Force: true}, nil); err != nil {
			t.Fatal(err)
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		heap[n] = m.HeapAlloc
	}
	row(t, "heap after 2 / 11 / 20 refreshes in one process, the server in it", fmt.Sprintf("%s / %s / %s MB", mb(heap[2]), mb(heap[11]), mb(heap[20])), "", "flat")
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
	t.Logf("%d articles", report.New)
}

// TestReading opens the screen on archives of both sizes.
func TestReading(t *testing.T) {
	bin := build(t)
	boat := newNewsboat(t, serve(t))
	boat.reload()
	for size := range strings.SplitSeq(*sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			t.Fatal(err)
		}
		home, of := made(t, n), fmt.Sprintf(", %d articles", n)
		frame, p50, p95, peak := screen(t, bin, home)
		var theirs, theirKeys string
		if n == feedCount*perFeed {
			theirs, theirKeys = boat.screen()
		}
		row(t, "first frame"+of, fmt.Sprintf("%.0f ms", ms(frame)), theirs, "60 ms")
		row(t, "key to frame, p50 / p95"+of, fmt.Sprintf("%.1f / %.1f ms", ms(p50), ms(p95)), theirKeys, "5 / 9 ms")
		row(t, "peak memory reading"+of, mb(peak)+" MB", "", "80 MB")
		search(t, filepath.Join(home, "archive.db"), of)
		if n == feedCount*perFeed {
			dir := t.TempDir()
			c := run(t, now, bin, "export", "--home", home, "-o", dir, "after:"+noon.Add(-1000*3*time.Minute).Format("2006-01-02"))
			notes, _ := filepath.Glob(filepath.Join(dir, "*.md"))
			row(t, fmt.Sprintf("export of %d notes", len(notes)), c.String(), "", "")
		}
	}
}

// screen opens the screen of a home: the quickest first frame of five, and
// what keys take.
func screen(t *testing.T, bin, home string) (frame, p50, p95 time.Duration, peak int64) {
	t.Helper()
	frame = 10 * time.Second
	for range 5 {
		x := open(t, now, bin, "--home", home)
		frame = min(frame, x.await(x.began, "paper "))
		x.settle(300 * time.Millisecond)
		x.end()
	}
	x := open(t, now, bin, "--home", home)
	x.await(x.began, "paper ")
	x.settle(500 * time.Millisecond)
	p50, p95 = x.keys(200, func(i int) string { return "j" })
	return frame, p50, p95, x.end().peak
}

// search asks an open archive as one types, filters and switches views: the
// listing and its first fifty rows. The first answer, which reads the ledger,
// stands apart.
func search(t *testing.T, path, of string) {
	t.Helper()
	ctx := context.Background()
	a, err := archive.Open(ctx, path, archive.Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	ask := func(text string, limit int) string {
		q, err := query.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		took := time.Hour
		for range 7 {
			began := time.Now()
			l, err := a.List(ctx, q, limit)
			if err == nil {
				_, err = a.Rows(ctx, l.Keys[:min(len(l.Keys), 50)])
			}
			if err != nil {
				t.Fatal(err)
			}
			took = min(took, time.Since(began))
		}
		return fmt.Sprintf("%.1f", ms(took))
	}
	began := time.Now()
	if _, err := a.List(ctx, must(query.Parse("is:unread")), 0); err != nil {
		t.Fatal(err)
	}
	row(t, "first filter after opening, which reads what filters ask of"+of, fmt.Sprintf("%.0f ms", ms(time.Since(began))), "", "")
	row(t, "search, a rare word / the commonest / both"+of, ask("raritas", 1000)+" / "+ask("the", 1000)+" / "+ask("raritas the", 1000)+" ms", "", "30 ms")
	row(t, "filter, a common actor / unread / starred"+of, ask("actor:icc", 0)+" / "+ask("is:unread", 0)+" / "+ask("is:starred", 0)+" ms", "", "30 ms")
	row(t, "switch to all articles"+of, ask("", 0)+" ms", "", "30 ms")
	began = time.Now()
	if _, err := a.Facets(ctx, query.Query{}); err != nil {
		t.Fatal(err)
	}
	row(t, "counts of all actors, topics and outlets"+of, fmt.Sprintf("%.0f ms", ms(time.Since(began))), "", "")
}

func must(q query.Query, err error) query.Query {
	if err != nil {
		panic(err)
	}
	return q
}

// TestStart measures the smallest command.
func TestStart(t *testing.T) {
	bin := build(t)
	c := best(20, func() cost { return run(t, nil, bin, "help") })
	row(t, "readout help", fmt.Sprintf("%.0f ms wall, %.0f ms CPU", ms(c.wall), ms(c.cpu)), "", "15 ms")
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func secs(d time.Duration) string { return fmt.Sprintf("%.2f s", d.Seconds()) }

func mb[T int64 | uint64](n T) string { return fmt.Sprintf("%.0f", float64(n)/1e6) }
