package text

import (
	"strings"
	"testing"
)

func TestPassageIsFoundAgain(t *testing.T) {
	const was = "The envoy left. Talks failed in June. The envoy left again. Talks failed in July."
	second := strings.LastIndex(was, "Talks failed")
	p := Cite(was, Span{second, second + len("Talks failed")})
	for _, c := range []struct{ name, now, before string }{
		{"unchanged", was, "again. "},
		{"moved on", "Updated at noon. " + was, "again. "},
		{"first one gone", "The envoy left. The envoy left again. Talks failed in July.", "again. "},
		{"its own surroundings changed a little", strings.Replace(was, "July", "August", 1), "again. "},
		{"only the other one is left", "The envoy left. Talks failed in June.", "left. "},
	} {
		s, ok := p.In(c.now)
		if !ok || c.now[s.Start:s.End] != p.Words || !strings.HasSuffix(c.now[:s.Start], c.before) {
			t.Errorf("%s: found %v %v", c.name, s, ok)
		}
	}
	for _, gone := range []string{"", "Talks  failed", "talks failed", "The talks have failed."} {
		if s, ok := p.In(gone); ok {
			t.Errorf("%q: found %v", gone, s)
		}
	}
	if s, _ := Cite("aa aa aa", Span{3, 5}).In("aa aa aa"); s.Start != 3 {
		t.Errorf("among equals it went to %v", s)
	}
	for _, s := range []Span{{}, {3, 2}, {-1, 2}, {0, 99}} {
		if p := Cite("short", s); p != (Passage{}) {
			t.Errorf("%v gives %v", s, p)
		}
	}
}

func FuzzPassage(f *testing.F) {
	f.Add("Ключі під містом. Ключі.", 1, 9, "Ключі під містом.")
	f.Add("aaaa", 1, 2, "aa")
	f.Fuzz(func(t *testing.T, was string, from, to int, now string) {
		p := Cite(was, Span{from, to})
		if p.Words == "" {
			if _, ok := p.In(now); ok {
				t.Fatal("nothing was found")
			}
			return
		}
		if s, ok := p.In(was); !ok || s.Start != from {
			t.Fatalf("%q at %d is found at %v in its own text", p.Words, from, s)
		}
		if s, ok := p.In(now); ok != strings.Contains(now, p.Words) || ok && now[s.Start:s.End] != p.Words {
			t.Fatalf("%q is found at %v (%v) in %q", p.Words, s, ok, now)
		}
	})
}
