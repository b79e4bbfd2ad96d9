package topics

import (
	_ "embed"
	"fmt"
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
	heldOut        bool
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
		c := testCase{headline: p[1], lede: p[2], heldOut: len(out)%3 == 2}
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

func TestCases(t *testing.T) {
	var tuned, held figures
	covered := make(map[string]bool)
	for _, c := range cases(t) {
		for _, w := range c.want {
			covered[w] = true
		}
		f := &tuned
		if c.heldOut {
			f = &held
		}
		f.count(c, c.find())
	}
	if len(covered) != len(lexicon().topics) || len(covered) != 30 {
		t.Errorf("the cases cover %d of %d topics", len(covered), len(lexicon().topics))
	}
	t.Logf("F1 %.3f on the cases, %.3f on those held out", tuned.f1(), held.f1())
	if tuned.f1() < 0.85 || held.f1() < 0.80 {
		t.Errorf("F1 %.3f and %.3f", tuned.f1(), held.f1())
	}
}

// TestReport prints where each topic goes wrong: go test -run Report -v.
func TestReport(t *testing.T) {
	if !testing.Verbose() {
		t.Skip("a report: run with -v")
	}
	per := make(map[string]*figures)
	of := func(id string) *figures {
		if per[id] == nil {
			per[id] = &figures{}
		}
		return per[id]
	}
	var all figures
	for _, c := range cases(t) {
		got := c.find()
		missed, added := all.count(c, got)
		for _, w := range c.want {
			if slices.Contains(got, w) {
				of(w).hit++
			}
		}
		for _, m := range missed {
			of(m).missed++
		}
		for _, a := range added {
			of(a).added++
		}
		if len(missed)+len(added) > 0 {
			mark := ""
			if c.heldOut {
				mark = "(held out)"
			}
			fmt.Printf("missed %v added %v | %s%s\n", missed, added, c.headline, mark)
		}
	}
	for _, e := range lexicon().topics {
		f := of(e.id)
		fmt.Printf("%-16s hit %2d missed %2d added %2d\n", e.id, f.hit, f.missed, f.added)
	}
	fmt.Printf("F1 %.3f\n", all.f1())
}
