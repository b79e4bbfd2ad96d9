package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// match reports whether a text in plainer form matches one of the patterns. A
// long text is a sentence that begins like a prompt ("Read more into it than
// ..."), so that beginnings alone decide only when a colon follows.
func match(rules map[string][]string, s string, long bool) bool {
	if s == "" {
		return false
	}
	key := firstWord(s)
	for _, p := range rules[key] {
		if glob(p, s, long) {
			return true
		}
	}
	if key == "*" {
		return false
	}
	for _, p := range rules["*"] {
		if glob(p, s, long) {
			return true
		}
	}
	return false
}

// mayMatch tells from the first word of a text, not yet made plainer, whether
// match is worth asking: most texts begin with that of no rule.
func mayMatch(rules map[string][]string, s string) bool {
	if len(rules["*"]) > 0 {
		return true
	}
	var buf [64]byte
	word := buf[:0]
	for _, r := range s {
		switch r = plainRune(r); {
		case r < 0, len(word) == 0 && (isEdge(r) || unicode.IsSpace(r)):
		case !inWord(r) && strings.HasSuffix(string(word), "-"):
			return true // which may be an edge after all
		case !inWord(r), len(word)+utf8.UTFMax > len(buf): // no rule begins with so long a word
			return len(rules[firstWord(string(word))]) > 0
		default:
			word = utf8.AppendRune(word, r)
		}
	}
	return len(word) > 0
}

// glob reports whether s matches a pattern in which * stands for any text. A
// pattern "read more *" is a beginning: it also matches "read more" and "read
// more: ...".
func glob(pattern, s string, long bool) bool {
	if start, ok := strings.CutSuffix(pattern, " *"); ok && !strings.Contains(start, "*") {
		rest, ok := strings.CutPrefix(s, start)
		colon := strings.HasSuffix(start, ":") || strings.HasPrefix(strings.TrimLeft(rest, " "), ":")
		return ok && (rest == "" || strings.ContainsRune(" :,.–—-", firstRune(rest))) && (!long || colon)
	}
	parts := strings.Split(pattern, "*")
	first, last := parts[0], parts[len(parts)-1]
	if !strings.HasPrefix(s, first) {
		return false
	}
	s = s[len(first):]
	if len(parts) == 1 {
		return s == ""
	}
	for _, part := range parts[1 : len(parts)-1] {
		i := strings.Index(s, part)
		if i < 0 {
			return false
		}
		s = s[i+len(part):]
	}
	return strings.HasSuffix(s, last)
}

func firstWord(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !inWord(r) }); i > 0 {
		s = s[:i]
	} else if i == 0 {
		return "*"
	}
	// Chinese and Japanese have no spaces: two characters are the key.
	if r, _ := utf8.DecodeRuneInString(s); r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
		if rs := []rune(s); len(rs) > 2 {
			return string(rs[:2])
		}
	}
	return s
}

func inWord(r rune) bool { return unicode.IsLetter(r) || r == '\'' || r == '-' }

// plainer is the form in which rules and texts are compared: lower case, one
// kind of apostrophe and none of quotation marks, single spaces, no edges.
func plainer(s string) string {
	b := make([]byte, 0, len(s))
	space := false
	for _, r := range s {
		switch r = plainRune(r); {
		case r < 0:
		case unicode.IsSpace(r):
			space = true
		case r == ':': // "Lire aussi : ..." and "READ | ..." are as "Read: ..."
			b, space = append(b, ':'), false
		default:
			if space && len(b) > 0 {
				b = append(b, ' ')
			}
			space = false
			b = utf8.AppendRune(b, r)
		}
	}
	return strings.TrimFunc(string(b), isEdge)
}

// plainRune is plainer for one character; -1 = it does not count.
func plainRune(r rune) rune {
	switch r {
	case '’', '‘', '`', '´', 'ʼ':
		return '\''
	case '“', '”', '«', '»', '„':
		return -1
	case '|', '：':
		return ':'
	}
	return unicode.ToLower(r)
}

// isEdge reports whether a character does not count at the ends of a text.
func isEdge(r rune) bool {
	switch r {
	case ':', '.', '…', '!', ';', ',', '|', '-', '–', '—', '→', '›', '>', '▸', '►', '▶', '•', '·', ' ', '(', ')', '[', ']',
		'（', '）', '【', '】', '：':
		return true
	}
	return false
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
