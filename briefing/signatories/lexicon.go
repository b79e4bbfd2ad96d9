package signatories

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"readout/briefing/text"
	"readout/feeds/datafile"
)

//go:embed words.txt
var wordsFile string

//go:embed cues.txt
var cuesFile string

// class is a set of what a word can be in a list of signatories or beside it.
type class uint32

const (
	title    class = 1 << iota // before a name; says no office
	office                     // head of a role
	plural                     // of a title or office
	modifier                   // inside a role, before its head
	body                       // committee, caucus ...
	topic                      // in a committee's name; in no person's
	org                        // in an organisation's name
	venture                    // a noun in lower case that announces a business's name
	particle                   // "van", "de"
	suffix                     // "Jr", "III"
	honour                     // "MP", "OBE", after a name
	nameable                   // an office that is also a name: "Dean"
	stop                       // begins no name
	document                   // "letter", "bill"
	sign                       // verbs, by what they need as an object
	send
	introduce
	lead
	join
	signer   // "signatory", "co-sponsor"
	group    // "lawmakers", "the senators"
	deny     // "not", "refused"
	ask      // what a letter does
	adverb   // between a subject and its verb
	heading  // over lines or a table's columns
	closing  // ends a letter
	onlooker // is there when others sign
	team     // joins persons, not a document
	bodies   // nouns for several companies or charities
	joiner   // small words and marks inside a body's name
)

var classNames = map[string]class{
	"title": title, "titles": title | plural, "office": office, "offices": office | plural, "modifier": modifier,
	"body": body, "topic": topic, "org": org, "venture": venture, "particle": particle, "suffix": suffix, "honour": honour,
	"nameable": nameable, "stop": stop, "sign": sign, "send": send, "introduce": introduce, "lead": lead, "join": join,
	"heading": heading, "joiner": joiner, "onlooker": onlooker, "team": team | join, "closing": closing, "bodies": bodies, "signer": signer, "group": group, "deny": deny, "ask": ask, "adverb": adverb,
	"letter": document, "statement": document, "bill": document, "treaty": document, "brief": document, "pledge": document,
}

// meaning is what the lexicon says of a word or phrase.
type meaning struct {
	is  class
	doc Document // of a document word
}

// with adds what another meaning says of the same words.
func (m meaning) with(o meaning) meaning {
	m.is |= o.is
	if o.doc != "" {
		m.doc = o.doc
	}
	return m
}

// phrase is a sequence of words with one meaning.
type phrase struct {
	words []string // the words after the first
	meaning
}

// lexeme is what the lexicon says of a lower-case word.
type lexeme struct {
	meaning
	lists   list
	phrases []phrase // that begin with it
}

// lexicon maps lower-case words to what they mean.
type lexicon struct{ words text.Lexicon[*lexeme] }

var words = sync.OnceValue(readWords)

func readWords() *lexicon {
	l := &lexicon{}
	l.read(wordsFile)
	l.read(cuesFile)
	l.readLists()
	return l
}

// read adds the words of a file of sections.
func (l *lexicon) read(file string) {
	for name, line := range datafile.Sections(file) {
		m := meaning{is: classNames[name]}
		if m.is == document {
			m.doc = Document(name)
		}
		for w := range strings.FieldsSeq(line) {
			l.add(w, m)
			if m.is == office {
				l.add(pluralOf(w), meaning{is: office | plural})
			}
		}
	}
}

// readLists adds the small lists.
func (l *lexicon) readLists() {
	for name, line := range datafile.Sections(listsFile) {
		for w := range strings.FieldsSeq(line) {
			l.lexeme(w).lists |= named(name)
		}
	}
}

func (l *lexicon) add(w string, m meaning) {
	parts := strings.Split(w, "_")
	x := l.lexeme(parts[0])
	if len(parts) > 1 && parts[1] != "" {
		x.phrases = append(x.phrases, phrase{parts[1:], m})
	} else {
		x.meaning = m.with(x.meaning)
	}
}

// lexeme returns the entry of a word, a new one where it has none yet.
func (l *lexicon) lexeme(w string) *lexeme {
	x := l.words.Get(w)
	if x == nil {
		x = &lexeme{}
		l.words.Put(w, x)
	}
	return x
}

// meaning returns what a lower-case word means; the zero meaning for one that
// the lexicon does not have.
func (l *lexicon) meaning(w string) meaning {
	if x := l.words.Get(w); x != nil {
		return x.meaning
	}
	return meaning{}
}

// pluralOf forms the regular English plural of an office.
func pluralOf(w string) string {
	switch {
	case strings.HasSuffix(w, "man"):
		return w[:len(w)-2] + "en"
	case strings.HasSuffix(w, "person"):
		return w + "s"
	case strings.HasSuffix(w, "y") && !strings.ContainsAny(w[len(w)-2:len(w)-1], "aeou"):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "ch"):
		return w + "es"
	}
	return w + "s"
}

// singular undoes pluralOf for the head of a shared role, keeping its case.
func singular(w string) string {
	low := strings.ToLower(w)
	switch {
	case low == "attorneys" || low == "solicitors" || low == "secretaries-general":
		return strings.Replace(strings.TrimSuffix(w, "s"), "ries-", "ry-", 1)
	case strings.HasSuffix(low, "women") || strings.HasSuffix(low, "men"):
		return w[:len(w)-2] + "an"
	case strings.HasSuffix(low, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(low, "sses"), strings.HasSuffix(low, "ches"):
		return w[:len(w)-2]
	case strings.HasSuffix(low, "s") && !strings.HasSuffix(low, "ss"):
		return w[:len(w)-1]
	}
	return w
}

// caps reports whether a word is written in capitals only (two letters at least).
func caps(w string) bool {
	n := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}
