// Package parse turns the bytes of a feed into entries. gofeed reads the
// format; a layer before it decodes and repairs, a layer after it mends
// identities, links, dates and text types.
//
//	decode.go    bytes -> UTF-8 (guess.go: where nothing is declared)
//	prepare.go   text -> text that an XML reader accepts
//	repair.go    tokens -> a well-formed document, and a note on each item
//	             (scope.go: namespaces, bases and tags; leaf.go: texts; links.go: links)
//	             (aside.go: what gofeed need not read)
//	rss.go atom.go json.go   gofeed's result and the notes -> entries
//	dates.go     dates as feeds print them -> instants (dateread.go takes them apart,
//	             datenumbers.go their numbers; datewords.go: names.txt and zones.txt)
//	notfeed.go   what a document is that is no feed
//	report.go    what `readout feeds parse` prints
//
// What is mended, where gofeed alone loses or falsifies it:
//
//	class                                  mended by
//	UTF-16, UTF-32, byte order marks       decode, before the format is told
//	undeclared, wrong, unknown encoding    decode: valid UTF-8 wins, then header, declaration, bytes
//	UTF-8 read as windows-1252 once        unmojibake
//	a damaged byte                         U+FFFD in its place, the rest stays
//	junk before the root, late root        prepare cuts to the root
//	XML 1.1, control characters and refs   prepare takes them out
//	a stray "<" or "&"                     prepare makes it text
//	truncated, mismatched, broken XML      repair goes on at the next item and closes what is open
//	floods: depth, attributes, bytes       feeds.ErrTooLarge; items: Feed.Cut
//	entities of a document type            never expanded: they stay as text
//	rdf:about                              is the id
//	permalink guids, Atom links as text    are links
//	relative, xml:base, double-escaped     link
//	tags in plain text                     Body.HTML by Atom's type, JSON's field
//	markup in titles                       clean.Inline, once
//	dates of all vocabularies              note.dates; dcterms, Atom 0.3 created and issued
//	dates in local forms                   Date
//	null items and authors in JSON         left out
//	itunes and media titles, descriptions  where the format's own are missing
//	feedburner:origLink                    Entry.Original
package parse

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"readout/feeds"
	"readout/feeds/clean"
)

// Feed parses an RSS, Atom or JSON feed. base is the URL the body came from
// (after redirects), contentType the Content-Type header; both may be "".
// It never panics. A body that is no feed gives an error wrapping
// feeds.ErrNotFeed that says what the body is instead, one beyond the limits
// of size and depth an error wrapping feeds.ErrTooLarge.
func Feed(body []byte, base, contentType string) (f feeds.Feed, entries []feeds.Entry, err error) {
	defer func() {
		if recover() != nil {
			f, entries = feeds.Feed{}, nil
			err = fmt.Errorf("%w: it is damaged beyond repair", feeds.ErrNotFeed)
		}
	}()
	if len(body) > maxBytes {
		return feeds.Feed{}, nil, fmt.Errorf("%w: %d MB, the limit for a feed is %d MB", feeds.ErrTooLarge, len(body)>>20, maxBytes>>20)
	}
	text := decode(body, contentType)
	switch kind := kindOf(text); kind {
	case kindXML:
		f, entries, err = parseXML(prepare(text), base)
	case kindJSON:
		f, entries, err = parseJSON(text, base)
	default:
		err = notFeed(kind, text, base)
	}
	if err != nil {
		return feeds.Feed{}, nil, err
	}
	entries = keep(entries)
	finish(&f, entries, base)
	return f, entries, nil
}

func parseXML(text, base string) (feeds.Feed, []feeds.Entry, error) {
	doc, err := repair(text, base)
	if err != nil {
		return feeds.Feed{}, nil, err
	}
	var f feeds.Feed
	var entries []feeds.Entry
	if doc.atom {
		f, entries, err = parseAtom(doc)
	} else {
		f, entries, err = parseRSS(doc)
	}
	if err != nil {
		return f, nil, fmt.Errorf("%w: %s", feeds.ErrNotFeed, clean.Clip(clean.Line(err.Error()), clean.MaxName))
	}
	if f.Title == "" && f.Site == "" && len(entries) == 0 {
		return f, nil, fmt.Errorf("%w: it has neither a title nor items", feeds.ErrNotFeed)
	}
	f.Cut, f.Partial = doc.cut, doc.partial
	return f, entries, nil
}

// finish cleans what the feed says about itself. A feed that does not state its
// language gets the one that its texts speak: a single item is often too short
// to tell.
func finish(f *feeds.Feed, entries []feeds.Entry, base string) {
	f.URL = base
	f.Title = clean.Clip(f.Title, clean.MaxName)
	if f.Lang = clean.Tag(f.Lang); f.Lang == "" {
		var sample strings.Builder
		for _, e := range entries[:min(len(entries), 40)] {
			sample.WriteString(e.Title + "\n" + clean.Clip(e.Summary.Text, clean.MaxTitle) + "\n")
		}
		f.Lang = clean.Language(sample.String())
	}
}

// keep drops entries that hold nothing and applies the limits of one entry.
func keep(entries []feeds.Entry) []feeds.Entry {
	out := entries[:0]
	for _, e := range entries {
		if e.Title == "" && e.Link == "" && e.ID == "" && e.Summary.Text == "" && e.Content.Text == "" {
			continue
		}
		e.Title = clean.Clip(e.Title, clean.MaxTitle)
		e.Author = clean.Clip(e.Author, clean.MaxName)
		e.DateText = clean.Clip(clean.Line(e.DateText), clean.MaxName)
		e.ID = shortID(clean.Line(e.ID))
		e.Lang = clean.Tag(e.Lang)
		out = append(out, e)
	}
	tellApart(out)
	return out
}

// maxID is how many bytes of an id are kept; a longer one is a text.
const maxID = 2000

func shortID(id string) string {
	if len(id) <= maxID {
		return id
	}
	sum := sha256.Sum256([]byte(id))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// tellApart gives a key to entries that share an id but not a link: publishers
// that put one constant guid on every item must not overwrite their own articles.
func tellApart(entries []feeds.Entry) {
	links := make(map[string]string, len(entries))
	shared := make(map[string]bool)
	for _, e := range entries {
		if link, seen := links[e.ID]; seen && link != e.Link {
			shared[e.ID] = true
		}
		links[e.ID] = e.Link
	}
	for i := range entries {
		if e := &entries[i]; e.ID != "" && shared[e.ID] {
			e.Key = e.ID + " " + e.Link
		}
	}
}

// isURL reports whether s is an absolute http(s) address.
func isURL(s string) bool {
	return (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")) && !strings.ContainsAny(s, " \t\n")
}

// first returns the first string that is not empty.
func first(ss ...string) string {
	for _, s := range ss {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}
