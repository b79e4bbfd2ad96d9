package clean

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// closers finds where the last end tag of an element stands. It looks once for
// each name of HTML, so that a flood of open tags costs no more than the text.
type closers struct {
	source string
	at     map[string]int
}

// last returns the offset of the last end tag of an element, -1 if there is none.
func (c *closers) last(name string) int {
	if c.at == nil {
		c.at = make(map[string]int)
		c.source = strings.Map(asciiLower, c.source)
	}
	at, ok := c.at[name]
	if !ok {
		at = strings.LastIndex(c.source, "</"+name)
		c.at[name] = at
	}
	return at
}

// asciiLower lowers A to Z and keeps the length of all else.
func asciiLower(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}

// isHTML reports whether a raw tag names an element or attribute of HTML.
func isHTML(raw []byte) bool {
	name := strings.ToLower(strings.Trim(string(raw), "</> \n\t"))
	if i := strings.IndexAny(name, " \n\t/>"); i >= 0 {
		name = name[:i]
	}
	return atom.Lookup([]byte(name)) != 0
}

// skipped reports whether an element and all it holds is left out: what a
// reader of the page would not read as its text.
func skipped(t html.Token) bool {
	switch t.DataAtom {
	case 0: // a name that is not HTML's: its text counts
		return false
	case atom.Script, atom.Style, atom.Noscript, atom.Iframe, atom.Object, atom.Embed, atom.Svg, atom.Math,
		atom.Canvas, atom.Video, atom.Audio, atom.Form, atom.Button, atom.Select, atom.Textarea, atom.Nav,
		atom.Aside, atom.Figcaption, atom.Template, atom.Head, atom.Noframes, atom.Frameset, atom.Dialog, atom.Menu:
		return true
	case atom.Br, atom.Img, atom.Hr, atom.Input, atom.Link, atom.Meta, atom.Wbr, atom.Body, atom.Html:
		return false
	}
	for _, a := range t.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// namedBoilerplate reports whether an element has a class of boilerplate.txt.
func namedBoilerplate(t html.Token) bool {
	for name := range strings.FieldsSeq(attr(t, "class")) {
		if rules().classes[strings.ToLower(name)] {
			return true
		}
	}
	return false
}

// attr returns an attribute's value, "" if there is none.
func attr(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// isBlock reports whether an element begins and ends a block of text.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Ul, atom.Ol, atom.Dl, atom.Li, atom.Dt, atom.Dd, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Blockquote, atom.Pre, atom.Tr, atom.Td, atom.Th, atom.P, atom.Div, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Hr, atom.Table,
		atom.Thead, atom.Tbody, atom.Tfoot, atom.Caption, atom.Figure, atom.Address, atom.Center, atom.Details,
		atom.Summary, atom.Fieldset, atom.Body, atom.Title, atom.Hgroup, atom.Option, atom.Legend:
		return true
	}
	return false
}
