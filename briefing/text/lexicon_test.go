package text

import (
	"fmt"
	"testing"

	"readout/feeds"
)

func TestLexicon(t *testing.T) {
	l := NewLexicon(map[string]int{"U.S.": 1, "u.s.": 2, "don't": 3, "київ": 4, "": 5})
	d := New(feeds.Article{Text: "U.S. Don’t КИЇВ nobody"})
	for i, want := range []struct{ written, low, straight int }{{1, 2, 2}, {0, 0, 3}, {0, 4, 4}, {}} {
		if a, b, c := l.Of(d, i), l.OfLow(d, i), l.OfStraight(d, i); a != want.written || b != want.low || c != want.straight {
			t.Errorf("%s: have %d %d %d, want %v", d.Tok(i), a, b, c, want)
		}
	}
	if l.Of(d, -1) != 0 || l.OfLow(d, 99) != 0 || l.OfStraight(d, 99) != 0 {
		t.Error("a token that is none has a value")
	}
	if v, ok := l.Lookup(""); v != 5 || !ok {
		t.Errorf("the empty word: %d %t", v, ok)
	}
}

// TestLexiconGrows: what was put in is found again, the last value counts.
func TestLexiconGrows(t *testing.T) {
	var l Lexicon[int]
	if _, ok := l.Lookup("w1"); ok {
		t.Error("an empty lexicon has a word")
	}
	for i := range 3000 {
		l.Put(fmt.Sprint("w", i%2000), i)
	}
	for i := range 2000 {
		want := i
		if i < 1000 {
			want += 2000
		}
		if v, ok := l.Lookup(fmt.Sprint("w", i)); v != want || !ok {
			t.Fatalf("w%d: have %d %t", i, v, ok)
		}
	}
	if _, ok := l.Lookup("w2000"); ok {
		t.Error("w2000 is found")
	}
}

func TestWords(t *testing.T) {
	s := NewWords(New(feeds.Article{Text: "The U.S. Senate said No, no: 12."}))
	for w, want := range map[string]bool{"The": true, "the": false, "U.S.": true, "no": true, "NO": false, "12": false, ",": false, "": false} {
		if s.Has(w) != want {
			t.Errorf("%q: have %t", w, !want)
		}
	}
	if NewWords(New(feeds.Article{})).Has("a") {
		t.Error("an empty text has a word")
	}
}
