package text

import (
	"os"
	"strings"
	"testing"

	"readout/feeds"
	"readout/feeds/testkit"
)

func TestBoundaryLines(t *testing.T) {
	raw, err := os.ReadFile(testkit.Shared(t, "corpora", "summary", "sentences.txt"))
	if err != nil {
		t.Fatal(err)
	}
	right := 0
	lines := strings.Split(strings.TrimSpace(string(raw)), "\n")
	for _, line := range lines {
		d := New(feeds.Article{Text: strings.ReplaceAll(line, "|", " ")})
		var got []string
		for _, s := range d.Sentences {
			got = append(got, d.Str(s.Span))
		}
		if have := strings.Join(got, "|"); have == line {
			right++
		} else {
			t.Errorf("have %s\nwant %s", have, line)
		}
	}
	t.Logf("%d of %d lines right", right, len(lines))
}
