package compare

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"readout/briefing"
	"readout/briefing/actors"
	"readout/feeds"
)

var morning = time.Date(2026, 3, 3, 6, 0, 0, 0, time.UTC)

// article is an invented report, briefed, of an hour of one morning; hour < 0 = no date.
func article(outlet string, hour int, paragraphs ...string) Article {
	a := feeds.Article{Source: outlet, Title: outlet + " on the strike", Text: strings.Join(paragraphs, "\n\n"), Lang: "en"}
	if hour >= 0 {
		a.Published = morning.Add(time.Duration(hour) * time.Hour)
	}
	return Article{a, briefing.Compose(a, actors.Builtin())}
}

var (
	wire = article("Lunde Wire", 1,
		"A missile strike on the grain market of Orlivka killed at least 12 people and wounded 30 on Tuesday, the governor said.",
		`"We will rebuild this market stone by stone, and we will not be driven from the river," Governor Iryna Havrylets said. "Nobody here is leaving."`,
		"Rescue crews searched the halls until dusk, and the harbour stayed closed.")
	daily = article("Tarn Daily", 3,
		"Fifteen people died when a missile hit the grain market in Orlivka on Tuesday.",
		`"We will rebuild this market stone by stone," said Iryna Havrylets, the governor of the region.`,
		`"I heard the roof come down behind me," said Petro Salenko, who sells seed there.`)
	herald = article("Marlow Herald", 5,
		"The grain market of Orlivka was hit by a missile on Tuesday. The governor, Iryna Havrylets, was defiant.",
		`"We will rebuild that market stone by stone, and we will not be driven from the river," Havrylets told reporters.`)
)

func TestCompare(t *testing.T) {
	all := []Article{wire, daily, herald}
	s := Compare(all)
	if s.First != 0 || s.Outlets != 3 || s.Sources != 3 || s.Copies != nil {
		t.Errorf("first %d, %d outlets, %d sources, copies %v", s.First, s.Outlets, s.Sources, s.Copies)
	}
	if len(s.Quotations) != 1 {
		t.Fatalf("quotations %+v, want one", s.Quotations)
	}
	q := s.Quotations[0]
	if q.Versions != 3 || q.Short != 1 || q.Speaker != "Iryna Havrylets" {
		t.Errorf("%d versions, %d short, by %q", q.Versions, q.Short, q.Speaker)
	}
	if len(s.Alone) != 1 || s.Alone[0].Name != "Petro Salenko" || s.Alone[0].Outlet != "Tarn Daily" {
		t.Errorf("alone %+v, want Petro Salenko", s.Alone)
	}
	if len(s.Figures) != 1 || s.Figures[0].Unit != "killed" {
		t.Fatalf("figures %+v, want those of the killed", s.Figures)
	}
	var have []string
	for _, c := range s.Figures[0].Claims {
		have = append(have, Excerpt(all[c.Article], c.Span))
	}
	if want := []string{"at least 12", "Fifteen"}; !reflect.DeepEqual(have, want) {
		t.Errorf("claims %q, want %q", have, want)
	}
}

// TestAlone: who may be quoted in another outlet too is not said to be alone.
func TestAlone(t *testing.T) {
	for text, want := range map[string]int{
		"The market of Orlivka was hit on Tuesday.":                                                              1,
		`The market of Orlivka was hit. "I heard the roof come down behind me, and I ran," Salenko recalled.`:    0,
		`The market was hit while Petro Salenko sold seed. "It was over in a moment," a voice was heard to cry.`: 0,
	} {
		s := Compare([]Article{daily, article("Reed Gazette", 7, text)})
		n := 0
		for _, a := range s.Alone {
			if a.Name == "Petro Salenko" {
				n++
			}
		}
		if n != want {
			t.Errorf("%q: Petro Salenko is alone %d times, want %d", text, n, want)
		}
	}
}

func TestCuts(t *testing.T) {
	all := []Article{wire, daily, herald}
	q := Compare(all).Quotations[0]
	excerpts := func(ats []At) (out []string) {
		for _, at := range ats {
			out = append(out, Excerpt(all[at.Article], at.Span))
		}
		return out
	}
	for _, c := range q.Cuts {
		var adds []string
		for _, s := range c.Adds {
			adds = append(adds, Excerpt(all[c.Article], s))
		}
		lacks := excerpts(c.Lacks)
		switch all[c.Article].Source {
		case "Tarn Daily":
			if !reflect.DeepEqual(lacks, []string{"and we will not be driven from the river"}) || adds != nil {
				t.Errorf("the daily lacks %q and adds %q", lacks, adds)
			}
		case "Marlow Herald":
			if !reflect.DeepEqual(lacks, []string{"this"}) || !reflect.DeepEqual(adds, []string{"that"}) {
				t.Errorf("the herald lacks %q and adds %q", lacks, adds)
			}
		}
	}
}

// TestLongCuts: of quotations that are not compared to their end nothing is said to be missing.
func TestLongCuts(t *testing.T) {
	var speech strings.Builder
	for i := range 450 {
		fmt.Fprintf(&speech, "word%d ", i)
	}
	whole := speech.String()
	said := func(outlet, words string) Article {
		return article(outlet, 1, "“"+strings.TrimSpace(words)+",” Governor Iryna Havrylets said.", strings.ReplaceAll(whole, "word", outlet))
	}
	short := strings.Replace(whole, "word7 ", "", 1)
	s := Compare([]Article{said("A", whole), said("B", short)})
	if len(s.Quotations) != 1 || s.Quotations[0].Versions != 2 {
		t.Fatalf("%+v", s.Quotations)
	}
	for _, c := range s.Quotations[0].Cuts {
		if len(c.Lacks)+len(c.Adds) > 0 {
			t.Errorf("%s lacks %v and adds %v", "AB"[c.Article:c.Article+1], c.Lacks, c.Adds)
		}
	}
}

