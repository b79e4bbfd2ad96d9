package page

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"readout/feeds/clean"
	"readout/feeds/datafile"
	"readout/feeds/parse"
)

// What a page prints beside its main heading, for readers: the day of
// publication and who wrote the article. It is asked where the page states
// neither as data.

//go:embed printed.txt
var printedList string

// labels are the expressions of printed.txt.
type labels struct{ published, updated, by *regexp.Regexp }

var printedLabels = sync.OnceValue(func() labels {
	lists := map[string][]string{}
	for section, line := range datafile.Sections(printedList) {
		lists[section] = append(lists[section], line)
	}
	one := func(section string) *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(?:` + strings.Join(lists[section], "|") + `)`)
	}
	return labels{published: one("published"), updated: one("updated"), by: one("by")}
})

const (
	maxBeside   = 80 // bytes of a line that may be a date or a name
	linesBefore = 4  // that are looked at before the heading
	linesAfter  = 16 // and after it, up to the first running text
)

// printed is a line of a page: the text of one block, without what its inner blocks hold.
type printed struct {
	node     *html.Node
	text     string
	datetime string // of a time element in it
}

// part parts a line of several statements: "By A. Name | March 3, 2026".
var part = regexp.MustCompile(`\s+[/–—-]\s+|\s*[|·•]\s*`)

// logo reports whether the main heading is the site's name, with which titles end.
func (f facts) logo(title string) bool {
	return !strings.EqualFold(clean.Line(title), f.heads[0]) && strings.HasSuffix(clean.Line(title), f.heads[0])
}

// seeing takes from what is printed beside the heading what is not stated as data.
func (f *facts) seeing(lines []printed) {
	if f.byline == "" {
		f.byline = printedName(lines)
	}
	if f.published.IsZero() {
		f.published, f.dateText = printedDay(lines)
	}
}

// beside are the short lines around the heading that bears the title.
func beside(doc *html.Node, title string) []printed {
	var lines []printed
	at := -1
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || inline(n.Data) || hidden(n.Data) || n.Data == "title" {
			continue
		}
		l := ownLine(n)
		if l.text == "" {
			continue
		}
		if at < 0 && heads(n, l.text, title) {
			at = len(lines)
		}
		lines = append(lines, l)
		if at >= 0 && (len(lines)-at > linesAfter || len(lines)-1 > at && len(l.text) > longLine) {
			break
		}
	}
	if at < 0 {
		return nil
	}
	head := lines[at].node
	out := slices.DeleteFunc(slices.Clone(lines[max(0, at-linesBefore):at]), func(l printed) bool { return !near(l.node, head) })
	out = append(out, lines[at+1:]...)
	return slices.DeleteFunc(out, func(l printed) bool { return len(l.text) > maxBeside })
}

// heads reports whether an element is the heading that bears the title.
func heads(n *html.Node, text, title string) bool {
	text, title = strings.ToLower(clean.Line(text)), strings.ToLower(title)
	switch n.Data {
	case "h1":
		return strings.HasPrefix(title, text) || strings.HasPrefix(text, title) || strings.HasSuffix(text, title)
	case "h2", "h3":
		return len(title) > 10 && strings.HasSuffix(text, title)
	}
	return false
}

// near reports whether an element stands in the box around the heading or the
// one around that, and not in what frames the page.
func near(n, head *html.Node) bool {
	for box, i := head.Parent, 0; box != nil && i < 2 && box.Data != "body"; box, i = box.Parent, i+1 {
		for p := n.Parent; p != nil; p = p.Parent {
			if p == box {
				return true
			}
			if p.Data == "nav" || p.Data == "header" && named(p, []string{" site ", " masthead "}) {
				return false
			}
		}
	}
	return false
}

// ownLine is the text of an element down to its inner blocks.
func ownLine(n *html.Node) printed {
	l := printed{node: n}
	var b strings.Builder
	var add func(c *html.Node)
	add = func(c *html.Node) {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type == html.ElementNode && inline(c.Data):
			if c.Data == "time" && l.datetime == "" {
				l.datetime = attr(c, "datetime")
			}
			for d := c.FirstChild; d != nil; d = d.NextSibling {
				add(d)
			}
			if c.Data == "br" || c.Data == "time" || c.Data == "span" && c.NextSibling != nil && c.NextSibling.Data == "span" {
				b.WriteString(" | ")
			}
		}
	}
	for c := n.FirstChild; c != nil && b.Len() < 4*longLine; c = c.NextSibling {
		add(c)
	}
	l.text = strings.Trim(b.String(), " |\n\t\r")
	return l
}

// printedDay is the day that the lines print as that of publication, "" where
// they print none or several that no label tells apart.
func printedDay(lines []printed) (t time.Time, text string) {
	labelled := false
	for _, l := range lines {
		day, s, sure := l.day()
		switch {
		case day.IsZero() || labelled && !sure:
		case sure && !labelled || t.IsZero():
			t, text, labelled = day, s, sure
		case !sameDay(day, t):
			return time.Time{}, ""
		}
	}
	return t, text
}

// day is the day that one line prints; labelled where it says of what.
func (l printed) day() (t time.Time, text string, labelled bool) {
	known := printedLabels()
	parts := append([]string{clean.Line(l.text)}, part.Split(l.text, -1)...)
	for i, s := range parts {
		s = clean.Line(s)
		if known.updated.MatchString(s) && (i+1 < len(parts) || strings.ContainsAny(s, "0123456789")) {
			return time.Time{}, "", false
		}
		rest := strings.TrimSpace(known.published.ReplaceAllString(s, ""))
		labelled = labelled || rest != s
		if t.IsZero() {
			t, _ = parse.Day(rest)
			text = rest
		}
	}
	if exact, _, ok := parseTime(l.datetime); ok {
		return exact, l.datetime, labelled
	}
	return t, text, labelled
}

func sameDay(a, b time.Time) bool { return a.Sub(b).Abs() < 24*time.Hour }

// printedName is the first line that says by whom.
func printedName(lines []printed) string {
	for _, l := range lines {
		for _, s := range part.Split(l.text, -1) {
			if name := labelledName(clean.Line(s)); name != "" {
				return name
			}
		}
		if isNamed(l.node, authorNames) || l.node.Parent != nil && isNamed(l.node.Parent, authorNames) {
			if name := nameOnly(clean.Line(l.text)); name != "" {
				return name
			}
		}
	}
	return ""
}

// authorNames are names of elements that hold a name and nothing else.
var authorNames = []string{" author ", " authors ", " byline ", " writer ", " reporter ", " autor ", " auteur "}

// labelledName is the name in "By A. Name", "" where a text is anything else.
func labelledName(s string) string {
	label := printedLabels().by.FindString(s)
	last, _ := utf8.DecodeLastRuneInString(label)
	if label == "" || unicode.IsLetter(last) && !strings.HasPrefix(s[len(label):], " ") {
		return ""
	}
	return nameOnly(strings.TrimSpace(s[len(label):]))
}

// nameOnly is a text that can be a name or several, else "".
func nameOnly(rest string) string {
	words := strings.Fields(rest)
	if len(words) == 0 || len(words) > 8 || strings.ContainsAny(rest, "0123456789?!;:") || len(words) < 2 && rest[0] < utf8.RuneSelf {
		return ""
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && len(w) > 3 {
			return "" // a sentence; "van", "de" and "and" are short
		}
	}
	return clean.Byline(rest)
}
