package screen

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"readout/briefing"
	"readout/briefing/actors"
	"readout/briefing/archive"
	"readout/briefing/desk"
	"readout/briefing/text"
	"readout/briefing/topics"
	"readout/feeds"
)

// large opens a desk on an archive of n short articles.
func large(b *testing.B, n int) *desk.Desk {
	b.Helper()
	dir := b.TempDir()
	ctx := context.Background()
	a, err := archive.Open(ctx, filepath.Join(dir, "archive.db"), archive.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for from := 0; from < n; from += 2000 {
		var items []archive.Briefed
		for i := from; i < min(from+2000, n); i++ {
			items = append(items, article(i))
		}
		url := fmt.Sprintf("https://wire%d.example/feed", from/2000)
		if _, err := a.Put(ctx, archive.FeedState{URL: url, Title: fmt.Sprintf("Wire %d", from/2000)}, items); err != nil {
			b.Fatal(err)
		}
	}
	a.Close()
	if err := os.WriteFile(filepath.Join(dir, "feeds.opml"), []byte(feedList), 0o600); err != nil {
		b.Fatal(err)
	}
	d, err := desk.Open(ctx, desk.Home{Config: dir, Data: dir})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { d.Close() })
	return d
}

// article invents the i-th article.
func article(i int) archive.Briefed {
	body := fmt.Sprintf("The ministry of country %d said on Tuesday that sanctions number %d would be reviewed. An envoy called it a long morning.", i%190, i)
	at := morning.Add(-time.Duration(i) * time.Minute)
	a := feeds.Article{ID: fmt.Sprintf("%032x", i), Source: fmt.Sprintf("Wire %d", i/2000), URL: fmt.Sprintf("https://wire.example/%d", i), Title: fmt.Sprintf("Envoys review sanctions number %d in a long morning session", i), Published: at, FirstSeen: at, Lang: "en", Text: body}
	br := briefing.Brief{Rules: briefing.Rules,
		Actors: []actors.Actor{{ID: fmt.Sprintf("country-%d", i%190), Name: fmt.Sprintf("Country %d", i%190), Kind: actors.Place, Salience: 0.5, Roles: []actors.Role{actors.Mentioned}, Mentions: []actors.Mention{{Span: text.Span{Start: 4, End: 12}}}}},
		Topics: []topics.Topic{{ID: "sanctions", Name: "Sanctions", Score: 0.8, Evidence: []text.Span{{Start: 50, End: 59}}}},
	}
	return archive.Briefed{Article: a, Brief: &br}
}

// bench opens the screen on a desk at 200x50 and lets everything arrive.
func bench(b *testing.B, d *desk.Desk) *root {
	b.Helper()
	m, err := newRoot(context.Background(), d, Options{Theme: "dark"})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(m.stop)
	m.reader.Delay = 0
	settle(m, m.Init())
	_, cmd := m.Update(tea.WindowSizeMsg{Width: 200, Height: 50})
	settle(m, cmd)
	return m
}

// settle runs commands and what they lead to.
func settle(m *root, cmd tea.Cmd) {
	if cmd == nil || isTick(cmd) {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			settle(m, c)
		}
	default:
		_, next := m.Update(msg)
		settle(m, next)
	}
}

// BenchmarkScreen measures what one key costs the screen, with an archive of
// 100,000 articles: "frame" is Update and View alone, the others let the
// answers of the archive arrive.
func BenchmarkScreen(b *testing.B) {
	d := large(b, 100_000)
	m := bench(b, d)
	b.Run("frame", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			m.Update(keyPress("j"))
			m.View()
		}
	})
	for _, c := range []struct {
		name string
		keys []string
	}{{"move", []string{"j"}}, {"ends", []string{"G", "g", "g"}}, {"starred", []string{"g", "s"}}, {"all", []string{"g", "s", "g", "h"}}, {"open", []string{"J", "enter", "esc"}}} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				for _, k := range c.keys {
					_, cmd := m.Update(keyPress(k))
					settle(m, cmd)
				}
				m.View()
			}
		})
	}
	for _, word := range []string{"sanctions", "77123"} {
		b.Run("search-"+word, func(b *testing.B) {
			for b.Loop() {
				for _, k := range append([]string{"/"}, split(word)...) {
					_, cmd := m.Update(keyPress(k))
					settle(m, cmd)
				}
				m.View()
				_, cmd := m.Update(keyPress("esc"))
				settle(m, cmd)
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*(len(word)+1)), "ms/key")
		})
	}
}

func split(s string) []string {
	var out []string
	for _, r := range s {
		out = append(out, string(r))
	}
	return out
}
