package picker

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// score says how well a name and its id match what was typed: the lower the
// better, ok is false where they do not match. An id or acronym that was typed
// in full comes first, then beginnings, then beginnings of words, then any
// place, then the letters in their order ("fuzzy"). Case and accents make no
// difference.
func score(typed, name, id string) (points int, ok bool) {
	typed = bare(strings.TrimSpace(typed))
	if typed == "" {
		return 0, true
	}
	low := bare(name)
	switch id = bare(id); {
	case typed == id || typed == low || typed == initials(name):
		return 0, true
	case strings.HasPrefix(low, typed) || strings.HasPrefix(id, typed):
		return 1, true
	case strings.Contains(" "+low, " "+typed) || strings.Contains("-"+id, "-"+typed):
		return 2, true
	case words(typed, low):
		return 3, true
	case strings.Contains(low, typed):
		return 4, true
	case len(typed) > 2 && subsequence(typed, low):
		return 5, true
	}
	return 0, false
}

// bare is a text in lower case without its accents.
func bare(s string) string {
	if ascii(s) {
		return strings.ToLower(s)
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
}

func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// initials are the first letters of the capitalised words: "International
// Criminal Court" gives "icc".
func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	if b.Len() < 2 {
		return ""
	}
	return b.String()
}

// words reports whether every typed word begins a word of the name.
func words(typed, low string) bool {
	for _, w := range strings.Fields(typed) {
		if !strings.Contains(" "+low, " "+w) {
			return false
		}
	}
	return true
}

// subsequence reports whether the letters stand in the name in this order.
func subsequence(typed, low string) bool {
	rest := []rune(low)
	for _, r := range typed {
		found := false
		for i, c := range rest {
			if c == r {
				rest, found = rest[i+1:], true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}
