package page

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"readout/feeds"
	"readout/feeds/datafile"
)

//go:embed wall.txt
var wallList string

// wall is one kind of page that is no article.
type wall struct {
	name string
	says *regexp.Regexp
}

// why are the sentences for the sections of wall.txt.
var why = map[string]string{
	"consent": "it asks for consent first; open it in the browser",
	"robot":   "it wants a browser; open it there",
	"paid":    "the rest is for subscribers; open it in the browser",
	"missing": "the outlet says that the page does not exist",
}

var walls = sync.OnceValue(func() []wall {
	var names []string // in the order of the file
	lists := map[string][]string{}
	for name, line := range datafile.Sections(wallList) {
		if lists[name] == nil {
			names = append(names, name)
		}
		lists[name] = append(lists[name], line)
	}
	var out []wall
	for _, name := range names {
		out = append(out, wall{name, regexp.MustCompile(`(?i)(?:` + strings.Join(lists[name], "|") + `)`)})
	}
	return out
})

const (
	shortText = 120 // words; a page with more is an article whatever else it says
	noText    = 12  // words; a page with fewer holds nothing to read
	headline  = 30  // bytes of link text that make it a headline
)

// verdict says whether a page is no article, as an error that wraps
// feeds.ErrNoArticle and says why, else nil.
func verdict(r reading, f facts) error {
	reason := ""
	switch {
	case r.words < shortText && wallOf(r, f) != "":
		reason = why[wallOf(r, f)]
	case f.paid && r.words < shortText:
		reason = why["paid"]
	case r.words < noText:
		reason = "hardly any text was found; open it in the browser"
	case !f.stated && f.index(r):
		reason = "it is a list of articles"
	default:
		return nil
	}
	return fmt.Errorf("reading the page: %w: %s", feeds.ErrNoArticle, reason)
}

// wallOf is the section of wall.txt that a page with little text fits, or "".
func wallOf(r reading, f facts) string {
	said := f.title + "\n" + strings.Join(f.heads, "\n") + "\n" + r.text
	if r.words < noText {
		said += "\n" + f.all
	}
	for _, w := range walls() {
		if w.says.MatchString(said) {
			return w.name
		}
	}
	return ""
}

// index reports whether a page links to many headlines and says little itself,
// or its text is headings that are links with a few lines below each.
func (f facts) index(r reading) bool {
	teasers := 0
	for _, b := range r.blocks {
		if slices.Contains(f.linked, r.text[b.Start:b.End]) {
			teasers++
		}
	}
	return f.links >= 15 && r.words < min(12*f.links, 250) || teasers >= 4 && r.words < 80*teasers
}
