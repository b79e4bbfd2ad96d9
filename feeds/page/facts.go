package page

import (
	"strings"
	"time"

	"golang.org/x/net/html"

	"readout/feeds/clean"
)

// facts are what a page states about itself.
type facts struct {
	title     string // plain text, one line, without the site's name
	byline    string
	site      string // the outlet's name
	lang      string // BCP 47
	base      string // the page's URL; "" when unknown
	canonical string // as written
	kind      string // og:type
	dateText  string // the published date as printed
	published time.Time
	updated   time.Time
	body      string   // JSON-LD articleBody, plain text
	paid      bool     // JSON-LD isAccessibleForFree is false
	heads     []string // h1 elements
	stated    bool     // the page says that it is an article
	links     int      // links whose text is long enough for a headline
	linked    []string // headings that are links
	all       string   // the beginning of all text on the page
}

// collector gathers raw statements in document order.
type collector struct {
	meta    map[string]string // first content by property or name, lower case
	authors []string
	title   string
	lang    string
	canon   string
	heads   []string
	times   []string // datetime of time elements that are marked as published
	bylines []string // rel=author, itemprop=author
	shown   []string // elements that are named as a byline
	ld      []ldArticle
	links   int
	linked  []string
}

func collect(doc *html.Node, base string) facts {
	c := collector{meta: map[string]string{}}
	c.walk(doc)
	ld := bestArticle(c.ld)
	f := facts{
		site:      siteName(c.meta["og:site_name"], ld.publisher, c.meta["application-name"]),
		lang:      clean.Tag(first(c.lang, c.meta["og:locale"], c.meta["content-language"], ld.lang)),
		base:      base,
		canonical: first(c.canon, c.meta["og:url"], base),
		kind:      strings.ToLower(c.meta["og:type"]),
		body:      ld.body,
		paid:      ld.paid,
	}
	for _, h := range c.heads {
		if h = clean.Line(h); h != "" {
			f.heads = append(f.heads, h)
		}
	}
	f.links, f.linked = c.links, c.linked
	f.all = clean.Clip(content(doc), 2000)
	f.title = c.headline(ld, f)
	f.byline = c.author(ld, f)
	c.dates(&f, ld)
	f.stated = ld.kind != "" && !ld.weak || f.kind == "article" || !f.published.IsZero()
	if f.byline == "" || f.published.IsZero() {
		title := f.title
		if len(f.heads) == 1 && !f.logo(c.title) {
			title = f.heads[0] // worded otherwise than the title
		}
		f.seeing(beside(doc, title))
	}
	return f
}

// siteName is the first name that is no address, without the slogan after it.
func siteName(list ...string) string {
	for _, s := range list {
		if s = clean.Line(html.UnescapeString(s)); s != "" && !strings.Contains(s, "://") {
			s, _, _ = strings.Cut(s, " | ")
			return clean.Clip(s, 200)
		}
	}
	return ""
}

// walk visits a document without recursion: pages are deep on purpose.
func (c *collector) walk(doc *html.Node) {
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			c.visit(n)
		}
	}
}

func (c *collector) visit(n *html.Node) {
	switch n.Data {
	case "html":
		c.lang = first(c.lang, attr(n, "lang"), attr(n, "xml:lang"))
	case "title":
		if c.title == "" && (n.Parent == nil || n.Parent.Data != "svg") {
			c.title = content(n)
		}
	case "meta":
		c.visitMeta(n)
	case "link":
		if hasToken(attr(n, "rel"), "canonical") {
			c.canon = first(c.canon, attr(n, "href"))
		}
	case "h1":
		c.heads = append(c.heads, content(n))
	case "h2", "h3", "h4":
		if len(c.linked) < 200 && isLinked(n) {
			c.linked = append(c.linked, content(n))
		}
	case "script":
		if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil {
			c.ld = append(c.ld, readLD(n.FirstChild.Data)...)
		}
	case "a":
		if len(content(n)) >= headline {
			c.links++
		}
	case "time":
		if d := attr(n, "datetime"); d != "" && publishedMark(n) {
			c.times = append(c.times, d)
		}
	}
	if hasToken(attr(n, "rel"), "author") || hasToken(attr(n, "itemprop"), "author") && n.Data != "meta" {
		c.bylines = append(c.bylines, content(n))
	} else if len(c.shown) < 20 && named(n, bylineNames) && within(n, maxByline) {
		c.shown = append(c.shown, content(n))
	}
}

// bylineNames are names of elements that show who wrote an article.
var bylineNames = []string{" byline ", " byline name ", " author name ", " article author ", " post author ", " entry author "}

// maxByline is the most text of an element that is taken for a byline, in bytes.
const maxByline = 80

func (c *collector) visitMeta(n *html.Node) {
	value := strings.TrimSpace(attr(n, "content"))
	if value == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		k := strings.ToLower(strings.TrimSpace(attr(n, key)))
		if k == "" {
			continue
		}
		if k == "author" || k == "article:author" || k == "dc.creator" || k == "parsely-author" || k == "byl" {
			c.authors = append(c.authors, value)
		}
		if c.meta[k] == "" {
			c.meta[k] = value
		}
	}
}