func TestFirst(t *testing.T) {
	at := func(hour int, outlet string) Article { return article(outlet, hour, "Nothing.") }
	day := at(-1, "C")
	day.Day = morning.Truncate(24 * time.Hour)
	east := at(-1, "D")
	east.Day = day.Day.AddDate(0, 0, 1) // it begins at 10:00 UTC of the day before where it begins first
	soon := at(2, "B")
	soon.Published = soon.Published.Add(20 * time.Second)
	for _, m := range []struct {
		all  []Article
		want int
	}{
		{[]Article{at(2, "A"), at(1, "B")}, 1},
		{[]Article{at(2, "A"), at(2, "B")}, -1},
		{[]Article{at(2, "A"), at(-1, "B")}, -1},
		{[]Article{at(2, "A"), soon}, -1},
		{[]Article{at(2, "A"), day}, -1},
		{[]Article{at(2, "A"), east}, 0},
		{[]Article{at(8, "A"), east}, -1},
		{[]Article{at(-1, "A"), at(-1, "B")}, -1},
		{nil, -1},
	} {
		if have := first(m.all); have != m.want {
			t.Errorf("%d, want %d", have, m.want)
		}
	}
}

func TestCopies(t *testing.T) {
	copied := wire
	copied.Source = "Upper Tarn Post"
	cut := article("Reed Gazette", 6, strings.Split(wire.Text, "\n\n")[0], strings.Split(wire.Text, "\n\n")[1])
	s := Compare([]Article{wire, copied, daily, cut})
	if want := [][]int{{0, 1, 3}}; !reflect.DeepEqual(s.Copies, want) || s.Outlets != 4 || s.Sources != 2 {
		t.Errorf("copies %v, want %v; %d outlets, %d sources", s.Copies, want, s.Outlets, s.Sources)
	}
}

// TestFigures: only what surely is one thing counted twice differs.
func TestFigures(t *testing.T) {
	for _, m := range []struct {
		a, b string
		want string // unit; "" = none
	}{
		{"The flood in Upper Tarn killed 12 people.", "The flood in Upper Tarn killed 12 people.", ""},
		{"The flood in Upper Tarn killed 12 people.", "At least 15 people were killed by the flood in Upper Tarn.", "killed"},
		{"The death toll of the flood in Upper Tarn rose to 14.", "The Upper Tarn flood left 12 dead.", "killed"},
		{"The flood in Upper Tarn killed 12 soldiers.", "The flood in Upper Tarn killed 15 people.", ""},
		{"The flood in Upper Tarn killed 12 people.", "Floods have killed 3,000 people in Upper Tarn since the spring.", ""},
		{"The flood in Upper Tarn killed 12 people.", "The storm left 15 dead on the coast.", ""},
		{"The flood in Upper Tarn killed 12 people.", "The flood in Upper Tarn in 1997 killed 15 people.", ""},
		{"The flood in Upper Tarn killed 12 people.", "The flood in Upper Tarn killed another 15 people.", ""},
		{"The flood in Upper Tarn killed 12 people.", "The flood in Upper Tarn killed a 15-year-old boy.", ""},
		{"The flood in Upper Tarn killed 12 people.", "The flood in Upper Tarn killed 15 percent of the herd.", ""},
		{"Police in Port Lunde arrested 40 demonstrators at the harbour gate.", "Some 55 demonstrators were detained by police at the harbour gate in Port Lunde.", "demonstrators arrested"},
		{"The ministry will send 120 ferry engines to the coast guard of Lunde.", "The ministry will send 100 ferry engines to the coast guard of Lunde.", "engines"},
		{"The ministry will send 120 ferry engines to the coast guard of Lunde.", "A yard in Marlow builds 100 engines for export.", ""},
	} {
		all := []Article{article("A", 1, m.a), article("B", 2, m.b)}
		unit := ""
		for _, f := range Compare(all).Figures {
			unit += f.Unit
		}
		if unit != m.want {
			t.Errorf("%q and %q differ in %q, want %q", m.a, m.b, unit, m.want)
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add(wire.Text, daily.Text)
	f.Add("killed 12", "“a b c d e f” said 15 dead")
	f.Fuzz(func(t *testing.T, a, b string) {
		all := []Article{article("A", 1, a), article("B", 2, b), article("C", 3, a)}
		s := Compare(all)
		check := func(at At) {
			if at.Start < 0 || at.End > len(all[at.Article].Text) || at.Empty() {
				t.Fatalf("no place: %+v", at)
			}
		}
		for _, q := range s.Quotations {
			for _, c := range q.Cuts {
				for _, p := range append(c.Parts, c.Adds...) {
					check(At{c.Article, p})
				}
				for _, at := range c.Lacks {
					check(at)
				}
			}
		}
		for _, x := range s.Figures {
			for _, c := range x.Claims {
				check(c.At)
				check(c.Sentence)
			}
		}
		for _, x := range s.Alone {
			for _, at := range x.Quotes {
				check(at)
			}
		}
		if !reflect.DeepEqual(s, Compare(all)) {
			t.Fatal("two comparisons of the same articles differ")
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	all := []Article{wire, daily, herald}
	for b.Loop() {
		Compare(all)
	}
}
