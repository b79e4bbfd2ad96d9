package parse

import (
	"strconv"
	"strings"
	"time"

	ext "github.com/mmcdole/gofeed/extensions"
	"github.com/mmcdole/gofeed/rss"

	"readout/feeds"
	"readout/feeds/clean"
)

func parseRSS(doc document) (feeds.Feed, []feeds.Entry, error) {
	in, err := (&rss.Parser{}).Parse(strings.NewReader(doc.xml))
	if err != nil {
		return feeds.Feed{}, nil, err
	}
	// Without a base the feed's own address, else its site, is what relative
	// links mean.
	site := first(in.Link, linkTo(doc.links, "alternate"))
	base := first(doc.base, linkTo(doc.links, "self"), site)
	f := feeds.Feed{
		Title:     clean.Inline(first(in.Title, extension(in.Extensions, "dc", "title"), extension(in.Extensions, "itunes", "title"))),
		Site:      clean.URL(link(site, base), ""),
		Lang:      first(in.Language, extension(in.Extensions, "dc", "language"), doc.lang),
		TTL:       ttl(in),
		SkipHours: skipHours(in.SkipHours),
		SkipDays:  skipDays(in.SkipDays),
	}
	entries := make([]feeds.Entry, 0, len(in.Items))
	for _, it := range in.Items {
		entries = append(entries, rssEntry(doc, it, noteOf(doc, it.Extensions), base))
	}
	return f, entries, nil
}

// noteOf finds the note of an item by the sign that repair left in it.
func noteOf(doc document, x ext.Extensions) note {
	if signs := x["n"]["note"]; len(signs) > 0 {
		if i, err := strconv.Atoi(signs[0].Attrs["i"]); err == nil && i >= 0 && i < len(doc.notes) {
			return doc.notes[i]
		}
	}
	return note{}
}

func rssEntry(doc document, it *rss.Item, n note, base string) feeds.Entry {
	x := it.Extensions
	guid := ""
	if it.GUID != nil {
		guid = it.GUID.Value
	}
	e := feeds.Entry{
		ID:       first(guid, n.about, extension(x, "atom", "id"), it.Custom["id"]),
		Title:    rssTitle(it),
		Link:     rssLink(it, n, base),
		Original: original(x),
		Author:   rssAuthor(it),
		Lang:     first(extension(x, "dc", "language"), n.lang),
		Summary: feeds.Body{HTML: true, Text: doc.whole(first(it.Description, extension(x, "dc", "description"), extension(x, "atom", "summary"),
			extension(x, "itunes", "summary"), mediaText(x, "description"), extension(x, "itunes", "subtitle"), it.Custom["summary"], it.Custom["abstract"]))},
		Content: feeds.Body{HTML: true, Text: doc.whole(first(it.Content, extension(x, "content", "encoded"), extension(x, "atom", "content"),
			extension(x, "xhtml", "body"), fullText(x), it.Custom["encoded"], it.Custom["content"], it.Custom["body"], it.Custom["fulltext"]))},
	}
	for _, c := range it.Categories {
		e.Categories = append(e.Categories, c.Value)
	}
	for _, c := range x["dc"]["subject"] {
		e.Categories = append(e.Categories, c.Value)
	}
	setDates(&e, n)
	return e
}

func rssTitle(it *rss.Item) string {
	if it.Title != "" {
		return clean.Inline(it.Title)
	}
	x := it.Extensions
	return clean.Inline(first(extension(x, "dc", "title"), extension(x, "atom", "title"), extension(x, "itunes", "title"), mediaText(x, "title")))
}

// rssLink finds the link of an item: its link element, else Atom's, else a guid
// that is a permalink (RSS 2.0: it is one unless it says otherwise), else rdf:about.
func rssLink(it *rss.Item, n note, base string) string {
	own := first(n.base, base)
	for _, l := range it.Links {
		if l = strings.TrimSpace(l); l != "" {
			return link(l, own)
		}
	}
	if l := linkTo(n.links, "alternate"); l != "" {
		return link(l, own)
	}
	if g := it.GUID; g != nil && g.Value != "" && !strings.EqualFold(strings.TrimSpace(g.IsPermalink), "false") {
		if isURL(g.Value) {
			return link(g.Value, own)
		}
	}
	if isURL(n.about) {
		return n.about
	}
	return ""
}