// publishedMark reports whether a time element is the publication's: by
// pubdate, itemprop or class.
func publishedMark(n *html.Node) bool {
	if _, ok := find(n, "pubdate"); ok || hasToken(attr(n, "itemprop"), "datePublished") {
		return true
	}
	class := strings.ToLower(attr(n, "class"))
	return strings.Contains(class, "publish") || strings.Contains(class, "entry-date")
}

// headline is the title as the page states it, the site's name cut off.
func (c *collector) headline(ld ldArticle, f facts) string {
	title := clean.Line(c.title)
	if len(f.heads) == 1 && len(f.heads[0]) > 15 && strings.Contains(title, f.heads[0]) {
		if f.logo(title) {
			title = strings.TrimRight(strings.TrimSuffix(title, f.heads[0]), " |-–—:»•·/")
		} else {
			title = f.heads[0] // the rest is of the site
		}
	}
	for _, t := range []string{c.meta["og:title"], ld.headline, c.meta["twitter:title"], c.meta["dc.title"], title} {
		if t = clean.Line(html.UnescapeString(t)); t != "" && t != f.site {
			return clean.Clip(cutSite(t, f.site, f.heads), clean.MaxTitle)
		}
	}
	return first(f.heads...)
}

// separators stand between a headline and the site's name.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " / "}

// cutSite cuts the site's name off the end of a title: where it is known, or
// where what stands before it is the page's main heading.
func cutSite(title, site string, heads []string) string {
	for _, h := range heads {
		if rest, ok := strings.CutPrefix(title, h); ok && h != "" && strings.IndexAny(strings.TrimLeft(rest, " "), "|-–—:»•·/｜_") == 0 {
			return h
		}
	}
	for _, sep := range separators {
		i := strings.LastIndex(title, sep)
		if i <= 0 {
			continue
		}
		head, tail := strings.TrimSpace(title[:i]), strings.TrimSpace(title[i+len(sep):])
		if site != "" && (strings.EqualFold(tail, site) || strings.EqualFold(strings.ReplaceAll(tail, " ", ""), strings.ReplaceAll(site, " ", ""))) {
			return head
		}
		for _, h := range heads {
			if strings.EqualFold(h, head) {
				return head
			}
		}
	}
	return title
}

// author is the byline as stated; an address, a handle or an account is none.
func (c *collector) author(ld ldArticle, f facts) string {
	lists := [][]string{ld.authors, c.authors, c.bylines}
	for _, s := range c.shown { // the first of them alone: others may be of other articles
		lists = append(lists, []string{strings.TrimPrefix(s, "Written by ")})
	}
	for _, list := range lists {
		var names []string
		for _, s := range list {
			s = html.UnescapeString(s)
			for _, end := range []string{" @", " | ", " • ", "\n"} {
				s, _, _ = strings.Cut(s, end)
			}
			s = clean.Byline(s)
			if s == "" || strings.ContainsAny(s, "@0123456789") || strings.EqualFold(s, "admin") || strings.EqualFold(s, f.site) || len(s) > 2*maxByline || contains(names, s) {
				continue
			}
			names = append(names, s)
		}
		if len(names) > 0 {
			return clean.Clip(strings.Join(names, ", "), 200)
		}
	}
	return ""
}

// contains reports whether a name is said already, alone or inside another.
func contains(names []string, s string) bool {
	s = strings.ToLower(s)
	for _, n := range names {
		if n = strings.ToLower(n); strings.Contains(n, s) || strings.HasPrefix(s, n) {
			return true
		}
	}
	return false
}

// dates takes the first date that can be read, the surest statement first.
func (c *collector) dates(f *facts, ld ldArticle) {
	stated := append([]string{c.meta["article:published_time"], ld.published, c.meta["og:published_time"], c.meta["datepublished"],
		c.meta["parsely-pub-date"], c.meta["sailthru.date"], c.meta["article.published"], c.meta["dc.date.issued"], c.meta["dcterms.created"],
		c.meta["dc.date"], c.meta["dcterms.date"], c.meta["dcterms.issued"], c.meta["citation_publication_date"], c.meta["pubdate"], c.meta["publishdate"], c.meta["publish-date"], c.meta["ptime"], c.meta["date"]}, c.times...)
	for _, s := range stated {
		t, sure, ok := parseTime(clean.Line(s))
		if !ok {
			continue
		}
		if f.published.IsZero() {
			f.published, f.dateText = t, clean.Line(s)
		}
		// an exact time counts where it means the day that was stated first
		if sure && t.Sub(f.published).Abs() < 36*time.Hour {
			f.published = t
			break
		}
	}
	for _, s := range []string{c.meta["article:modified_time"], ld.modified, c.meta["og:updated_time"], c.meta["datemodified"]} {
		if t, _, ok := parseTime(clean.Line(s)); ok {
			f.updated = t
			break
		}
	}
}

// first is the first string that is not blank.
func first(list ...string) string {
	for _, s := range list {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}
