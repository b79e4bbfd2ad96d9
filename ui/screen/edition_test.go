package screen

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"readout/briefing"
	"readout/briefing/actors"
	"readout/briefing/archive"
	"readout/briefing/desk"
	"readout/feeds/catalog"
)

var newEdition = flag.Bool("edition", false, "brief the edition of the golden screens anew")

// editionFile holds the sample edition with its briefs as they were when it was
// written, so that the golden screens change with the screen and not with every
// rule of the engine.
const editionFile = "testdata/edition.json.gz"

// edition reads the briefed articles of the golden screens.
func edition() ([]archive.Briefed, error) {
	if *newEdition {
		if err := writeEdition(); err != nil {
			return nil, err
		}
	}
	raw, err := os.ReadFile(editionFile)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	var items []archive.Briefed
	if err := json.NewDecoder(z).Decode(&items); err != nil {
		return nil, err
	}
	for i := range items {
		items[i].Brief.Rules = briefing.Rules
	}
	return items, nil
}

func writeEdition() error {
	var items []archive.Briefed
	for _, a := range catalog.Sample() {
		b := briefing.Compose(a, actors.Builtin())
		items = append(items, archive.Briefed{Article: a, Brief: &b})
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if err := json.NewEncoder(z).Encode(items); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(editionFile, b.Bytes(), 0o644)
}

// feedList is the subscriptions of the tests: one that answers, one that
// fails, one that was never tried.
const feedList = `<?xml version="1.0"?><opml version="2.0"><head><title>Tests</title></head><body>
<outline type="rss" text="Juncture Daily" xmlUrl="https://juncture.example/feed"/>
<outline type="rss" text="Slow Wire" xmlUrl="https://slow.example/feed"/>
<outline type="rss" text="New Gazette" xmlUrl="https://gazette.example/feed"/>
</body></opml>`

// home is one archive for all tests that only look; it is made once and thrown
// away with the process.
var home = sync.OnceValues(func() (*desk.Desk, error) {
	dir, err := os.MkdirTemp("", "readout-screen")
	if err != nil {
		return nil, err
	}
	if err := fill(dir); err != nil {
		return nil, err
	}
	now := func() time.Time { return morning }
	return desk.Open(context.Background(), desk.Home{Config: dir, Data: dir, Now: now})
})

func fill(dir string) error {
	items, err := edition()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "feeds.opml"), []byte(feedList), 0o600); err != nil {
		return err
	}
	ctx := context.Background()
	a, err := archive.Open(ctx, filepath.Join(dir, "archive.db"), archive.Options{Now: func() time.Time { return morning }})
	if err != nil {
		return err
	}
	defer a.Close()
	hour := time.Hour
	if _, err := a.Put(ctx, archive.FeedState{URL: "https://juncture.example/feed", LastTry: morning.Add(-hour), LastSuccess: morning.Add(-hour), Next: morning.Add(hour)}, items); err != nil {
		return err
	}
	_, err = a.Put(ctx, archive.FeedState{URL: "https://slow.example/feed", LastTry: morning.Add(-hour), LastSuccess: morning.Add(-30 * hour), Next: morning.Add(5 * hour),
		Failure: "slow.example did not answer within 20 seconds", Failures: 3}, nil)
	return err
}

// TestMain throws the shared home away.
func TestMain(m *testing.M) {
	flag.Parse()
	code := m.Run()
	if d, err := home(); err == nil {
		dir := strings.TrimSuffix(d.NotesDir(), string(filepath.Separator)+"notes")
		d.Close()
		if strings.Contains(dir, "readout-screen") {
			os.RemoveAll(dir)
		}
	}
	os.Exit(code)
}
