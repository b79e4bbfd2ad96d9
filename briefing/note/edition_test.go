package note

import (
	"os"
	"strings"
	"testing"
	"time"

	"readout/briefing/quotes"
	"readout/briefing/text"
)

// TestGoldenEdition renders an edition of the sample, kept as JSON so that the
// look does not change with the engine. To keep another:
// readout --home DIR --demo edition --format json.
func TestGoldenEdition(t *testing.T) {
	raw, err := os.ReadFile("testdata/edition.json")
	if err != nil {
		t.Fatal(err)
	}
	e, err := ReadEdition(raw)
	if err != nil {
		t.Fatal(err)
	}
	md, err := e.Markdown()
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "edition.md", md)
	txt, err := e.Text()
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "edition.txt", txt)
}

// TestHostileEditions puts hostile texts in every place of an edition.
func TestHostileEditions(t *testing.T) {
	for _, s := range hostile {
		a, b, _ := sample()
		a.Title, a.Source, a.Byline = line1(s), s, s
		long := s + strings.Repeat(" and more words", 4)
		a.Text = long
		all := text.Span{Start: 0, End: len(long)}
		b.Summary[0].Span, b.Summary = all, b.Summary[:1]
		b.Quotes = []quotes.Quote{{Span: all, Paragraph: 1, Kind: quotes.Full, Speaker: &quotes.Speaker{Span: all, Name: s}}}
		b.Signatories.Addressee = s
		for i := range b.Signatories.People {
			b.Signatories.People[i].Span, b.Signatories.People[i].Role = all, s
		}
		c := Cited{Article: a, Brief: b, Key: CiteKey(a)}
		old := a
		old.Title, old.Text = "Before", "Another text. It was shorter."
		e, err := Compile(Material{From: a.FirstSeen.Add(-24 * time.Hour), Cutoff: a.FirstSeen, Query: s, Watch: []Watch{{ID: "pentagon", Name: s}, {ID: "nato", Name: s}, {ID: s, Name: "nobody", Unknown: true}},
			Articles: []Cited{c}, Stories: []Group{{Articles: []int{0}}}, Then: []Then{{Title: s, On: []string{"nato"}}},
			Revised: []Revised{{Cited: c, Old: old, When: a.FirstSeen}}, Feeds: []FeedGap{{Name: Value(s), Reason: Value(s)}}, AllFeeds: 1})
		if err != nil {
			t.Fatal(err)
		}
		md, err := e.Markdown()
		if err != nil {
			t.Fatal(err)
		}
		m, body := front(t, md)
		if q, _ := inline(m["query"]).(string); q != s || len(m) != 11 {
			t.Errorf("%q: front matter %v", s, m)
		}
		for _, bad := range []string{"<%", "%%", "{{", "[[", "```", "::", "$="} {
			if strings.Contains(body, bad) {
				t.Errorf("%q: the edition holds %q", s, bad)
			}
		}
		htm := render(t, body)
		if strings.Contains(htm, "<script") || strings.Contains(htm, "<img") || strings.Count(htm, "<h2") != 8 {
			t.Errorf("%q became markup: %s", s, htm)
		}
		claims, _, ok := Claims(md)
		if !ok || len(claims) != 1 {
			t.Fatalf("%q: claims %v", s, claims)
		}
		for _, broken := range claims[0].Check(a, nil) {
			if !strings.Contains(broken, "signatory") { // the names are not in this text
				t.Errorf("%q: %s", s, broken)
			}
		}
		j, err := e.JSON()
		if err != nil {
			t.Fatal(err)
		}
		again, err := ReadEdition(j)
		if err != nil {
			t.Fatal(err)
		}
		if second, err := again.Markdown(); err != nil || string(second) != string(md) {
			t.Errorf("%q: the edition made of its JSON is another", s)
		}
	}
}

// TestEditionGaps says of feeds that failed when they last answered, and names
// no key: a reader's keys may be others, and an edition has none.
func TestEditionGaps(t *testing.T) {
	cutoff := time.Date(2026, 3, 4, 6, 40, 0, 0, time.UTC)
	e, err := Compile(Material{From: cutoff.Add(-24 * time.Hour), Cutoff: cutoff, AllFeeds: 2, Feeds: []FeedGap{
		{Name: "Gulf Ledger", Reason: "the server is busy", Since: cutoff.Add(-time.Hour)},
		{Name: "Harbour Post", Reason: "this is not a feed"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	md, err := e.Markdown()
	if err != nil {
		t.Fatal(err)
	}
	txt, err := e.Text()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{string(md), string(txt)} {
		for _, want := range []string{
			"- Gulf Ledger failed, last answered 4 March 2026, 05:40 UTC: the server is busy.\n",
			"- Harbour Post has never answered: this is not a feed.\n",
			"nothing can be missed. ",
		} {
			if !strings.Contains(s, want) {
				t.Errorf("%q is missing in\n%s", want, s)
			}
		}
		if strings.Contains(s, "in the reader") {
			t.Error("it names a key")
		}
	}
}
