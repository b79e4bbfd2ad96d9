package summary

import (
	_ "embed"
	"strings"
	"sync"
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
	stop   *text.Lexicon[bool]
}

// mark is one line of boilerplate.txt.
type mark struct {
	text, later string // later stands behind text; it is empty in most
	start, lone bool
}

// markKey is how many bytes of a mark index it.
const markKey = 3

// loneWords is the length of a sentence up to which a lone mark counts.
const loneWords = 15

var data = sync.OnceValue(func() *rules {
	r := &rules{opener: make(map[string]bool), pair: make(map[string]bool), fine: make(map[string]bool), stop: text.NewLexicon(datafile.Words(stopwordsFile))}
	for line := range datafile.Lines(boilerplateFile) {
		kind, rest, _ := strings.Cut(line, " ")
		key := rest[:min(markKey, len(rest))]
		first, later, _ := strings.Cut(rest, " ... ")
		r.marks.Put(key, append(r.marks.Get(key), mark{first, later, kind == "start", kind == "lone"}))
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
		for w := range strings.FieldsSeq(rest) {
			r.opener[w] = true
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
			if (!m.start || i == s.First || i == first) && (!m.lone || words <= loneWords) && beginsWith(rest, m.text) && (m.later == "" || strings.Contains(strings.ToLower(rest), m.later)) {
				return true
			}
		}
	}
	return false
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

// beginsWith reports whether s in lower case begins with a mark.
func beginsWith(s, mark string) bool {
	for i := range len(mark) {
		if i >= len(s) {
			return false
		}
		c := s[i]
		if c >= utf8.RuneSelf {
			return strings.HasPrefix(strings.ToLower(s), mark)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != mark[i] {
			return false
		}
	}
	return true
}
