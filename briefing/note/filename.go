package note

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"readout/feeds"
	"readout/feeds/datafile"
)

//go:embed translit.txt
var translitFile string

// spelling is a letter in a language; "" stands for all others.
type spelling struct {
	lang   string
	letter rune
}

var translit = sync.OnceValue(func() map[spelling]string {
	m := map[spelling]string{}
	for f := range datafile.Fields(translitFile) {
		langs := []string{""}
		if len(f) > 2 {
			langs = strings.Split(f[2], ",")
		}
		for _, lang := range langs {
			m[spelling{lang, []rune(f[0])[0]}] = strings.TrimPrefix(f[1], "-")
		}
	}
	return m
})

// latin is how a language writes a letter in Latin ones; ok is false for
// letters that the data does not have.
func latin(lang string, r rune) (s string, ok bool) {
	if s, ok = translit()[spelling{lang, r}]; !ok {
		s, ok = translit()[spelling{"", r}]
	}
	return s, ok
}

// Lengths of the parts of a file name, in bytes; the whole has at most 120
// with room for a number and the extension.
const (
	maxOutlet = 30
	maxName   = 110
)

// FileName returns the name of an article's note, YYYY-MM-DD-outlet-short-title.md:
// lower-case ASCII letters, digits and hyphens, so that it is safe on every
// system and equal under any folding of case. "undated" stands for an unknown
// date, the article's ID for a title most of whose letters cannot be written so.
func FileName(a feeds.Article) string {
	parts := []string{"undated"}
	if d := day(a.Date()); d != "" {
		parts[0] = d
	}
	if s := cutSlug(slug(a.Source), maxOutlet); s != "" {
		parts = append(parts, s)
	}
	title := titleSlug(a)
	if title == "" {
		title = slug(a.ID[:min(len(a.ID), 12)])
	}
	if title != "" {
		parts = append(parts, title)
	}
	return cutSlug(strings.Join(parts, "-"), maxName) + ".md"
}

// titleSlug is the slug of a title, "" where it would lose most of the letters:
// what is left of a Chinese headline with a "T" in it tells nothing.
func titleSlug(a feeds.Article) string {
	title, lang := a.Title, mainLang(a.Lang)
	letters, kept := 0, 0
	for _, r := range norm.NFC.String(title) {
		if unicode.IsLetter(r) {
			letters++
			if slugIn(lang, string(r)) != "" {
				kept++
			}
		}
	}
	if 2*kept < letters {
		return ""
	}
	return slugIn(lang, title)
}

// mainLang is a language without its region: "ru" of "ru-RU".
func mainLang(tag string) string {
	lang, _, _ := strings.Cut(tag, "-")
	return strings.ToLower(lang)
}

// slug writes text in lower-case ASCII letters and digits, words parted by one hyphen.
func slug(s string) string { return slugIn("", s) }

// slugIn is slug for text in a language.
func slugIn(lang, s string) string {
	var b strings.Builder
	gap := false
	write := func(t string) {
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteString(t)
	}
	for _, r := range norm.NFC.String(s) {
		r = unicode.ToLower(r)
		if t, ok := latin(lang, r); ok {
			if t != "" {
				write(t)
			}
			continue
		}
		base := []rune(norm.NFKD.String(string(r)))[0]
		switch {
		case base >= 'a' && base <= 'z' || base >= '0' && base <= '9':
			write(string(base))
		case r == '\'' || r == '’' || r == '.' || unicode.Is(unicode.Mn, r): // inside a word: O'Neil, U.S.
		default:
			gap = true
		}
	}
	return b.String()
}

// cutSlug cuts at a hyphen where it can.
func cutSlug(s string, n int) string {
	if len(s) <= n {
		return s
	}
	if i := strings.LastIndexByte(s[:n+1], '-'); i > n/2 {
		return s[:i]
	}
	return s[:n]
}

// Suffix tells articles with the same citation key apart: nothing for the
// first (0), then a, b, c ... z, aa.
func Suffix(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

// stopwords are left out of citation keys.
var stopwords = map[string]bool{"a": true, "an": true, "the": true, "of": true, "to": true, "in": true, "on": true, "for": true, "and": true, "at": true, "by": true, "as": true, "is": true}

// CiteKey returns the article's citation key: outlet, year and the first three
// words of the title that carry meaning, in lower-case ASCII
// (examplewire2026senatorspresspentagon). It depends on the article alone, so
// that it never changes.
func CiteKey(a feeds.Article) string {
	key := cutSlug(strings.ReplaceAll(slug(a.Source), "-", ""), maxOutlet)
	if key == "" {
		key = "anon"
	}
	year := "nd"
	if t := a.Date(); !t.IsZero() {
		year = t.UTC().Format("2006")
	}
	key += year
	n := 0
	for _, word := range strings.Split(titleSlug(a), "-") {
		if word != "" && !stopwords[word] && n < 3 {
			key += cutSlug(word, 20)
			n++
		}
	}
	if n == 0 {
		key += slug(a.ID[:min(len(a.ID), 6)])
	}
	return key
}
