package signatories

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"readout/briefing/text"
	"readout/feeds"
)

// check fails when a list breaks what Find promises of any text.
func check(t testing.TB, d *text.Doc, l *List) {
	t.Helper()
	if l == nil {
		return
	}
	if len(l.People) == 0 {
		t.Fatal("a list of nobody")
	}
	last := -1
	for _, p := range l.People {
		if p.Start < 0 || p.End > len(d.Text) || p.Empty() {
			t.Fatalf("%q has no place: %v", p.Name, p.Span)
		}
		if !strings.EqualFold(strings.Join(strings.Fields(d.Str(p.Span)), " "), p.Name) {
			t.Fatalf("%q is not what stands at %v: %q", p.Name, p.Span, d.Str(p.Span))
		}
		if p.Start > 0 && !utf8.RuneStart(d.Text[p.Start]) || p.End < len(d.Text) && !utf8.RuneStart(d.Text[p.End]) {
			t.Fatalf("%v cuts a rune", p.Span)
		}
		if p.Start < last {
			t.Fatalf("%q out of order", p.Name)
		}
		last = p.Start
	}
	if l.Total != 0 && l.Total < len(l.People) {
		t.Fatalf("total %d of %d", l.Total, len(l.People))
	}
	if l.Cue.Start < 0 || l.Cue.End > len(d.Text) || l.Cue.Empty() {
		t.Fatalf("cue has no place: %v", l.Cue)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range samples(f) {
		f.Add(s.passage)
	}
	f.Add("signed by (D-, ((Sen. Rep. of the and, (R-")
	f.Add("The letter was signed by Sens. \"A\" É (D-\xff), van der, Jr. II of the")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		d := text.New(feeds.Article{Text: s})
		l := Find(d, nil, nil)
		check(t, d, l)
		if again := Find(d, nil, nil); !reflect.DeepEqual(l, again) {
			t.Fatal("two answers for one text")
		}
	})
}

// long is a text of some 1,000 words with lists among other sentences.
func long(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "The committee met on day %d to hear what Secretary Ana Brill and her staff knew of the dam. "+
			"A letter to the agency was signed by Sens. Nora Petrel, D-Minn., Walter Quince, R-N.C., and Ida Falk, D-Nev. "+
			"Officials of the State of Utah said that work would go on through the winter, and that no one was at risk.\n", i)
	}
	return b.String()
}

func BenchmarkFind(b *testing.B) {
	d := text.New(feeds.Article{Text: long(17)})
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(d, nil, nil)
	}
}

// BenchmarkFindMegabyte shows that the cost grows with the length and no faster.
func BenchmarkFindMegabyte(b *testing.B) {
	d := text.New(feeds.Article{Text: long(3000)})
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		Find(d, nil, nil)
	}
}

func BenchmarkLexicon(b *testing.B) {
	for b.Loop() {
		readWords()
		readPlaces()
		readParties()
	}
}
