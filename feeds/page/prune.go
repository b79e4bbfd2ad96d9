package page

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout/feeds/datafile"
)

//go:embed prune.txt
var pruneList string

// around are the lists of prune.txt, each name between spaces: " photo credit ".
type around struct{ drop, frame, body, talk, pulled []string }

var surroundings = sync.OnceValue(func() around {
	var a around
	for section, line := range datafile.Sections(pruneList) {
		switch section {
		case "drop":
			a.drop = append(a.drop, " "+line+" ")
		case "frame":
			a.frame = append(a.frame, " "+line+" ")
		case "talk":
			a.talk = append(a.talk, " "+line+" ")
		case "pulled":
			a.pulled = append(a.pulled, " "+line+" ")
		default:
			a.body = append(a.body, " "+line+" ")
		}
	}
	return a
})

// maxDrop is the most text, in bytes, that an element may hold to be dropped for its name.
const maxDrop = 500

// prune takes out of a document what its names say is no part of an article.
func prune(doc *html.Node) {
	var out []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && droppable(n) {
			out = append(out, n)
		}
	}
	remove(out)
}

func droppable(n *html.Node) bool {
	switch n.Data {
	case "html", "body", "main", "article", "blockquote", "head", "meta", "link":
		return false
	case "figcaption":
		return true
	case "figure": // a picture with its credit
		return holds(n, "img", "picture", "video") && !holds(n, "table") && within(n, maxDrop)
	case "span", "a", "b", "i", "em", "strong", "time", "small", "cite":
		if n.Parent != nil && (n.Parent.Data == "p" || n.Parent.Data == "li" || n.Parent.Data == "td") {
			return false // words inside a sentence
		}
	}
	return named(n, surroundings().drop) && within(n, maxDrop)
}

// within reports whether an element holds at most limit bytes of text and
// neither the main heading nor a quotation, such as a post that an article shows.
func within(n *html.Node, limit int) bool {
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode:
			if limit -= len(strings.TrimSpace(d.Data)); limit < 0 {
				return false
			}
		case d.Data == "blockquote" || d.Data == "q" || d.Data == "h1" || d.Data == "article" || d.Data == "main":
			return false
		}
	}
	return true
}

// shield takes the names off quotations and the boxes around them: extractors
// drop "social" and "embed" boxes, but a post that an article shows is part of it.
func shield(doc *html.Node) {
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "blockquote" {
			continue
		}
		n.Attr = nil
		for p, i := n.Parent, 0; p != nil && p.Data == "div" && i < 2 && small(p); p, i = p.Parent, i+1 {
			p.Attr = nil
		}
	}
}

// plainLists turns the links in lists that a sentence introduces into plain
// words: a list of names with a link each, such as the signatories of a
// letter, is text, while extractors take a list of links for a menu.
func plainLists(doc *html.Node) {
	var lists []*html.Node
	for n := range doc.Descendants() {
		switch n.Data {
		case "ul", "ol", "table", "p":
			if n.Type == html.ElementNode && introduced(n) {
				lists = append(lists, n)
			}
		}
	}
	for _, list := range lists {
		for d := range list.Descendants() {
			if d.Type == html.ElementNode && d.Data == "a" {
				d.Data, d.DataAtom, d.Attr = "span", atom.Span, nil
			}
		}
	}
}

// introduced reports whether what stands before an element is a sentence that
// ends with a colon; a word or two ("Read more:") is none.
func introduced(n *html.Node) bool {
	for p := n.PrevSibling; p != nil; p = p.PrevSibling {
		text := ""
		switch p.Type {
		case html.TextNode:
			text = strings.TrimSpace(p.Data)
		case html.ElementNode:
			if p.Data == "ul" || p.Data == "ol" || !small(p) {
				return false
			}
			text = content(p)
		}
		if text != "" {
			return strings.HasSuffix(text, ":") && len(text) >= 25
		}
	}
	return false
}

// small reports whether an element holds little text.
func small(n *html.Node) bool {
	left := 4 * maxDrop
	for d := range n.Descendants() {
		if left -= len(d.Data); left < 0 {
			return false
		}
	}
	return true
}

// naming reports whether an attribute names an element: for style, for script
// or, where a machine has made up the classes, for tests.
func naming(key string) bool {
	return key == "class" || key == "id" || key == "data-component" || key == "data-testid"
}

// named reports whether a name of an element holds one of a list.
func named(n *html.Node, list []string) bool {
	for _, a := range n.Attr {
		if !naming(a.Key) {
			continue
		}
		for name := range strings.FieldsSeq(a.Val) {
			if strings.HasPrefix(name, "category-") || strings.HasPrefix(name, "tag-") {
				continue // what WordPress says of a post's subject
			}
			w := words(name)
			for _, s := range list {
				if strings.Contains(w, s) {
					return true
				}
			}
		}
	}
	return false
}

// isNamed reports whether a name of an element is one of a list.
func isNamed(n *html.Node, list []string) bool {
	for _, a := range n.Attr {
		if naming(a.Key) {
			for name := range strings.FieldsSeq(a.Val) {
				if slices.Contains(list, words(name)) {
					return true
				}
			}
		}
	}
	return false
}

// words splits a class or id into lower-case words between spaces.
func words(name string) string {
	var b strings.Builder
	b.WriteByte(' ')
	space, lower := true, false
	for _, r := range name[:min(len(name), 200)] {
		switch {
		case !unicode.IsLetter(r):
			if !space {
				b.WriteByte(' ')
			}
			space, lower = true, false
		case unicode.IsUpper(r) && lower:
			b.WriteByte(' ')
			fallthrough
		default:
			b.WriteRune(unicode.ToLower(r))
			space, lower = false, unicode.IsLower(r)
		}
	}
	if !space {
		b.WriteByte(' ')
	}
	return b.String()
}
