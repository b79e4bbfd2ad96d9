package topics

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

//go:embed terms.txt
var termsFile string

// entry is one topic of the taxonomy.
type entry struct {
	id, name      string
	alone, second float64 // scores that it needs, see terms.txt
}

// term is a word or phrase that speaks for a topic.
type term struct {
	topic  int     // index of the topic; -1 for a phrase that means nothing anywhere
	weight float64 // 0 for a phrase that hides its words from the topic
	words  []word
}

// word is one element of a term.
type word struct {
	lower  string
	exact  string   // the word with its capitals, where case counts
	forms  []string // the inflected forms, lower among them
	prefix bool
	gap    bool
}

// lexiconData is terms.txt, indexed by the first word of each term.
type lexiconData struct {
	topics   []entry
	exact    map[string][]*term
	prefixes map[string][]*term // by the first prefixKey bytes
}

// prefixKey is how many bytes of a word index the prefix terms; a prefix in
// terms.txt must have as many.
const prefixKey = 3

// lexicon parses terms.txt; an error in it is a fault of the build, found by the tests.
var lexicon = sync.OnceValue(func() *lexiconData {
	l, err := parse(termsFile)
	if err != nil {
		panic("topics: terms.txt: " + err.Error())
	}
	return l
})

// candidates calls f with every term whose first word may match the folded word.
func (l *lexiconData) candidates(key string, f func(*term)) {
	for _, m := range l.exact[key] {
		f(m)
	}
	if len(key) >= prefixKey {
		for _, m := range l.prefixes[key[:prefixKey]] {
			f(m)
		}
	}
}

// parse reads the format that the head of terms.txt describes.
func parse(file string) (*lexiconData, error) {
	l := &lexiconData{exact: make(map[string][]*term), prefixes: make(map[string][]*term)}
	n := 0
	for line := range strings.Lines(file) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if err := l.line(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	return l, nil
}

func (l *lexiconData) line(line string) error {
	if rest, ok := strings.CutPrefix(line, "== "); ok {
		id, name, ok := strings.Cut(rest, " | ")
		if !ok {
			return fmt.Errorf("no name in %q", line)
		}
		l.topics = append(l.topics, entry{id, name, 3, 3})
		return nil
	}
	topic := len(l.topics) - 1
	if key, value, ok := strings.Cut(line, " "); ok && (key == "alone" || key == "second") {
		v, err := strconv.ParseFloat(value, 64)
		if err != nil || topic < 0 {
			return fmt.Errorf("bad %q", line)
		}
		if key == "alone" {
			l.topics[topic].alone = v
		} else {
			l.topics[topic].second = v
		}
		return nil
	}
	kind, list, ok := strings.Cut(line, ":")
	if !ok {
		return fmt.Errorf("neither topic nor terms: %q", line)
	}
	weight := 0.0
	switch kind {
	case "mask":
		topic = -1
	case "not":
	default:
		var err error
		if weight, err = strconv.ParseFloat(kind, 64); err != nil {
			return fmt.Errorf("weight of %q: %w", line, err)
		}
	}
	for phrase := range strings.SplitSeq(list, ";") {
		if phrase = strings.TrimSpace(phrase); phrase == "" {
			continue
		}
		if err := l.add(&term{topic: topic, weight: weight}, phrase); err != nil {
			return err
		}
	}
	return nil
}

// add indexes a term by the forms of its first word.
func (l *lexiconData) add(m *term, phrase string) error {
	for f := range strings.FieldsSeq(phrase) {
		m.words = append(m.words, parseWord(f))
	}
	w := m.words[0]
	switch {
	case w.gap:
		return fmt.Errorf("%q begins with a gap", phrase)
	case w.prefix:
		if len(w.lower) < prefixKey {
			return fmt.Errorf("%q: prefix too short", phrase)
		}
		k := w.lower[:prefixKey]
		l.prefixes[k] = append(l.prefixes[k], m)
	case w.forms != nil:
		for _, f := range w.forms {
			l.exact[f] = append(l.exact[f], m)
		}
	default:
		l.exact[w.lower] = append(l.exact[w.lower], m)
	}
	return nil
}

func parseWord(f string) word {
	if f == "_" {
		return word{gap: true}
	}
	var w word
	stem, prefix := strings.CutSuffix(f, "*")
	stem, inflected := strings.CutSuffix(stem, "~")
	w.lower, w.prefix = fold(stem), prefix
	if inflected {
		w.forms = inflect(w.lower)
	} else if !prefix && strings.ContainsFunc(stem, unicode.IsUpper) {
		w.exact = strings.ReplaceAll(stem, ".", "")
	}
	return w
}

// inflect lists the regular forms of an English word. It makes a few that do
// not exist, which do no harm.
func inflect(w string) []string {
	last := w[len(w)-1]
	stem, plural := w, w+"s"
	switch {
	case last == 'e':
		stem = w[:len(w)-1]
	case last == 'y' && len(w) > 2 && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
		return []string{w, w[:len(w)-1] + "ies", w[:len(w)-1] + "ied", w + "ing"}
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"):
		plural = w + "es"
	}
	forms := []string{w, plural, stem + "ed", stem + "ing"}
	if len(w) > 2 && strings.ContainsRune("bdgmnprt", rune(last)) { // "bid", "bidding"
		forms = append(forms, w+string(last)+"ed", w+string(last)+"ing")
	}
	return forms
}
