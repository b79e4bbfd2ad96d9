package note

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"readout/feeds"
)

// Style says how a note cites.
type Style string

// The styles. All but Plain and Chicago cite by key, in Pandoc's syntax.
const (
	Keys    Style = ""        // keys alone, for a bibliography that is elsewhere
	Plain   Style = "plain"   // outlet, date and paragraph in words
	Chicago Style = "chicago" // footnotes: Chicago Manual of Style, 18th edition, notes (14.191)
	CSL     Style = "csl"     // with the article's CSL-JSON
	BibTeX  Style = "bibtex"  // with the article's BibTeX entry
	Pandoc  Style = "pandoc"  // with Pandoc's "references" as a second block of metadata
)

// Styles are the styles that can be asked for by name.
func Styles() []string {
	return []string{string(Plain), string(Chicago), string(CSL), string(BibTeX), string(Pandoc)}
}

// cites writes the citations of one note.
type cites struct {
	a     feeds.Article
	key   string
	style Style
	notes []string // footnotes so far
}

// inline cites a paragraph of the article; 0 = the article.
func (c *cites) inline(paragraph int) string {
	where := ""
	if paragraph > 0 {
		where = fmt.Sprintf("paragraph %d", paragraph)
	}
	switch c.style {
	case Plain:
		return "(" + orUnknownWhat(line(c.a.Source), "outlet") + ", " + orUnknownWhat(dayIn(c.a.Date(), "2 January 2006"), "date") + strings.TrimSuffix(", "+where, ", ") + ")"
	case Chicago:
		n := len(c.notes) + 1
		full := c.chicago(where)
		if n > 1 {
			full = c.titled(where)
		}
		c.notes = append(c.notes, fmt.Sprintf("[^%d]: %s", n, full))
		return fmt.Sprintf("[^%d]", n)
	}
	if where == "" {
		return "[@" + c.key + "]"
	}
	return fmt.Sprintf("[@%s, para. %d]", c.key, paragraph)
}

// as is the citation of the whole article in words; "" in styles by key.
func (c *cites) as() string {
	switch c.style {
	case Plain:
		s := []string{"“" + line(c.a.Title) + "”", orUnknownWhat(line(c.a.Source), "outlet"), orUnknownWhat(dayIn(c.a.Date(), "2 January 2006"), "date")}
		if c.a.Byline != "" {
			s = append([]string{line(c.a.Byline)}, s...)
		}
		return strings.Join(s, ", ")
	case Chicago:
		return c.chicago("")
	}
	return ""
}

// chicago is a full note. An article without a date is cited by the day on
// which it was seen (14.104).
func (c *cites) chicago(where string) string {
	var rest []string
	if c.a.Source != "" {
		rest = append(rest, line(c.a.Source))
	}
	if d := dayIn(c.a.Date(), "January 2, 2006"); d != "" {
		rest = append(rest, d)
	} else if d := dayIn(c.a.FirstSeen, "January 2, 2006"); d != "" {
		rest = append(rest, "accessed "+d)
	}
	if where != "" {
		rest = append(rest, where)
	}
	if u := link(c.a.URL); u != "" {
		rest = append(rest, "<"+u+">")
	}
	return c.titled(rest...)
}

// titled begins a note with author and title. The comma stands inside the
// quotation marks, and not after a question or an exclamation (6.9, 6.134).
func (c *cites) titled(rest ...string) string {
	s, mark := "", ","
	if c.a.Byline != "" {
		s = line(c.a.Byline) + ", "
	}
	switch {
	case strings.HasSuffix(c.a.Title, "?") || strings.HasSuffix(c.a.Title, "!"):
		mark = ""
	case len(rest) == 0:
		mark = "."
	}
	s += "“" + line(c.a.Title) + mark + "”"
	if len(rest) == 0 {
		return s
	}
	return s + " " + strings.Join(rest, ", ") + "."
}

func dayIn(t time.Time, layout string) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(layout)
}

// CSLItem is an article in CSL-JSON 1.0.2.
type CSLItem struct {
	ID        string     `json:"id"`
	Type      string     `json:"type"`
	Title     string     `json:"title"`
	Author    []cslName  `json:"author,omitempty"`
	Container string     `json:"container-title,omitempty"`
	Issued    *dateParts `json:"issued,omitempty"`
	Accessed  *dateParts `json:"accessed,omitempty"`
	URL       string     `json:"URL,omitempty"`
	Language  string     `json:"language,omitempty"`
}

