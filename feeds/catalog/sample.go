package catalog

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"time"

	"readout/feeds"
	"readout/feeds/clean"
)

// sampleFiles are the articles of the sample edition: header lines, a blank
// line, then paragraphs; "- " begins a list item, "## " a heading.
//
//go:embed sample/*.txt
var sampleFiles embed.FS

// SampleTime returns the morning of the sample edition (UTC), shortly after
// its newest article: the time at which it was seen.
func SampleTime() time.Time { return time.Date(2026, 3, 4, 6, 0, 0, 0, time.UTC) }

var sample = sync.OnceValue(func() []feeds.Article {
	names, err := fs.Glob(sampleFiles, "sample/*.txt")
	if err != nil {
		panic(err) // a pattern of ours
	}
	var list []feeds.Article
	for _, name := range names {
		raw, err := sampleFiles.ReadFile(name)
		if err != nil {
			panic(err) // embedded
		}
		a, err := readSample(string(raw))
		if err != nil {
			panic(fmt.Sprintf("sample article %s: %v", name, err)) // a test reads them all
		}
		list = append(list, a)
	}
	slices.SortStableFunc(list, func(a, b feeds.Article) int { return b.Published.Compare(a.Published) })
	return list
})

// Sample returns the built-in sample edition: twelve invented articles by
// invented outlets about invented people at real institutions, newest first,
// with fixed dates. The caller may change what it gets.
func Sample() []feeds.Article {
	list := slices.Clone(sample())
	for i := range list {
		list[i].Blocks = slices.Clone(list[i].Blocks)
	}
	return list
}

// readSample reads one file of the sample edition.
func readSample(source string) (feeds.Article, error) {
	head, body, _ := strings.Cut(source, "\n\n")
	a := feeds.Article{From: feeds.FromSample, FirstSeen: SampleTime()}
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "Title":
			a.Title = value
		case "Outlet":
			a.Source = value
		case "URL":
			a.URL = value
		case "Byline":
			a.Byline = value
		case "Language":
			a.Lang = value
		case "Published":
			t, err := time.Parse(time.RFC3339, value)
			if err != nil {
				return a, fmt.Errorf("reading the date: %w", err)
			}
			a.Published, a.DateText = t.UTC(), value
		default:
			return a, fmt.Errorf("unknown header %q", key)
		}
	}
	a.ID = clean.ID("", "", a.URL, "")
	a.Text, a.Blocks = layout(body)
	return a, nil
}

// layout makes text and blocks of a sample's body, as clean does of an
// article's: items of one list are a line apart, all else a blank line.
func layout(body string) (string, []feeds.Block) {
	var b strings.Builder
	var blocks []feeds.Block
	for _, paragraph := range strings.Split(strings.TrimSpace(body), "\n\n") {
		gap := "\n\n"
		for line := range strings.Lines(paragraph) {
			block := feeds.Block{Kind: feeds.Paragraph}
			line = strings.TrimSpace(line)
			if rest, ok := strings.CutPrefix(line, "- "); ok {
				block.Kind, block.Level, line = feeds.Item, 1, rest
			} else if rest, ok := strings.CutPrefix(line, "## "); ok {
				block.Kind, block.Level, line = feeds.Heading, 2, rest
			}
			if b.Len() > 0 {
				b.WriteString(gap)
			}
			block.Start = b.Len()
			b.WriteString(line)
			block.End = b.Len()
			blocks = append(blocks, block)
			gap = "\n"
		}
	}
	return b.String(), blocks
}
