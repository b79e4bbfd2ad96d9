package signatories

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"readout/briefing/text"
	"readout/feeds"
	"readout/feeds/testkit"
)

// TestReport prints what was missed and added on the development kit and on
// our own cases: go test -run Report -v. It gives figures, no verdict.
func TestReport(t *testing.T) {
	for _, s := range samples(t) {
		head, people := show(Find(text.New(feeds.Article{Text: s.passage}), nil, nil))
		if !sameHead(head, s.head) || !strings.EqualFold(people, s.want) {
			t.Logf("case %s: got %s\n%s", s.name, head, people)
		}
	}
	b, err := os.ReadFile(testkit.Shared(t, "corpora", "signatories", "dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var found, missed, added, whole, lists, falseLists int
	for line := range strings.Lines(string(b)) {
		var c kitCase
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatal(err)
		}
		f, m, a := c.compare(Find(text.New(feeds.Article{Text: c.Passage}), nil, nil))
		if c.Label == "negative" {
			falseLists += min(1, len(a))
		} else {
			lists++
			found, missed, added = found+f, missed+len(m), added+len(a)
			if len(m)+len(a) == 0 {
				whole++
			}
		}
		if len(m)+len(a) > 0 {
			t.Logf("%s missed %q added %q", c.ID, m, a)
		}
	}
	t.Logf("names: %d found, %d missed, %d added; %d of %d lists whole; %d false lists", found, missed, added, whole, lists, falseLists)
}

// kitCase is what the report needs of a line of the kit.
type kitCase struct {
	ID, Label, Passage string
	Gold               struct {
		Signatories []struct{ Name string }
		Optional    []string
	}
}

// compare counts the names found and lists those missed and added.
func (c kitCase) compare(l *List) (found int, missed, added []string) {
	got := make(map[string]bool)
	if l != nil {
		for _, p := range l.People {
			got[fold(p.Name)] = true
		}
	}
	for _, s := range c.Gold.Signatories {
		if got[fold(s.Name)] {
			found++
			delete(got, fold(s.Name))
		} else {
			missed = append(missed, s.Name)
		}
	}
	for _, o := range c.Gold.Optional {
		delete(got, fold(o))
	}
	for n := range got {
		added = append(added, n)
	}
	return found, missed, added
}

func fold(s string) string { return strings.ReplaceAll(strings.ToLower(s), "ʻ", "") }
