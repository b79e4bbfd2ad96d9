package briefing

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"readout/briefing/actors"
	"readout/briefing/text"
	"readout/feeds"
	"readout/feeds/catalog"
)

// TestSampleBriefs checks what a reader of the sample edition sees first.
func TestSampleBriefs(t *testing.T) {
	for _, a := range catalog.Sample() {
		b := Compose(a, actors.Builtin())
		check(t, a, b)
		if len(b.Summary) == 0 {
			t.Errorf("%s: no summary", a.Title)
		}
		if len(b.Actors) == 0 {
			t.Errorf("%s: no actor", a.Title)
		}
	}
}

func TestSameInputSameBrief(t *testing.T) {
	for _, a := range catalog.Sample() {
		first, err := json.Marshal(Compose(a, actors.Builtin()))
		if err != nil {
			t.Fatal(err)
		}
		again, _ := json.Marshal(Compose(a, actors.Builtin()))
		if string(first) != string(again) {
			t.Errorf("%s: two briefs differ", a.Title)
		}
	}
}

// check proves the invariants of a brief: every span is valid, on rune
// boundaries, and quotes are in order and disjoint.
func check(t *testing.T, a feeds.Article, b Brief) {
	t.Helper()
	valid := func(what string, s text.Span, in string) {
		t.Helper()
		if s.Start < 0 || s.End > len(in) || s.Start >= s.End || !utf8.ValidString(in[s.Start:s.End]) {
			t.Fatalf("%s: %s has the span %v of %d bytes", a.Title, what, s, len(in))
		}
	}
	end := 0
	for _, q := range b.Quotes {
		valid("a quote", q.Span, a.Text)
		if q.Start < end {
			t.Fatalf("%s: quotes overlap at %d", a.Title, q.Start)
		}
		end = q.End
		if q.Speaker != nil {
			valid("a speaker", q.Speaker.Span, a.Text)
			if q.Speaker.Overlaps(q.Span) {
				t.Fatalf("%s: a speaker stands inside the quote at %d", a.Title, q.Start)
			}
		}
	}
	for _, x := range b.Actors {
		for _, m := range x.Mentions {
			valid("a mention", m.Span, a.Text)
		}
		for _, m := range x.HeadMentions {
			valid("a mention in the headline", m.Span, a.Title)
		}
		if len(x.Roles) == 0 {
			t.Fatalf("%s: %s has no role", a.Title, x.Name)
		}
	}
	for _, x := range b.Topics {
		for _, s := range x.Evidence {
			valid("evidence", s, a.Text)
		}
	}
	for _, x := range b.Dates {
		valid("a date", x.Span, a.Text)
	}
	for _, s := range b.Summary {
		valid("a summary sentence", s.Span, a.Text)
	}
	if b.Signatories != nil {
		for _, p := range b.Signatories.People {
			valid("a signatory", p.Span, a.Text)
		}
	}
}

func FuzzCompose(f *testing.F) {
	for _, a := range catalog.Sample() {
		f.Add(a.Title, a.Text)
	}
	f.Add("", "«»“”''``\n\n,\n\"\n said ")
	published := time.Date(2026, 3, 4, 6, 40, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, title, body string) {
		if !utf8.ValidString(title) || !utf8.ValidString(body) {
			return // clean is the only door, and lets valid text through only
		}
		a := feeds.Article{Title: title, Text: body, Published: published}
		b := Compose(a, actors.Builtin())
		check(t, a, b)
		if again := Compose(a, actors.Builtin()); !reflect.DeepEqual(b, again) {
			t.Fatal("the same input gave another brief")
		}
	})
}

// thousandWords is the sample's long read, cut or repeated to 1,000 words.
func thousandWords() feeds.Article {
	var words []string
	for _, a := range catalog.Sample() {
		words = append(words, strings.Fields(strings.ReplaceAll(a.Text, "\n\n", " ¶ "))...)
	}
	text := strings.ReplaceAll(strings.Join(words[:1000], " "), " ¶ ", "\n\n")
	return feeds.Article{Title: "A thousand words", Text: text, Published: time.Date(2026, 3, 4, 6, 0, 0, 0, time.UTC), Lang: "en"}
}

