package page

import (
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"readout/feeds"
	"readout/feeds/clean"
)

// reading is one opinion of what the main text is.
type reading struct {
	text   string
	blocks []feeds.Block
	words  int
}

// choose is the main text of a page.
func choose(doc *html.Node, f facts, base string) reading {
	return readable(doc, f, base)
}

// readable is go-readability's opinion.
func readable(doc *html.Node, f facts, base string) reading {
	at, err := url.Parse(base)
	if err != nil || base == "" {
		at = nil
	}
	p := readability.NewParser()
	p.DisableJSONLD = true // read here already
	a, err := p.ParseDocument(doc, at)
	if err != nil || a.Node == nil {
		return reading{}
	}
	return read(render(a.Node), f, base)
}

// read cleans the HTML of an opinion.
func read(source string, f facts, base string) reading {
	r := reading{}
	r.text, r.blocks = clean.HTML(source, base)
	r = r.withoutTitle(f)
	r.words = len(strings.Fields(r.text))
	return r
}

// withoutTitle drops first blocks that only repeat the headline.
func (r reading) withoutTitle(f facts) reading {
	for len(r.blocks) > 0 {
		b := r.blocks[0]
		line := r.text[b.Start:b.End]
		if !strings.EqualFold(line, f.title) && !(b.Kind == feeds.Heading && contains(f.heads, line)) {
			break
		}
		r.blocks = r.blocks[1:]
		cut := len(r.text)
		if len(r.blocks) > 0 {
			cut = r.blocks[0].Start
		}
		r.text = r.text[cut:]
		for i := range r.blocks {
			r.blocks[i].Start -= cut
			r.blocks[i].End -= cut
		}
	}
	return r
}
