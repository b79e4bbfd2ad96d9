package topics

import (
	_ "embed"
	"slices"
	"strings"
	"testing"

	"readout/briefing/text"
	"readout/feeds"
)

//go:embed testdata/cases.txt
var casesFile string

// testCase is one line of testdata/cases.txt.
type testCase struct {
	want, optional []string
	headline, lede string
}

func cases(t testing.TB) []testCase {
	var out []testCase
	for line := range strings.Lines(casesFile) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		p := strings.Split(line, " | ")
		if len(p) != 3 {
			t.Fatalf("not three fields: %q", line)
		}
		want, optional, _ := strings.Cut(p[0], ";")
		c := testCase{headline: p[1], lede: p[2]}
		c.want = strings.Fields(strings.ReplaceAll(want, ",", " "))
		c.optional = strings.Fields(strings.ReplaceAll(optional, ",", " "))
		out = append(out, c)
	}
	return out
}

func (c testCase) find() []string {
	var ids []string
	for _, x := range Find(text.New(feeds.Article{Title: c.headline, Text: c.headline + "\n\n" + c.lede + "\n"})) {
		ids = append(ids, x.ID)
	}
	return ids
}

// figures counts hits, misses and additions.
type figures struct{ hit, missed, added int }

func (f figures) f1() float64 {
	if f.hit == 0 {
		return 0
	}
	return 2 * float64(f.hit) / float64(2*f.hit+f.missed+f.added)
}

func (f *figures) count(c testCase, got []string) (missed, added []string) {
	for _, w := range c.want {
		if slices.Contains(got, w) {
			f.hit++
		} else {
			missed = append(missed, w)
		}
	}
	for _, g := range got {
		if !slices.Contains(c.want, g) && !slices.Contains(c.optional, g) {
			added = append(added, g)
		}
	}
	f.missed += len(missed)
	f.added += len(added)
	return missed, added
}

// TestReport holds the cases to a floor and logs where each topic goes wrong:
// go test -run Report -v. Terms were added after each batch of cases, so the
// figure tells of no unseen text: see the head of cases.txt.
func TestReport(t *testing.T) {
	per := make(map[string]*figures)
	for _, e := range lexicon().topics {
		per[e.id] = &figures{}
	}
	var all figures
	covered := make(map[string]bool)
	for _, c := range cases(t) {
		got := c.find()
		missed, added := all.count(c, got)
		for _, w := range c.want {
			covered[w] = true
			if slices.Contains(got, w) {
				per[w].hit++
			}
		}
		for _, m := range missed {
			per[m].missed++
		}
		for _, a := range added {
			per[a].added++
		}
		if len(missed)+len(added) > 0 {
			t.Logf("missed %v added %v | %s", missed, added, c.headline)
		}
	}
	for _, e := range lexicon().topics {
		f := per[e.id]
		t.Logf("%-16s hit %2d missed %2d added %2d", e.id, f.hit, f.missed, f.added)
	}
	if len(covered) != len(lexicon().topics)-1 || len(covered) != 30 {
		t.Errorf("the cases cover %d of %d topics", len(covered), len(lexicon().topics))
	}
	t.Logf("F1 %.3f", all.f1())
	if all.f1() < 0.9 {
		t.Errorf("F1 %.3f, at least 0.9", all.f1())
	}
}

func TestLanguages(t *testing.T) {
	for _, c := range []struct{ want, text string }{
		{"sanctions", "Рада ЄС схвалила нові санкції\n\nЦе вже дев'ятнадцятий пакет обмежень, і до нього увійшли банки та танкери, які возять нафту."},
		{"elections", "Le scrutin est reporté\n\nLes élections législatives qui devaient se tenir dans le pays sont reportées, et la présidentielle est maintenue."},
		{"migration", "Streit über das Asylrecht\n\nDie Länder und der Bund sind uneins, und die Zahl der Flüchtlinge ist nicht gesunken."},
		{"press-freedom", "Detienen a dos periodistas\n\nLos periodistas fueron detenidos en la capital por la policía, que los acusa de calumnia."},
		{"", "Der Garten im Herbst\n\nDie Blätter sind bunt und das Gras ist nicht mehr zu mähen."},
	} {
		head, _, _ := strings.Cut(c.text, "\n")
		got := Find(text.New(feeds.Article{Title: head, Text: c.text}))
		if first := ""; len(got) > 0 {
			first = got[0].ID
			if first != c.want {
				t.Errorf("%s: have %s, want %q", head, first, c.want)
			}
		} else if c.want != "" {
			t.Errorf("%s: have none, want %q", head, c.want)
		}
	}
}

// TestHead: evidence in a headline that is no part of the text indexes the headline.
func TestHead(t *testing.T) {
	a := feeds.Article{Title: "Sanctions on two banks", Text: "The ministers agreed on Monday."}
	got := Find(text.New(a))
	if len(got) != 1 || got[0].ID != "sanctions" || len(got[0].Evidence) != 0 || len(got[0].HeadEvidence) != 1 {
		t.Fatalf("have %+v", got)
	}
	if e := got[0].HeadEvidence[0]; !strings.HasPrefix(a.Title[e.Start:e.End], "Sanctions") {
		t.Errorf("evidence %q", a.Title[e.Start:e.End])
	}
}

// TestInflect: the forms that are listed are those that are recognised.
func TestInflect(t *testing.T) {
	for w := range lexicon().words {
		for _, u := range inflect(w) {
			if !isForm(w, u) {
				t.Errorf("%s is no form of %s", u, w)
			}
		}
		last := w[len(w)-1:]
		for _, end := range []string{"", "s", "es", "ed", "ing", last + "ed", last + "ing"} {
			for _, u := range []string{w + end, w[:len(w)-1] + end, w[:len(w)-1] + "i" + end, w[:len(w)-1] + "y" + end} {
				if isForm(w, u) && !slices.Contains(inflect(w), u) {
					t.Errorf("%s has a form %s", w, u)
				}
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c.headline, c.lede)
	}
	f.Add("U.S.-led «sanctions»", "tit-for-tat\u2011tariffs — AI's A.I. co-op- -x")
	f.Fuzz(func(t *testing.T, title, body string) {
		title, body = strings.ToValidUTF8(title, ""), strings.ToValidUTF8(body, "")
		got := Find(text.New(feeds.Article{Title: title, Text: body}))
		if len(got) > most {
			t.Fatalf("%d topics", len(got))
		}
		for _, x := range got {
			check(t, title, x.HeadEvidence)
			check(t, body, x.Evidence)
			if x.Score <= 0 || x.Score >= 1 || len(x.Evidence)+len(x.HeadEvidence) == 0 {
				t.Fatalf("%+v", x)
			}
		}
	})
}

func check(t *testing.T, s string, spans []text.Span) {
	end := 0
	for _, e := range spans {
		if e.Start < end || e.End <= e.Start || e.End > len(s) || strings.ToValidUTF8(s[e.Start:e.End], "") != s[e.Start:e.End] {
			t.Fatalf("span %v after %d in %q", e, end, s)
		}
		end = e.Start
	}
}

func BenchmarkFind(b *testing.B) {
	var s strings.Builder
	for _, c := range cases(b) {
		if s.Len() < 6500 { // about 1,000 words
			s.WriteString(c.lede + " Nothing else was said about it on the day, and the other side kept quiet for now.\n\n")
		}
	}
	d := text.New(feeds.Article{Title: "Council weighs new sanctions", Text: s.String()})
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(d)
	}
}

func BenchmarkLexicon(b *testing.B) {
	for b.Loop() {
		must(termsFile)
	}
}
