package summary

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"readout/briefing/text"
	"readout/feeds/datafile"
)

var (
	//go:embed boilerplate.txt
	boilerplateFile string
	//go:embed openers.txt
	openersFile string
	//go:embed stopwords.txt
	stopwordsFile string
)

// rules are the data files, parsed.
type rules struct {
	marks  text.Lexicon[[]mark] // boilerplate, by its first bytes
	opener map[string]bool
	pair   map[string]bool
	fine   map[string]bool
	phrase map[string]bool // words that open a phrase before the subject
	stop   *text.Lexicon[bool]
}

// mark is one line of boilerplate.txt.
type mark struct {
	text, later string // later stands behind text; it is empty in most
	start, few  bool   // it counts at the beginning only, in few words only
}

// markKey is how many bytes of a mark index it.
const markKey = 3

// fewWords is the length of a sentence up to which "lone" and "line" count.
const fewWords = 15

var data = sync.OnceValue(func() *rules {
	r := &rules{phrase: make(map[string]bool), opener: make(map[string]bool), pair: make(map[string]bool), fine: make(map[string]bool), stop: text.NewLexicon(datafile.Words(stopwordsFile))}
	for line := range datafile.Lines(boilerplateFile) {
		kind, rest, _ := strings.Cut(line, " ")
		first, later, _ := strings.Cut(rest, " ... ")
		m := mark{first, later, kind == "start" || kind == "line", kind == "lone" || kind == "line"}
		if len(first) < markKey || kind != "any" && !m.start && !m.few {
			panic("summary: boilerplate.txt: no rule: " + line)
		}
		r.marks.Put(first[:markKey], append(r.marks.Get(first[:markKey]), m))
	}
	for line := range datafile.Lines(openersFile) {
		kind, rest, _ := strings.Cut(line, " ")
		switch kind {
		case "pair":
			r.pair[rest] = true
			continue
		case "fine":
			r.fine[rest] = true
			continue
		}
		words := r.opener
		if kind == "phrase" {
			words = r.phrase
		}
		for w := range strings.FieldsSeq(rest) {
			words[w] = true
		}
	}
	return r
})

// boilerplate reports whether a sentence of so many words bears a mark of
// boilerplate.txt, at the beginning of a word.
func boilerplate(d *text.Doc, s *text.Sentence, words int) bool {
	r := data()
	first := s.First // past a bracket or quotation mark
	for first < s.Last-1 && d.Tokens[first].Kind == text.Mark && d.Text[d.Tokens[first].Start] != '<' {
		first++
	}
	for i := s.First; i < s.Last; i++ {
		at := d.Tokens[i].Start
		if i > first && d.Text[at-1] != ' ' {
			continue
		}
		rest := d.Text[at:s.End]
		key := d.Low(i)
		if len(key) < markKey {
			key = lowered(rest, markKey)
		}
		if len(key) < markKey {
			continue
		}
		for _, m := range r.marks.Get(key[:markKey]) {
			if (!m.start || i == s.First || i == first) && (!m.few || words <= fewWords) && m.in(rest) {
				return true
			}
		}
	}
	return false
}

// in reports whether s begins with the mark and holds what it wants later.
func (m *mark) in(s string) bool {
	return beginsWith(s, m.text) && (m.later == "" || strings.Contains(strings.ToLower(s), m.later))
}

// lowered is the beginning of s in lower case, n bytes or more; less where s is shorter.
func lowered(s string, n int) string {
	plain := true
	for i := range min(n, len(s)) {
		plain = plain && s[i] < utf8.RuneSelf && (s[i] < 'A' || s[i] > 'Z')
	}
	if plain {
		return s
	}
	return strings.ToLower(s[:min(utf8.UTFMax*n, len(s))])
}

// beginsWith reports whether s in lower case begins with a mark, whole words of it.
func beginsWith(s, mark string) bool {
	for i := range len(mark) {
		if i >= len(s) {
			return false
		}
		c := s[i]
		if c >= utf8.RuneSelf {
			rest, ok := strings.CutPrefix(strings.ToLower(s), mark)
			return ok && !joined(mark, rest)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != mark[i] {
			return false
		}
	}
	return !joined(mark, s[len(mark):])
}

// joined reports whether a word runs on from one text into the next.
func joined(a, b string) bool {
	before, _ := utf8.DecodeLastRuneInString(a)
	after, _ := utf8.DecodeRuneInString(b)
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}
