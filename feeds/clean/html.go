package clean

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout/feeds"
)

// HTML turns an HTML fragment or document into readable text and its blocks,
// without what publishers add to every item. Links become their text; base is
// kept for callers that will want the links.
func HTML(source, base string) (string, []feeds.Block) {
	return layout(strip(read(source)))
}

// Readable turns HTML into its whole readable text: as HTML, but with the
// publisher's additions.
func Readable(source string) string {
	text, _ := layout(read(source))
	return text
}

// Inline makes one line of a title or name that may hold markup: tags of HTML
// go, character references are decoded once, anything else in angle brackets
// is text.
func Inline(source string) string {
	if !strings.ContainsAny(source, "<&") {
		return Line(source)
	}
	w := writer{inline: true}
	w.tokens(clip(source, MaxBody))
	var b strings.Builder
	for _, p := range w.out {
		b.WriteString(p.text)
		b.WriteByte(' ')
	}
	return Line(b.String())
}

// read reads HTML into pieces. It goes over the tokens once and keeps no tree,
// so that neither depth nor mismatched tags cost more than their length.
func read(source string) []piece {
	w := writer{classes: true}
	source = clip(source, MaxBody)
	if strings.Contains(source, "<") {
		w.tokens(source)
		if w.dropped {
			// A class that wraps most of the text says nothing against it.
			all := writer{}
			if all.tokens(source); 5*size(w.out) < size(all.out) {
				return all.out
			}
		}
		return w.out
	}
	// A body without a tag has its paragraphs as plain text has them.
	for line := range strings.Lines(strings.ReplaceAll(source, "\r\n", "\n")) {
		if strings.TrimSpace(line) == "" {
			w.flush()
		}
		w.write(html.UnescapeString(line))
	}
	w.flush()
	return w.out
}

// writer is the state of reading HTML.
type writer struct {
	inline  bool // one line: only tags of HTML are tags
	classes bool // leave out what boilerplate.txt names by class
	dropped bool // something was left out for that
	out     []piece

	text  []byte // the line being read
	space bool   // a space is due before the next word
	tight bool   // the next piece follows a <br>
	links bool   // all of the line so far is link text
	href  string // where the link leads that is open, or was last
	to    string // where the link leads that the line began with
	rows  []row

	list    int // depth of lists
	link    int // depth of <a>
	quote   int // depth of <blockquote>
	pre     int
	heading int  // level of the open heading
	item    bool // an <li> or <dt> is open

	skip      string // the element whose content is passed over
	skipDepth int
}

// maxNest caps the depths that are counted, against floods of open tags.
const maxNest = 256

