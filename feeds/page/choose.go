package page

import (
	"net/url"
	"strings"
	"unicode"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"readout/feeds"
	"readout/feeds/clean"
)

// reading is one opinion of what the main text is.
type reading struct {
	text   string
	blocks []feeds.Block
	links  []feeds.Link
	words  int
}

// choose is the main text of a page: go-readability's opinion, or ours where
// that is bounded better. Where two extractors agree on most of a text, the
// shorter one has less around it; where the page states its text as data
// (JSON-LD articleBody), the opinion that is nearer to it wins. A page that is
// filled in by script holds its text as that data only.
func choose(doc *html.Node, f facts) reading {
	foreign(doc)
	shield(doc)
	plainLists(doc)
	first := readable(doc, f)
	prune(doc)
	second, stated := ours(doc, f)
	if body := countWords(f.body); body >= 60 {
		best := first
		if likeness(second.text, f.body) > likeness(first.text, f.body) {
			best = second
		}
		if best.words*3 < body && !f.paid {
			return read(paragraphs(f.body), f)
		}
		return best
	}
	least := 0.85
	if stated {
		least = 0.55
	}
	ratio := float64(second.words) / float64(max(first.words, 1))
	if ratio < 1 && first.lacks(second) {
		return first
	}
	if ratio >= least && ratio <= 1 || first.words < 50 && ratio > 1 || stated && second.lacks(first) {
		return second
	}
	return first
}

// lacks reports whether another reading misses paragraphs of r that read like
// an article's own: long ones, a tenth of the text together.
func (r reading) lacks(other reading) bool {
	missing := 0
	for _, b := range r.blocks {
		if line := r.text[b.Start:b.End]; b.Kind == feeds.Paragraph && len(line) > longLine && !strings.Contains(other.text, line) {
			missing += len(line)
		}
	}
	return missing*10 > len(r.text)
}

// ours is the second opinion; stated tells that the page names its text so.
func ours(doc *html.Node, f facts) (r reading, stated bool) {
	node, stated := dense(doc)
	if node == nil {
		return reading{}, false
	}
	return read(render(node), f), stated
}

// paragraphs makes HTML of a text that may be plain.
func paragraphs(text string) string {
	if strings.Contains(text, "</") {
		return text
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString("<p>" + html.EscapeString(line) + "</p>")
	}
	return b.String()
}

// countWords counts words; in scripts without spaces between them, two
// characters are taken for one.
func countWords(text string) int {
	n := 0
	for _, r := range text {
		if r > 0xE00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
			n++
		}
	}
	return len(strings.Fields(text)) + n/2
}

// likeness is the F1 of the words that two texts share.
func likeness(a, b string) float64 {
	count := map[string]int{}
	wa, wb := strings.Fields(a), strings.Fields(b)
	for _, w := range wa {
		count[w]++
	}
	same := 0
	for _, w := range wb {
		if count[w] > 0 {
			count[w]--
			same++
		}
	}
	return 2 * float64(same) / float64(max(len(wa)+len(wb), 1))
}

// readable is go-readability's opinion.
func readable(doc *html.Node, f facts) reading {
	at, err := url.Parse(f.base)
	if err != nil || f.base == "" {
		at = nil
	}
	p := readability.NewParser()
	p.DisableJSONLD = true // read here already
	p.KeepClasses = true   // clean knows captions and prompts by their class
	a, err := p.ParseDocument(doc, at)
	if err != nil || a.Node == nil {
		return reading{}
	}
	prune(a.Node)
	return read(render(a.Node), f)
}

// read cleans the HTML of an opinion.
func read(source string, f facts) reading {
	r := reading{}
	r.text, r.blocks, r.links = clean.HTML(source, f.base)
	r = r.trim(f)
	r.words = countWords(r.text)
	return r
}
