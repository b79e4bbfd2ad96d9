package page

import (
	"strings"

	"golang.org/x/net/html"
)

// The second opinion: where most of the running text stands. Text counts that
// stands in long pieces with few links; the element that holds nearly all of
// it, and none smaller that does, is the article. An element whose name says
// that it is the body is believed sooner.

// leaf is the least length of a piece of running text, in bytes, and share
// the part of a parent's running text that one child must hold to be gone into.
const (
	leaf  = 60
	share = 0.7
)

// measure is what an element holds, everything inside it counted.
type measure struct {
	run     int  // bytes of running text
	all     int  // bytes of text
	linked  int  // bytes of text in links
	links   int  // links
	body    bool // it says that it is the text of the article
	bodies  bool // one inside says so
	wraps   bool // the main heading, an article or a body is inside
	framing bool // it frames a page by its tag or its name
}

// survey holds the measures of a document's elements.
type survey map[*html.Node]measure

// visit measures an element; the document's depth is bounded.
func (s survey) visit(n *html.Node) measure {
	m := measure{body: isBody(n)}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			m.all += len(strings.TrimSpace(c.Data))
		case html.ElementNode:
			in := s.visit(c)
			m.run, m.all, m.linked, m.links = m.run+in.run, m.all+in.all, m.linked+in.linked, m.links+in.links
			m.bodies = m.bodies || in.body || in.bodies
			m.wraps = m.wraps || in.wraps
		}
	}
	m.run += running(n)
	m.wraps = m.wraps || m.body || n.Data == "h1" || n.Data == "article" || n.Data == "main"
	m.framing = frame(n, m.wraps)
	if n.Data == "a" {
		m.linked, m.links = m.all, m.links+1
	}
	if n.Data == "a" || m.framing {
		m.run = 0
	}
	s[n] = m
	return m
}

// dense finds the element that holds the article and takes out of it what
// frames a page; stated tells that its name, or one around it, says so.
func dense(doc *html.Node) (n *html.Node, stated bool) {
	s := survey{}
	for n = range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "body" {
			break
		}
	}
	if n == nil || n.Data != "body" {
		return nil, false
	}
	total := s.visit(n).run
	for next := n; next != nil && !leafTag(next.Data); next = s.heir(n) {
		n = next
		stated = stated || s[n].body && s[n].run*10 >= total*4
	}
	s.trim(n)
	return n, stated
}

// heir is the child that holds nearly all running text of n, or half of it
// and the article by tag or name. A text in several parts has no heir.
func (s survey) heir(n *html.Node) *html.Node {
	var next *html.Node
	parts := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		m := s[c]
		w := float64(m.run) / float64(max(s[n].run, 1))
		if w > share || w > 0.5 && m.wraps {
			next = c
		}
		if w > 0.1 && (m.body || m.bodies) {
			parts++
		}
	}
	if parts > 1 {
		return nil
	}
	return next
}

// trim takes out of an element what frames a page, and lists of links.
func (s survey) trim(n *html.Node) {
	var out []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (s[d].framing || linkList(d, s[d])) {
			out = append(out, d)
		}
	}
	remove(out)
}

// linkList reports whether what an element holds is mostly links.
func linkList(n *html.Node, m measure) bool {
	switch n.Data {
	case "ul", "ol", "div", "section", "table", "td":
		return m.links > 1 && m.linked*10 > m.all*6
	}
	return false
}

// isBody reports whether an element says that it is the text of the article.
func isBody(n *html.Node) bool {
	return hasToken(attr(n, "itemprop"), "articleBody") || named(n, surroundings().body)
}

// frame reports whether an element frames a page by its tag, or by its name
// unless it wraps the article.
func frame(n *html.Node, wraps bool) bool {
	switch n.Data {
	case "nav", "aside", "footer", "form", "button", "select", "textarea", "script", "style", "noscript", "iframe", "svg", "template":
		return true
	case "html", "body", "main", "article":
		return false
	}
	return !wraps && named(n, surroundings().frame)
}

// running is the length of the text that is an element's own (with the words
// of inline elements in it) where that is running text, else 0.
func running(n *html.Node) int {
	if inline(n.Data) || hidden(n.Data) {
		return 0
	}
	all, linked := 0, 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		ownText(c, false, &all, &linked)
	}
	if all < leaf || linked*2 > all {
		return 0
	}
	return all - linked
}

// ownText measures text down to the next block.
func ownText(n *html.Node, link bool, all, linked *int) {
	switch {
	case n.Type == html.TextNode:
		size := len(strings.TrimSpace(n.Data))
		*all += size
		if link {
			*linked += size
		}
	case n.Type == html.ElementNode && inline(n.Data):
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			ownText(c, link || n.Data == "a", all, linked)
		}
	}
}

func inline(tag string) bool {
	switch tag {
	case "a", "abbr", "b", "bdi", "big", "br", "center", "cite", "code", "em", "font", "i", "ins", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u":
		return true
	}
	return false
}

func leafTag(tag string) bool {
	switch tag {
	case "p", "h1", "h2", "h3", "h4", "li", "td", "pre", "blockquote", "ul", "ol", "table", "tr", "tbody":
		return true
	}
	return inline(tag)
}
