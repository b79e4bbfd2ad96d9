package note

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"readout/briefing"
	"readout/briefing/quotes"
	"readout/briefing/signatories"
	"readout/briefing/text"
	"readout/feeds"
)

// The marks between which a second export changes nothing.
const (
	keepOpen   = "<!-- readout:keep -->"
	keepClose  = "<!-- /readout:keep -->"
	notesHead  = "## Notes"
	sourceHead = "## Source"
)

// writer writes the sections of one note.
type writer struct {
	a   feeds.Article
	b   briefing.Brief
	o   Options
	key string
	out bytes.Buffer
}

// line writes one line and the empty line after it.
func (w *writer) line(s string) { w.out.WriteString(s + "\n\n") }

func (w *writer) str(s text.Span) string { return w.a.Text[s.Start:s.End] }

func (w *writer) bottomLine() {
	w.line("## Bottom line")
	if len(w.b.Summary) == 0 {
		w.line("The text is too short for one.")
		return
	}
	s := w.b.Summary[0]
	w.line(block(w.str(s.Span)) + " " + w.cite(s.Paragraph))
}

func (w *writer) summary() {
	w.line("## Summary")
	if len(w.b.Summary) < 2 {
		w.line("Nothing beyond the bottom line.")
		return
	}
	for _, s := range w.b.Summary[1:] {
		w.out.WriteString("- " + indent(block(w.str(s.Span)), "  ") + " " + w.cite(s.Paragraph) + "\n")
	}
	w.out.WriteString("\n")
}

// cite is a citation in Pandoc's syntax (pandoc.org/MANUAL.html, "Citation syntax").
func (w *writer) cite(paragraph int) string {
	if paragraph == 0 {
		return "[@" + w.key + "]"
	}
	return fmt.Sprintf("[@%s, para. %d]", w.key, paragraph)
}

func (w *writer) quotes() {
	w.line("## Quotes")
	if len(w.b.Quotes) == 0 {
		w.line("None in the text.")
	}
	for _, q := range w.b.Quotes {
		w.out.WriteString("> " + indent(block(w.str(q.Span)), "> ") + "\n>\n")
		w.line("> — " + w.spoken(q) + " " + w.cite(q.Paragraph))
	}
}

// spoken says who spoke a quote, as whom, and where it stands.
func (w *writer) spoken(q quotes.Quote) string {
	parts := []string{"speaker " + unknown}
	if s := q.Speaker; s != nil {
		switch {
		case s.Name != "":
			parts[0] = "**" + line(s.Name) + "**"
		default:
			parts[0] = fmt.Sprintf("“%s”, name %s", line(w.str(s.Span)), unknown)
		}
		role := w.o.role(s.Actor)
		if role == "" {
			role = "role " + unknown
		}
		parts = append(parts, line(role))
	}
	if q.Kind == quotes.Fragment {
		parts = append(parts, "words inside the reporter's sentence")
	}
	if q.Cue != "" {
		parts = append(parts, "introduced by “"+line(q.Cue)+"”")
	}
	return strings.Join(append(parts, fmt.Sprintf("paragraph %d", q.Paragraph)), ", ")
}

func (w *writer) signatories() {
	w.line("## Signatories")
	l := w.b.Signatories
	if l == nil {
		w.line("None in the text.")
		return
	}
	w.line(signedWhat(l))
	w.out.WriteString("| Name | Party | Region | Country | Role | Kind |\n|---|---|---|---|---|---|\n")
	for _, p := range l.People {
		cells := []string{line(p.Name), fill(p, "party", p.Party), fill(p, "region", p.Region), fill(p, "country", p.Country), fill(p, "role", p.Role), line(string(p.Kind))}
		w.out.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	}
	w.out.WriteString("\n")
	if slices.ContainsFunc(l.People, func(p signatories.Signatory) bool { return len(p.Filled) > 0 }) {
		w.line("(registry): not in the text; filled in by Readout's registry.")
	}
}

func signedWhat(l *signatories.List) string {
	s := string(l.Document)
	if s == "" {
		s = "document"
	}
	s = strings.ToUpper(s[:1]) + s[1:] + " to " + orUnknown(line(l.Addressee))
	if l.Total > 0 {
		s += fmt.Sprintf(". Signatories stated: %d; named here: %d.", l.Total, len(l.People))
	} else {
		s += fmt.Sprintf(". Signatories stated: %s; named here: %d.", unknown, len(l.People))
	}
	if l.Partial {
		s += " The text says that there are more than it names."
	}
	return s
}

// fill is a table cell: the value, marked when it is the registry's.
func fill(p signatories.Signatory, field, value string) string {
	s := orUnknown(line(value))
	if value != "" && slices.Contains(p.Filled, field) {
		s += " (registry)"
	}
	return s
}

func (w *writer) also() {
	w.line("## Also reported by")
	if len(w.o.Also) == 0 {
		w.line("No other outlet is known.")
		return
	}
	for _, outlet := range w.o.Also {
		w.out.WriteString("- " + line(outlet) + "\n")
	}
	w.out.WriteString("\n")
}

// notes holds the user's own words. They are the user's Markdown and stay as
// they are; only the marks themselves are kept out of them.
func (w *writer) notes() {
	w.line(notesHead)
	own := strings.NewReplacer(keepOpen, "", keepClose, "").Replace(w.o.Notes)
	w.out.WriteString(keepOpen + "\n" + strings.Trim(own, "\n") + "\n" + keepClose + "\n\n")
}

func (w *writer) source() {
	w.line(sourceHead)
	a := w.a
	item := func(name, value string) { w.out.WriteString("- " + name + ": " + value + "\n") }
	item("Title", line(a.Title))
	item("Author", orUnknown(line(a.Byline)))
	item("Outlet", orUnknown(line(a.Source)))
	item("Published", orUnknown(dated(a)))
	if d := a.DateText; a.Published.IsZero() && d != "" {
		item("Date as printed", line(d))
	}
	item("First seen", orUnknown(when(a.FirstSeen)))
	address := unknown
	if u := link(a.URL); u != "" {
		address = "<" + u + ">"
	}
	item("Address", address)
	item("Text", textFrom(a))
	item("Citation key", w.key)
	item("Readout ID", line(a.ID))
	w.out.WriteString("\n")
}

func textFrom(a feeds.Article) string {
	switch {
	case a.From == feeds.FromFeed && a.Teaser:
		return "a part of the article, as the outlet's feed gives it"
	case a.From == feeds.FromFeed:
		return "as the outlet's feed gives it"
	case a.From == feeds.FromPage:
		return "extracted from the outlet's page"
	}
	return "from a file"
}

// dated is when an article was published: the instant, else the day.
func dated(a feeds.Article) string {
	if a.Published.IsZero() && !a.Day.IsZero() {
		return a.Day.Format("2 January 2006, hour ") + unknown
	}
	return when(a.Published)
}

func when(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2 January 2006, 15:04 UTC")
}

func orUnknown(s string) string {
	if s == "" {
		return unknown
	}
	return s
}

// indent puts a prefix before each line but the first.
func indent(s, prefix string) string { return strings.ReplaceAll(s, "\n", "\n"+prefix) }
