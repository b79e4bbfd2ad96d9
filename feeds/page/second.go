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

// dense finds the element; named tells that its name says so.
func dense(doc *html.Node) (n *html.Node, stated bool) {
	weight := map[*html.Node]int{}
	root := weigh(doc, weight)
	if root == nil {
		return nil, false
	}
	for n = root; ; {
		stated = stated || isBody(n) && weight[n]*10 >= weight[root]*4
		next := heir(n, weight)
		if next == nil || leafTag(next.Data) {
			return n, stated
		}
		n = next
	}
}

// heir is the child that holds nearly all running text of n, or half of it
// and the article by tag or name. A text in several parts has no heir.
func heir(n *html.Node, weight map[*html.Node]int) *html.Node {
	var next *html.Node
	parts := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w := float64(weight[c]) / float64(max(weight[n], 1))
		if w > share || w > 0.5 && holdsBody(c) {
			next = c
		}
		if w > 0.1 && holds(c, isBody) {
			parts++
		}
	}
	if parts > 1 {
		return nil
	}
	return next
}

// isBody reports whether an element says that it is the text of the article.
func isBody(n *html.Node) bool {
	return n.Type == html.ElementNode && (hasToken(attr(n, "itemprop"), "articleBody") || named(n, surroundings().body))
}

// weigh adds up the running text of every element and returns the body element.
func weigh(doc *html.Node, weight map[*html.Node]int) (root *html.Node) {
	frames := map[*html.Node]bool{}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "body" && root == nil {
			root = n
		}
		if frames[n.Parent] || n.Data == "a" || frame(n) {
			frames[n] = true
			continue
		}
		w := running(n)
		for p := n; w > 0 && p != nil; p = p.Parent {
			weight[p] += w
		}
	}
	return root
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

// frame reports whether an element frames a page by its tag or its name.
func frame(n *html.Node) bool {
	switch n.Data {
	case "nav", "aside", "footer", "form", "button", "select", "textarea", "script", "style", "noscript", "iframe", "svg", "template":
		return true
	case "html", "body", "main", "article":
		return false
	}
	return named(n, surroundings().frame) && !holdsBody(n)
}

// holdsBody reports whether an element is a wrapper of the article, whatever
// its name: the main heading or the text's element is inside.
func holdsBody(n *html.Node) bool {
	return holds(n, func(d *html.Node) bool {
		return d.Data == "h1" || d.Data == "article" || d.Data == "main" || isBody(d)
	})
}

// holds reports whether an element or one inside it is such a one.
func holds(n *html.Node, such func(*html.Node) bool) bool {
	if n.Type == html.ElementNode && such(n) {
		return true
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && such(d) {
			return true
		}
	}
	return false
}

// trimFrame takes out of an element what frames a page, and lists of links.
func trimFrame(n *html.Node) {
	var out []*html.Node
	for d := range n.Descendants() {
		if d.Type != html.ElementNode {
			continue
		}
		if frame(d) || linkList(d) {
			out = append(out, d)
		}
	}
	for _, d := range out {
		if d.Parent != nil {
			d.Parent.RemoveChild(d)
		}
	}
}

// linkList reports whether what an element holds is mostly links.
func linkList(n *html.Node) bool {
	switch n.Data {
	case "ul", "ol", "div", "section", "table":
	default:
		return false
	}
	all, linked, links := 0, 0, 0
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			all += len(strings.TrimSpace(d.Data))
		} else if d.Data == "a" {
			links++
			linked += len(content(d))
		}
	}
	return links > 1 && linked*10 > all*6
}
