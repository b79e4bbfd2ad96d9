// Package cells measures and cuts text in terminal cells. Everything that is
// drawn passes through it: Safe makes foreign text drawable, a Ruler measures,
// truncates and wraps it, and Filter checks the finished line.
package cells

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Ruler is the one way widths are measured. The zero Ruler sums code points as
// wcwidth does, which is what most terminals and tmux do.
type Ruler uint8

// The two ways in which terminals measure text.
const (
	Points   Ruler = iota // one width per code point (wcwidth)
	Clusters              // one width per grapheme cluster: terminals that answer to mode 2027
)

func (r Ruler) method() ansi.Method {
	if r == Clusters {
		return ansi.GraphemeWidth
	}
	return ansi.WcWidth
}

// Width is the number of cells that s takes; escape sequences take none.
func (r Ruler) Width(s string) int {
	if isASCII(s) {
		return len(s)
	}
	return r.method().StringWidth(s)
}

// Truncate cuts s to at most w cells, between grapheme clusters; what was cut
// off is marked by "…". Escape sequences are kept.
func (r Ruler) Truncate(s string, w int) string {
	switch {
	case w <= 0:
		return ""
	case r.Width(s) <= w:
		return s
	}
	var b strings.Builder
	used, full, state := 0, false, byte(0)
	for len(s) > 0 {
		seq, _, n, next := ansi.GraphemeWidth.DecodeSequenceInString(s, state, nil)
		width := r.Width(seq)
		switch {
		case !full && used+width > w-1:
			b.WriteString("…")
			full = true
		case !full || seq[0] == 0x1b: // behind the cut only escape sequences follow
			b.WriteString(seq)
			used += width
		}
		s, state = s[n:], next
	}
	return b.String()
}

// Fit makes s exactly w cells wide: truncated, or padded on the right.
func (r Ruler) Fit(s string, w int) string {
	if w <= 0 {
		return ""
	}
	n := r.Width(s)
	if n > w {
		s = r.Truncate(s, w)
		n = r.Width(s)
	}
	return s + Blank(w-n)
}

// Ends sets left and right at the ends of a line of exactly w cells; the left
// text is shortened first, the right one is left out when it does not fit.
func (r Ruler) Ends(left, right string, w int) string {
	n := r.Width(right)
	if n == 0 || n+2 > w {
		return r.Fit(left, w)
	}
	return r.Fit(left, w-n-1) + " " + right
}

const blanks = "                                                                                                                                "

// Blank returns n spaces, "" for n <= 0.
func Blank(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(blanks) {
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}

// isASCII reports whether s holds printable ASCII only, so that bytes are cells.
func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// Cut returns the cells [from, to) of a line with its escape sequences. Of a
// wide character that is cut in two, spaces remain.
func (r Ruler) Cut(s string, from, to int) string {
	var b strings.Builder
	at, state := 0, byte(0)
	for len(s) > 0 {
		seq, _, n, next := ansi.GraphemeWidth.DecodeSequenceInString(s, state, nil)
		width := r.Width(seq)
		switch inside := min(at+width, to) - max(at, from); {
		case seq[0] == 0x1b || width > 0 && inside == width:
			b.WriteString(seq)
		case inside > 0:
			b.WriteString(Blank(inside))
		}
		at += width
		s, state = s[n:], next
	}
	return b.String()
}