// cslName is a name that is not taken apart: how is not known.
type cslName struct {
	Literal string `json:"literal"`
}

type dateParts struct {
	Parts [][]int `json:"date-parts"`
}

func parts3(t time.Time) *dateParts {
	if t.IsZero() {
		return nil
	}
	t = t.UTC()
	return &dateParts{[][]int{{t.Year(), int(t.Month()), t.Day()}}}
}

// NewCSL returns an article in CSL-JSON. A language that is not known is "und"
// (BCP 47): without one a processor writes the title as if it were English.
func NewCSL(a feeds.Article, key string) CSLItem {
	c := CSLItem{ID: key, Type: "article-newspaper", Title: a.Title, Container: a.Source, Issued: parts3(a.Date()),
		Accessed: parts3(a.FirstSeen), URL: link(a.URL), Language: cmp.Or(a.Lang, "und")}
	if a.Byline != "" {
		c.Author = []cslName{{a.Byline}}
	}
	return c
}

// texEscaper keeps every character of a text in BibTeX from meaning something to TeX.
var texEscaper = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\${}`, "[[", `[{}[`, "&", `\&`, "%", `\%`, "#", `\#`, "_", `\_`,
	"~", `\textasciitilde{}`, "^", `\textasciicircum{}`, "`", "\\`{}", "<", `\textless{}`, "--", `-{}-`)

func tex(s string) string { return texEscaper.Replace(flat(s)) }

// NewBibTeX returns an article as a BibTeX entry, a newspaper's article to
// biblatex (3.22, 2.1.1: entrysubtype) and Pandoc. The author is one name in
// braces: how to take it apart is not known.
func NewBibTeX(a feeds.Article, key string) string {
	var b strings.Builder
	put := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, ",\n  %s = {%s}", name, value)
		}
	}
	fmt.Fprintf(&b, "@article{%s", key)
	if a.Byline != "" {
		put("author", " {"+tex(a.Byline)+"} ")
	}
	put("title", " {"+tex(a.Title)+"} ")
	put("journal", tex(a.Source))
	put("entrysubtype", "newspaper")
	put("year", dayIn(a.Date(), "2006"))
	put("month", strings.ToLower(dayIn(a.Date(), "Jan")))
	put("date", dayIn(a.Date(), time.DateOnly))
	put("url", link(a.URL))
	put("urldate", dayIn(a.FirstSeen, time.DateOnly))
	return b.String() + "\n}\n"
}

// block is the article's entry in a fence of its own. No character of it means
// anything to a reader of notes, and no text can end the fence.
func (c *cites) block() string {
	switch c.style {
	case CSL:
		j, err := json.MarshalIndent([]CSLItem{NewCSL(c.a, c.key)}, "", "  ")
		if err != nil {
			panic(err) // strings and numbers
		}
		return "````json\n" + strings.NewReplacer("`", `\u0060`, "%", `\u0025`, "{{", `{\u007b`, "[[", `[\u005b`, "$", `\u0024`).Replace(string(j)) + "\n````"
	case BibTeX:
		return "````bibtex\n" + NewBibTeX(c.a, c.key) + "````"
	}
	return ""
}

// references is Pandoc's block. Its texts are Markdown to Pandoc, so they are escaped.
func (c *cites) references() string {
	if c.style != Pandoc {
		return ""
	}
	csl := NewCSL(c.a, c.key)
	var b strings.Builder
	put := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %s: %s\n", name, quoted(value))
		}
	}
	b.WriteString("---\nreferences:\n- id: " + quoted(c.key) + "\n")
	put("type", csl.Type)
	put("title", line(csl.Title))
	if c.a.Byline != "" {
		b.WriteString("  author:\n  - literal: " + quoted(line(c.a.Byline)) + "\n")
	}
	put("container-title", line(csl.Container))
	put("issued", day(c.a.Date()))
	put("accessed", day(c.a.FirstSeen))
	put("URL", csl.URL)
	put("language", line(csl.Language))
	return b.String() + "---"
}
