package parse

import (
	"encoding/xml"
	"strings"

	"readout/feeds/clean"
)

// link makes a link absolute. "&amp;" in it was escaped twice.
func link(raw, base string) string {
	return clean.Resolve(strings.ReplaceAll(raw, "&amp;", "&"), base)
}

// atomLink is a link element of Atom, in Atom or in RSS.
type atomLink struct{ href, rel, kind string }

// linkTo returns the first link of a relation, those to web pages before others.
func linkTo(links []atomLink, rel string) string {
	found := ""
	for _, l := range links {
		if l.rel != rel {
			continue
		}
		if l.kind == "" || strings.Contains(l.kind, "html") {
			return l.href
		}
		if found == "" {
			found = l.href
		}
	}
	return found
}

// noteLink notes an Atom link as it is written: gofeed would write its address anew.
func (w *repairer) noteLink(f frame, t xml.StartElement) {
	l := atomLink{rel: "alternate"}
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "href":
			l.href = link(a.Value, f.base)
		case "type":
			l.kind = a.Value
		case "rel":
			l.rel = strings.ToLower(strings.TrimSpace(a.Value))
		}
	}
	if l.href == "" {
		return
	}
	if w.item != nil {
		w.item.links = append(w.item.links, l)
	} else {
		w.doc.links = append(w.doc.links, l)
	}
}
