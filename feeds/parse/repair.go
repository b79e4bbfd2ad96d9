package parse

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"readout/feeds"
)

// Limits on one document. A feed beyond a size or depth is refused, one with
// more items is cut.
const (
	maxBytes = 16 << 20
	maxDepth = 1000
	maxAttrs = 1000
	maxItems = 2000
	// maxElements is how many elements of one item are read; others are passed over.
	maxElements = 10_000
	// maxSpaces is how many namespaces are known at one place; others are not.
	maxSpaces = 200
)

const (
	nsAtom   = "http://www.w3.org/2005/Atom"
	nsAtom03 = "http://purl.org/atom/ns#"
	nsMedia  = "http://search.yahoo.com/mrss"
	nsDC     = "http://purl.org/dc/elements/1.1/"
	nsTerms  = "http://purl.org/dc/terms/"
	// nsNote marks the element by which an item finds its note again after gofeed.
	nsNote = "urn:readout:note"
)

// note is what the layer before gofeed sees of one item and gofeed loses.
type note struct {
	about string // rdf:about
	base  string // xml:base in scope, absolute where the document says how
	lang  string // xml:lang in scope
	// types are the text types of Atom's title, summary and content as stated:
	// text, html, xhtml or a media type; "base64" for that mode of Atom 0.3.
	types map[string]string
	links []atomLink
	id    string // Atom's id as written
	// dates are the date elements as printed, under a name that tells their
	// vocabulary: "pubdate", "dc:date", "dcterms:created", "atom:updated".
	dates map[string]string
}

// document is a feed in XML made well-formed: UTF-8, without declaration and
// document type, every tag closed, texts free of markup, links absolute.
type document struct {
	xml   string
	atom  bool
	base  string
	lang  string
	links []atomLink // of the feed
	notes []note
	// bodies are the long texts of items, which stand in xml by their marks only.
	bodies  []string
	cut     string // a sentence when items were left out
	partial bool   // the root is never closed
}

// repair reads XML token by token, as far as it can be read, and writes a
// well-formed document. Where the text breaks off or cannot be read it goes on
// at the next item; every item read so far is kept.
func repair(s, base string) (doc document, err error) {
	w := &repairer{base: base}
	for from := 0; from < len(s) && !w.done; {
		n, err := w.read(s[from:])
		if err != nil {
			return document{}, err
		}
		if from += n; w.done {
			break
		}
		next := w.nextItem(s, from)
		if next < 0 {
			w.dropLeaf()
			break
		}
		w.dropLeaf()
		w.unwind()
		from = next
	}
	w.doc.partial = !w.done
	for len(w.stack) > 0 {
		w.pop()
	}
	w.doc.xml = w.out.String()
	w.doc.cut = w.cutNote(s)
	return w.doc, nil
}

// repairer is the state of repair.
type repairer struct {
	base  string
	doc   document
	out   strings.Builder
	stack []frame
	// opened counts the open elements of each name, in lower case.
	opened   map[string]int
	leaf     *leaf // the text element being read
	item     *note // the item being read
	elements int   // read of the item so far
	ignored  int   // depth within elements that are passed over
	done     bool  // the root is closed, or enough items are read
}

// read handles tokens until the text ends or cannot be read further and
// returns how far it came. Its errors are refusals.
func (w *repairer) read(s string) (int, error) {
	d := xml.NewDecoder(strings.NewReader(s))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for !w.done {
		t, err := d.RawToken()
		if err != nil {
			return max(int(d.InputOffset()), 1), nil
		}
		switch t := t.(type) {
		case xml.StartElement:
			if len(w.stack) >= maxDepth || len(t.Attr) > maxAttrs {
				return 0, fmt.Errorf("%w: its elements are nested more than %d deep or have more than %d attributes",
					feeds.ErrTooLarge, maxDepth, maxAttrs)
			}
			w.start(t)
		case xml.EndElement:
			w.end(t)
		case xml.CharData:
			w.text(string(t))
		}
	}
	return len(s), nil
}

// start opens an element.
func (w *repairer) start(t xml.StartElement) {
	if w.restarts(t) {
		w.dropLeaf()
		w.unwind()
	}
	if w.item != nil {
		if w.elements++; w.elements > maxElements {
			w.ignored++
			return
		}
	}
	if w.leaf != nil {
		w.leaf.start(t)
		return
	}
	f := w.open(t)
	if f.item = isItem(f, w.top(), len(w.stack)); f.item && len(w.doc.notes) >= maxItems {
		w.done = true
		return
	}
	parent := w.top()
	if len(w.stack) == 0 {
		w.doc.atom, w.doc.base, w.doc.lang = f.local == "feed", f.base, f.lang
	}
	if parent.item || len(w.stack) > 0 && (parent.local == "channel" || parent.local == "feed") {
		if w.leaf = newLeaf(f, t, w.doc.atom); w.leaf != nil {
			return
		}
	}
	w.push(f)
	w.startTag(f, t.Attr)
	if f.item {
		w.newItem(f, t)
	}
	if f.local == "link" && (parent.item || parent.local == "feed" || parent.local == "channel") {
		w.noteLink(f, t)
	}
}

// newItem begins the note of an item and leaves a sign of it for after gofeed.
func (w *repairer) newItem(f frame, t xml.StartElement) {
	n := note{base: f.base, lang: f.lang, types: map[string]string{}, dates: map[string]string{}}
	for _, a := range t.Attr {
		if a.Name.Local == "about" {
			n.about = strings.TrimSpace(a.Value)
		}
	}
	fmt.Fprintf(&w.out, `<n:note xmlns:n="%s" i="%d"/>`, nsNote, len(w.doc.notes))
	w.doc.notes = append(w.doc.notes, n)
	w.item = &w.doc.notes[len(w.doc.notes)-1]
	w.elements, w.ignored = 0, 0
}

// end closes an element. An end tag that closes nothing is passed over; one
// that closes an outer element closes the inner ones too.
func (w *repairer) end(t xml.EndElement) {
	name := rawName(t.Name)
	if w.ignored > 0 {
		if w.ignored--; !endsLeaf(name) {
			return
		}
		w.ignored = 0
	}
	if w.leaf != nil {
		if w.leaf.end(name) {
			w.closeLeaf()
			return
		}
		if !w.isOpen(name) || !endsLeaf(name) {
			return
		}
		w.closeLeaf() // the text element was never closed
	}
	if !w.isOpen(name) {
		return
	}
	for {
		last := w.top().raw
		w.pop()
		if strings.EqualFold(last, name) {
			break
		}
	}
	w.done = len(w.stack) == 0
}

// endsLeaf reports whether an end tag may close an element around a text
// element: markup inside a text must not close the feed.
func endsLeaf(name string) bool {
	switch strings.ToLower(localName(name)) {
	case "item", "entry", "channel", "feed", "rss", "rdf":
		return true
	}
	return false
}

// text adds character data.
func (w *repairer) text(s string) {
	if strings.ContainsFunc(s, isC1) {
		s = strings.Map(fromC1, s)
	}
	switch {
	case w.ignored > 0:
	case w.leaf != nil:
		w.leaf.write(s)
	case len(w.stack) > 0:
		escape(&w.out, s)
	}
}
