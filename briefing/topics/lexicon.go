package topics

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"readout/briefing/text"
)

var (
	//go:embed terms.txt
	termsFile string
	//go:embed terms-languages.txt
	languagesFile string
)

// The scores that a topic needs where terms.txt names none, see there.
const (
	defaultAlone  = 4.6
	defaultSecond = 5
)

// entry is one topic of the taxonomy.
type entry struct {
	id, name      string
	alone, second float64 // scores that it needs, see terms.txt
	aside         bool    // no topic: what speaks for it speaks against the others
}

// term is a word or phrase that speaks for a topic.
type term struct {
	topic  int     // index of the topic; -1 for a phrase that means nothing anywhere
	weight float64 // 0 for a phrase that hides its words from the topic
	words  []word
	number int // its place among all
}

// opening is a term with what tells soonest that it does not begin at a word.
type opening struct {
	*term
	prefix string // with which the word must begin; "" for a term without one
	cased  bool   // the word must stand with its capitals
	next   byte   // with which the word behind it must begin; 0 for any or none
}

func openingOf(m *term) opening {
	o := opening{term: m, cased: m.words[0].exact != ""}
	if m.words[0].prefix {
		o.prefix = m.words[0].lower
	}
	if len(m.words) > 1 && len(m.words[1].lower) > 1 {
		o.next = m.words[1].lower[0]
	}
	return o
}

// word is one element of a term.
type word struct {
	lower  string
	exact  string // the word with its capitals, where case counts
	forms  bool   // its regular forms match too
	prefix bool
	gap    bool
}

// entries are the terms that begin with a word.
type entries struct {
	exact     []opening // it stands as it is
	inflected []opening // its regular forms match too
}

// lexiconData is terms.txt, indexed by what an article's word may be the first
// word of: one look-up of the word as it stands gives the terms.
type lexiconData struct {
	topics   []entry
	terms    int                     // number of all terms
	words    map[string]entries      // by the word itself
	forms    text.Lexicon[[]opening] // by every form of the word; made by index
	prefixes text.Lexicon[[]opening] // by the first prefixKey bytes
	sparse   bool                    // it has few words, each of which is plain
}

// prefixKey is how many bytes of a word index the prefix terms; a prefix in
// terms.txt must have as many.
const prefixKey = 3

// lexicon has the English terms, foreign those of the other languages.
var (
	lexicon = sync.OnceValue(func() *lexiconData { return must(termsFile) })
	foreign = sync.OnceValue(func() *lexiconData {
		l := must(names(termsFile), languagesFile)
		l.sparse = true
		return l
	})
)

// must parses embedded files; an error in one is a fault of the build, found by the tests.
func must(files ...string) *lexiconData {
	l, err := parse(files...)
	if err != nil {
		panic("topics: terms: " + err.Error())
	}
	return l
}

// names keeps only the lines of a file that open topics.
func names(file string) string {
	var b strings.Builder
	for line := range strings.Lines(file) {
		if strings.HasPrefix(line, "== ") {
			b.WriteString(line)
		}
	}
	return b.String()
}

// index fills l.forms: for each form of each first word the terms that may
// begin with it.
func (l *lexiconData) index() {
	all := make([]opening, 0, 16*len(l.words))
	add := func(u string) {
		if _, done := l.forms.Lookup(u); !done {
			from := len(all)
			all = l.candidates(all, u)
			l.forms.Put(u, all[from:len(all):len(all)])
		}
	}
	for w, e := range l.words {
		add(w)
		if len(e.inflected) > 0 {
			for _, u := range inflect(w) {
				add(u)
			}
		}
	}
}

// candidates appends every term whose first word matches the folded word; those
// that are cased only if its capitals do.
func (l *lexiconData) candidates(out []opening, key string) []opening {
	e := l.words[key]
	out = append(append(out, e.exact...), e.inflected...)
	stem := func(w string) {
		if inflected := l.words[w].inflected; len(inflected) > 0 && isForm(w, key) {
			out = append(out, inflected...)
		}
	}
	cut, replaced, letter := endings(key)
	for _, n := range cut {
		if n > 0 {
			stem(key[:len(key)-n])
		}
	}
	if letter != 0 {
		stem(key[:len(key)-replaced] + string(letter))
	}
	return out
}

// parse reads the format that the head of terms.txt describes.
func parse(files ...string) (*lexiconData, error) {
	l := &lexiconData{words: make(map[string]entries, 4096)}
	for _, file := range files {
		topic, n := -1, 0
		for line := range strings.Lines(file) {
			n++
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			var err error
			if rest, ok := strings.CutPrefix(line, "== "); ok {
				topic, err = l.open(rest)
			} else {
				err = l.line(topic, line)
			}
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
		}
	}
	l.index()
	return l, nil
}

// open begins a topic ("slug | Name") or goes on with a known one ("slug").
func (l *lexiconData) open(s string) (int, error) {
	id, name, begins := strings.Cut(s, " | ")
	for i, e := range l.topics {
		if e.id == id {
			return i, nil
		}
	}
	if !begins {
		return 0, fmt.Errorf("no topic %q", id)
	}
	l.topics = append(l.topics, entry{id, name, defaultAlone, defaultSecond, strings.HasPrefix(id, "-")})
	return len(l.topics) - 1, nil
}

// line reads a line of a topic: a score that it needs, or terms.
func (l *lexiconData) line(topic int, line string) error {
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
	m.number = l.terms
	l.terms++
	m.words = make([]word, 0, strings.Count(phrase, " ")+1)
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
		l.prefixes.Put(k, append(l.prefixes.Get(k), openingOf(m)))
	case w.forms:
		e := l.words[w.lower]
		e.inflected = append(e.inflected, openingOf(m))
		l.words[w.lower] = e
	default:
		e := l.words[w.lower]
		e.exact = append(e.exact, openingOf(m))
		l.words[w.lower] = e
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
		w.forms = true
	} else if !prefix && strings.ContainsFunc(stem, unicode.IsUpper) {
		w.exact = strings.ReplaceAll(stem, ".", "")
	}
	return w
}
