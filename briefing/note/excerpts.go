package note

import (
	"slices"
	"strings"

	"readout/feeds"
)

// Excerpt is what a note shows of how one outlet tells the story.
type Excerpt struct {
	Outlet string   // "" = unknown
	Words  []string // of that outlet's text, white space folded
	Others []string // words that it lacks: of another outlet's text
}

// The lines of the comparison with other outlets that excerpts stand below,
// and what parts the words of one line.
const (
	alsoHead   = "## Also reported by"
	cutsLine   = "- Quoted differently, "
	figureLine = "- Figures differ, "
	lacksWord  = "”; without “"
	addsWord   = "”; with “"
	gapMark    = " […] " // between the parts of a quotation
)

// excerptsIn are the excerpts of a note. Words that hold what parts them are
// read as several, each of which stands in the same text.
func excerptsIn(s string) []Excerpt {
	_, s, _ = strings.Cut(s, "\n"+alsoHead+"\n")
	s, _, _ = strings.Cut(s, "\n## ")
	var out []Excerpt
	head := ""
	for _, l := range strings.Split(s, "\n") {
		switch rest, under := strings.CutPrefix(l, "  - "); {
		case !under:
			head = l
		case strings.HasPrefix(head, cutsLine):
			out = append(out, cutIn(rest))
		case strings.HasPrefix(head, figureLine):
			number, more, _ := strings.Cut(rest, ", ")
			e := cutIn(more)
			e.Words = append(e.Words, unescape(number))
			out = append(out, e)
		}
	}
	return out
}

// cutIn reads one outlet's words: OUTLET: “words”; without “words”; with “words”.
func cutIn(l string) Excerpt {
	outlet, words, _ := strings.Cut(l, ": “")
	e := Excerpt{Outlet: unescape(outlet)}
	if e.Outlet == unknown {
		e.Outlet = ""
	}
	words = strings.TrimSuffix(words, "”")
	for i, lacking := range strings.Split(words, lacksWord) {
		own := strings.Split(lacking, addsWord)
		if i > 0 {
			e.Others, own = append(e.Others, strings.Split(unescape(own[0]), gapMark)...), own[1:]
		}
		for _, w := range own {
			e.Words = append(e.Words, strings.Split(unescape(w), gapMark)...)
		}
	}
	return e
}

// CheckTold says in sentences which excerpts no longer stand in the articles
// of the story, the note's own among them.
func (c Claim) CheckTold(story []feeds.Article) []string {
	var out []string
	story = slices.Clone(story)
	for i := range story {
		story[i].Text = flat(story[i].Text)
	}
	for _, e := range c.Told {
		for _, w := range e.Words {
			switch had := outletsWith(story, w); {
			case len(had) == 0:
				out = append(out, "these words of "+orUnknownWhat(e.Outlet, "outlet")+" are in no article of the story: “"+w+"”")
			case e.Outlet != "" && !slices.Contains(had, e.Outlet):
				out = append(out, "these words are not in an article of "+e.Outlet+", but of "+orUnknownWhat(had[0], "outlet")+": “"+w+"”")
			}
		}
		for _, w := range e.Others {
			if len(outletsWith(story, w)) == 0 {
				out = append(out, "these words, which "+orUnknownWhat(e.Outlet, "outlet")+" is said to lack, are in no article of the story: “"+w+"”")
			}
		}
	}
	return out
}

// outletsWith are the outlets of the articles whose flat text holds words.
func outletsWith(story []feeds.Article, words string) []string {
	var out []string
	for _, a := range story {
		if strings.Contains(a.Text, words) {
			out = append(out, a.Source)
		}
	}
	return out
}
