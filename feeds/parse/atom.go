package parse

import (
	"encoding/base64"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/mmcdole/gofeed/atom"

	"readout/feeds"
	"readout/feeds/clean"
)

func parseAtom(doc document) (feeds.Feed, []feeds.Entry, error) {
	in, err := (&atom.Parser{}).Parse(strings.NewReader(doc.xml))
	if err != nil {
		return feeds.Feed{}, nil, err
	}
	base := first(doc.base, linkTo(doc.links, "self"), linkTo(doc.links, "alternate"))
	f := feeds.Feed{
		Title: clean.Inline(in.Title),
		Site:  clean.URL(link(linkTo(doc.links, "alternate"), base), ""),
		Lang:  first(in.Language, doc.lang, extension(in.Extensions, "dc", "language")),
	}
	entries := make([]feeds.Entry, 0, len(in.Entries))
	for _, en := range in.Entries {
		n := noteOf(doc, en.Extensions)
		entries = append(entries, atomEntry(doc, en, in, n, first(n.base, base)))
	}
	return f, entries, nil
}

func atomEntry(doc document, en *atom.Entry, in *atom.Feed, n note, base string) feeds.Entry {
	x := en.Extensions
	e := feeds.Entry{
		ID:       first(n.id, en.ID),
		Link:     link(linkTo(n.links, "alternate"), base),
		Original: original(x),
		Author:   people(en.Authors),
		Lang:     n.lang,
		Summary:  atomBody(doc.whole(en.Summary), n.types["summary"]),
	}
	e.Title = atomTitle(en.Title, n.types["title"])
	if e.Title == "" {
		e.Title = clean.Inline(first(mediaText(x, "title"), extension(x, "itunes", "title")))
	}
	if en.Content != nil {
		e.Content = atomBody(doc.whole(en.Content.Value), n.types["content"])
		if e.Link == "" && isURL(link(en.Content.Src, base)) {
			e.Link = link(en.Content.Src, base)
		}
	}
	if e.Link == "" && isURL(e.ID) {
		e.Link = e.ID
	}
	if e.Summary.Text == "" {
		e.Summary = feeds.Body{Text: mediaText(x, "description")}
	}
	if e.Author == "" && en.Source != nil {
		e.Author = people(en.Source.Authors)
	}
	if e.Author == "" { // RFC 4287 section 4.2.1: the feed's authors are the entry's
		e.Author = first(extension(x, "dc", "creator"), people(in.Authors))
	}
	for _, c := range en.Categories {
		e.Categories = append(e.Categories, first(c.Label, c.Term))
	}
	setDates(&e, n)
	return e
}

// atomTitle makes one line of a title of a stated type.
func atomTitle(title, kind string) string {
	if kind == "base64" || kind == "application/octet-stream" {
		title, kind = atomBody(title, "base64").Text, "html"
	}
	if kind == "html" || kind == "xhtml" {
		return clean.Inline(title)
	}
	return clean.Line(title)
}

// people joins the names of persons; one without a name has an address.
func people(ps []*atom.Person) string {
	var names []string
	for _, p := range ps {
		if p != nil && first(p.Name, p.Email) != "" {
			names = append(names, clean.Line(first(p.Name, p.Email)))
		}
	}
	return strings.Join(names, ", ")
}

// tags are what is markup beyond doubt in a text whose type is not stated.
var tags = regexp.MustCompile(`(?i)</(?:p|div|a|ul|ol|li|blockquote|h[1-6]|span|strong|em|b|i)\s*>|<br\s*/?>`)

// atomBody makes a body of a text of a stated type. A text without a type is
// plain by the format; only where it is plainly HTML it is taken for that.
func atomBody(text, kind string) feeds.Body {
	switch {
	case kind == "html" || kind == "xhtml":
		return feeds.Body{Text: text, HTML: true}
	case kind == "base64":
		raw, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
		if err != nil || !utf8.Valid(raw) {
			return feeds.Body{}
		}
		return feeds.Body{Text: string(raw), HTML: tags.Match(raw)}
	case kind == "":
		return feeds.Body{Text: text, HTML: len(tags.FindAllStringIndex(text, 2)) > 1}
	case kind == "text" || strings.HasPrefix(kind, "text/"):
		return feeds.Body{Text: text}
	}
	return feeds.Body{} // an image, a document: nothing to read
}
