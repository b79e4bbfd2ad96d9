package dates

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"readout/briefing/text"
	"readout/feeds/datafile"
)

var (
	//go:embed words.txt
	wordsFile string
	//go:embed phrases.txt
	phrasesFile string
	//go:embed cues.txt
	cuesFile string
	//go:embed events.txt
	eventsFile string
)

// class is what a word can be in a date expression.
type class uint8

const (
	none class = iota
	month
	dayOfWeek
	unit
	number
	ordinal
	relDay
	which
	part
	edge
	ago
	agoBefore
	link
	starter
	weekend
	season
)

var classNames = map[string]class{"month": month, "weekday": dayOfWeek, "unit": unit, "number": number, "ordinal": ordinal, "day": relDay,
	"which": which, "part": part, "edge": edge, "ago": ago, "ago-before": agoBefore, "link": link, "starter": starter, "weekend": weekend, "season": season}

// units are the values of class unit.
var units = [...]Precision{Day, Week, Month, Quarter, Year}

// lexeme is the reading of one word.
type lexeme struct {
	class class
	value int16
}

// phrase is a set phrase for a period counted from the publication date.
type phrase struct {
	words  []string
	unit   Precision
	offset int
}

// language is what is known of one language.
type language struct {
	words   text.Lexicon[lexeme]
	phrases map[string][]phrase // by first word
}

// cue is what a word says about the side on which a bare date lies.
type cue uint8

const (
	noCue cue = iota
	behind
	ahead
	aheadTo // ahead, when "to" or "for" follows
)

// tables are the data files, parsed.
type tables struct {
	languages map[string]*language
	months    map[string]bool // of all languages
	cues      map[string]cue
	lists     map[string]list // of a word
	events    map[monthDay]event
}

// monthDay is a day of any year.
type monthDay struct{ month, day int }

// event is what a day that names an event means.
type event struct {
	year  int
	nouns []string // one of them follows the day
}

// data parses the embedded files; an error in one is a fault of the build, found by the tests.
var data = sync.OnceValue(func() *tables {
	t := &tables{languages: make(map[string]*language), months: make(map[string]bool), cues: make(map[string]cue), lists: make(map[string]list), events: make(map[monthDay]event)}
	each(wordsFile, t.word)
	each(phrasesFile, t.phrase)
	each(cuesFile, t.cue)
	each(eventsFile, t.event)
	each(besideFile, t.beside)
	return t
})

// each calls f with the fields of every line that is no comment.
func each(file string, f func([]string) error) {
	for fields := range datafile.Fields(file) {
		if err := f(fields); err != nil {
			panic(fmt.Sprintf("dates: data: %q: %v", fields, err))
		}
	}
}

func (t *tables) language(code string) *language {
	l := t.languages[code]
	if l == nil {
		l = &language{phrases: make(map[string][]phrase)}
		t.languages[code] = l
	}
	return l
}

func (t *tables) word(f []string) error {
	c, ok := classNames[f[1]]
	if !ok || len(f) < 4 {
		return fmt.Errorf("no such class")
	}
	v := 0
	if c == unit {
		for v < len(units) && string(units[v]) != f[2] {
			v++
		}
	} else {
		var err error
		if v, err = strconv.Atoi(f[2]); err != nil {
			return err
		}
	}
	l := t.language(f[0])
	for _, w := range f[3:] {
		if c == month {
			t.months[w] = true
		}
		if _, taken := l.words.Lookup(w); !taken {
			l.words.Put(w, lexeme{c, int16(v)})
		}
	}
	return nil
}

func (t *tables) phrase(f []string) error {
	n, err := strconv.Atoi(f[2])
	if err != nil {
		return err
	}
	l := t.language(f[0])
	for p := range strings.SplitSeq(strings.Join(f[4:], " "), ";") {
		ws := strings.Fields(p)
		l.phrases[ws[0]] = append(l.phrases[ws[0]], phrase{ws, Precision(f[1]), n})
	}
	return nil
}

func (t *tables) cue(f []string) error {
	c, ok := map[string]cue{"ahead": ahead, "behind": behind, "ahead-to": aheadTo}[f[0]]
	if !ok {
		return fmt.Errorf("no such cue")
	}
	for _, w := range f[1:] {
		if _, taken := t.cues[w]; !taken || c == aheadTo {
			t.cues[w] = c
		}
	}
	return nil
}

func (t *tables) event(f []string) error {
	var n [3]int
	for i := range n {
		var err error
		if n[i], err = strconv.Atoi(f[i]); err != nil {
			return err
		}
	}
	t.events[monthDay{n[0], n[1]}] = event{n[2], f[4:]}
	return nil
}
