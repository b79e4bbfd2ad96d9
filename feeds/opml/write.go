package opml

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode"

	"readout/feeds"
)

// Write writes subscriptions as OPML 2.0, grouped, in order: a group stands
// where its first feed does. Everything is kept, user information in addresses
// too: it is for the user's own list, in a file that nobody else may read.
func Write(w io.Writer, title string, subs []feeds.Subscription) error {
	b := bufio.NewWriter(w)
	spaces := namespaces(subs)
	fmt.Fprintf(b, "%s<opml version=\"2.0\"", xml.Header)
	for i, space := range spaces {
		fmt.Fprintf(b, " xmlns:n%d=\"%s\"", i+1, escape(space))
	}
	fmt.Fprintf(b, ">\n  <head>\n    <title>%s</title>\n  </head>\n  <body>\n", escape(title))
	writeGroup(b, tree(subs), spaces, 2)
	b.WriteString("  </body>\n</opml>\n")
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing the feed list: %w", err)
	}
	return nil
}

// Export is Write for a list that is passed on: without user information, and
// without the feeds that are files of this machine.
func Export(w io.Writer, title string, subs []feeds.Subscription) error {
	var out []feeds.Subscription
	for _, s := range subs {
		if s.URL = webAddress(s.URL); s.URL != "" {
			out = append(out, s)
		}
	}
	return Write(w, title, out)
}

// namespaces are the namespace names of attributes, each once, in order.
// Attrs holds such an attribute as "namespace|name".
func namespaces(subs []feeds.Subscription) []string {
	seen := map[string]bool{}
	for _, s := range subs {
		for name := range s.Attrs {
			if i := strings.LastIndex(name, "|"); i > 0 {
				seen[name[:i]] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// node is a group: its feeds and groups in order.
type node struct {
	name  string
	items []any // *node or feeds.Subscription
}

func tree(subs []feeds.Subscription) *node {
	root := &node{}
	for _, s := range subs {
		at := root
		for _, name := range Path(s.Group) {
			at = at.child(name)
		}
		at.items = append(at.items, s)
	}
	return root
}

func (n *node) child(name string) *node {
	for _, item := range n.items {
		if c, ok := item.(*node); ok && c.name == name {
			return c
		}
	}
	c := &node{name: name}
	n.items = append(n.items, c)
	return c
}

func writeGroup(b *bufio.Writer, n *node, spaces []string, depth int) {
	in := strings.Repeat("  ", depth)
	for _, item := range n.items {
		switch item := item.(type) {
		case *node:
			fmt.Fprintf(b, "%s<outline text=\"%s\">\n", in, escape(item.name))
			writeGroup(b, item, spaces, depth+1)
			fmt.Fprintf(b, "%s</outline>\n", in)
		case feeds.Subscription:
			fmt.Fprintf(b, "%s<outline%s/>\n", in, feedAttributes(item, spaces))
		}
	}
}

func feedAttributes(s feeds.Subscription, spaces []string) string {
	var b strings.Builder
	put := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, ` %s="%s"`, name, escape(value))
		}
	}
	if s.Attrs["type"] == "" {
		put("type", "rss")
	}
	if s.Title != "" {
		put("text", s.Title)
	} else {
		b.WriteString(` text=""`)
	}
	put("xmlUrl", s.URL)
	put("htmlUrl", s.Site)
	for _, name := range slices.Sorted(maps.Keys(s.Attrs)) {
		space, local := "", name
		if i := strings.LastIndex(name, "|"); i > 0 {
			local, space = name[i+1:], fmt.Sprintf("n%d:", slices.Index(spaces, name[:i])+1)
		}
		if attributeName(local, space != "") {
			fmt.Fprintf(&b, ` %s%s="%s"`, space, local, escape(s.Attrs[name]))
		}
	}
	return b.String()
}

// attributeName reports whether a name can be written as an attribute that
// Write does not write itself.
func attributeName(name string, spaced bool) bool {
	switch strings.ToLower(name) {
	case "text", "xmlurl", "htmlurl":
		if !spaced {
			return false
		}
	case "":
		return false
	}
	for i, r := range name {
		if !unicode.IsLetter(r) && r != '_' && (i == 0 || !strings.ContainsRune("-.0123456789", r)) {
			return false
		}
	}
	return true
}

// withoutUser cuts user:password@ out of an address.
func withoutUser(address string) string {
	scheme, rest, ok := strings.Cut(address, "://")
	if !ok {
		return address
	}
	host := rest
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		host = rest[:i]
	}
	if i := strings.LastIndex(host, "@"); i >= 0 {
		return scheme + "://" + rest[i+1:]
	}
	return address
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}
