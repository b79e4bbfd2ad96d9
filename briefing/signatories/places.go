package signatories

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"readout/briefing/actors"
	"readout/briefing/text"
	"readout/feeds"
	"readout/feeds/datafile"
)

var (
	//go:embed countries.txt
	countriesFile string
	//go:embed parties.txt
	partiesFile string
)

// gazetteer finds names of several words in a table.
type gazetteer struct {
	first text.Lexicon[[]known] // by first word, lower case
	tags  map[string]known      // by all letters, lower case: what a tag may say

	formal bool // also under "Kingdom of", "Republic of the"
}

// known is a place or party that the data files name.
type known struct {
	rest    []string // the words after the first, lower case
	spelled string   // as the file has it
	value   string   // country, postal code or party
	us      bool     // a U.S. state
	members bool     // names a group of members ("Democrats")
	weak    bool     // only in a tag or before a title
}

// tagKey is the form in which a tag is looked up.
func tagKey(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '&' {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func (g *gazetteer) add(spelled string, k known) {
	k.spelled = spelled
	d := text.New(feeds.Article{Text: spelled})
	for i := 1; i < len(d.Tokens); i++ {
		k.rest = append(k.rest, strings.ToLower(d.Tok(i)))
	}
	w := strings.ToLower(d.Tok(0))
	g.first.Put(w, append(g.first.Get(w), k))
	g.tag(spelled, k)
}

func (g *gazetteer) tag(spelled string, k known) {
	if _, ok := g.tags[tagKey(spelled)]; !ok {
		g.tags[tagKey(spelled)] = k
	}
}

// at returns the longest name at token i and its number of tokens, 0 for none.
// Acronyms must be written as the file has them.
func (g *gazetteer) at(t *table, i int) (known, int) {
	var best known
	n := 0
	if !t.upper(i) {
		return best, 0
	}
	for _, k := range g.first.OfLow(t.d, i) {
		if len(k.rest) >= n && t.follows(i+1, k.rest) && (!caps(k.spelled) || t.d.Tok(i) == strings.Fields(k.spelled)[0] || len(k.rest) > 0) {
			best, n = k, len(k.rest)+1
		}
	}
	if n == 0 && g.formal && t.in(i, stateForm) && t.low(i+1) == "of" {
		from := i + 2
		if t.low(from) == "the" {
			from++
		}
		if k, m := g.at(t, from); m > 0 {
			return k, from + m - i // "the Kingdom of the Netherlands"
		}
	}
	return best, n
}

func newGazetteer() *gazetteer {
	return &gazetteer{tags: make(map[string]known)}
}

// rows calls add for each row of a data file, with its columns.
func rows(file string, add func(cols []string)) {
	for line := range datafile.Lines(file) {
		add(strings.Split(line, "|"))
	}
}

// places knows countries and U.S. states. States come first, so that a bare
// "Georgia" is decided by its neighbours (see settleGeorgia).
var places = sync.OnceValue(readPlaces)

func readPlaces() *gazetteer {
	g := newGazetteer()
	g.formal = true
	for _, state := range actors.States() {
		k := known{value: state.Postal, us: true}
		g.add(state.Name, k)
		for _, s := range state.Others {
			g.tag(s, k)
			if strings.HasPrefix(s, state.Name) || len(s) > 6 {
				g.add(s, k)
			}
		}
		g.tag(state.Postal, k)
	}
	rows(countriesFile, func(c []string) {
		for _, s := range c {
			g.add(s, known{value: c[0]})
		}
	})
	return g
}

// partyNames knows parties and their abbreviations.
var partyNames = sync.OnceValue(readParties)

func readParties() *gazetteer {
	g := newGazetteer()
	rows(partiesFile, func(c []string) {
		for i, s := range c {
			bare := strings.TrimLeft(s, "~+")
			k := known{value: c[0], weak: s[0] == '~' || len(bare) < 2 || len(bare) == 2 && caps(bare), members: s[0] == '+'}
			if i == 0 {
				k.weak = k.weak || len(c) > 1 && c[1] == "~"+s
			}
			g.add(bare, k)
		}
	})
	return g
}

// usState returns the postal code of a state in any spelling, "" for none.
func usState(s string) string {
	if k, ok := places().tags[tagKey(s)]; ok && k.us {
		return k.value
	}
	return ""
}
