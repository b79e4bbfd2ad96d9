package screen

import (
	"os"
	"path/filepath"
	"testing"

	tea "charm.land/bubbletea/v2"

	"readout/ui/pane"
)

// TestSubscribes gives the address of a feed and reads its article.
func TestSubscribes(t *testing.T) {
	v, _ := openOwn(t)
	file := filepath.Join(t.TempDir(), "feed.xml")
	const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Gulf Ledger</title><link>https://ledger.example</link>
<item><title>Envoys meet on harbour fees</title><guid>1</guid><description>The envoys met in the harbour on Tuesday and agreed on nothing.</description></item></channel></rss>`
	if err := os.WriteFile(file, []byte(feed), 0o600); err != nil {
		t.Fatal(err)
	}
	v.press("a")
	v.sees("Subscribe to a feed")
	v.send(tea.PasteMsg{Content: "file://" + filepath.ToSlash(file)})
	v.press("enter")
	v.sees("Subscribed to", "1 new")
	v.press(".")
	v.press("/")
	v.typed("harbour")
	v.press("enter", "enter")
	v.sees("Envoys meet on harbour fees")
	v.press("!")
	v.sees("4 feeds")
}

// TestSubscribesDuringARefresh pulls the new feed when the refresh that runs is over.
func TestSubscribesDuringARefresh(t *testing.T) {
	v, _ := openOwn(t)
	v.progress = &progress{}
	v.send(pane.RefreshFeeds{Feeds: []string{"https://ledger.example/feed"}, Force: true, Why: "Subscribed to Gulf Ledger; u takes it back"})
	v.sees("Subscribed to Gulf Ledger; u takes it back. The refresh that is running goes first.")
	v.send(refreshed{of: v.progress})
	v.sees("Subscribed to Gulf Ledger; u takes it back.")
	v.misses("goes first")
	if v.progress != nil || len(v.waiting) > 0 {
		t.Error("the feed that was asked for is not pulled")
	}
}

// TestLateEndOfARefresh: the end of a refresh that comes behind the beginning
// of the next one does not end that.
func TestLateEndOfARefresh(t *testing.T) {
	v, _ := openOwn(t)
	earlier, later := &progress{}, &progress{}
	v.progress, v.waiting = later, []pane.RefreshFeeds{{Why: "asked for meanwhile"}}
	v.send(refreshed{of: earlier})
	if v.progress != later || len(v.waiting) != 1 {
		t.Error("the refresh that runs was taken for the one that ended")
	}
}
