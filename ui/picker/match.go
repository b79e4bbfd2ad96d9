package picker

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"readout/briefing/query"
)

// score says how well a name and its id match what was typed: the lower the
// better, ok is false where they do not match. An id or acronym that was typed
// in full comes first, then beginnings, then beginnings of words, then any place
// for more than three letters, then words that are cut short ("minfor") or
// misspelt. Letters that are merely somewhere in the name count for nothing:
// "icc" is not Niccolo Paganini. Case and accents make no difference.
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
	case len(typed) > 3 && strings.Contains(low, typed):
		return 4, true
	case len(typed) > 2 && (short(typed, low) || misspelt(typed, low)):
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

// short reports whether the name's words, each cut short and some left out,
// make up what was typed; a hit in the middle of a word does not.
func short(typed, low string) bool {
	for at := 0; at < len(low); {
		word, _, _ := strings.Cut(low[at:], " ")
		n := shared(typed, word)
		if typed = typed[n:]; typed == "" {
			return true
		}
		if n == 0 && at == 0 {
			return false // it begins with the first word at least
		}
		at += len(word) + 1
	}
	return false
}

// shared is how many bytes two words have in common at their beginning.
func shared(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// misspelt reports whether a word of the name, or all of it, is spelt nearly as
// what was typed: with one letter in four wrong at most.
func misspelt(typed, low string) bool {
	most := utf8.RuneCountInString(typed) / 4
	return most > 0 && query.Close(typed, append(strings.Fields(low), low), most) != ""
}
