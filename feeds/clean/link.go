package clean

import (
	"strings"

	"readout/feeds"
)

// maxLinks is how many links of an article are kept.
const maxLinks = 100

// lead is a link as it stands in a piece.
type lead struct{ words, href string }

// endLink takes note of the link that is open, where it has words on this line.
func (w *writer) endLink() {
	if w.link == 0 || w.href == "" || w.inline || w.mark >= len(w.text) {
		return
	}
	if words := fold(scrub(string(w.text[w.mark:]))); words != "" {
		w.leads = append(w.leads, lead{words, w.href})
	}
	w.mark = len(w.text)
}

// links are where the words of pieces lead: each address once, none that is the
// article's own, and none whose words were cut off with what publishers add.
func links(pieces []piece, base, own string) []feeds.Link {
	var out []feeds.Link
	seen := map[string]bool{Key(own): true, "": true}
	for _, p := range pieces {
		for _, l := range p.leads {
			if !strings.Contains(p.text, l.words) {
				continue
			}
			u := URL(l.href, base)
			if key := keyOf(u); !seen[key] {
				seen[key] = true
				out = append(out, feeds.Link{Text: Clip(l.words, MaxName), URL: u})
			}
			if len(out) == maxLinks {
				return out
			}
		}
	}
	return out
}

// Kept returns the links whose words a text still has.
func Kept(links []feeds.Link, text string) []feeds.Link {
	var out []feeds.Link
	for _, l := range links {
		if strings.Contains(text, strings.TrimSuffix(l.Text, "…")) {
			out = append(out, l)
		}
	}
	return out
}
