package actors

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"readout/briefing/text"
	"readout/feeds"
)

// A tale is one block of testdata/cases.txt.
type tale struct{ name, title, text, want, date string }

func tales(t *testing.T) []tale {
	raw, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []tale
	for block := range strings.SplitSeq(string(raw), "\n\n") {
		var c tale
		for line := range strings.Lines(block) {
			key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
			switch key {
			case "case":
				c.name = value
			case "date":
				c.date = value
			case "title":
				c.title = value
			case "text":
				c.text = strings.ReplaceAll(value, " // ", "\n\n")
			case "want":
				c.want = value
			}
		}
		if c.name != "" {
			out = append(out, c)
		}
	}
	return out
}

// wrong says what differs from the want line; nil when nothing does.
func (c tale) wrong() []string {
	a := feeds.Article{Title: c.title, Text: c.text}
	if c.date != "" {
		a.Published, _ = time.Parse("2006-01-02", c.date)
	}
	d := text.New(a)
	have := make(map[string]string)
	for _, x := range find(d, Builtin()) {
		var all []string
		for _, m := range x.Mentions {
			all = append(all, d.Str(m.Span))
		}
		have[key(x)] = strings.Join(all, " | ")
	}
	var out []string
	for item := range strings.SplitSeq(c.want, "; ") {
		if k, not := strings.CutPrefix(item, "!"); not {
			if _, found := have[k]; found {
				out = append(out, "found "+k+": "+have[k])
			}
			continue
		}
		k, want, _ := strings.Cut(item, " = ")
		if have[k] != want {
			out = append(out, fmt.Sprintf("%s: have %q, want %q", k, have[k], want))
		}
	}
	if out != nil {
		out = append(out, fmt.Sprint(have))
	}
	return out
}

func key(a Actor) string {
	switch {
	case a.ID != "":
		return a.ID
	case len(a.Candidates) > 0:
		return "?" + a.Name
	}
	return "~" + a.Name
}

func TestCases(t *testing.T) {
	for _, c := range tales(t) {
		t.Run(c.name, func(t *testing.T) {
			for _, w := range c.wrong() {
				t.Error(w)
			}
		})
	}
}

// TestReport prints how many cases of each class are right.
func TestReport(t *testing.T) {
	right, all := make(map[string]int), make(map[string]int)
	for _, c := range tales(t) {
		class, _, _ := strings.Cut(c.name, "/")
		all[class]++
		if c.wrong() == nil {
			right[class]++
		}
	}
	var classes []string
	for c := range all {
		classes = append(classes, c)
	}
	slices.Sort(classes)
	for _, c := range classes {
		t.Logf("%-14s %d of %d", c, right[c], all[c])
	}
}
