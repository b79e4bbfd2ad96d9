package quotes

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"readout/briefing/text"
	"readout/feeds"
)

func FuzzFind(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c.text)
	}
	for _, s := range []string{"“", "”\n“\n”", "'''a'''", "<a \"b\">\"c\"", "«a «b» c»", "„x“ y “z”", "``q'' said 's", "\"\n\"a\"", "a, b, c, said “d”"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := text.New(feeds.Article{Text: strings.ToValidUTF8(s, "?")})
		got := find(d)
		checkQuotes(t, d, got)
		if again := find(d); !reflect.DeepEqual(got, again) {
			t.Error("two runs differ")
		}
	})
}

// checkQuotes checks what holds for the quotes of any text.
func checkQuotes(t *testing.T, d *text.Doc, qs []Quote) {
	t.Helper()
	end := 0
	for _, q := range qs {
		if q.Start < end || q.Empty() || !whole(d.Text, q.Span) {
			t.Fatalf("quote %v after %d", q.Span, end)
		}
		end = q.End
		if p := q.Paragraph - 1; p < 0 || p >= len(d.Paragraphs) || !d.Paragraphs[p].Holds(q.Span) {
			t.Fatalf("quote %v not in paragraph %d", q.Span, q.Paragraph)
		}
		if q.Cue != "" && (!whole(d.Text, q.CueSpan) || !strings.EqualFold(q.Cue, d.Str(q.CueSpan))) {
			t.Fatalf("cue %q %v", q.Cue, q.CueSpan)
		}
		if s := q.Speaker; s != nil && (s.Empty() || !whole(d.Text, s.Span) || s.Overlaps(q.Span)) {
			t.Fatalf("speaker %v of %v", s.Span, q.Span)
		}
	}
}

// whole reports whether a span lies in s on rune boundaries.
func whole(s string, sp text.Span) bool {
	return sp.Start >= 0 && sp.End <= len(s) && sp.Start <= sp.End &&
		(sp.Start == len(s) || utf8.RuneStart(s[sp.Start])) && (sp.End == len(s) || utf8.RuneStart(s[sp.End]))
}

func article(words int) *text.Doc {
	const p = "“We have waited four years for this road,” said Nora Finn, a farmer who leads the county's cooperative. “It is time.”\n\n" +
		"Tom Reed, the minister, told reporters on Friday that he had called the plan “a gift to the north” and that she knew it. He left early.\n\n"
	n := words/len(strings.Fields(p)) + 1
	return text.New(feeds.Article{Text: strings.Repeat(p, n)})
}

func BenchmarkFind(b *testing.B) {
	d := article(1000)
	b.ReportAllocs()
	for b.Loop() {
		find(d)
	}
}

// BenchmarkHostile shows that cost is linear: a megabyte of each pattern.
func BenchmarkHostile(b *testing.B) {
	for _, c := range []struct{ name, pattern string }{
		{"marks", `"`}, {"curly", "“"}, {"pairs", `"a" `}, {"singles", "'a "}, {"said", "x said "}, {"commas", "a, "},
		{"who", "Ann, who, said "}, {"open", "“a b\n"}, {"names", "Ann Bell, he said, “a b c d” "}, {"tags", "<a "}, {"possessive", "'s' "},
	} {
		d := text.New(feeds.Article{Text: strings.Repeat(c.pattern, 1<<20/len(c.pattern))})
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				find(d)
			}
		})
	}
}
