package actors

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"readout/briefing/text"
	"readout/feeds/datafile"
)

//go:embed data/context.txt
var contextFile string

// cues are the words that speak for and against one reading of an alias.
type cues struct {
	usual         bool // the reading unless something speaks against it
	pro, contra   []string
	proS, contraS []string // phrases of several words
}

// contextCues maps an id to its cues.
var contextCues = sync.OnceValue(func() map[string]cues {
	m := make(map[string]cues)
	for id, rest := range datafile.Labelled(contextFile) {
		var c cues
		pro, contra, _ := strings.Cut(rest, "!")
		for _, w := range strings.Fields(pro) {
			switch {
			case w == "default":
				c.usual = true
			case strings.Contains(w, "-"):
				c.proS = append(c.proS, strings.ReplaceAll(w, "-", " "))
			default:
				c.pro = append(c.pro, w)
			}
		}
		for _, w := range strings.Fields(contra) {
			if strings.Contains(w, "-") {
				c.contraS = append(c.contraS, strings.ReplaceAll(w, "-", " "))
			} else {
				c.contra = append(c.contra, w)
			}
		}
		m[id] = c
	}
	return m
})

// has reports whether a word stands in the article.
func (c *context) has(w string) bool {
	if c.words == nil {
		for _, p := range c.parts {
			c.words = append(c.words, text.NewWords(p.doc))
		}
	}
	return slices.ContainsFunc(c.words, func(s text.Words) bool { return s.Has(w) })
}

func (c *context) hasPhrase(s string) bool {
	for _, p := range c.parts {
		if strings.Contains(p.doc.Text, s) {
			return true
		}
	}
	return false
}

// cueWeight adds up the cue words of a record.
func (c *context) cueWeight(id string) int {
	cue, ok := contextCues()[id]
	if !ok || id == "" {
		return 0
	}
	w, ok := c.cued[id]
	if !ok {
		w = c.countCues(cue)
		c.cued[id] = w
	}
	return w
}

// usual is what speaks for the reading that a name has by default.
const usual = 2

func (c *context) countCues(cue cues) int {
	w := 0
	if cue.usual {
		w += usual
	}
	pro, contra := 0, 0
	for _, x := range cue.pro {
		if pro < 3 && c.has(x) {
			pro++
		}
	}
	for _, x := range cue.contra {
		if contra < 3 && c.has(x) {
			contra++
		}
	}
	for _, x := range cue.proS {
		if pro < 3 && c.hasPhrase(x) {
			pro++
		}
	}
	for _, x := range cue.contraS {
		if contra < 3 && c.hasPhrase(x) {
			contra++
		}
	}
	return w + 2*pro - 2*contra
}
