package signatories

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"readout/briefing/text"
	"readout/feeds"
)

// sample is a case of testdata/cases.txt.
type sample struct{ name, passage, head, want string }

func samples(t testing.TB) []sample {
	t.Helper()
	b, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []sample
	for _, part := range strings.Split("\n"+string(b), "\n== ")[1:] {
		name, rest, _ := strings.Cut(part, "\n")
		passage, want, ok := strings.Cut(rest, "\n-- ")
		if !ok {
			t.Fatalf("case %q has no list", name)
		}
		head, want, _ := strings.Cut(want, "\n")
		out = append(out, sample{name, strings.TrimSpace(passage), strings.TrimSpace(head), strings.TrimSpace(want)})
	}
	return out
}

// show writes a list as the cases do.
func show(l *List) (head, people string) {
	if l == nil {
		return "none", ""
	}
	h := []string{string(l.Document)}
	if l.Addressee != "" {
		h = append(h, "to: "+l.Addressee)
	}
	if l.Total > 0 {
		h = append(h, fmt.Sprint("total: ", l.Total))
	}
	if l.Partial {
		h = append(h, "partial")
	}
	var lines []string
	for _, p := range l.People {
		kind := ""
		if p.Kind != Person {
			kind = string(p.Kind)
		}
		f := []string{p.Name, p.Party, p.Region, p.Role, kind}
		for len(f) > 1 && f[len(f)-1] == "" {
			f = f[:len(f)-1]
		}
		lines = append(lines, strings.Join(strings.Fields(strings.Join(f, " | ")), " "))
	}
	return strings.Join(h, " | "), strings.Join(lines, "\n")
}

// sameHead compares heads; the case may allow several documents ("pledge,statement").
func sameHead(got, want string) bool {
	doc, rest, _ := strings.Cut(want, " | ")
	gotDoc, gotRest, _ := strings.Cut(got, " | ")
	ok := false
	for _, d := range strings.Split(doc, ",") {
		ok = ok || d == gotDoc
	}
	return ok && rest == gotRest
}

func TestCases(t *testing.T) {
	for _, s := range samples(t) {
		t.Run(s.name, func(t *testing.T) {
			head, people := show(Find(text.New(feeds.Article{Text: s.passage}), nil, nil))
			if !sameHead(head, s.head) || !strings.EqualFold(people, s.want) {
				t.Errorf("%s\ngot  %s\n%s\nwant %s\n%s", s.passage, head, people, s.head, s.want)
			}
		})
	}
}
