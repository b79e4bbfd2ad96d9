// Package opml reads and writes feed lists: OPML 1.0 and 2.0 (opml.org/spec2),
// newsboat's urls file and nom's configuration. Reading then writing an OPML
// list loses no feed, group, title or attribute.
//
// A list from elsewhere is untrusted: Import lets web addresses through and
// names what it refused. Nothing in a list is ever run.
package opml

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html/charset"

	"readout/feeds"
	"readout/feeds/clean"
)

// Bounds of a list; past them Parse answers with feeds.ErrTooLarge.
const (
	maxBytes = 8 << 20
	maxDepth = 64
	maxFeeds = 20_000
)

// ErrNotList says that a document is no feed list.
var ErrNotList = errors.New("this is not a feed list in OPML")

// Parse reads an OPML document. Groups, titles and unknown attributes are
// kept; addresses stay as they are, also file URLs and duplicates. An error
// wraps ErrNotList or feeds.ErrTooLarge; of a list that breaks off in the
// middle, the feeds read so far come with the error.
func Parse(r io.Reader) ([]feeds.Subscription, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("reading the feed list: %w", err)
	}
	if len(raw) > maxBytes {
		return nil, fmt.Errorf("reading the feed list: %w", feeds.ErrTooLarge)
	}
	p := parser{groups: []string{}}
	if err := p.run(repair(decode(raw))); err != nil {
		return p.subs, fmt.Errorf("reading the feed list: %w", err)
	}
	return p.subs, nil
}

// parser walks the outlines; groups holds a heading for each open outline, ""
// for one that is a feed itself.
type parser struct {
	groups []string
	subs   []feeds.Subscription
}

func (p *parser) run(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // decoded already
	root := false
	for {
		token, err := d.Token()
		if err == io.EOF && root {
			return nil
		}
		if err != nil {
			if !root {
				return ErrNotList
			}
			return fmt.Errorf("%w: it breaks off or is damaged near byte %d", ErrNotList, d.InputOffset())
		}
		switch t := token.(type) {
		case xml.StartElement:
			name := strings.ToLower(t.Name.Local)
			if !root && name != "opml" {
				return ErrNotList
			}
			root = true
			if name == "outline" {
				if err := p.open(t); err != nil {
					return err
				}
			}
		case xml.EndElement:
			if strings.EqualFold(t.Name.Local, "outline") && len(p.groups) > 0 {
				p.groups = p.groups[:len(p.groups)-1]
			}
		}
	}
}

// open takes an outline: a feed when it has an address, else a group.
func (p *parser) open(t xml.StartElement) error {
	if len(p.groups) >= maxDepth || len(p.subs) >= maxFeeds {
		return feeds.ErrTooLarge
	}
	a := attributes(t)
	if a.url == "" {
		p.groups = append(p.groups, a.name())
		return nil
	}
	s := feeds.Subscription{URL: a.url, Title: a.name(), Site: a.site, Group: p.group(), Attrs: a.rest}
	p.subs = append(p.subs, s)
	p.groups = append(p.groups, "")
	return nil
}

// group is the path of the open headings. A slash inside a heading is written
// with a backslash so that the path can be split again.
func (p *parser) group() string {
	var path []string
	for _, g := range p.groups {
		if g != "" {
			path = append(path, slash.Replace(g))
		}
	}
	return strings.Join(path, "/")
}

var slash = strings.NewReplacer(`\`, `\\`, `/`, `\/`)

// Path splits the group of a subscription into its headings, outermost first.
func Path(group string) []string {
	if group == "" {
		return nil
	}
	var path []string
	var b strings.Builder
	for i := 0; i < len(group); i++ {
		switch c := group[i]; {
		case c == '\\' && i+1 < len(group):
			i++
			b.WriteByte(group[i])
		case c == '/':
			path = append(path, b.String())
			b.Reset()
		default:
			b.WriteByte(c)
		}
	}
	return append(path, b.String())
}

// outline is what the attributes of one outline say.
type outline struct {
	url, site, text, title string
	rest                   map[string]string
}

// name is the text, which OPML 2.0 requires, else the title.
func (o outline) name() string {
	if o.text != "" {
		return o.text
	}
	return o.title
}

func attributes(t xml.StartElement) outline {
	o := outline{}
	for _, a := range t.Attr {
		name := a.Name.Local
		if a.Name.Space == "xmlns" || name == "xmlns" {
			continue // written again where it is needed
		}
		if a.Name.Space != "" {
			name = a.Name.Space + "|" + name
		}
		switch value := clean.Line(a.Value); strings.ToLower(name) {
		case "xmlurl":
			o.url = strings.TrimSpace(value)
		case "htmlurl":
			o.site = value
		case "text":
			o.text = value
		case "title":
			o.title = value
		default:
			o.keep(name, value)
		}
	}
	if o.url == "" && o.rest["type"] == "rss" && strings.Contains(o.rest["url"], "://") {
		o.url = o.rest["url"] // OPML 1.0 lists of some programs
		delete(o.rest, "url")
	}
	if o.title == o.text {
		o.title = ""
	}
	if o.title != "" && o.text != "" {
		o.keep("title", o.title)
	}
	if t := o.rest["type"]; o.url != "" && t == "rss" {
		delete(o.rest, "type") // written again
	}
	return o
}

func (o *outline) keep(name, value string) {
	if o.rest == nil {
		o.rest = map[string]string{}
	}
	o.rest[name] = value
}

// decode makes UTF-8 of a document by byte order mark, declaration, or guess.
func decode(raw []byte) string {
	r, err := charset.NewReader(strings.NewReader(string(raw)), declared(raw))
	if err != nil {
		return strings.ToValidUTF8(string(raw), "\uFFFD")
	}
	out, err := io.ReadAll(r)
	if err != nil {
		out = raw
	}
	return strings.TrimLeft(strings.ToValidUTF8(string(out), "\uFFFD"), "\uFEFF \t\r\n")
}

// reference is a numeric character reference.
var reference = regexp.MustCompile(`&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));`)

// repair drops the characters that XML does not allow, written out or as
// references: one of them would end the list.
func repair(text string) string {
	text = strings.Map(func(r rune) rune {
		if !allowed(r) {
			return -1
		}
		return r
	}, text)
	return reference.ReplaceAllStringFunc(text, func(s string) string {
		m := reference.FindStringSubmatch(s)
		n, err := strconv.ParseInt(m[1]+m[2], map[bool]int{true: 16, false: 10}[m[1] != ""], 64)
		if err != nil || !allowed(rune(n)) {
			return ""
		}
		return s
	})
}

// allowed is the production Char of XML 1.0.
func allowed(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r < 0xD800 || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= 0x10FFFF
}

// declared is a content type with the encoding of the XML declaration; UTF-8
// where there is none (XML 1.0, 4.3.3).
func declared(raw []byte) string {
	head := string(raw[:min(len(raw), 200)])
	label := "utf-8"
	if _, rest, ok := strings.Cut(head, "encoding="); ok && len(rest) > 2 {
		if name, _, ok := strings.Cut(rest[1:], rest[:1]); ok {
			label = name
		}
	}
	return "text/xml; charset=" + label
}
