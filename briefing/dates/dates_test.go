package dates

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"
	"time"

	"readout/briefing/text"
	"readout/feeds"
)

//go:embed testdata/cases.txt
var casesFile string

// testCase is one line of testdata/cases.txt.
type testCase struct {
	published time.Time
	text      string
	spans     []text.Span
	values    []string
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
		var c testCase
		if p[0] != "-" {
			var err error
			if c.published, err = time.Parse(time.DateOnly, p[0]); err != nil {
				t.Fatal(err)
			}
		}
		for rest := p[1]; rest != ""; {
			before, after, found := strings.Cut(rest, "[")
			c.text += before
			if !found {
				break
			}
			inner, after, _ := strings.Cut(after, "]")
			c.spans = append(c.spans, text.Span{Start: len(c.text), End: len(c.text) + len(inner)})
			c.text += inner
			rest = after
		}
		for v := range strings.SplitSeq(p[2], ";") {
			if v = strings.TrimSpace(v); v != "" {
				c.values = append(c.values, v)
			}
		}
		out = append(out, c)
	}
	return out
}

func show(d Date) string {
	switch d.Precision {
	case Week:
		return "w" + d.Date.Format(time.DateOnly)
	case Month:
		return d.Date.Format("2006-01")
	case Quarter:
		return "q" + d.Date.Format("2006-01")
	case Year:
		return d.Date.Format("2006")
	}
	return d.Date.Format(time.DateOnly)
}

// outcome compares what was found with a case; "" when it is right. A span may
// leave out or add an article and such before the date.
func (c testCase) outcome() string {
	d := text.New(feeds.Article{Text: c.text, Published: c.published})
	got := Find(d)
	var have []string
	for _, g := range got {
		have = append(have, show(g))
	}
	if strings.Join(have, "; ") != strings.Join(c.values, "; ") {
		return fmt.Sprintf("have %q, want %q", have, c.values)
	}
	for i, g := range got {
		if i < len(c.spans) && len(c.spans) == len(got) && !g.Overlaps(c.spans[i]) {
			return fmt.Sprintf("span %q, want %q", c.text[g.Start:g.End], c.text[c.spans[i].Start:c.spans[i].End])
		}
	}
	return ""
}

func TestCases(t *testing.T) {
	cs := cases(t)
	if len(cs) < 100 {
		t.Errorf("only %d cases", len(cs))
	}
	for _, c := range cs {
		if o := c.outcome(); o != "" {
			t.Errorf("%s %s\n\t%s", c.published.Format(time.DateOnly), c.text, o)
		}
	}
}

// TestZone: "yesterday" counts from the day of publication where it was published.
func TestZone(t *testing.T) {
	at := time.Date(2024, 3, 6, 1, 30, 0, 0, time.FixedZone("", 9*3600)) // still 5 March in UTC
	got := Find(text.New(feeds.Article{Text: "They met yesterday.", Published: at}))
	if len(got) != 1 || show(got[0]) != "2024-03-05" {
		t.Errorf("have %v", got)
	}
}

func FuzzFind(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c.text, "en", c.published.Unix())
	}
	f.Add("31 février 2023, 30-30-30, 0000-00-00 \xff", "fr", int64(0))
	f.Fuzz(func(t *testing.T, s, lang string, unix int64) {
		s = strings.ToValidUTF8(s, "")
		a := feeds.Article{Text: s, Lang: lang, Published: time.Unix(unix%4e9, 0)}
		d := text.New(a)
		end := 0
		for _, g := range Find(d) {
			if g.Start < end || g.End <= g.Start || g.End > len(s) {
				t.Fatalf("span %v after %d in %q", g.Span, end, s)
			}
			if strings.ToValidUTF8(s[g.Start:g.End], "") != s[g.Start:g.End] {
				t.Fatalf("span %v is not on rune boundaries", g.Span)
			}
			end = g.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	var s strings.Builder
	for s.Len() < 6500 { // about 1,000 words
		for _, c := range cases(b) {
			if c.published.Year() == 1998 {
				s.WriteString("The committee of the upper house has not said how it means to answer, and its chair declined to comment. ")
				s.WriteString(c.text + "\n\n")
			}
		}
	}
	d := text.New(feeds.Article{Text: s.String()[:6500], Published: time.Date(1998, 2, 13, 0, 0, 0, 0, time.UTC)})
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(d)
	}
}
