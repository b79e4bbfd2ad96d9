package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/feeds"
)

// paragraphs cuts the text at its blocks; without blocks at every line break,
// except those that only wrap a line.
func paragraphs(s string, blocks []feeds.Block) []Paragraph {
	var out []Paragraph
	for _, b := range blocks {
		if sp := trim(s, Span{b.Start, b.End}); !sp.Empty() {
			out = append(out, Paragraph{Span: sp, Kind: b.Kind})
		}
	}
	if len(blocks) > 0 {
		return out
	}
	for start := 0; start < len(s); {
		end, next := stanza(s, start)
		if wrapped(s[start:end]) {
			out = appendParagraph(out, s, Span{start, end})
		} else {
			for start < end {
				_, line := cutLine(s[:end], start)
				out = appendParagraph(out, s, Span{start, line})
				start = line
			}
		}
		start = next
	}
	return out
}

func appendParagraph(out []Paragraph, s string, sp Span) []Paragraph {
	if sp = trim(s, sp); sp.Empty() {
		return out
	}
	return append(out, Paragraph{Span: sp, Kind: feeds.Paragraph})
}

// cutLine returns the end of the line that begins at start, and the beginning
// of the next one.
func cutLine(s string, start int) (end, next int) {
	if i := strings.IndexByte(s[start:], '\n'); i >= 0 {
		return start + i, start + i + 1
	}
	return len(s), len(s)
}

// stanza returns the end of the lines from start up to a blank one, and where
// the lines after it begin.
func stanza(s string, start int) (end, next int) {
	end = start
	for next = start; next < len(s); {
		lineEnd, after := cutLine(s, next)
		if strings.TrimSpace(s[next:lineEnd]) == "" {
			return end, after
		}
		end, next = after, after
	}
	return end, next
}

// The lines of wrapped plain text are about this long, in bytes.
const (
	wrapMin = 45
	wrapMax = 130
)

// wrapped reports whether the lines of s are one paragraph that was broken at
// a fixed width: lines are of like length, and most go on in the middle of a
// sentence. A list, and text with one paragraph a line, are not.
func wrapped(s string) bool {
	breaks, going, sum := 0, 0, 0
	for start := 0; start < len(s); {
		end, next := cutLine(s, start)
		if next >= len(s) || strings.TrimSpace(s[next:]) == "" {
			break
		}
		line := strings.TrimRight(s[start:end], " \t\r")
		if len(line) > wrapMax {
			return false
		}
		breaks++
		sum += len(line)
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[next:], " \t"))
		last, _ := utf8.DecodeLastRuneInString(line)
		if unicode.IsLower(first) && !strings.ContainsRune(".!?:;•", last) {
			going++
		}
		start = next
	}
	return breaks > 0 && sum >= wrapMin*breaks && going*5 >= breaks*2
}

func trim(s string, sp Span) Span {
	left := strings.TrimLeftFunc(s[sp.Start:sp.End], unicode.IsSpace)
	sp.Start = sp.End - len(left)
	sp.End = sp.Start + len(strings.TrimRightFunc(left, unicode.IsSpace))
	return sp
}
