package parse

import (
	"encoding/xml"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"readout/feeds/clean"
)

// leaf is an element of an item or feed whose content is one text: title, body,
// link, date. Markup found inside it is kept as HTML source.
type leaf struct {
	frame
	attrs  []xml.Attr
	atom   bool // an element of Atom's own vocabulary
	text   strings.Builder
	markup strings.Builder
	html   bool // there was markup inside
	open   []string
	opened map[string]int // how often each name stands in open
}

// leafNames are the text elements and what is done with each.
var leafNames = map[string]string{
	"title": "text", "description": "body", "summary": "body", "content": "body", "encoded": "body",
	"subtitle": "text", "tagline": "text", "body": "body", "fulltext": "body", "full-text": "body", "abstract": "body",
	"link": "link", "origlink": "link", "guid": "id", "id": "id",
	"pubdate": "date", "date": "date", "published": "date", "updated": "date", "issued": "date", "created": "date",
	"modified": "date", "publicationdate": "date", "lastbuilddate": "date",
	"creator": "text", "language": "text",
}

// newLeaf begins a text element, nil if the element is none. Elements of the
// media vocabulary keep their structure.
func newLeaf(f frame, t xml.StartElement, inAtom bool) *leaf {
	kind := leafNames[f.local]
	if kind == "" || strings.HasPrefix(f.space, nsMedia) || f.space == "media" {
		return nil
	}
	atom := f.space == nsAtom || f.space == nsAtom03 || inAtom && f.space == ""
	if f.local == "link" && hasAttr(t, "href") {
		return nil
	}
	return &leaf{frame: f, attrs: t.Attr, atom: atom}
}

func hasAttr(t xml.StartElement, name string) bool {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return true
		}
	}
	return false
}

func (l *leaf) attr(name string) string {
	for _, a := range l.attrs {
		if a.Name.Local == name && a.Name.Space == "" {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// body reports whether half of the text is still of use.
func (l *leaf) body() bool { return leafNames[l.local] == "body" }

// maxOpen caps the markup inside a text that is matched.
const maxOpen = 512

// start adds a start tag of markup inside the text, as HTML: without prefix.
func (l *leaf) start(t xml.StartElement) {
	if !l.html {
		l.html = true
		escape(&l.markup, l.text.String())
	}
	if l.markup.Len() > 2*clean.MaxBody {
		return
	}
	if len(l.open) < maxOpen {
		name := rawName(t.Name)
		if l.opened == nil {
			l.opened = make(map[string]int)
		}
		l.open = append(l.open, name)
		l.opened[name]++
	}
	l.markup.WriteString("<" + t.Name.Local)
	for _, a := range t.Attr {
		if a.Name.Space == "" && a.Name.Local != "xmlns" {
			l.markup.WriteString(" " + a.Name.Local + `="`)
			escape(&l.markup, a.Value)
			l.markup.WriteString(`"`)
		}
	}
	l.markup.WriteString(">")
}

// end handles an end tag and reports whether it ends the text element.
func (l *leaf) end(name string) bool {
	if l.opened[name] == 0 {
		return strings.EqualFold(name, l.raw)
	}
	for {
		last := l.open[len(l.open)-1]
		l.open = l.open[:len(l.open)-1]
		l.opened[last]--
		l.markup.WriteString("</" + localName(last) + ">")
		if last == name {
			return false
		}
	}
}

// write adds text, up to the limit of one body.
func (l *leaf) write(s string) {
	if l.text.Len()+len(s) > clean.MaxBody {
		if s = s[:max(0, clean.MaxBody-l.text.Len())]; s == "" {
			return
		}
		s = strings.ToValidUTF8(s, "")
	}
	l.text.WriteString(s)
	if l.html {
		escape(&l.markup, s)
	}
}

// closeLeaf writes the text element out and notes what gofeed would lose.
func (w *repairer) closeLeaf() {
	l := w.leaf
	w.leaf = nil
	value := l.text.String()
	if l.html {
		value = l.markup.String()
	}
	value = strings.TrimSpace(value)
	attrs := l.attrs
	switch leafNames[l.local] {
	case "link":
		value = link(l.text.String(), l.base)
		if l.atom { // Atom's link is an empty element
			attrs = append(attrs, xml.Attr{Name: xml.Name{Local: "href"}, Value: value})
			w.noteLink(l.frame, xml.StartElement{Attr: attrs})
		}
	case "id":
		if l.atom && w.item != nil && w.item.id == "" {
			w.item.id = value
		}
	case "date":
		w.noteDate(l)
	case "text", "body":
		if l.atom {
			if w.item != nil {
				w.noteType(l)
			}
			attrs = textType(attrs)
		} else if l.html && w.item != nil && leafNames[l.local] == "body" {
			attrs = nil
		}
		if w.item != nil && l.body() {
			value = w.doc.putAside(value)
		}
	}
	w.startTag(l.frame, keepNamespaces(attrs, l.attrs))
	escape(&w.out, value)
	w.out.WriteString("</" + l.raw + ">")
}

// keepNamespaces adds to attrs the namespace declarations of all.
func keepNamespaces(attrs, all []xml.Attr) []xml.Attr {
	if len(attrs) == len(all) {
		return attrs
	}
	for _, a := range all {
		if a.Name.Space == "xmlns" || a.Name.Local == "xmlns" {
			attrs = append(attrs, a)
		}
	}
	return attrs
}

// textType says to gofeed that a text is plain, so that it hands it on as it is.
func textType(attrs []xml.Attr) []xml.Attr {
	out := []xml.Attr{{Name: xml.Name{Local: "type"}, Value: "text"}}
	for _, a := range attrs {
		if a.Name.Local == "src" {
			out = append(out, a)
		}
	}
	return out
}

// noteType notes the type of an Atom text (RFC 4287 section 3.1.1, Atom 0.3
// section 3.1). Text with elements inside is markup whatever its type.
func (w *repairer) noteType(l *leaf) {
	kind := strings.ToLower(l.attr("type"))
	switch mode := strings.ToLower(l.attr("mode")); {
	case l.html:
		kind = "xhtml"
	case mode == "base64":
		kind = "base64"
	case strings.Contains(kind, "html"):
		kind = "html"
	case kind == "" && mode == "escaped":
		kind = "html"
	}
	if _, ok := w.item.types[l.local]; !ok {
		w.item.types[l.local] = kind
	}
}

// noteDate notes a date element of the item under its vocabulary.
func (w *repairer) noteDate(l *leaf) {
	if w.item == nil {
		return
	}
	name := l.local
	switch {
	case l.space == nsDC || l.space == "dc":
		name = "dc:" + name
	case l.space == nsTerms || l.space == "dcterms":
		name = "dcterms:" + name
	case l.atom:
		name = "atom:" + name
	}
	if _, ok := w.item.dates[name]; !ok {
		w.item.dates[name] = strings.TrimSpace(l.text.String())
	}
}

func isC1(r rune) bool { return r >= 0x80 && r <= 0x9F }

// fromC1 reads C1 controls as windows-1252, as HTML does: they come from
// references such as "&#150;" that meant a dash.
func fromC1(r rune) rune {
	if isC1(r) {
		if r = charmap.Windows1252.DecodeByte(byte(r)); isC1(r) {
			return -1
		}
	}
	return r
}
