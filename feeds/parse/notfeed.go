package parse

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"readout/feeds"
	"readout/feeds/clean"
)

// kind is what a document looks like.
type kind int

const (
	kindEmpty kind = iota
	kindXML        // RSS, RDF or Atom by its root
	kindJSON
	kindPage
	kindOther
)

// kindOf looks at the beginning of a document.
func kindOf(text string) kind {
	text = strings.TrimLeft(text, " \t\r\n\x00\uFEFF")
	if text == "" {
		return kindEmpty
	}
	head := strings.ToLower(text[:min(len(text), 1024)])
	if strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") {
		return kindPage
	}
	if head[0] == '{' || head[0] == '[' {
		return kindJSON
	}
	if root := fromRoot(text); len(root) > 0 && root[0] == '<' && isRoot(root) && tagName(root) != "channel" {
		return kindXML
	}
	if strings.Contains(head, "<html") {
		return kindPage
	}
	return kindOther
}

// notFeed says what a document is that is no feed.
func notFeed(k kind, text, base string) error {
	switch k {
	case kindEmpty:
		return fmt.Errorf("%w: the document is empty", feeds.ErrNotFeed)
	case kindPage:
		if offers := offered(text, base); len(offers) > 0 {
			return fmt.Errorf("%w: it is a web page; it offers these feeds: %s", feeds.ErrNotFeed, strings.Join(offers, ", "))
		}
		return fmt.Errorf("%w: it is a web page, and it names no feed", feeds.ErrNotFeed)
	}
	root := text
	for strings.HasPrefix(strings.TrimSpace(root), "<?") || strings.HasPrefix(strings.TrimSpace(root), "<!") {
		i := strings.IndexByte(root, '>')
		if i < 0 {
			break
		}
		root = root[i+1:]
	}
	root = strings.TrimSpace(root)
	if !strings.HasPrefix(root, "<") {
		return fmt.Errorf("%w: it is neither XML nor JSON", feeds.ErrNotFeed)
	}
	what := ""
	switch name := clean.Clip(clean.Line(tagName(root)), 40); name {
	case "opml":
		what = "it is a list of feeds (OPML); import it"
	case "channel":
		what = "it is in a format that no publisher uses any more (CDF or RSS 1.1)"
		if !strings.Contains(root[:min(len(root), 500)], "rss1.1") {
			what = "it is in a format that no publisher uses any more (CDF)"
		}
	case "urlset", "sitemapindex":
		what = "it is a site map for search engines"
	case "entry":
		what = "it is a single entry, not a feed"
	default:
		what = "it is XML of another kind (its root is <" + name + ">)"
	}
	return fmt.Errorf("%w: %s", feeds.ErrNotFeed, what)
}

// maxOffers is how many feeds of a page are named in a message.
const maxOffers = 5

// offered lists the feeds that a page's link elements name.
func offered(page, base string) []string {
	var out []string
	z := html.NewTokenizer(strings.NewReader(page))
	for len(out) < maxOffers {
		tt := z.Next()
		if tt == html.ErrorToken {
			break
		}
		if tt != html.StartTagToken && tt != html.SelfClosingTagToken {
			continue
		}
		t := z.Token()
		if t.Data == "body" {
			break
		}
		if t.Data != "link" {
			continue
		}
		attr := map[string]string{}
		for _, a := range t.Attr {
			attr[a.Key] = a.Val
		}
		kind := strings.ToLower(attr["type"])
		if strings.Contains(strings.ToLower(attr["rel"]), "alternate") &&
			(strings.Contains(kind, "rss") || strings.Contains(kind, "atom") || strings.Contains(kind, "feed+json")) {
			if u := clean.Resolve(attr["href"], base); u != "" {
				out = append(out, clean.Clip(u, clean.MaxName))
			}
		}
	}
	return out
}
