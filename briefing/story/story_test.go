package story

import (
	"fmt"
	"reflect"
	"testing"
	"time"
)

var day = time.Date(2026, 3, 3, 9, 0, 0, 0, time.UTC)

// items are short reports of invented events: 0, 2 and 4 are one, 1 and 3
// another, 5 comes a week later, 6 is a copy of 2.
var items = []Item{
	{"Senate panel asks court for Vostrava evidence", "Senators on the foreign affairs panel wrote to the court on Tuesday and asked it to release the Vostrava evidence that investigators gathered last winter along the river crossings.", day},
	{"Harbour of Port Lunde reopens after storm", "The harbour of Port Lunde opened to ships again on Tuesday, three days after the storm tore the northern breakwater, the harbour master said.", day},
	{"Vostrava evidence: senators press the court", "A letter by senators presses the court to release its Vostrava evidence. Investigators had gathered the evidence last winter along river crossings, and the panel wants it before the hearing.", day.Add(3 * time.Hour)},
	{"Ships return to Port Lunde", "Ships returned to Port Lunde on Tuesday as the harbour opened again. The storm had torn the northern breakwater three days before, its harbour master said.", day.Add(4 * time.Hour)},
	{"Court weighs senators' letter on Vostrava", "The court said it would weigh the letter in which senators asked for release of the Vostrava evidence gathered by investigators at river crossings.", day.Add(20 * time.Hour)},
	{"Port Lunde counts the cost", "The harbour of Port Lunde counted the cost of the storm that tore its northern breakwater; ships pay more from Monday, the harbour master said.", day.Add(9 * 24 * time.Hour)},
	{"Vostrava evidence: senators press the court", "A letter by senators presses the court to release its Vostrava evidence. Investigators had gathered the evidence last winter along river crossings, and the panel wants it before the hearing.", day.Add(9 * 24 * time.Hour)},
}

func TestStories(t *testing.T) {
	var g Grouper
	var last Placement
	for _, it := range items {
		last = g.Add(it)
	}
	want := [][]int{{0, 2, 4}, {1, 3}, {5}, {6}}
	if have := g.Stories(); !reflect.DeepEqual(have, want) {
		t.Errorf("stories %v, want %v", have, want)
	}
	if last.CopyOf != 2 {
		t.Errorf("the copy is of %d, want 2", last.CopyOf)
	}
}

func FuzzAdd(f *testing.F) {
	for _, it := range items {
		f.Add(it.Title, it.Text)
	}
	f.Fuzz(func(t *testing.T, title, text string) {
		var g Grouper
		for i := range 4 {
			g.Add(Item{title, text, day.Add(time.Duration(i) * time.Hour)})
			g.Add(Item{text, title, day})
		}
		seen := map[int]bool{}
		for _, s := range g.Stories() {
			for _, i := range s {
				if seen[i] {
					t.Fatalf("item %d is in two stories", i)
				}
				seen[i] = true
			}
		}
		if len(seen) != 8 {
			t.Fatalf("%d of 8 items are in stories", len(seen))
		}
	})
}

// BenchmarkAdd places one article among 5,000 of three days.
func BenchmarkAdd(b *testing.B) {
	var g Grouper
	make := func(i int) Item {
		text := ""
		for j := range 120 {
			text += fmt.Sprintf("word%d ", (i*7919+j*j*31)%9000)
		}
		return Item{fmt.Sprintf("event word%d word%d", i%5000, (i*31)%9000), text, day.Add(time.Duration(i) * 50 * time.Second)}
	}
	for i := range 5000 {
		g.Add(make(i))
	}
	b.ResetTimer()
	for i := range b.N {
		g.Add(make(5000 + i))
	}
}
