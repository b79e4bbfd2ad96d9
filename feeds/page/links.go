package page

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"readout/feeds/clean"
)

// Link is a feed that a page offers.
type Link struct {
	URL   string // absolute http(s) address without user information
	Title string // plain text, one line; ""
}

// feedTypes are the media types of link elements that lead to feeds (RFC
// 4287, JSON Feed 1.1, and what is written for RSS, which has none).
var feedTypes = map[string]bool{
	"application/rss+xml": true, "application/atom+xml": true, "application/rdf+xml": true, "application/feed+json": true,
	"application/json": true, "application/xml": true, "text/xml": true, "text/rss+xml": true, "application/rss": true, "application/x.atom+xml": true,
}

// maxLinks bounds the feeds that are taken from one page.
const maxLinks = 50

// Feeds lists the feeds that a page offers, each once: first what its link
// elements name (rel=alternate, rel=feed), in document order, then links
// whose address or text says feed. The list is of candidates: an address is a
// feed when it parses as one.
func Feeds(source []byte, base string) []Link {
	doc, ok := document(decode(source[:min(len(source), maxPage)], ""))
	if !ok {
		return nil
	}
	var stated, guessed []Link
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "base":
			if b := absolute(attr(n, "href"), base); b != "" {
				base = b
			}
		case "link":
			stated = append(stated, linkElement(n, base)...)
		case "a":
			guessed = append(guessed, anchor(n, base)...)
		}
	}
	seen := map[string]bool{}
	var out []Link
	for _, l := range append(stated, guessed...) {
		if key := strings.TrimSuffix(l.URL[strings.Index(l.URL, "://"):], "/"); !seen[key] && len(out) < maxLinks {
			seen[key] = true
			out = append(out, l)
		}
	}
	return out
}

// linkElement is the feed of a link element. A plain JSON or XML alternate
// must have a feed's address: content systems offer their own data that way.
func linkElement(n *html.Node, base string) []Link {
	kind, _, _ := strings.Cut(strings.ToLower(attr(n, "type")), ";")
	kind = strings.TrimSpace(kind)
	rel := attr(n, "rel")
	address := absolute(attr(n, "href"), base)
	plain := strings.HasSuffix(kind, "/json") || strings.HasSuffix(kind, "/xml")
	switch {
	case address == "", !hasToken(rel, "alternate") && !hasToken(rel, "feed"):
		return nil
	case !feedTypes[kind] && !hasToken(rel, "feed"), plain && !feedAddress(address):
		return nil
	}
	return []Link{{URL: address, Title: clean.Line(attr(n, "title"))}}
}

// anchor is the feed that a link in the text of a page leads to, by its address.
func anchor(n *html.Node, base string) []Link {
	address := absolute(attr(n, "href"), base)
	if address == "" || !feedAddress(address) || !sameSite(address, base) {
		return nil
	}
	title := clean.Line(content(n))
	if title == "" {
		title = clean.Line(attr(n, "title"))
	}
	return []Link{{URL: address, Title: title}}
}

// feedAddress reports whether an address looks like a feed's: a last part such
// as feed, rss, atom.xml, index.rdf, or a host such as feeds.example.
func feedAddress(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	path := strings.ToLower(strings.Trim(u.Path, "/"))
	last := path[strings.LastIndex(path, "/")+1:]
	switch last {
	case "feed", "feeds", "rss", "rss2", "atom", "rdf", "feed.xml", "feed.json", "feed.atom", "feed.rss", "rss.xml", "rss2.xml", "atom.xml", "index.rdf", "index.rss", "index.atom":
		return true
	}
	for _, end := range []string{".rss", ".atom", ".rdf"} {
		if strings.HasSuffix(last, end) {
			return true
		}
	}
	host := strings.ToLower(u.Hostname())
	return strings.HasSuffix(last, ".xml") && (strings.Contains("/"+path, "/rss") || strings.Contains("/"+path, "/feed") || strings.HasPrefix(host, "feeds.") || strings.HasPrefix(host, "rss."))
}

// sameSite reports whether two addresses belong to one registrable domain:
// what a page links to elsewhere is another outlet's. Of a page whose address is
// not known all are.
func sameSite(a, page string) bool { return page == "" || clean.Site(a) == clean.Site(page) }

// absolute resolves a link; "" unless it is http(s) with a host. feed: is read
// as what it stands for. Query parameters stay: a feed's may matter.
func absolute(href, base string) string {
	href = strings.TrimSpace(href)
	if rest, ok := strings.CutPrefix(href, "feed:"); ok {
		if href = rest; strings.HasPrefix(href, "//") {
			href = "http:" + href
		}
	}
	u, err := url.Parse(href)
	if href == "" || err != nil {
		return ""
	}
	if b, err := url.Parse(base); err == nil && b.IsAbs() {
		u = b.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return ""
	}
	u.User, u.Fragment = nil, ""
	return clean.Line(u.String())
}

// paths are where content systems keep their feed, the commonest first.
var paths = []string{"feed/", "rss.xml", "feed.xml", "atom.xml", "rss", "index.xml", "feed.json"}

// Guesses lists addresses at which a site that names no feed may have one,
// the likeliest first: below the page's own path, then at the root. nil for
// what is no http(s) address.
func Guesses(address string) []string {
	u, err := url.Parse(absolute(address, ""))
	if err != nil || u.Host == "" {
		return nil
	}
	u.RawQuery, u.RawPath = "", ""
	roots := []string{"/"}
	if dir := strings.TrimSuffix(u.Path, "/"); dir != "" && !strings.Contains(dir[strings.LastIndex(dir, "/"):], ".") {
		roots = []string{dir + "/", "/"}
	}
	var out []string
	for _, root := range roots {
		for _, p := range paths {
			u.Path = root + p
			out = append(out, u.String())
		}
	}
	return out
}
