package clean

import (
	_ "embed"
	"iter"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"readout/feeds/datafile"
)

//go:embed stopwords.txt
var stopwordsFile string

// stopwords maps a common function word to the languages that use it.
var stopwords = sync.OnceValue(func() map[string][]string {
	m := make(map[string][]string)
	for lang, words := range datafile.Labelled(stopwordsFile) {
		for w := range strings.FieldsSeq(words) {
			m[w] = append(m[w], lang)
		}
	}
	return m
})

// scripts are writing systems that stand for one language here. Latin and
// Cyrillic are told apart by words.
var scripts = []struct {
	table *unicode.RangeTable
	lang  string
}{
	{unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"}, {unicode.Hangul, "ko"}, {unicode.Hebrew, "he"},
	{unicode.Greek, "el"}, {unicode.Thai, "th"}, {unicode.Georgian, "ka"}, {unicode.Armenian, "hy"},
}

// languageSample is how many words are looked at.
const languageSample = 400

// Language tells the language of a text by its script and function words, as a
// BCP 47 primary tag; "" when in doubt. It knows the languages of
// stopwords.txt and those that have a script of their own.
func Language(text string) string {
	lang, _ := language(text)
	return lang
}

// language also returns how many words spoke for each language.
func language(text string) (string, map[string]int) {
	hits := make(map[string]int)
	if lang := byScript(text); lang != "" {
		return lang, hits
	}
	n := 0
	for word := range words(text) {
		for _, lang := range stopwords()[string(word)] {
			hits[lang]++
		}
		if n++; n >= languageSample {
			break
		}
	}
	best, second := "", 0
	for lang, h := range hits {
		switch {
		case best == "" || h > hits[best] || h == hits[best] && lang < best:
			if best != "" {
				second = max(second, hits[best])
			}
			best = lang
		default:
			second = max(second, h)
		}
	}
	if best == "" || hits[best] < 2 || 2*hits[best] < 3*second || 14*hits[best] < n {
		return "", hits
	}
	return best, hits
}

// words yields the words of a text in lower case; each is good until the next.
func words(text string) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		var word []byte
		for _, r := range text {
			if isLetter(r) || r == '\'' || r == '’' {
				word = utf8.AppendRune(word, unicode.ToLower(r))
				continue
			}
			if len(word) > 0 && !yield(word) {
				return
			}
			word = word[:0]
		}
		if len(word) > 0 {
			yield(word)
		}
	}
}

// isLetter is unicode.IsLetter, quicker on ASCII.
func isLetter(r rune) bool {
	if r < 0x80 {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r)
}

// cyrillic tells languages of one script apart by letters that only some have.
func cyrillic(has map[rune]int) string {
	some := func(letters string) bool {
		return strings.ContainsFunc(letters, func(r rune) bool { return has[r] > 0 })
	}
	switch {
	case some("ў"):
		return "be"
	case some("ӘәҒғҚқҢңӨөҰұҮүҺһ"): // Kazakh, Tatar and others
		return ""
	case some("іїєґ") && !some("ыэёъ"):
		return "uk"
	case some("ыэё") && !some("іїєґ"):
		return "ru"
	case some("јљњђћџ") && !some("ыэёіїъ"):
		return "sr"
	case has['ъ'] > 1 && !some("ыэёіїј"):
		return "bg"
	}
	return ""
}

// byScript answers for scripts that one language uses.
func byScript(text string) string {
	counts, slavic, letters, han := letterCounts(text)
	if counts["ja"]*10 > han && counts["ja"] > 1 && (counts["ja"]+han)*2 > letters {
		return "ja"
	}
	for lang, n := range counts {
		if n*2 > letters && n > 3 {
			if lang == "cyrillic" {
				return cyrillic(slavic)
			}
			return lang
		}
	}
	if han*2 > letters && han > 3 {
		return "zh"
	}
	return ""
}

// letterCounts counts the letters of a text by the language that their script
// is of, "cyrillic" for all that use that one, with each of its letters.
func letterCounts(text string) (counts map[string]int, slavic map[rune]int, letters, han int) {
	counts, slavic = make(map[string]int), make(map[rune]int)
	for _, r := range clip(text, 8<<10) {
		if !isLetter(r) {
			continue
		}
		if letters++; r < 0x370 {
			continue
		}
		if unicode.Is(unicode.Cyrillic, r) {
			slavic[unicode.ToLower(r)]++
			counts["cyrillic"]++
			continue
		}
		if unicode.Is(unicode.Han, r) {
			han++
			continue
		}
		for _, s := range scripts {
			if unicode.Is(s.table, r) {
				counts[s.lang]++
				break
			}
		}
	}
	return counts, slavic, letters, han
}

// Tag puts a language tag into the usual case of BCP 47 (en-US, zh-Hans);
// "" for what is no tag.
func Tag(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	parts := strings.Split(s, "-")
	for i, p := range parts {
		if p == "" || len(p) > 8 || strings.ContainsFunc(p, func(r rune) bool {
			return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9')
		}) {
			return ""
		}
		switch {
		case i == 0 && (len(p) < 2 || len(p) > 3 || strings.ContainsAny(p, "0123456789")):
			return ""
		case i > 0 && len(p) == 2:
			parts[i] = strings.ToUpper(p)
		case i > 0 && len(p) == 4:
			parts[i] = strings.ToUpper(p[:1]) + strings.ToLower(p[1:])
		default:
			parts[i] = strings.ToLower(p)
		}
	}
	if len(parts) > 4 || parts[0] == "und" {
		return ""
	}
	return strings.Join(parts, "-")
}

// chooseLang takes the language an entry or its feed states, unless the text
// plainly speaks another one; a tag on a template is often wrong.
func chooseLang(stated, text string) string {
	found, hits := language(text)
	if stated = Tag(stated); stated == "" || found == "" {
		if stated == "" {
			return found
		}
		return stated
	}
	primary, _, _ := strings.Cut(stated, "-")
	if primary == found || hits[primary] > 0 || hits[found] < 5 && len(hits) > 0 {
		return stated
	}
	return found
}
