package story

import (
	"reflect"
	"testing"
	"time"
)

var day = time.Date(2026, 3, 3, 9, 0, 0, 0, time.UTC)

// items are short reports of invented events: 0, 2 and 4 are one, 1 and 3
// another, 5 comes a week later, 6 is a copy of 2.
var items = []Item{
	{Title: "Senate panel asks court for Vostrava evidence", Text: "Senators on the foreign affairs panel wrote to the court on Tuesday and asked it to release the Vostrava evidence that investigators gathered last winter along the river crossings.", When: day},
	{Title: "Harbour of Port Lunde reopens after storm", Text: "The harbour of Port Lunde opened to ships again on Tuesday, three days after the storm tore the northern breakwater, the harbour master said.", When: day},
	{Title: "Vostrava evidence: senators press the court", Text: "A letter by senators presses the court to release its Vostrava evidence. Investigators had gathered the evidence last winter along river crossings, and the panel wants it before the hearing.", When: day.Add(3 * time.Hour)},
	{Title: "Ships return to Port Lunde", Text: "Ships returned to Port Lunde on Tuesday as the harbour opened again. The storm had torn the northern breakwater three days before, its harbour master said.", When: day.Add(4 * time.Hour)},
	{Title: "Court weighs senators' letter on Vostrava", Text: "The court said it would weigh the letter in which senators asked for release of the Vostrava evidence gathered by investigators at river crossings.", When: day.Add(20 * time.Hour)},
	{Title: "Port Lunde counts the cost", Text: "The harbour of Port Lunde counted the cost of the storm that tore its northern breakwater; ships pay more from Monday, the harbour master said.", When: day.Add(9 * 24 * time.Hour)},
	{Title: "Vostrava evidence: senators press the court", Text: "A letter by senators presses the court to release its Vostrava evidence. Investigators had gathered the evidence last winter along river crossings, and the panel wants it before the hearing.", When: day.Add(9 * 24 * time.Hour)},
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
			g.Add(Item{title, text, day.Add(time.Duration(i) * time.Hour), title})
			g.Add(Item{text, title, day, ""})
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

// TestTemplate: opinions of one court share its formulas and tell no event
// together; its two opinions on one case do.
func TestTemplate(t *testing.T) {
	cases := []string{
		"a patent on hinges for folding greenhouses that Marlow Glass holds",
		"duties on smoked herring that the customs office of Port Lunde charged",
		"a soldier's claim to back pay for the winter of the flood",
		"the trade mark of a brewery in Upper Tarn and its blue heron",
		"a contract for ferry engines that the navy ended early",
		"a patent on the sorting of lentils by colour that Orsk Mills holds",
	}
	var g Grouper
	add := func(n int, what string) Placement {
		return g.Add(Item{
			Title:  "Opinion " + what,
			Text:   "Appeal from the board of trade and patents. The court of appeals of the northern circuit, before its presiding judge and two circuit judges, affirms. This opinion is not precedential. It concerns " + what + ".",
			When:   day.Add(time.Duration(n) * time.Hour),
			Outlet: "Northern Circuit",
		})
	}
	for n, c := range cases {
		if p := add(n, c); p.Story != n {
			t.Errorf("%q is in the story of %q", c, cases[p.Story])
		}
	}
	if p := add(9, "duties on smoked herring that the customs office of Port Lunde charged, once more"); p.Story != 1 {
		t.Errorf("the second opinion on herring went to %d, want 1", p.Story)
	}
}

// TestDays: even of one text that comes back each day for two weeks, no story runs for
// more than one.
func TestDays(t *testing.T) {
	var g Grouper
	for n := range 14 {
		for outlet := range 3 {
			g.Add(Item{"Vostrava evidence: senators press the court", items[2].Text, day.Add(time.Duration(n*24+outlet) * time.Hour), string(rune('A' + outlet))})
		}
	}
	for _, s := range g.Stories() {
		if first, last := g.docs[s[0]].when, g.docs[s[len(s)-1]].when; last.Sub(first) > 7*24*time.Hour {
			t.Errorf("a story runs from %v to %v", first, last)
		}
	}
}

// TestAnew: an article that comes late can show where earlier ones belong.
func TestAnew(t *testing.T) {
	for _, m := range []struct {
		likes [][]float64
		want  [][]int
	}{
		{[][]float64{{0, 9, 0}, {9, 0, 9}, {0, 9, 0}}, [][]int{{0, 1, 2}}},
		{[][]float64{{0, 5, 0}, {5, 0, 9}, {0, 9, 0}}, [][]int{{0}, {1, 2}}},
		{[][]float64{{0, 1}, {1, 0}}, [][]int{{0}, {1}}},
	} {
		if have := linkage(m.likes, threshold); !reflect.DeepEqual(have, m.want) {
			t.Errorf("%v, want %v", have, m.want)
		}
	}
}

// TestSeries: what one outlet brings out each day or week tells no story, and
// neither do two headlines that share what all news is full of.
func TestSeries(t *testing.T) {
	for _, c := range []struct {
		name string
		same bool
		a, b Item
	}{
		{"two calendars", false,
			Item{Title: "Northfield events calendar, Aug. 9-16", Text: "Free talk on gardens, library, Friday at noon. Choir practice, town hall, Sunday.", When: day, Outlet: "A"},
			Item{Title: "Southfield events calendar, Aug. 9-15", Text: "Free walk and talk on gardens, Saturday at noon. Choir practice, chapel, Sunday.", When: day, Outlet: "A"}},
		{"two quizzes", false,
			Item{Title: "The evening quiz, 4 June 2021", Text: "Ten questions by our quizmaster Orla Vance on rivers, kings and cakes.", When: day, Outlet: "A"},
			Item{Title: "The evening quiz, 5 June 2021", Text: "Ten questions by our quizmaster Orla Vance on rivers, kings and cakes.", When: day.Add(20 * time.Hour), Outlet: "A"}},
		{"the news of a time", false,
			Item{Title: "President's advisers meet ministers", Text: "Advisers to the president met ministers from Europe.", When: day, Outlet: "A"},
			Item{Title: "President says Europe will pay", Text: "The president said that ministers in Europe would pay.", When: day, Outlet: "B"}},
		{"one event", true,
			Item{Title: "Ferry Orsolya runs aground off Vostrava", Text: "The ferry Orsolya ran aground on rocks off Vostrava with 90 passengers.", When: day, Outlet: "A"},
			Item{Title: "Passengers taken off Vostrava ferry Orsolya", Text: "Lifeboats took 90 passengers off the ferry Orsolya, aground off Vostrava.", When: day, Outlet: "B"}},
	} {
		var g Grouper
		g.Add(c.a)
		g.Add(c.b)
		if same := len(g.Stories()) == 1; same != c.same {
			t.Errorf("%s: one story: %v", c.name, same)
		}
	}
}

func TestDated(t *testing.T) {
	for title, want := range map[string]bool{
		"The week in five maps, May 9, 2027":   true,
		"4 June: what to watch tonight":        true,
		"Crossword 04/06/2021":                 false, // two words are too few to tell
		"Cryptic crossword 04/06/2021":         true,
		"Nachrichten vom 3. März 2021":         true,
		"Le mappe della settimana, 9 maggio":   true,
		"Court to rule on 4 June on ferry":     false,
		"May wins 12 more votes than expected": false,
		"Hearing in the case of the ferry":     false,
	} {
		if dated(title) != want {
			t.Errorf("%q: %v", title, !want)
		}
	}
}
