package reader

import (
	"regexp"
	"strings"

	"readout/ui/pane"
)

// address is a web address that stands in a text.
var address = regexp.MustCompile(`https?://[^\s<>"“”«»|\\^` + "`" + `]+`)

// links are the addresses that an article leads to: its own, those that its
// text names, and those of the other articles of its story.
func (p *Pane) links() []pane.Link {
	var out []pane.Link
	seen := map[string]bool{}
	add := func(url, what string) {
		if url != "" && !seen[url] {
			seen[url] = true
			out = append(out, pane.Link{URL: url, What: what})
		}
	}
	add(p.item.Article.URL, "this article")
	for _, url := range address.FindAllString(p.item.Article.Text, -1) {
		add(unpunctuated(url), "named in the text")
	}
	for _, r := range p.story {
		add(r.URL, r.Source+": "+r.Title)
	}
	return out
}

// unpunctuated is an address without the punctuation of the sentence around
// it; a bracket that it opens itself is its own.
func unpunctuated(url string) string {
	for url != "" {
		last := url[len(url)-1:]
		short := strings.TrimRight(url, ".,;:!?'’")
		if i := strings.Index(")]}", last); i >= 0 && strings.Count(url, last) > strings.Count(url, "([{"[i:i+1]) {
			short = url[:len(url)-1]
		}
		if short == url {
			return url
		}
		url = short
	}
	return url
}
