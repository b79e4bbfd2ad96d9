package cells

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Wrap breaks plain text into lines of at most w cells, at spaces where it
// can. There is at least one line.
func (r Ruler) Wrap(s string, w int) []string {
	var out []string
	for _, l := range r.Breaks(s, w) {
		out = append(out, s[l[0]:l[1]])
	}
	return out
}

// Breaks says where plain text breaks into lines of at most w cells: the byte
// range of each line, without the space it was broken at. A word wider than a
// line is broken between grapheme clusters, as are scripts without spaces.
// There is at least one range.
func (r Ruler) Breaks(s string, w int) [][2]int {
	w = max(w, 2) // the widest cluster takes two cells
	if isASCII(s) && len(s) <= w {
		return [][2]int{{0, len(s)}}
	}
	var out [][2]int
	start, width := 0, 0 // of the line
	space := -1          // the last place to break at: offset of a space in the line
	for i := 0; i < len(s); {
		n, cw := r.cluster(s[i:])
		if s[i] == '\n' {
			out = append(out, [2]int{start, i})
			i += n
			start, width, space = i, 0, -1
			continue
		}
		if s[i] == ' ' {
			space = i
		}
		if width+cw <= w || width == 0 {
			width += cw
			i += n
			continue
		}
		end, resume := i, i
		if space >= start && !ideographic(s[i:]) {
			end, resume = space, space+1
		} else if s[i] == ' ' {
			resume = i + 1
		}
		out = append(out, [2]int{start, end})
		start, i, width, space = resume, resume, 0, -1
	}
	return trimmed(s, append(out, [2]int{start, len(s)}))
}

// At is the byte offset of what plain text shows in cell x; len(s) behind its end.
func (r Ruler) At(s string, x int) int {
	at := 0
	for i := 0; i < len(s); {
		n, w := r.cluster(s[i:])
		if at += w; x < at {
			return i
		}
		i += n
	}
	return len(s)
}

// trimmed takes the spaces off the end of every line.
func trimmed(s string, lines [][2]int) [][2]int {
	for i, l := range lines {
		lines[i][1] = l[0] + len(strings.TrimRight(s[l[0]:l[1]], " "))
	}
	return lines
}

// cluster returns the bytes and cells of the first grapheme cluster of s.
func (r Ruler) cluster(s string) (n, width int) {
	if c := s[0]; c < 0x80 && (len(s) == 1 || s[1] < 0x80) {
		return 1, 1
	}
	c := graphemes.FromString(s).First()
	return len(c), r.method().StringWidth(Safe(c))
}

// ideographic reports whether s begins with a character that lines may break
// before although no space stands there.
func ideographic(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return c >= 0x3040 && c <= 0x30ff || c >= 0x3400 && c <= 0x9fff || c >= 0xf900 && c <= 0xfaff || c >= 0x20000 && c <= 0x3ffff
}
