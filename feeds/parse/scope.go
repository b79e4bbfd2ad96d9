package parse

import (
	"encoding/xml"
	"strings"

	"readout/feeds/clean"
)

// frame is one open element.
type frame struct {
	raw   string // name with its prefix, as written
	local string // without prefix, lower case
	space string // namespace URI; the prefix where none is declared
	ns    map[string]string
	base  string
	lang  string
	item  bool
}

func (w *repairer) top() *frame {
	if len(w.stack) == 0 {
		return &frame{base: w.base}
	}
	return &w.stack[len(w.stack)-1]
}

// open works out the scope of an element: namespaces, base, language.
func (w *repairer) open(t xml.StartElement) frame {
	p := w.top()
	f := frame{raw: rawName(t.Name), local: strings.ToLower(t.Name.Local), ns: p.ns, base: p.base, lang: p.lang}
	copied := false
	for _, a := range t.Attr {
		switch {
		case isSpace(a):
			if !copied {
				f.ns, copied = copyMap(p.ns), true
			}
			if len(f.ns) >= maxSpaces {
				continue
			}
			prefix := ""
			if a.Name.Space == "xmlns" {
				prefix = a.Name.Local
			}
			f.ns[prefix] = strings.TrimSpace(a.Value)
		case a.Name.Space == "xml" && a.Name.Local == "base":
			f.base = clean.Resolve(a.Value, p.base)
		case a.Name.Space == "xml" && a.Name.Local == "lang":
			f.lang = a.Value
		}
	}
	f.space = t.Name.Space
	if uri, ok := f.ns[t.Name.Space]; ok {
		f.space = uri
	}
	return f
}

// isItem reports whether an element is an item of a feed: a child of the
// channel or of the root.
func isItem(f frame, parent *frame, depth int) bool {
	switch f.local {
	case "item":
		return depth > 0 && (parent.local == "channel" || parent.local == "rdf" || parent.local == "rss")
	case "entry":
		return depth == 1 && parent.local == "feed"
	}
	return false
}

// startTag writes a start tag with URLs made absolute. xml:base has been used
// up: gofeed would treat it as a folder.
func (w *repairer) startTag(f frame, attrs []xml.Attr) {
	w.out.WriteString("<" + f.raw)
	seen := make(map[string]bool, len(attrs))
	for _, a := range attrs {
		name := rawName(a.Name)
		if a.Name.Space == "xml" || seen[name] || isSpace(a) && len(f.ns) >= maxSpaces {
			continue
		}
		seen[name] = true
		v := a.Value
		if f.local == "link" && a.Name.Local == "href" {
			v = link(v, f.base)
		}
		w.out.WriteString(" " + name + `="`)
		escape(&w.out, v)
		w.out.WriteString(`"`)
	}
	w.out.WriteString(">")
}

// isSpace reports whether an attribute declares a namespace.
func isSpace(a xml.Attr) bool {
	return a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns"
}

// push opens an element.
func (w *repairer) push(f frame) {
	w.stack = append(w.stack, f)
	w.count(f.raw, 1)
}

// isOpen reports whether an element of that name is open; case does not matter.
func (w *repairer) isOpen(name string) bool { return w.opened[strings.ToLower(name)] > 0 }

func (w *repairer) count(name string, n int) {
	if w.opened == nil {
		w.opened = make(map[string]int)
	}
	w.opened[strings.ToLower(name)] += n
}

// pop closes the innermost element.
func (w *repairer) pop() {
	f := w.top()
	w.count(f.raw, -1)
	w.out.WriteString("</" + f.raw + ">")
	if f.item {
		w.item = nil
	}
	w.stack = w.stack[:len(w.stack)-1]
}

func rawName(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// localName takes the prefix off a name as written.
func localName(raw string) string {
	if _, local, ok := strings.Cut(raw, ":"); ok {
		return local
	}
	return raw
}

func copyMap(m map[string]string) map[string]string {
	c := make(map[string]string, len(m)+2)
	for k, v := range m {
		c[k] = v
	}
	return c
}

// escape writes text as XML character data.
func escape(w *strings.Builder, s string) {
	_ = xml.EscapeText(w, []byte(s))
}
