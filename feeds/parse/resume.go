package parse

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// restarts reports whether an item begins although the one before was not closed.
func (w *repairer) restarts(t xml.StartElement) bool {
	if w.item == nil {
		return false
	}
	for i := len(w.stack) - 1; i >= 0; i-- {
		if w.stack[i].item {
			return rawName(t.Name) == w.stack[i].raw
		}
	}
	return false
}

// nextItem finds the next item in s after from, for going on behind an error;
// -1 if there is none.
func (w *repairer) nextItem(s string, from int) int {
	if from >= len(s) {
		return -1
	}
	name := w.itemTag()
	for i := from; ; {
		j := strings.Index(s[i:], name)
		if j < 0 {
			return -1
		}
		i += j
		if after := i + len(name); after < len(s) && strings.IndexByte(" >\t\n\r", s[after]) >= 0 {
			return i
		}
		i += len(name)
	}
}

// dropLeaf gives up a text element that broke off: half a title, link or date
// would be a wrong one. Of a body what is there is kept.
func (w *repairer) dropLeaf() {
	if w.leaf == nil {
		return
	}
	if w.leaf.body() {
		w.closeLeaf()
	}
	w.leaf = nil
}

// unwind closes elements up to the one that holds the items.
func (w *repairer) unwind() {
	for len(w.stack) > 0 {
		switch w.top().local {
		case "channel", "feed", "rdf", "rss":
			return
		}
		w.pop()
	}
}

// cutNote says how many items were kept when a feed holds too many.
func (w *repairer) cutNote(s string) string {
	if len(w.doc.notes) < maxItems || len(w.stack) == 0 && !w.done {
		return ""
	}
	if n := strings.Count(s, w.itemTag()); n > maxItems {
		return "only the first " + strconv.Itoa(maxItems) + " items were kept, because the feed holds about " + strconv.Itoa(n)
	}
	return ""
}

// itemTag is how the start tag of an item begins.
func (w *repairer) itemTag() string {
	if w.doc.atom {
		return "<entry"
	}
	return "<item"
}