func (w *writer) tokens(source string) {
	ends := closers{source: source}
	z := html.NewTokenizer(strings.NewReader(source))
	pos := 0
	for {
		tt := z.Next()
		if tt == html.ErrorToken {
			w.flush()
			return
		}
		raw := z.Raw()
		pos += len(raw)
		switch tt {
		case html.TextToken:
			if w.skip == "" {
				w.write(string(z.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			if w.inline && !isHTML(raw) {
				w.write(html.UnescapeString(string(raw)))
				continue
			}
			t := z.Token()
			if w.skip != "" {
				if t.Data == w.skip && tt == html.StartTagToken {
					w.skipDepth++
				}
				continue
			}
			if w.skips(t) {
				// An element that is never closed hides nothing.
				if tt == html.StartTagToken && ends.last(t.Data) >= pos {
					w.skip, w.skipDepth = t.Data, 1
				}
				continue
			}
			w.open(t)
		case html.EndTagToken:
			if w.inline && !isHTML(raw) {
				w.write(html.UnescapeString(string(raw)))
				continue
			}
			t := z.Token()
			if w.skip == "" {
				w.close(t)
			} else if t.Data == w.skip {
				if w.skipDepth--; w.skipDepth == 0 {
					w.skip = ""
				}
			}
		}
	}
}

// skips reports whether an element is left out.
func (w *writer) skips(t html.Token) bool {
	if skipped(t) {
		return true
	}
	if w.classes && t.DataAtom != 0 && t.DataAtom != atom.Body && namedBoilerplate(t) {
		w.dropped = true
		return true
	}
	return false
}

func (w *writer) open(t html.Token) {
	switch t.DataAtom {
	case atom.A:
		w.link = min(w.link+1, maxNest)
		w.href = attr(t, "href")
	case atom.Br:
		w.breakLine()
	case atom.Q:
		w.write("“")
	case atom.Ul, atom.Ol, atom.Dl:
		w.flush()
		w.list, w.item = min(w.list+1, maxNest), false
	case atom.Li, atom.Dt, atom.Dd:
		w.flush()
		w.item = true
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.flush()
		w.heading = int(t.Data[1] - '0')
	case atom.Blockquote:
		w.flush()
		w.quote = min(w.quote+1, maxNest)
	case atom.Pre:
		w.flush()
		w.pre = min(w.pre+1, maxNest)
	case atom.Tr:
		w.flush()
		if len(w.rows) < maxNest {
			w.rows = append(w.rows, row{start: len(w.out)})
		}
	case atom.Td, atom.Th:
		w.flush()
		if n := len(w.rows) - 1; n >= 0 {
			w.rows[n].cells = append(w.rows[n].cells, len(w.out))
		}
	case atom.Span, atom.Cite, atom.Small:
		if strings.Contains(strings.ReplaceAll(attr(t, "style"), " ", ""), "display:block") {
			w.breakLine()
		}
	default:
		if isBlock(t.DataAtom) {
			w.flush()
		}
	}
}

func (w *writer) close(t html.Token) {
	switch t.DataAtom {
	case atom.A:
		w.link = max(w.link-1, 0)
	case atom.Q:
		w.writeMark("”")
	case atom.Ul, atom.Ol, atom.Dl:
		w.flush()
		w.list, w.item = max(w.list-1, 0), false
	case atom.Li, atom.Dt, atom.Dd:
		w.flush()
		w.item = false
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.flush()
		w.heading = 0
	case atom.Blockquote:
		w.flush()
		w.quote = max(w.quote-1, 0)
	case atom.Pre:
		w.flush()
		w.pre = max(w.pre-1, 0)
	case atom.Tr:
		w.flush()
		w.closeRow()
	default:
		if isBlock(t.DataAtom) || t.DataAtom == atom.Td || t.DataAtom == atom.Th {
			w.flush()
		}
	}
}

// write adds running text to the line; white space folds.
func (w *writer) write(s string) {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '\n':
			if w.pre > 0 {
				w.breakLine()
				continue
			}
			w.space = true
		case ' ', '\t', '\r', '\f', '\v':
			w.space = true
		default:
			if w.space && len(w.text) > 0 {
				w.text = append(w.text, ' ')
			}
			if len(w.text) == 0 {
				w.links, w.to = true, w.href
			}
			w.links = w.links && w.link > 0
			w.space = false
			w.text = append(w.text, c)
		}
	}
}

// writeMark adds a mark that belongs to the word before it.
func (w *writer) writeMark(s string) {
	w.space = false
	w.write(s)
}

// breakLine ends the line within its paragraph; two in a row end the paragraph.
func (w *writer) breakLine() {
	if w.inline {
		w.space = true
		return
	}
	had := len(w.text) > 0
	tight := w.tight
	w.flush()
	w.tight = had || tight && len(w.out) == 0
}

// flush makes a piece of the line read so far.
func (w *writer) flush() {
	text := fold(scrub(string(w.text)))
	w.text, w.space = w.text[:0], false
	tight := w.tight
	w.tight = false
	if text == "" {
		return
	}
	p := piece{kind: feeds.Paragraph, text: text, tight: tight && len(w.out) > 0, links: w.links}
	if w.links {
		p.to = w.to
	}
	switch {
	case w.heading > 0:
		p.kind, p.level = feeds.Heading, w.heading
	case w.item && !tight:
		p.kind, p.level = feeds.Item, max(w.list, 1)
	case w.quote > 0:
		p.kind = feeds.Quotation
	}
	w.out = append(w.out, p)
}
