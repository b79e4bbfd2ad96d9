package archive

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"readout/briefing"
	"readout/briefing/actors"
	"readout/briefing/dates"
	"readout/briefing/quotes"
	"readout/briefing/signatories"
	"readout/briefing/summary"
	"readout/briefing/text"
	"readout/briefing/topics"
	"readout/feeds"
)

// records are the types that are kept as records.
var records = []reflect.Type{reflect.TypeFor[extras](), reflect.TypeFor[briefing.Brief]()}

func TestShapesAreListed(t *testing.T) {
	for _, r := range records {
		if !slices.Contains(shapes(), shapeOf(r)) {
			t.Errorf("%v has another shape now: add this line to the end of shapes.txt\n%s", r, shapeOf(r))
		}
	}
	for i, s := range shapes() {
		if p, rest := parseShape(s, nil); p == nil || rest != "" {
			t.Errorf("shape %d is none: %q", i, s)
		}
	}
}

func whole() briefing.Brief {
	span := func(a, b int) text.Span { return text.Span{Start: a, End: b} }
	return briefing.Brief{
		Rules:   3,
		Summary: []summary.Sentence{{Span: span(10, 80), Paragraph: 1}, {Span: span(0, 9), Paragraph: 2}},
		Actors: []actors.Actor{{ID: "icc", Name: "International Criminal Court", Kind: actors.Organisation, Salience: 0.58, Roles: []actors.Role{actors.Speaker},
			Mentions: []actors.Mention{{Span: span(4, 7), Why: "acronym"}}, Candidates: []string{}}},
		Topics:      []topics.Topic{{ID: "a", Name: "A", Score: 0.6381404439480665, Evidence: []text.Span{span(1, 2)}, HeadEvidence: []text.Span{span(3, 5)}}, {Score: 1}},
		Quotes:      []quotes.Quote{{Span: span(70, 90), Kind: quotes.Full, Cue: "said", Speaker: &quotes.Speaker{Name: "Ünal"}}, {}},
		Signatories: &signatories.List{Document: signatories.Letter, Total: 4, Partial: true, People: []signatories.Signatory{{Name: "A. B.", Filled: []string{"party"}}}},
		Dates:       []dates.Date{{Date: time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC), Precision: dates.Day}, {}},
		Unread:      7,
	}
}

func TestRecord(t *testing.T) {
	for _, b := range []briefing.Brief{whole(), {}, {Topics: []topics.Topic{}}} {
		var got briefing.Brief
		if err := decode(encode(b), &got); err != nil || !reflect.DeepEqual(got, b) {
			t.Errorf("%v\n got %+v\nwant %+v", err, got, b)
		}
	}
}

// A shape that is not listed stands in the record itself.
func TestUnlistedShape(t *testing.T) {
	type unlisted struct{ A, B string }
	want, got := unlisted{"x", "y"}, unlisted{}
	if err := decode(encode(want), &got); err != nil || got != want {
		t.Errorf("got %v, %v", got, err)
	}
}

// A record of a type that has changed since gives what both have.
func TestEarlierShape(t *testing.T) {
	type nowPart struct{ Added, Name string }
	type now struct {
		Parts []nowPart
		Count string // was a number
		Flag  bool
	}
	then := "{Flag:b Gone:*{A:[i B:f} Count:i Parts:[{Name:s Old:S}}"
	p, rest := parseShape(then, reflect.TypeFor[now]())
	if p == nil || rest != "" {
		t.Fatal(rest)
	}
	type thenPart struct {
		Name string
		Old  text.Span
	}
	type gone struct {
		A []int
		B float64
	}
	w := writer{}
	w.value(reflect.ValueOf(struct {
		Flag  bool
		Gone  *gone
		Count int
		Parts []thenPart
	}{true, &gone{[]int{1, 2}, 0.123}, 5, []thenPart{{"one", text.Span{Start: 1, End: 2}}, {"two", text.Span{}}}}))
	var got now
	r := newReader(w.b)
	r.value(p, reflect.ValueOf(&got).Elem())
	want := now{Parts: []nowPart{{Name: "one"}, {Name: "two"}}, Flag: true}
	if !reflect.DeepEqual(got, want) || len(r.b) != 0 {
		t.Errorf("got %+v, %d bytes left", got, len(r.b))
	}
}

func TestParagraphs(t *testing.T) {
	want := []feeds.Block{{Kind: feeds.Paragraph, Start: 0, End: 3}, {Kind: feeds.Paragraph, Start: 5, End: 8}}
	if got := paragraphs("one\n\ntwo"); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if got := paragraphs(""); got != nil {
		t.Errorf("got %v", got)
	}
}

// Bytes that nobody wrote are an error, never a panic or much memory.
func FuzzRecord(f *testing.F) {
	coded := encode(whole())
	f.Add(coded)
	f.Add(coded[:len(coded)/2])
	many := "[{" + strings.Repeat("a:{}", 900) + "}"
	f.Add(append(append([]byte{0, 0x93, 0x1c}, many...), bytes.Repeat([]byte{0xff, 0x7f}, 4000)...)) // a shape whose values take no bytes
	f.Fuzz(func(t *testing.T, b []byte) {
		var brief briefing.Brief
		_ = decode(b, &brief)
		var x extras
		_ = decode(b, &x)
	})
}

// TestLinksAreKept reads an article's links back, and none from what an archive
// without them holds.
func TestLinksAreKept(t *testing.T) {
	a := opened(t)
	links := []feeds.Link{{Text: "the letter", URL: "https://senate.example/letter.pdf"}}
	put(t, a, article("a", "Letter", "She sent the letter.", func(b *Briefed) { b.Article.Links = links }))
	k, err := a.Find(t.Context(), ident("a"))
	if err != nil {
		t.Fatal(err)
	}
	if it, err := a.Item(t.Context(), k); err != nil || !slices.Equal(it.Article.Links, links) {
		t.Errorf("%v, %v", it.Article.Links, err)
	}
	w := writer{}
	w.size(1) // {Plain Blocks Categories Teaser}
	for _, n := range []int{0, 0, 2} {
		w.size(n)
	}
	w.text("World")
	w.size(1)
	var x extras
	if err := decode(w.b, &x); err != nil || !x.Teaser || len(x.Categories) != 1 || x.Links != nil {
		t.Errorf("%+v, %v", x, err)
	}
}