// rssAuthor reads the authors of an item. dc:creator names people; RSS's own
// author is an address with the name in brackets.
func rssAuthor(it *rss.Item) string {
	var names []string
	for _, c := range it.Extensions["dc"]["creator"] {
		if c := clean.Inline(c.Value); c != "" {
			names = append(names, c)
		}
	}
	if len(names) > 0 {
		return strings.Join(names, ", ")
	}
	x := it.Extensions
	for _, a := range x["atom"]["author"] {
		for _, name := range a.Children["name"] {
			return clean.Line(name.Value)
		}
	}
	if _, rest, ok := strings.Cut(it.Author, "<name>"); ok { // Atom's person in an RSS element
		name, _, _ := strings.Cut(rest, "</name>")
		return clean.Inline(name)
	}
	return personName(clean.Inline(first(it.Author, it.Custom["creator"], extension(x, "dc", "author"), extension(x, "itunes", "author"))))
}

// personName takes the name out of "address (Name)" and "Name <address>".
func personName(s string) string {
	if before, after, ok := strings.Cut(s, "("); ok && strings.Contains(before, "@") && strings.HasSuffix(after, ")") {
		if name := strings.TrimSpace(strings.TrimSuffix(after, ")")); name != "" {
			return name
		}
		return strings.TrimSpace(before)
	}
	s = strings.TrimPrefix(s, "mailto:")
	if before, after, ok := strings.Cut(s, "<"); ok && strings.Contains(after, "@") && strings.TrimSpace(before) != "" {
		return strings.TrimSpace(before)
	}
	return s
}

// extension returns the first value of an extension element.
func extension(x ext.Extensions, prefix, name string) string {
	for _, e := range x[prefix][name] {
		if e.Value != "" {
			return e.Value
		}
	}
	return ""
}

// mediaText returns a text of the media vocabulary, which may stand in a group
// or in a content element.
func mediaText(x ext.Extensions, name string) string {
	media := x["media"]
	if len(media[name]) > 0 {
		return media[name][0].Value
	}
	for _, outer := range []string{"group", "content"} {
		for _, g := range media[outer] {
			if len(g.Children[name]) > 0 {
				return g.Children[name][0].Value
			}
		}
	}
	return ""
}

// original is the publisher's address behind a feed service's counter.
func original(x ext.Extensions) string {
	for _, prefix := range []string{"feedburner", "pheedo"} {
		for _, name := range []string{"origLink", "origlink"} {
			if l := extension(x, prefix, name); isURL(l) {
				return link(l, "")
			}
		}
	}
	return ""
}

// fullText is the whole article in the vocabulary of Yandex.
func fullText(x ext.Extensions) string {
	for _, prefix := range []string{"yandex", "http://news.yandex.ru", "https://news.yandex.ru"} {
		if s := extension(x, prefix, "full-text"); s != "" {
			return s
		}
	}
	return ""
}

// ttl reads how long a feed may be kept: ttl in minutes (RSS 2.0), else the
// syndication module's period and frequency (RSS 1.0). Zero when it does not say.
func ttl(in *rss.Feed) time.Duration {
	if n, err := strconv.Atoi(strings.TrimSpace(in.TTL)); err == nil && n > 0 && n <= 60*24*366 {
		return time.Duration(n) * time.Minute
	}
	period := map[string]time.Duration{"hourly": time.Hour, "daily": 24 * time.Hour, "weekly": 7 * 24 * time.Hour,
		"monthly": 30 * 24 * time.Hour, "yearly": 365 * 24 * time.Hour}[strings.ToLower(extension(in.Extensions, "sy", "updatePeriod"))]
	if n, err := strconv.Atoi(extension(in.Extensions, "sy", "updateFrequency")); err == nil && n > 0 {
		period /= time.Duration(n)
	}
	return period
}

// skipHours reads hours in GMT; 24 is midnight in RSS 0.91.
func skipHours(in []string) []int {
	var out []int
	for _, s := range in {
		if h, err := strconv.Atoi(strings.TrimSpace(s)); err == nil && h >= 0 && h <= 24 && len(out) < 24 {
			out = append(out, h%24)
		}
	}
	return out
}

func skipDays(in []string) []string {
	var out []string
	for _, s := range in {
		for d := time.Sunday; d <= time.Saturday; d++ {
			if strings.EqualFold(strings.TrimSpace(s), d.String()) && len(out) < 7 {
				out = append(out, d.String())
			}
		}
	}
	return out
}
