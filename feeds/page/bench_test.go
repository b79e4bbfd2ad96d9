package page

import (
	"path/filepath"
	"testing"

	"readout/feeds/testkit"
)

func BenchmarkDevelopmentPages(b *testing.B) {
	files, err := filepath.Glob(filepath.Join(testkit.Shared(b, "corpora", "fulltext"), "html", "*.gz"))
	if err != nil || len(files) == 0 {
		b.Skip("development pages absent")
	}
	var pages [][]byte
	for _, f := range files {
		source, err := unpack(f)
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, source)
	}
	i := 0
	for b.Loop() {
		Article(pages[i%len(pages)], "", "text/html; charset=utf-8")
		i++
	}
}
