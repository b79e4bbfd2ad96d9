package reader

import (
	"regexp"
	"strings"

	"readout/ui/keys"
	"readout/ui/launch"
	"readout/ui/pane"
	"readout/ui/theme"
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
	for _, l := range p.item.Article.Links {
		add(l.URL, "“"+l.Text+"”")
	}
	for _, url := range address.FindAllString(p.item.Article.Text, -1) {
		add(unpunctuated(url), "named in the text")
	}
	for _, r := range p.story {
		add(r.URL, r.Source+": "+r.Title)
	}
	return out
}

// linked lists below the text where its words lead: each with what chooses it
// in the list of links, and with its host.
func (p *Pane) linked(s *sheet) {
	n, from := len(p.item.Article.Links), 0
	if n == 0 {
		return
	}
	if p.item.Article.URL != "" {
		from = 1
	}
	s.gap()
	s.add(seg{theme.Strong, "Links"}, seg{theme.Muted, p.look.Press(keys.ShowLinks, "  %s lists them to be opened")})
	for i, l := range p.links()[from : from+n] {
		s.para(theme.Text, pane.LinkHint(from+i)+"  ", "   ", l.What+"  "+launch.Host(l.URL))
	}
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
