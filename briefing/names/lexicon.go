// Package names finds persons by the shape of their names: titles, given names,
// initials, particles and surnames. It knows no particular person.
package names

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"readout/briefing/text"
	"readout/feeds/datafile"
)

// Class is a set of things that a word may be in a name.
type Class uint32

// The classes of words.
const (
	Male        Class = 1 << iota // a given name of men
	Female                        // a given name of women
	Ordinary                      // a given name that is as often something else: "Will", "Georgia"
	Surname                       // a common surname
	East                          // a surname that stands first: "Xi"
	Head                          // ends a title before a name: "Minister", "Sen"
	Mister                        // an honorific of men
	Mistress                      // an honorific of women
	Before                        // stands before a Head: "Prime", "Foreign"
	Of                            // follows "of" in a title: "State", "Staff"
	Particle                      // "van", "de", "bin"
	Suffix                        // "Jr", "III"
	NotName                       // never part of a name: "Party", "Monday"
	Common                        // an English word that opens sentences: "The", "When"
	Opening                       // one that opens names of bodies as well: "New", "National"
	Abbreviated                   // a title that has a period: "Sen"
	Noun                          // a Common word that is a noun: "Officials"
	Person                        // in lower case, who a person is: "envoy", "widow"
)

// Given is the set of classes of given names, Title that of words before a name.
const (
	Given = Male | Female
	Title = Head | Mister | Mistress
)

var (
	//go:embed data/given_us.txt
	givenUS string
	//go:embed data/given_world.txt
	givenWorld string
	//go:embed data/ordinary.txt
	ordinaryFile string
	//go:embed data/surnames_us.txt
	surnamesUS string
	//go:embed data/surnames_more.txt
	surnamesMore string
	//go:embed data/titles.txt
	titlesFile string
	//go:embed data/notnames.txt
	notNamesFile string
	//go:embed data/common.txt
	commonFile string
)

var lexicon = sync.OnceValue(func() *text.Lexicon[Class] {
	m := make(map[string]Class, 13000)
	addGiven(m, givenUS)
	addGiven(m, givenWorld)
	addWords(m, ordinaryFile, Ordinary)
	addWords(m, surnamesUS, Surname)
	addWords(m, surnamesMore, Surname)
	addWords(m, notNamesFile, NotName)
	addWords(m, commonFile, Common)
	eachLine(commonFile, func(class string, words []string) {
		for _, w := range words {
			m[w] |= map[string]Class{"open": Opening, "noun": Noun}[class]
		}
	})
	addTitles(m)
	for w, c := range m {
		if c&Common != 0 && c&Given != 0 && !alsoGiven[w] {
			m[w] = c &^ Given // "In", "So" and "My" of the census
		}
	}
	return text.NewLexicon(m)
})

// alsoGiven are words that open sentences and are given names in earnest.
var alsoGiven = map[string]bool{"Will": true, "May": true, "Said": true, "Grant": true, "Mark": true, "Rose": true}

// eachLine yields the classes and words of a data file's lines.
func eachLine(file string, yield func(class string, words []string)) {
	for class, words := range datafile.Labelled(file) {
		yield(class, strings.Fields(words))
	}
}

func addWords(m map[string]Class, file string, c Class) {
	eachLine(file, func(_ string, words []string) {
		for _, w := range words {
			m[w] |= c
		}
	})
}

// addGiven adds a file of given names; the gender of a later file wins.
func addGiven(m map[string]Class, file string) {
	gender := map[string]Class{"m": Male, "f": Female, "u": Given, "east": Given | East}
	eachLine(file, func(class string, words []string) {
		for _, w := range words {
			c := gender[class]
			if old := m[w] & Given; old != 0 && old != c && file == givenWorld && m[w]&seen != 0 {
				c |= old // the file itself has it for both
			}
			m[w] = m[w]&^Given | c | seen
			if p := Plain(w); p != w {
				m[p] |= c
			}
		}
	})
	for w := range m {
		m[w] &^= seen
	}
}

// seen marks, while a file is read, the names that it held already.
const seen = Person << 1

// endings are the endings of surnames, as titles.txt has them.
var endings = sync.OnceValue(func() []string {
	var out []string
	eachLine(titlesFile, func(class string, words []string) {
		if class == "ending" {
			out = append(out, words...)
		}
	})
	return out
})

// surnameLike reports whether a word ends like a surname.
func surnameLike(w string) bool {
	for _, e := range endings() {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// addTitles adds the titles. Heads count in lower case, too: "prime minister".
func addTitles(m map[string]Class) {
	class := map[string]Class{"head": Head, "mr": Mister, "ms": Mistress, "before": Before, "of": Of, "particle": Particle, "suffix": Suffix, "abbreviated": Abbreviated, "person": Person}
	eachLine(titlesFile, func(name string, words []string) {
		c := class[name]
		if c == 0 {
			return
		}
		for _, w := range words {
			m[w] |= c
			r, n := utf8.DecodeRuneInString(w)
			switch {
			case c == Particle:
				m[string(unicode.ToUpper(r))+w[n:]] |= c
			case c&(Suffix|Abbreviated) == 0 && len(w) > 3:
				m[string(unicode.ToLower(r))+w[n:]] |= c
			}
		}
	})
}

// ClassOf returns the classes of a word as written, 0 when it has none.
func ClassOf(word string) Class { return lexicon().Get(word) }

// ClassAt returns the classes of token t of a document as written, 0 when it
// has none. It costs less than ClassOf.
func ClassAt(d *text.Doc, t int) Class { return lexicon().Of(d, t) }

// Gender returns "m" or "f" for a given name that nearly only men or women
// bear, else "".
func Gender(given string) string {
	c := lexicon().Get(given)
	if c == 0 {
		if first, _, ok := strings.Cut(given, "-"); ok { // "Jean-Robert"
			c = lexicon().Get(first)
		}
	}
	switch c & Given {
	case Male:
		return "m"
	case Female:
		return "f"
	}
	return ""
}

// strokes are letters that no decomposition makes plain.
var strokes = strings.NewReplacer("ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "ı", "i", "đ", "d", "Đ", "D", "ß", "ss")

// Plain strips diacritics: "Nicolás" becomes "Nicolas".
func Plain(s string) string {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] < utf8.RuneSelf
	}
	if ascii {
		return s
	}
	return strokes.Replace(norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))))
}
