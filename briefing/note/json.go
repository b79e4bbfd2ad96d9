// Package note turns a brief into what leaves the program: the Markdown note,
// the JSON of the contract ("readout/1") and plain text.
package note

import (
	"time"

	"readout/briefing"
	"readout/briefing/actors"
	"readout/briefing/text"
	"readout/feeds"
)

// Schema names the JSON form of a brief.
const Schema = "readout/1"

// Document is a brief as JSON. Offsets count Unicode code points of Text, end
// exclusive (W3C Web Annotation, TextPositionSelector).
type Document struct {
	Schema      string      `json:"schema"`
	File        string      `json:"file,omitempty"`
	ID          string      `json:"id"`
	URL         *string     `json:"url"`
	Source      *string     `json:"source"`
	Title       string      `json:"title"`
	Byline      *string     `json:"byline"`
	Published   *string     `json:"published"`
	Language    *string     `json:"language"`
	Fulltext    *bool       `json:"fulltext,omitempty"`
	Text        string      `json:"text"`
	Summary     []sentence  `json:"summary"`
	Actors      []actor     `json:"actors"`
	Topics      []topic     `json:"topics"`
	Quotes      []quote     `json:"quotes"`
	Signatories *signatures `json:"signatories"`
	Dates       []date      `json:"dates"`
	// Links are where words of Text lead; an addition to the contract.
	Links []target `json:"links,omitempty"`
	// UnreadBytes is how much of a huge text's end was not read; an addition to the contract.
	UnreadBytes int `json:"unread_bytes,omitempty"`
}

type target struct {
	Text string `json:"text"`
	URL  string `json:"url"`
}

type piece struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type sentence struct {
	piece
	Paragraph int `json:"paragraph"`
}

type actor struct {
	ID         *string       `json:"id"`
	Name       string        `json:"name"`
	Kind       actors.Kind   `json:"kind"`
	Type       string        `json:"type"`
	Salience   float64       `json:"salience"`
	Roles      []actors.Role `json:"roles"`
	Mentions   []piece       `json:"mentions"`
	Headline   []piece       `json:"headline_mentions,omitempty"` // offsets into title
	Candidates []string      `json:"candidates,omitempty"`
}

type topic struct {
	ID       string  `json:"id"`
	Name     string  `json:"name"`
	Score    float64 `json:"score"`
	Evidence []piece `json:"evidence"`
	Headline []piece `json:"headline_evidence,omitempty"` // offsets into title
}

type quote struct {
	piece
	Paragraph int      `json:"paragraph"`
	Kind      string   `json:"kind"`
	Cue       *string  `json:"cue"`
	Speaker   *speaker `json:"speaker"`
}

type speaker struct {
	piece
	Name  *string `json:"name"`
	Actor *string `json:"actor"`
	Role  *string `json:"role"` // as the text has it
}

type signatures struct {
	Document  string      `json:"document"`
	Addressee *string     `json:"addressee"`
	Total     *int        `json:"total"`
	Partial   bool        `json:"partial"`
	People    []signatory `json:"people"`
}

type signatory struct {
	Name    string   `json:"name"`
	Party   *string  `json:"party"`
	Region  *string  `json:"region"`
	Country *string  `json:"country"`
	Role    *string  `json:"role"`
	Kind    string   `json:"kind"`
	Actor   *string  `json:"actor"`
	Start   int      `json:"start"`
	End     int      `json:"end"`
	Filled  []string `json:"filled,omitempty"`
}

type date struct {
	piece
	Date      string `json:"date"`
	Precision string `json:"precision"`
}

// New builds the JSON form of a brief.
func New(a feeds.Article, b briefing.Brief) Document {
	in := slicer{a.Text, text.NewRuneCounter(a.Text)}
	head := slicer{a.Title, text.NewRuneCounter(a.Title)}
	d := Document{
		Schema: Schema, ID: a.ID, URL: feeds.Known(a.URL), Source: feeds.Known(a.Source), Title: a.Title, Byline: feeds.Known(a.Byline),
		Published: feeds.Stamp(a.Published), Language: feeds.Known(a.Lang), Text: a.Text,
		UnreadBytes: b.Unread, Summary: []sentence{}, Actors: []actor{}, Topics: []topic{}, Quotes: []quote{}, Dates: []date{},
	}
	for _, l := range a.Links {
		d.Links = append(d.Links, target(l))
	}
	for _, s := range b.Summary {
		d.Summary = append(d.Summary, sentence{in.piece(s.Span), s.Paragraph})
	}
	for _, x := range b.Actors {
		d.Actors = append(d.Actors, actor{feeds.Known(x.ID), x.Name, x.Kind, x.Type, round(x.Salience), x.Roles,
			mentions(in, x.Mentions), mentions(head, x.HeadMentions), x.Candidates})
	}
	for _, x := range b.Topics {
		d.Topics = append(d.Topics, topic{x.ID, x.Name, round(x.Score), in.pieces(x.Evidence), head.pieces(x.HeadEvidence)})
	}
	for _, q := range b.Quotes {
		o := quote{piece: in.piece(q.Span), Paragraph: q.Paragraph, Kind: string(q.Kind), Cue: feeds.Known(q.Cue)}
		if s := q.Speaker; s != nil {
			o.Speaker = &speaker{in.piece(s.Span), feeds.Known(s.Name), feeds.Known(s.Actor), feeds.Known(s.Role)}
		}
		d.Quotes = append(d.Quotes, o)
	}
	d.Signatories = signed(in, b)
	for _, x := range b.Dates {
		d.Dates = append(d.Dates, date{in.piece(x.Span), x.Date.Format(time.DateOnly), string(x.Precision)})
	}
	return d
}

func signed(in slicer, b briefing.Brief) *signatures {
	l := b.Signatories
	if l == nil {
		return nil
	}
	out := &signatures{Document: string(l.Document), Addressee: feeds.Known(l.Addressee), Partial: l.Partial, People: []signatory{}}
	if l.Total > 0 {
		out.Total = &l.Total
	}
	for _, p := range l.People {
		at := in.piece(p.Span)
		out.People = append(out.People, signatory{p.Name, feeds.Known(p.Party), feeds.Known(p.Region), feeds.Known(p.Country), feeds.Known(p.Role),
			string(p.Kind), feeds.Known(p.Actor), at.Start, at.End, p.Filled})
	}
	return out
}

// slicer cuts pieces out of one text.
type slicer struct {
	text  string
	runes *text.RuneCounter
}

func (s slicer) piece(sp text.Span) piece {
	start := s.runes.Rune(sp.Start)
	return piece{s.text[sp.Start:sp.End], start, s.runes.Rune(sp.End)}
}

func (s slicer) pieces(spans []text.Span) []piece {
	out := []piece{}
	for _, sp := range spans {
		out = append(out, s.piece(sp))
	}
	return out
}

func mentions(s slicer, ms []actors.Mention) []piece {
	out := []piece{}
	for _, m := range ms {
		out = append(out, s.piece(m.Span))
	}
	return out
}

func round(f float64) float64 { return float64(int(f*1000+0.5)) / 1000 }
