// Package page reads web pages: the article on a page, and the feeds that a
// page offers.
//
// The main text is found by go-readability; a second opinion of our own (see
// second.go) is heard where the two differ. Metadata is taken as the page
// states it (Open Graph, JSON-LD, meta and time elements), never guessed.
package page

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"readout/feeds"
	"readout/feeds/clean"
)

// Bounds of a page.
const (
	maxPage     = 8 << 20 // bytes of HTML that are read
	maxText     = 2 << 20 // bytes of text that are kept
	maxDepth    = 256     // elements inside each other; the HTML parser itself gives up at 512
	maxElements = 100_000
	maxTags     = 3 * maxElements // that are parsed at all: a document takes fifty times the memory of its tags
	maxWork     = 200 << 20       // bytes of text, each counted once for each element around it
)

// Article extracts the main text of an HTML page. base is the page's URL, ""
// when unknown; contentType is the Content-Type it came with, "" when unknown.
// It returns an error wrapping feeds.ErrNoArticle when the page holds none (a
// consent page, a paywall, an index) and feeds.ErrTooLarge when it is too
// large or nested too deep; the Article then still has the title and whatever
// text there was. Text does not repeat the title.
func Article(source []byte, base, contentType string) (a feeds.Article, err error) {
	defer func() {
		if r := recover(); r != nil { // a parser's fault on a hostile page
			a.From, a.Title = feeds.FromPage, orUntitled(a.Title)
			err = fmt.Errorf("reading the page: %w", feeds.ErrNoArticle)
		}
	}()
	a.From = feeds.FromPage
	large := len(source) > maxPage
	text := decode(source[:min(len(source), maxPage)], contentType)
	doc, ok := document(text)
	if !ok || !bounded(doc) {
		a.Title = orUntitled("")
		a.Text, a.Blocks = clean.Plain(stripTags(text))
		return limit(a), fmt.Errorf("reading the page: %w: it has too many elements, or too deep", feeds.ErrTooLarge)
	}
	facts := collect(doc, base)
	a.URL = address(facts.canonical, base)
	a.Title, a.Byline = orUntitled(facts.title), facts.byline
	a.Published, a.Updated, a.DateText = facts.published, facts.updated, facts.dateText
	a.Lang, a.Source = facts.lang, facts.site
	best := choose(doc, facts)
	a.Text, a.Blocks = best.text, best.blocks
	if a.Lang == "" {
		a.Lang = clean.Language(a.Title + "\n" + a.Text)
	}
	a = limit(a)
	a.Links = clean.Kept(best.links, a.Text)
	a.ID = clean.ID("", "", a.URL, a.Title+"\n"+a.Text)
	if large {
		return a, fmt.Errorf("reading the page: %w", feeds.ErrTooLarge)
	}
	return a, verdict(best, facts)
}

// document parses a page; ok is false where it has too many tags to be held in
// memory, or more open at a time than the parser takes.
func document(text string) (doc *html.Node, ok bool) {
	if strings.Count(text, "<") > maxTags {
		return nil, false
	}
	doc, err := html.Parse(strings.NewReader(text))
	return doc, err == nil
}

// address is the canonical address that a page states, but only on its own
// site: a page cannot pass for another outlet's.
func address(canonical, base string) string {
	u := clean.URL(canonical, base)
	if u == "" || base != "" && !sameSite(u, base) {
		return clean.URL(base, "")
	}
	return u
}

func orUntitled(title string) string {
	if title == "" {
		return "Untitled page"
	}
	return title
}

// limit cuts an article at the end of the last block that fits.
func limit(a feeds.Article) feeds.Article {
	if len(a.Text) <= maxText {
		return a
	}
	end := 0
	for i, b := range a.Blocks {
		if b.End > maxText {
			a.Blocks = a.Blocks[:i]
			break
		}
		end = b.End
	}
	if end == 0 {
		end = maxText
		for end > 0 && a.Text[end]&0xC0 == 0x80 {
			end--
		}
	}
	a.Text = a.Text[:end]
	return a
}

// bounded reports whether a document can be read in a bounded time: the
// extractors look at the text inside an element once for each element around it.
func bounded(doc *html.Node) bool {
	elements, work, d := 0, 0, 0
	for n := doc; n != nil; {
		if n.Type == html.ElementNode {
			elements++
		} else {
			work += d * len(n.Data)
		}
		if d > maxDepth || elements > maxElements || work > maxWork {
			return false
		}
		if n.FirstChild != nil {
			n, d = n.FirstChild, d+1
			continue
		}
		for n != nil && n.NextSibling == nil {
			n, d = n.Parent, d-1
		}
		if n != nil {
			n = n.NextSibling
		}
	}
	return true
}

// stripTags is the text of a page that cannot be parsed: everything outside
// tags, scripts and styles.
func stripTags(source string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(source))
	skip := ""
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.StartTagToken:
			if name, _ := z.TagName(); skip == "" && hidden(string(name)) {
				skip = string(name)
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if string(name) == skip {
				skip = ""
			}
			if string(name) == "p" || string(name) == "div" || string(name) == "li" {
				b.WriteString("\n\n")
			}
		case html.TextToken:
			if skip == "" && b.Len() < maxText {
				b.Write(z.Text())
			}
		}
	}
}

func hidden(tag string) bool {
	switch tag {
	case "script", "style", "noscript", "template", "svg", "iframe", "head":
		return true
	}
	return false
}
