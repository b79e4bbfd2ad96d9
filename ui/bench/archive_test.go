//go:build bench && linux

package bench

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"readout/briefing"
	"readout/briefing/actors"
	"readout/briefing/archive"
)

// made is a home whose archive holds n generated articles, all briefed. It is
// kept between runs in the folder that READOUT_BENCH names, if any.
func made(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	if keep := os.Getenv("READOUT_BENCH"); keep != "" {
		dir = filepath.Join(keep, fmt.Sprintf("%d-rules%d", n, briefing.Rules))
	}
	if _, err := os.Stat(filepath.Join(dir, "feeds.opml")); err == nil {
		return dir
	}
	a, err := archive.Open(context.Background(), filepath.Join(dir, "archive.db"), archive.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const batch = 1000
	for from := n; from > 0; from -= batch { // oldest first, as they come in life
		if _, err := a.Put(context.Background(), archive.FeedState{URL: "https://made.example/"}, briefs(from-batch, from)); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "feeds.opml"), "<opml version=\"2.0\"><body/></opml>\n")
	return dir
}

// briefs makes articles [from, to) on all cores.
func briefs(from, to int) []archive.Briefed {
	out := make([]archive.Briefed, to-from)
	var wg sync.WaitGroup
	cores := runtime.GOMAXPROCS(0)
	for c := range cores {
		wg.Go(func() {
			for i := c; i < len(out); i += cores {
				a := generate(from + i).article(from + i)
				b := briefing.Compose(a, actors.Builtin())
				out[i] = archive.Briefed{Article: a, Brief: &b}
			}
		})
	}
	wg.Wait()
	return out
}
