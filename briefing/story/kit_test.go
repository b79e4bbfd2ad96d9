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
// at most two days apart counts neither as right nor as wrong.
func TestKit(t *testing.T) {
	items := kit(t)
	var g Grouper
	for _, k := range items {
		g.Add(Item{k.Title, strings.Join(k.Body, "\n\n"), k.day, k.Source})
	}
	gold := map[int]float64{}
	for _, k := range items {
		gold[k.Story]++
	}
	var precision, recall, together, pairs float64
	for _, s := range g.Stories() {
		for _, i := range s {
			hit, unsure := 0.0, 0.0
			for _, j := range s {
				a, b := items[i], items[j]
				apart := a.day.Sub(b.day).Abs() / (24 * time.Hour)
				switch {
				case a.Story == b.Story:
					hit++
				case a.Topic == b.Topic && apart <= 2:
					unsure++
				}
			}
			precision += hit / (float64(len(s)) - unsure)
			recall += hit / gold[items[i].Story]
		}
	}
	for i, a := range items {
		for j, b := range items[:i] {
			if a.Story == b.Story && a.Source != b.Source {
				pairs++
				if g.own[i] == g.own[j] {
					together++
				}
			}
		}
	}
	precision /= float64(len(items))
	recall /= float64(len(items))
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("%d articles, %d stories: lenient B-cubed F1 %.3f (P %.3f R %.3f), cross-outlet pairs %.3f", len(items), len(g.Stories()), f1, precision, recall, together/pairs)
	if f1 < 0.94 || together/pairs < 0.91 {
		t.Errorf("the grouping fell below 0.94 and 0.91")
	}
}