func BenchmarkCompose(b *testing.B) {
	a, r := thousandWords(), actors.Builtin()
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Compose(a, r)
	}
}

func TestHugeTextIsCut(t *testing.T) {
	a := thousandWords()
	a.Text = strings.Repeat(a.Text+"\n\n", 3*MaxText/len(a.Text))
	b := Compose(a, actors.Builtin())
	if b.Unread < MaxText || len(a.Text)-b.Unread < MaxText/10*9 {
		t.Errorf("%d of %d bytes were not read", b.Unread, len(a.Text))
	}
	check(t, a, b)
	// No word is cut in two, which would be read as another.
	a.Text = strings.Repeat("“We will vote,” said Ada Example of the port. ", 25_000)
	a.Text = a.Text[:len(a.Text)-1]
	b = Compose(a, actors.Builtin())
	if end := len(a.Text) - b.Unread; !strings.HasSuffix(a.Text[:end], "of the port.") {
		t.Errorf("the text is cut behind %q", a.Text[end-20:end])
	}
	for _, q := range b.Quotes {
		if q.Speaker == nil || !strings.HasPrefix(a.Text[q.Speaker.Start:q.Speaker.End], "Ada Example") {
			t.Fatalf("a quote at %d is given to %+v", q.Start, q.Speaker)
		}
	}
}

// hostile are texts that made a naive finder slow: one endless sentence, one
// surname for all, marks that never close.
var hostile = map[string]string{
	"names":   "James Smith, Anna Smith, Paul Jones, ",
	"surname": "Smith ",
	"marks":   "\"He said ",
	"signers": "signed by Sens. Ada Smith, D-Ill., ",
	"dates":   "on Friday last week in May ",
	"capital": "The Senate Committee On Foreign Affairs And ",
}

func BenchmarkComposeHostile(b *testing.B) {
	r := actors.Builtin()
	for name, piece := range hostile {
		b.Run(name, func(b *testing.B) {
			a := feeds.Article{Title: "Hostile", Text: strings.Repeat(piece, 1<<20/len(piece)), Published: time.Date(2026, 3, 4, 6, 0, 0, 0, time.UTC)}
			b.SetBytes(int64(len(a.Text)))
			for b.Loop() {
				Compose(a, r)
			}
		})
	}
}

// BenchmarkComposeMegabyte shows that the cost is linear in the text's length.
func BenchmarkComposeMegabyte(b *testing.B) {
	a, r := thousandWords(), actors.Builtin()
	a.Text = strings.Repeat(a.Text+"\n\n", 1<<20/len(a.Text))
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Compose(a, r)
	}
}

// TestOneName holds that actors and quotes know a person by one name where the
// text runs it into a body or a participle.
func TestOneName(t *testing.T) {
	for _, c := range []struct{ text, speaker string }{
		{"“We will not go back on it,” the Ada Moreno White House said on Monday.", "White House"},
		{"Ada Moreno White House aides came. “We will not go back on it,” Moreno said.", "Ada Moreno"},
		{"It was an Ada Moreno-style answer. “We will not go back on it,” Moreno said.", "Ada Moreno"},
	} {
		b := Compose(feeds.Article{Text: c.text}, actors.Builtin())
		var persons []string
		for _, a := range b.Actors {
			if a.Kind == actors.Person {
				persons = append(persons, a.Name)
			}
		}
		if len(persons) != 1 || persons[0] != "Ada Moreno" {
			t.Errorf("%s: have the persons %q", c.text, persons)
		}
		if len(b.Quotes) != 1 || b.Quotes[0].Speaker == nil || b.Quotes[0].Speaker.Name != c.speaker {
			t.Errorf("%s: have the quotes %+v", c.text, b.Quotes)
		}
	}
}
