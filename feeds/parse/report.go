package parse

import (
	"fmt"
	"strings"

	"readout/feeds"
	"readout/feeds/clean"
)

// Report is what `readout feeds parse --format jsonl` prints of one file.
type Report struct {
	File  string       `json:"file"`
	Error *string      `json:"error"` // null when the file holds a feed
	Title string       `json:"title"`
	Items []ReportItem `json:"items"`
}

// ReportItem is one item as a reader would get it: plain text throughout.
type ReportItem struct {
	Title       string  `json:"title"`
	Link        string  `json:"link"`
	ID          string  `json:"id"`        // the feed's own; "" when it has none
	Published   *string `json:"published"` // RFC 3339; null when it cannot be read with certainty
	Updated     *string `json:"updated"`
	Author      string  `json:"author"`
	SummaryText string  `json:"summary_text"`
	ContentText string  `json:"content_text"`
}

// NewReport parses a feed file and reports what is in it. It never fails: a
// file that holds no feed has Error set and no items.
func NewReport(file string, body []byte, base, contentType string) Report {
	r := Report{File: file, Items: []ReportItem{}}
	f, entries, err := Feed(body, base, contentType)
	if err != nil {
		msg := err.Error()
		r.Error = &msg
		return r
	}
	r.Title = f.Title
	for _, e := range entries {
		r.Items = append(r.Items, ReportItem{
			Title: e.Title, Link: e.Link, ID: e.ID, Author: e.Author,
			Published: feeds.Stamp(e.Published), Updated: feeds.Stamp(e.Updated),
			SummaryText: bodyText(e.Summary), ContentText: bodyText(e.Content),
		})
	}
	return r
}

// Text is the report for people.
func (r Report) Text() string {
	var b strings.Builder
	if r.Error != nil {
		fmt.Fprintf(&b, "%s: %s\n", r.File, *r.Error)
		return b.String()
	}
	fmt.Fprintf(&b, "%s: %s, %d items\n", r.File, first(r.Title, "(no title)"), len(r.Items))
	for _, it := range r.Items {
		date := "no date"
		if it.Published != nil {
			date = *it.Published
		}
		fmt.Fprintf(&b, "\n%s\n  %s", first(it.Title, "(no title)"), date)
		if it.Author != "" {
			fmt.Fprintf(&b, " · %s", it.Author)
		}
		fmt.Fprintf(&b, "\n  %s\n", it.Link)
		if text := first(it.SummaryText, it.ContentText); text != "" {
			fmt.Fprintf(&b, "  %s\n", clean.Clip(clean.Line(text), clean.MaxName))
		}
	}
	return b.String()
}

func bodyText(b feeds.Body) string {
	if b.HTML {
		return clean.Readable(b.Text)
	}
	text, _ := clean.Plain(b.Text)
	return strings.TrimSpace(text)
}
