package page

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"readout/feeds/testkit"
)

// TestDevelopmentPages measures the main text on the development pages: word
// 4-grams, precision and recall meant over pages, F1 of the two means.
func TestDevelopmentPages(t *testing.T) {
	gold := map[string]struct{ ArticleBody string }{}
	raw, err := os.ReadFile(testkit.Shared(t, "corpora", "fulltext", "ground-truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &gold); err != nil {
		t.Fatal(err)
	}
	var precision, recall, pages float64
	for id, g := range gold {
		source, err := unpack(testkit.Shared(t, "corpora", "fulltext") + "/html/" + id + ".html.gz")
		if os.IsNotExist(err) {
			continue // held out
		}
		if err != nil {
			t.Fatal(err)
		}
		a, _ := Article(source, "", "text/html; charset=utf-8")
		p, r := overlap(g.ArticleBody, a.Text)
		precision, recall, pages = precision+p, recall+r, pages+1
	}
	if pages == 0 {
		t.Skip("development pages absent")
	}
	precision, recall = precision/pages, recall/pages
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("%.0f pages: precision %.4f, recall %.4f, F1 %.4f", pages, precision, recall, f1)
	if f1 < 0.977 {
		t.Errorf("F1 %.4f, want at least 0.977", f1)
	}
}

func unpack(path string) ([]byte, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

var word = regexp.MustCompile(`[\p{L}\p{N}_]+`)

func shingles(text string) map[string]int {
	w := word.FindAllString(text, -1)
	out := map[string]int{}
	for i := 0; i+4 <= len(w) || i == 0 && len(w) > 0; i++ {
		out[strings.Join(w[i:min(i+4, len(w))], " ")]++
	}
	return out
}

func overlap(gold, got string) (precision, recall float64) {
	g, s := shingles(gold), shingles(got)
	same, ng, ns := 0, 0, 0
	for k, n := range s {
		same += min(n, g[k])
		ns += n
	}
	for _, n := range g {
		ng += n
	}
	return float64(same) / float64(max(ns, 1)), float64(same) / float64(max(ng, 1))
}
