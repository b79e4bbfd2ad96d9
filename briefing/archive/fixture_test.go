package archive

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"readout/briefing"
	"readout/briefing/actors"
	"readout/briefing/query"
	"readout/briefing/quotes"
	"readout/briefing/signatories"
	"readout/briefing/text"
	"readout/briefing/topics"
	"readout/feeds"
)

var noon = time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)

func at(t time.Time) func() time.Time { return func() time.Time { return t } }

func opened(t testing.TB) *Archive {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "archive.db"))
}

func openAt(t testing.TB, path string) *Archive {
	t.Helper()
	a, err := Open(context.Background(), path, Options{Now: at(noon)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

func ident(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:16])
}

// article makes an article whose brief names what is asked for.
func article(id, title, body string, opts ...func(*Briefed)) Briefed {
	b := Briefed{
		Article: feeds.Article{ID: ident(id), URL: "https://news.example/" + id, Source: "Example Wire", Title: title, Text: body,
			Published: noon.Add(-time.Hour), FirstSeen: noon, Lang: "en", From: feeds.FromFeed},
		Brief: &briefing.Brief{Rules: briefing.Rules},
	}
	for _, o := range opts {
		o(&b)
	}
	return b
}

func from(source string) func(*Briefed)   { return func(b *Briefed) { b.Article.Source = source } }
func dated(t time.Time) func(*Briefed)    { return func(b *Briefed) { b.Article.Published = t } }
func address(url string) func(*Briefed)   { return func(b *Briefed) { b.Article.URL = url } }
func language(lang string) func(*Briefed) { return func(b *Briefed) { b.Article.Lang = lang } }

func naming(id, name string, roles ...actors.Role) func(*Briefed) {
	return func(b *Briefed) {
		b.Brief.Actors = append(b.Brief.Actors, actors.Actor{ID: id, Name: name, Kind: actors.Organisation, Roles: roles})
	}
}

func on(id, name string) func(*Briefed) {
	return func(b *Briefed) { b.Brief.Topics = append(b.Brief.Topics, topics.Topic{ID: id, Name: name}) }
}

func quoting(name string) func(*Briefed) {
	return func(b *Briefed) {
		b.Brief.Quotes = append(b.Brief.Quotes, quotes.Quote{Span: text.Span{Start: 0, End: 4}, Speaker: &quotes.Speaker{Name: name}})
	}
}

func signedBy(names ...string) func(*Briefed) {
	return func(b *Briefed) {
		b.Brief.Signatories = &signatories.List{Document: signatories.Letter}
		for _, n := range names {
			b.Brief.Signatories.People = append(b.Brief.Signatories.People, signatories.Signatory{Name: n, Kind: signatories.Person})
		}
	}
}

const feedURL = "https://news.example/feed"

func put(t testing.TB, a *Archive, items ...Briefed) Counts {
	t.Helper()
	return putFrom(t, a, feedURL, items...)
}

func putFrom(t testing.TB, a *Archive, url string, items ...Briefed) Counts {
	t.Helper()
	n, err := a.Put(context.Background(), FeedState{URL: url, LastTry: noon}, items)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// titles answers a query with headlines, newest first.
func titles(t testing.TB, a *Archive, q string) []string {
	t.Helper()
	ctx := context.Background()
	parsed, err := query.Parse(q)
	if err != nil {
		t.Fatal(err)
	}
	l, err := a.List(ctx, parsed, 0)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := a.Rows(ctx, l.Keys)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, r := range rows {
		out = append(out, r.Title)
	}
	return out
}

// generated makes n articles of news length from invented words, for benchmarks.
func generated(n int) []Briefed {
	g := newGenerator()
	out := make([]Briefed, n)
	for i := range out {
		out[i] = g.next()
	}
	return out
}

// generator makes articles one after the other, always the same ones.
type generator struct {
	r     *rand.Rand
	zipf  *rand.Zipf
	words []string
	n     int
}

func newGenerator() *generator {
	r := rand.New(rand.NewPCG(1, 2))
	words := make([]string, 20_000)
	for i := range words {
		words[i] = syllables[r.IntN(len(syllables))] + syllables[r.IntN(len(syllables))] + syllables[r.IntN(len(syllables))]
	}
	return &generator{r: r, words: words, zipf: rand.NewZipf(r, 1.1, 4, uint64(len(words)-1))}
}

func (g *generator) word() string { return g.words[g.zipf.Uint64()] }

func (g *generator) next() Briefed {
	var b strings.Builder
	for w := 300 + g.r.IntN(500); w > 0; w-- {
		b.WriteString(g.word())
		b.WriteString([]string{" ", " ", " ", " ", " ", " ", ", ", ". ", ".\n\n"}[g.r.IntN(9)])
	}
	if g.n%1000 == 7 {
		b.WriteString("raritas")
	}
	a := article(fmt.Sprint(g.n), g.word()+" "+g.word()+" "+g.word(), b.String(),
		from(fmt.Sprintf("Outlet %d", g.r.IntN(40))), dated(noon.Add(-time.Duration(g.n)*7*time.Minute)))
	for range 8 {
		k := min(int(g.zipf.Uint64()), 4000)
		naming(fmt.Sprintf("actor-%d", k), fmt.Sprintf("Actor %d", k), actors.Mentioned)(&a)
	}
	for range 2 {
		k := g.r.IntN(30)
		on(fmt.Sprintf("topic-%d", k), fmt.Sprintf("Topic %d", k))(&a)
	}
	g.n++
	return a
}

var syllables = strings.Fields("ba ke mi lo tu ra se di no vu pa ge zi fo lu ta re si mo nu cha the sta pro con ver ment ing er ly")
