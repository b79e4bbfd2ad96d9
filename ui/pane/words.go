package pane

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/briefing/text"
	"readout/ui/theme"
)

// Occurrences finds a word of a search in the text, whatever its case, at
// beginnings of words.
func Occurrences(t, word string) []text.Span {
	if word == "" {
		return nil
	}
	var out []text.Span
	prev := ' '
	for i, r := range t {
		if !unicode.IsLetter(prev) && !unicode.IsDigit(prev) {
			if n := foldPrefix(t[i:], word); n > 0 {
				out = append(out, text.Span{Start: i, End: i + n})
			}
		}
		prev = r
	}
	return out
}

// foldPrefix is how many bytes of t equal the word, letter case aside; 0 = it does not begin so.
func foldPrefix(t, word string) int {
	i := 0
	for _, want := range word {
		got, n := utf8.DecodeRuneInString(t[i:])
		if n == 0 || unicode.ToLower(got) != unicode.ToLower(want) {
			return 0
		}
		i += n
	}
	return i
}

// Lit draws a line in a role, with the words of a search in it lit.
func (k *Look) Lit(role theme.Role, line string, words []string) string {
	var found []text.Span
	for _, w := range words {
		found = append(found, Occurrences(line, w)...)
	}
	if len(found) == 0 {
		return k.On(role, line)
	}
	slices.SortFunc(found, func(a, b text.Span) int { return a.Start - b.Start })
	var b strings.Builder
	at := 0
	for _, s := range found {
		if s.Start < at {
			continue
		}
		b.WriteString(k.On(role, line[at:s.Start]))
		b.WriteString(k.On(theme.Mark, line[s.Start:s.End]))
		at = s.End
	}
	b.WriteString(k.On(role, line[at:]))
	return b.String()
}
