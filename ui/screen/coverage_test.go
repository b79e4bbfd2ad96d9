package screen

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"readout/briefing/desk"
)

// TestTold reads how two outlets tell a story, and goes from a figure to its
// words in the other outlet's article.
func TestTold(t *testing.T) {
	dir := t.TempDir()
	var list strings.Builder
	for i, f := range []struct{ outlet, title, text string }{
		{"Lunde Wire", "Missile strike on Orlivka grain market", `A missile strike on the grain market of Orlivka killed at least 12 people on Tuesday, the governor said.</p><p>"We will rebuild this market stone by stone, and we will not be driven from the river," Governor Iryna Havrylets said.`},
		{"Tarn Daily", "Fifteen die as missile hits grain market in Orlivka", `Fifteen people died when a missile hit the grain market in Orlivka on Tuesday.</p><p>"We will rebuild this market stone by stone," said Iryna Havrylets, the governor.`},
	} {
		file := filepath.Join(dir, fmt.Sprint(i, ".xml"))
		feed := fmt.Sprintf(`<rss version="2.0"><channel><title>%s</title><item><title>%s</title><guid isPermaLink="false">%d</guid><pubDate>Tue, 03 Mar 2026 0%d:00:00 GMT</pubDate><description><![CDATA[<p>%s</p>]]></description></item></channel></rss>`, f.outlet, f.title, i, 7+i, f.text)
		if err := os.WriteFile(file, []byte(feed), 0o600); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&list, `<outline type="rss" text="%s" xmlUrl="file://%s"/>`, f.outlet, filepath.ToSlash(file))
	}
	if err := os.WriteFile(filepath.Join(dir, "feeds.opml"), []byte(`<opml version="2.0"><body>`+list.String()+`</body></opml>`), 0o600); err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 3, 4, 6, 40, 0, 0, time.UTC)
	d, err := desk.Open(context.Background(), desk.Home{Config: dir, Data: dir, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	if _, err := d.Refresh(context.Background(), desk.RefreshOptions{}, nil); err != nil {
		t.Fatal(err)
	}
	v := openOn(t, d, 140, 50, Options{})
	v.press("enter", "6")
	v.sees("2 outlets, 2 sources. First: Lunde Wire", "Figures differ: killed", "at least 12", "2 versions, 1 truncated", "without “and we will not be driven from the river”")
	before := v.reader.Key()
	v.press("j", "enter") // the lower number, in the other outlet
	if v.reader.Key() == before {
		t.Fatal("enter on a claim does not open the article that makes it")
	}
	v.sees("[Text]", "Orlivka killed at least 12")
}
