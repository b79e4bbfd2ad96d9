package note

import (
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

// View is a note as its template sees it. Foreign text is a Value everywhere.
type View struct {
	FrontMatter string // with its fences
	Title       Value
	Author      Value
	Outlet      Value
	Published   string // in words; "unknown"
	DateText    Value  // the date as printed, where it could not be read
	FirstSeen   time.Time
	URL         string
	TextFrom    string
	Key         string
	ID          Value
	Unread      string   // a sentence where the end of a huge text was not read; ""
	BottomLine  []Line   // one, or none where the text is too short
	Summary     []Line   // the other sentences
	Changed     []Change // one, or none
	Quotes      []QuoteView
	Letters     []Letter // one, or none
	Also        []Value
	Told        []*Told // one, or none
	Highlights  []Line  // the user's; a Cite of "" says that the article no longer holds the words
	Own         string  // the user's part: heading, keep marks and text
	CiteAs      string  // the article's citation in the style's words; ""
	Footnotes   []string
	Citation    string // CSL-JSON or BibTeX in a fenced block; ""
	References  string // Pandoc's block of metadata; ""
}

// Line is one sentence of the article with its citation.
type Line struct {
	Text Value
	Cite string
}

// QuoteView is a quote with its speaker and its citation.
type QuoteView struct {
	Said
	Fragment bool
	Cue      Value
	Cite     string
}

// own stands for the user's part until the rest is written: the user's empty
// lines stay. No foreign text can hold it, escaping drops controls.
const own = "\x00own\x00"

// view gathers what a template needs.
func (w *writer) view() View {
	a := w.a
	v := View{Title: Value(a.Title), Author: Value(a.Byline), Outlet: Value(a.Source), Published: orUnknown(dated(a)), FirstSeen: a.FirstSeen,
		URL: a.URL, TextFrom: textFrom(a), Key: w.key, ID: Value(a.ID), Own: own}
	v.Unread = unread(w.b)
	w.frontMatter()
	v.FrontMatter = strings.TrimSpace(w.out.String())
	if a.Published.IsZero() {
		v.DateText = Value(a.DateText)
	}
	for i, s := range w.b.Summary {
		l := Line{Value(w.str(s.Span)), w.cites.inline(s.Paragraph)}
		if i == 0 {
			v.BottomLine = []Line{l}
		} else {
			v.Summary = append(v.Summary, l)
		}
	}
	if w.o.Changed != nil {
		v.Changed = []Change{*w.o.Changed}
	}
	for _, q := range w.b.Quotes {
		s := said(Cited{Article: a, Key: w.key, Role: w.o.Role}, q)
		v.Quotes = append(v.Quotes, QuoteView{s, q.Kind == quotes.Fragment, Value(q.Cue), w.cites.inline(q.Paragraph)})
	}
	if w.b.Signatories != nil {
		v.Letters = []Letter{letter(Cited{Article: a, Brief: w.b, Key: w.key, Since: w.o.Since})}
	}
	w.around(&v)
	v.CiteAs, v.Footnotes = w.cites.as(), w.cites.notes
	v.Citation, v.References = w.cites.block(), w.cites.references()
	return v
}

// around adds what stands around the brief: the story's other outlets and
// the user's highlights.
func (w *writer) around(v *View) {
	for _, outlet := range w.o.Also {
		v.Also = append(v.Also, Value(outlet))
	}
	if w.o.Told != nil {
		v.Told = []*Told{w.o.Told}
	}
	for _, l := range w.o.Lit {
		line := Line{Text: Value(l.Words)}
		if l.Paragraph > 0 {
			line.Cite = fmt.Sprintf("paragraph %d %s", l.Paragraph, w.cites.inline(l.Paragraph))
		}
		v.Highlights = append(v.Highlights, line)
	}
}

// writer writes one note.
type writer struct {
	a     feeds.Article
	b     briefing.Brief
	o     Options
	key   string
	cites *cites
	out   strings.Builder
}

func (w *writer) str(s text.Span) string { return w.a.Text[s.Start:s.End] }

// notes is the user's part. The words are the user's own Markdown and stay as
// they are; only the marks themselves are kept out of them.
func (o Options) own() string {
	words := strings.NewReplacer(keepOpen, "", keepClose, "").Replace(o.Notes)
	return notesHead + "\n\n" + keepOpen + "\n" + strings.Trim(words, "\n") + "\n" + keepClose
}

func textFrom(a feeds.Article) string {
	switch {
	case a.From == feeds.FromSample:
		return "invented: this is an article of Readout's built-in sample edition, and no news"
	case a.From == feeds.FromFeed && a.Teaser:
		return "a part of the article, as the outlet's feed gives it"
	case a.From == feeds.FromFeed:
		return "as the outlet's feed gives it"
	case a.From == feeds.FromPage:
		return "extracted from the outlet's page"
	}
	return "from a file"
}

// unread says how much of a huge text was not read; "" where all of it was.
func unread(b briefing.Brief) string {
	if b.Unread == 0 {
		return ""
	}
	return fmt.Sprintf("The last %d KB of the text were not read: it is too long, or took too long.", (b.Unread+1023)/1024)
}

// letter is a signed document as templates see it.
func letter(a Cited) Letter {
	l := a.Brief.Signatories
	out := Letter{Title: Value(a.Article.Title), Document: Value(l.Document), Addressee: Value(l.Addressee), Total: l.Total, Partial: l.Partial, Since: a.Since, Key: a.Key, ID: a.Article.ID}
	for _, p := range l.People {
		out.People = append(out.People, signer(a.Article, p))
	}
	return out
}

func signer(a feeds.Article, p signatories.Signatory) Signer {
	s := Signer{Name: Value(p.Name), Party: Value(p.Party), Region: Value(p.Region), Country: Value(p.Country), Role: Value(p.Role),
		Kind: Value(p.Kind), Filled: slices.Clone(p.Filled)}
	if !strings.Contains(flat(a.Text), flat(p.Name)) {
		s.InText = Value(a.Text[p.Start:p.End])
	}
	return s
}

func when(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2 January 2006, 15:04 UTC")
}

// zoned is a time in words, in its own zone.
func zoned(t time.Time) string {
	zone := "UTC"
	if _, offset := t.Zone(); offset != 0 {
		zone = "UTC" + t.Format("-07:00")
	}
	return t.Format("2 January 2006, 15:04 ") + zone
}

// dated is when an article was published: the instant, else the day.
func dated(a feeds.Article) string {
	if a.Published.IsZero() && !a.Day.IsZero() {
		return a.Day.Format("2 January 2006, exact time ") + unknown
	}
	return when(a.Published)
}

func orUnknown(s string) string {
	if s == "" {
		return unknown
	}
	return s
}

// indent puts a prefix before each line but the first.
func indent(s, prefix string) string { return strings.ReplaceAll(s, "\n", "\n"+prefix) }
