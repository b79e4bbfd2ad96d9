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
		add(strings.TrimRight(url, ".,;:!?'’)]}"), "named in the text")
	}
	for _, r := range p.story {
		add(r.URL, r.Source+": "+r.Title)
	}
	return out
}
