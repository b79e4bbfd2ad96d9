package story

import (
	"bufio"
	"encoding/json"
	"os"
	"sort"
	"strings"
	"testing"
	"time"

	"readout/feeds/testkit"
)

// kitItem is one article of the development kit: an editors' roundup.
type kitItem struct {
	Story  int
	Title  string
	Source string
	Date   string
	Body   []string
	Topic  string
	day    time.Time
}

func kit(t testing.TB) []kitItem {
	f, err := os.Open(testkit.Shared(t, "corpora", "stories", "dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []kitItem
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var k kitItem
		if err := json.Unmarshal(in.Bytes(), &k); err != nil {
			t.Fatal(err)
		}
		if k.day, err = time.Parse(time.DateOnly, k.Date); err != nil {
			t.Fatal(err)
		}
		out = append(out, k)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].day.Before(out[j].day) })
	return out
}

// TestKit scores the grouping by lenient B-cubed: a pair of one editors' topic
// at most two days apart counts neither as right nor as wrong. Crowded into a
// fifteenth of its days, the kit has as many open articles as some forty feeds.
func TestKit(t *testing.T) {
	items := kit(t)
	for _, m := range []struct {
		name    string
		crowd   time.Duration
		f, pair float64
	}{
		{"as it came", 1, 0.94, 0.91},
		{"crowded", 15, 0.88, 0.88},
	} {
		var g Grouper
		for _, k := range items {
			when := items[0].day.Add(k.day.Sub(items[0].day) / m.crowd)
			g.Add(Item{k.Title, strings.Join(k.Body, "\n\n"), when, k.Source})
		}
		precision, recall := bcubed(items, g.Stories(), m.crowd > 1)
		f1, pairs := 2*precision*recall/(precision+recall), together(items, g.own)
		t.Logf("%s: %d articles, %d stories: lenient B-cubed F1 %.3f (P %.3f R %.3f), cross-outlet pairs %.3f", m.name, len(items), len(g.Stories()), f1, precision, recall, pairs)
		if f1 < m.f || pairs < m.pair {
			t.Errorf("%s: the grouping fell below %.2f and %.2f", m.name, m.f, m.pair)
		}
	}
}

// bcubed is the lenient precision and recall; topics says that articles of one
// topic are lenient whatever their days.
func bcubed(items []kitItem, stories [][]int, topics bool) (precision, recall float64) {
	gold := map[int]float64{}
	for _, k := range items {
		gold[k.Story]++
	}
	for _, s := range stories {
		for _, i := range s {
			hit, unsure := 0.0, 0.0
			for _, j := range s {
				a, b := items[i], items[j]
				switch {
				case a.Story == b.Story:
					hit++
				case a.Topic == b.Topic && (topics || a.day.Sub(b.day).Abs() <= 48*time.Hour):
					unsure++
				}
			}
			precision += hit / (float64(len(s)) - unsure)
			recall += hit / gold[items[i].Story]
		}
	}
	return precision / float64(len(items)), recall / float64(len(items))
}

// together is the part of the editors' pairs of two outlets that are in one story.
func together(items []kitItem, own []int) float64 {
	found, pairs := 0.0, 0.0
	for i, a := range items {
		for j, b := range items[:i] {
			if a.Story == b.Story && a.Source != b.Source {
				pairs++
				if own[i] == own[j] {
					found++
				}
			}
		}
	}
	return found / pairs
}
