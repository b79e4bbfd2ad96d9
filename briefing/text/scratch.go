package text

import "sync"

// Scratch lends slices to a finder that needs them only while it reads one
// document. Of the memory that a brief took two thirds was of this kind: new
// for each article, written once, and left to the collector. The zero Scratch
// is ready to use and may be shared between goroutines.
type Scratch[T any] struct{ pool sync.Pool }

// maxKept is the length of the longest slice that is kept for another document:
// one for the longest article of a day, not for the longest text that is read.
const maxKept = 1 << 14

// Take returns a slice of n zero elements. Give it back when no one has it any more.
func (s *Scratch[T]) Take(n int) *[]T {
	if x, _ := s.pool.Get().(*[]T); x != nil && cap(*x) >= n {
		*x = (*x)[:n]
		return x
	}
	x := make([]T, n, n+n/4)
	return &x
}

// Give takes a slice back, with what was appended to it, and forgets what it holds.
func (s *Scratch[T]) Give(x *[]T) {
	if cap(*x) <= maxKept {
		clear(*x)
		*x = (*x)[:0]
		s.pool.Put(x)
	}
}
