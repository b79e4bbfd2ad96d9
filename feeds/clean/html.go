package clean

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout/feeds"
)

// HTML turns an HTML fragment or document into readable text and its blocks,
// without what publishers add to every item. Links become their text; where
// they lead, resolved against base, comes beside it.
func HTML(source, base string) (string, []feeds.Block, []feeds.Link) {
	ps := strip(read(source))
	text, blocks := layout(ps)
	return text, blocks, links(ps, base, base)
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
	leads []lead // the links of the line so far
	to    string // where the link leads that the line began with
	mark  int    // where the open link begins in the line
	seam  seam   // what stands between the last word and the next
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

// tokens reads HTML token by token.
func (w *writer) tokens(source string) {
	ends := closers{source: source}
	z := html.NewTokenizer(strings.NewReader(source))
	for pos := 0; ; {
		tt := z.Next()
		raw := z.Raw()
		pos += len(raw)
		switch {
		case tt == html.ErrorToken:
			w.flush()
			return
		case tt == html.TextToken:
			if w.skip == "" {
				w.write(string(z.Text()))
			}
		case tt == html.CommentToken || tt == html.DoctypeToken:
		case w.inline && !isHTML(raw):
			w.write(html.UnescapeString(string(raw)))
		case tt == html.EndTagToken:
			w.endTag(z.Token())
		default:
			w.startTag(z.Token(), func(name string) bool { return ends.last(name) >= pos })
		}
	}
}

// startTag handles a start tag; ends tells whether an element is closed later:
// one that is not hides nothing.
func (w *writer) startTag(t html.Token, ends func(name string) bool) {
	switch {
	case w.skip != "":
		if t.Data == w.skip && t.Type == html.StartTagToken {
			w.skipDepth++
		}
	case w.skips(t):
		if t.Type == html.StartTagToken && ends(t.Data) {
			w.skip, w.skipDepth = t.Data, 1
		}
	default:
		w.open(t)
	}
}

func (w *writer) endTag(t html.Token) {
	if w.skip == "" {
		w.close(t)
		return
	}
	if t.Data == w.skip {
		if w.skipDepth--; w.skipDepth == 0 {
			w.skip = ""
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
	if isBlock(t.DataAtom) {
		w.flush()
	}
	switch t.DataAtom {
	case atom.A:
		w.endLink()
		w.link = min(w.link+1, maxNest)
		w.href, w.mark = attr(t, "href"), len(w.text)
		w.seam.open()
	case atom.Br:
		w.breakLine()
	case atom.Q:
		w.write("“")
	case atom.Ul, atom.Ol, atom.Dl:
		w.list, w.item = min(w.list+1, maxNest), false
	case atom.Li, atom.Dt, atom.Dd:
		w.item = true
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.heading = int(t.Data[1] - '0')
	case atom.Blockquote:
		w.quote = min(w.quote+1, maxNest)
	case atom.Pre:
		w.pre = min(w.pre+1, maxNest)
	case atom.Tr:
		if len(w.rows) < maxNest {
			w.rows = append(w.rows, row{start: len(w.out)})
		}
	case atom.Td, atom.Th:
		if n := len(w.rows) - 1; n >= 0 {
			w.rows[n].cells = append(w.rows[n].cells, len(w.out))
		}
	case atom.Span, atom.Time, atom.Cite, atom.Small:
		w.seam.open()
		if strings.Contains(strings.ReplaceAll(attr(t, "style"), " ", ""), "display:block") {
			w.breakLine()
		}
	}
}

func (w *writer) close(t html.Token) {
	if isBlock(t.DataAtom) {
		w.flush()
	}
	switch t.DataAtom {
	case atom.A:
		w.dropNote()
		w.endLink()
		w.link = max(w.link-1, 0)
		w.seam.close()
	case atom.Span, atom.Time, atom.Cite, atom.Small:
		w.seam.close()
	case atom.Q:
		w.writeMark("”")
	case atom.Ul, atom.Ol, atom.Dl:
		w.list, w.item = max(w.list-1, 0), false
	case atom.Li, atom.Dt, atom.Dd:
		w.item = false
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.heading = 0
	case atom.Blockquote:
		w.quote = max(w.quote-1, 0)
	case atom.Pre:
		w.pre = max(w.pre-1, 0)
	case atom.Tr:
		w.closeRow()
	}
}
