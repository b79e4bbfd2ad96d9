package text

import "testing"

func TestScratch(t *testing.T) {
	var s Scratch[string]
	for n := range 100 {
		x := s.Take(n)
		if len(*x) != n {
			t.Fatalf("asked for %d, have %d", n, len(*x))
		}
		*x = append(*x, "more")
		for _, w := range (*x)[:n] {
			if w != "" {
				t.Fatalf("a slice of %d still holds %q", n, w)
			}
		}
		for i := range *x {
			(*x)[i] = "left behind"
		}
		s.Give(x)
	}
}
