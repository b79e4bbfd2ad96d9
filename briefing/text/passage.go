package text

import (
	"strings"
	"unicode/utf8"
)

// Passage is a piece of a text that can be found again after the text has
// changed: its exact words, where they began and what stood around them. It
// holds what the selectors TextQuoteSelector and TextPositionSelector of
// https://www.w3.org/TR/annotation-model/ hold.
type Passage struct {
	Words         string // never empty in a passage that Cite made
	Start         int    // byte offset of Words when it was cited
	Before, After string // at most around bytes each
}

// around is how much of the text beside it a passage keeps, in bytes.
const around = 48

// Cite makes a passage of a span of a text; the zero Passage for a span that is
// empty or lies outside the text.
func Cite(t string, s Span) Passage {
	if s.Empty() || s.Start < 0 || s.End > len(t) {
		return Passage{}
	}
	return Passage{
		Words: t[s.Start:s.End], Start: s.Start,
		Before: t[min(onRune(t, s.Start-around), s.Start):s.Start],
		After:  t[s.End:onRune(t, s.End+around)],
	}
}

// onRune moves an offset to the beginning of a character of the text.
func onRune(t string, i int) int {
	i = max(min(i, len(t)), 0)
	for i < len(t) && !utf8.RuneStart(t[i]) {
		i++
	}
	return i
}

// In finds the passage in a text, letter for letter: where the words stand more
// than once, the place whose surroundings are most alike, then the one nearest
// to the old place. ok is false where the text no longer holds the words.
func (p Passage) In(t string) (s Span, ok bool) {
	if p.Words == "" {
		return s, false
	}
	best := -1
	for at := 0; ; {
		i := strings.Index(t[at:], p.Words)
		if i < 0 {
			return s, ok
		}
		i += at
		here := Span{i, i + len(p.Words)}
		alike := commonSuffix(t[:i], p.Before) + commonPrefix(t[here.End:], p.After)
		if alike > best || alike == best && distance(i, p.Start) < distance(s.Start, p.Start) {
			best, s, ok = alike, here, true
		}
		at = i + 1
	}
}

func distance(a, b int) int { return max(a-b, b-a) }

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func commonSuffix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}
