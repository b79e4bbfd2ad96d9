package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

func find(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// attr is the value of an attribute, "" when there is none.
func attr(n *html.Node, name string) string {
	v, _ := find(n, name)
	return v
}

// hasToken reports whether a list of words parted by spaces holds one, in any case.
func hasToken(list, token string) bool {
	return slices.ContainsFunc(strings.Fields(list), func(s string) bool { return strings.EqualFold(s, token) })
}

// content is the text inside a node, as the source has it.
func content(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && (d.Parent == nil || !hidden(d.Parent.Data)) {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// render is the HTML of a node.
func render(n *html.Node) string {
	var b strings.Builder
	if n == nil || html.Render(&b, n) != nil {
		return ""
	}
	return b.String()
}
