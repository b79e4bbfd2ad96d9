package text

import "unicode/utf8"

// Span is a half-open byte range of a text on rune boundaries. It is the proof
// of every value that the engine returns.
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds no byte; the zero Span is empty and
// stands for "no place".
func (s Span) Empty() bool { return s.End <= s.Start }

// Holds reports whether t lies inside s.
func (s Span) Holds(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// RuneCounter turns byte offsets of one text into code point offsets. Offsets
// asked for in ascending order cost one pass over the text in all.
type RuneCounter struct {
	text        string
	bytes, rune int
}

// NewRuneCounter returns a counter at the beginning of s.
func NewRuneCounter(s string) *RuneCounter { return &RuneCounter{text: s} }

// Rune returns the number of code points before byte offset b.
func (c *RuneCounter) Rune(b int) int {
	if b < c.bytes {
		c.bytes, c.rune = 0, 0
	}
	c.rune += utf8.RuneCountInString(c.text[c.bytes:b])
	c.bytes = b
	return c.rune
}
