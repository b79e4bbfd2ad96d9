package page

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// What stands on a page beside its article and is known by how it is built:
// the comments of readers, teasers of other articles inside the article, and
// sentences that are set apart and stand in the text as well.

const (
	maxApart  = 50  // elements that are looked at
	maxTeaser = 600 // bytes of text in a teaser
	maxEcho   = 400 // bytes of text in a sentence set apart
	minEcho   = 15  // letters that make a sentence known again
	minRest   = 250 // bytes of running text that must stand outside the comments
)

// foreign takes out of a document what is another's text, or the same again.
func foreign(doc *html.Node) {
	remove(comments(doc))
	remove(teasers(doc))
	remove(echoes(doc))
}

func remove(nodes []*html.Node) {
	for _, n := range nodes {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// comments are the elements that hold what readers wrote. A page with hardly
// anything else is a discussion, and keeps it.
func comments(doc *html.Node) (out []*html.Node) {
	s := survey{}
	total, inside := s.visit(doc).run, 0
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data != "body" && n.Data != "html" && len(out) < maxApart && isNamed(n, surroundings().talk) && !under(n, out) && !holds(n, "h1", "main") {
			out = append(out, n)
			inside += s[n].run
		}
	}
	if total-inside < minRest {
		return nil
	}
	return out
}

// under reports whether a node is one of others, of which there are few, or
// stands inside one.
func under(n *html.Node, others []*html.Node) bool {
	for p := n; p != nil && len(others) > 0; p = p.Parent {
		if slices.Contains(others, p) {
			return true
		}
	}
	return false
}

// holds reports whether an element of one of the tags is inside n.
func holds(n *html.Node, tags ...string) bool {
	for d := range n.Descendants() {
		for _, t := range tags {
			if d.Type == html.ElementNode && d.Data == t {
				return true
			}
		}
	}
	return false
}

// teasers are short articles inside an article whose heading is a link and
// that hold a sentence; a card of a member or signatory holds none.
func teasers(doc *html.Node) (out []*html.Node) {
	s := survey{}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "article" || !within(n, maxTeaser) {
			continue
		}
		for p := n.Parent; p != nil; p = p.Parent {
			if p.Data == "article" && linkedHeading(n) && s.visit(n).run > 0 {
				out = append(out, n)
				break
			}
		}
	}
	return out
}

// linkedHeading reports whether the first heading in an element is a link.
func linkedHeading(n *html.Node) bool {
	for d := range n.Descendants() {
		switch d.Data {
		case "h2", "h3", "h4", "h5", "h6":
			return isLinked(d)
		}
	}
	return false
}

// isLinked reports whether all text of an element is one link's.
func isLinked(n *html.Node) bool {
	for p := n.Parent; p != nil && p.Data != "body"; p = p.Parent {
		if p.Data == "a" {
			return true
		}
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == "a" {
			return content(d) == content(n)
		}
	}
	return false
}

// echoes are quotations set apart (pull quotes) whose words stand in a longer
// piece of running text.
func echoes(doc *html.Node) (out []*html.Node) {
	var apart []*html.Node
	for n := range doc.Descendants() {
		if len(apart) == maxApart {
			break
		}
		if n.Type == html.ElementNode && (n.Data == "blockquote" || n.Data == "aside" || isNamed(n, surroundings().pulled)) && small(n) && !under(n, apart) {
			apart = append(apart, n)
		}
	}
	if len(apart) == 0 {
		return nil
	}
	var text strings.Builder
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && running(n) > 0 && !under(n, apart) {
			text.WriteString(squeeze(ownLine(n).text) + "\n")
		}
	}
	for _, n := range apart {
		if said := longestText(n); len(said) >= minEcho && strings.Contains(text.String(), said) {
			out = append(out, n)
		}
	}
	return out
}

// longestText is the longest piece of text in a short element where hardly
// anything else is, such as a name below it; as squeeze leaves it.
func longestText(n *html.Node) string {
	longest, all := "", 0
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			s := squeeze(d.Data)
			all += len(s)
			if len(s) > len(longest) {
				longest = s
			}
		}
	}
	if all > maxEcho || all-len(longest) > min(len(longest), maxBeside) {
		return ""
	}
	return longest
}

// squeeze is the letters and digits of a text, in lower case.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
