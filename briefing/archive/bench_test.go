package archive

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"readout/briefing/query"
)

// The benchmarks run on an archive of generated articles; -articles sets how
// many: go test ./briefing/archive -run XXX -bench . -articles 100000
var articles = flag.Int("articles", 10_000, "articles in the archive of the benchmarks")

var bench struct {
	sync.Once
	dir  string
	a    *Archive
	text int64 // bytes of titles and texts
}

func TestMain(m *testing.M) {
	flag.Parse()
	if path := os.Getenv("READOUT_TEST_MIGRATE"); path != "" {
		migrateVictim(path)
		return
	}
	if path := os.Getenv("READOUT_TEST_LOCK"); path != "" {
		lockBystander(path)
		return
	}
	status := m.Run()
	if bench.a != nil {
		bench.a.Close()
		os.RemoveAll(bench.dir)
	}
	os.Exit(status)
}

func benchArchive(b *testing.B) *Archive {
	b.Helper()
	bench.Do(func() {
		bench.dir, _ = os.MkdirTemp("", "readout-bench")
		a, err := Open(context.Background(), filepath.Join(bench.dir, "archive.db"), Options{Now: at(noon)})
		if err != nil {
			b.Fatal(err)
		}
		g := newGenerator()
		for range *articles / 50 { // a feed has some 50 items
			var items []Briefed
			for range 50 {
				it := g.next()
				bench.text += int64(len(it.Article.Title) + len(it.Article.Text))
				items = append(items, it)
			}
			put(b, a, items...)
		}
		bench.a = a
	})
	b.ResetTimer()
	return bench.a
}

func parsed(b testing.TB, s string) query.Query {
	q, err := query.Parse(s)
	if err != nil {
		b.Fatal(err)
	}
	return q
}

func BenchmarkPut(b *testing.B) {
	items := generated(2000)
	b.ResetTimer()
	for b.Loop() {
		a := openAt(b, filepath.Join(b.TempDir(), "archive.db"))
		for i := 0; i < len(items); i += 50 {
			put(b, a, items[i:i+50]...)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N)/2, "ms/1000articles")
}

func BenchmarkSize(b *testing.B) {
	a := benchArchive(b)
	var pages, size int64
	for b.Loop() {
		a.read.QueryRow("SELECT page_count, page_size FROM pragma_page_count, pragma_page_size").Scan(&pages, &size)
	}
	b.ReportMetric(float64(pages*size)/float64(bench.text), "of-text")
	b.ReportMetric(float64(pages*size)/1e6, "MB")
}

func BenchmarkList(b *testing.B) {
	ctx := context.Background()
	benchArchive(b)
	for name, q := range map[string]string{"all": "", "unread": "is:unread", "actor": "actor:actor-3", "actor-common": "actor:actor-0", "topic": "topic:topic-4",
		"source": "source:\"Outlet 7\"", "since": "since:24h", "rare-word": "raritas", "common-word": newGenerator().words[0]} {
		for limit, suffix := range map[int]string{0: "", 1000: "-capped"} {
			b.Run(name+suffix, func(b *testing.B) {
				a := benchArchive(b)
				n := 0
				for b.Loop() {
					l, err := a.List(ctx, parsed(b, q), limit)
					if err != nil {
						b.Fatal(err)
					}
					n = len(l.Keys)
				}
				b.ReportMetric(float64(n), "keys")
			})
		}
	}
}

func BenchmarkRows(b *testing.B) {
	ctx := context.Background()
	a := benchArchive(b)
	l, err := a.List(ctx, query.Query{}, 0)
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; b.Loop(); i++ {
		at := (i * 7919) % (len(l.Keys) - 128)
		if _, err := a.Rows(ctx, l.Keys[at:at+128]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFacets(b *testing.B) {
	ctx := context.Background()
	for name, q := range map[string]string{"all": "", "unread": "is:unread", "actor": "actor:actor-3", "since": "since:24h"} {
		b.Run(name, func(b *testing.B) {
			a := benchArchive(b)
			for b.Loop() {
				if _, err := a.Facets(ctx, parsed(b, q)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkItem(b *testing.B) {
	ctx := context.Background()
	a := benchArchive(b)
	for i := 0; b.Loop(); i++ {
		if _, err := a.Item(ctx, Key(1+(i*7919)%*articles)); err != nil {
			b.Fatal(err)
		}
	}
}
