package archive

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"readout/briefing/actors"
	"readout/briefing/query"
)

func TestPutTwiceAddsNothing(t *testing.T) {
	a := opened(t)
	items := []Briefed{article("1", "First", "One."), article("2", "Second", "Two.")}
	if n := put(t, a, items...); n != (Counts{Items: 2, New: 2}) {
		t.Errorf("first Put = %+v", n)
	}
	if n := put(t, a, items...); n != (Counts{Items: 2}) {
		t.Errorf("second Put = %+v", n)
	}
}

func TestChangedArticleKeepsEarlierTextAndReadState(t *testing.T) {
	a, ctx := opened(t), context.Background()
	put(t, a, article("1", "Court rules", "The first text."))
	k, _ := a.Find(ctx, ident("1"))
	if _, err := a.Mark(ctx, []Key{k}, Read); err != nil {
		t.Fatal(err)
	}
	if n := put(t, a, article("1", "Court rules", "The second text.")); n.Updated != 1 || n.New != 0 {
		t.Errorf("Put of a changed article = %+v", n)
	}
	it, err := a.Item(ctx, k)
	if err != nil {
		t.Fatal(err)
	}
	if !it.Revised || it.Earlier.Text != "The first text." || it.Article.Text != "The second text." || !it.Row.Read {
		t.Errorf("item = %+v", it)
	}
	if got := titles(t, a, "first"); len(got) != 0 {
		t.Errorf("the earlier text is still found: %v", got)
	}
	if got := titles(t, a, "second is:revised"); len(got) != 1 {
		t.Errorf("the new text is not found: %v", got)
	}
}

func TestOneArticleByTwoFeeds(t *testing.T) {
	a, ctx := opened(t), context.Background()
	other := article("other", "Spoofed", "Not what the outlet wrote.", address("https://news.example/1"))
	putFrom(t, a, "https://aggregator.example.org/feed", other)
	k, _ := a.Find(ctx, ident("other"))
	a.Mark(ctx, []Key{k}, Read)
	// The outlet's own feed takes the article over; its read state stays.
	if n := put(t, a, article("1", "Original", "What the outlet wrote.")); n.New != 0 || n.Updated != 1 || n.Items != 1 {
		t.Errorf("outlet's Put = %+v", n)
	}
	// The aggregator can no longer change it.
	if n := putFrom(t, a, "https://aggregator.example.org/feed", other); n.Updated != 0 || n.Items != 1 {
		t.Errorf("aggregator's Put = %+v", n)
	}
	if got := titles(t, a, "is:read"); !reflect.DeepEqual(got, []string{"Original"}) {
		t.Errorf("articles = %v", got)
	}
}

// An item is the same item whatever form of its address a feed gives; one that
// comes back, by whichever feed, does not come back unread.
func TestOneArticleUnderSeveralFormsOfItsAddress(t *testing.T) {
	a, ctx := opened(t), context.Background()
	put(t, a, article("1", "Court rules", "The text.", address("https://www.news.example/court-rules/")))
	k, _ := a.Find(ctx, ident("1"))
	if _, err := a.Mark(ctx, []Key{k}, Read); err != nil {
		t.Fatal(err)
	}
	put(t, a) // it leaves its feed
	for i, form := range []string{"http://news.example/court-rules", "https://news.example/court-rules/", "http://www.news.example/court-rules"} {
		again := article(fmt.Sprint("again", i), "Court rules", "The text.", address(form))
		if n := putFrom(t, a, fmt.Sprintf("https://feed%d.example.org/", i), again); n.New != 0 || n.Items != 1 {
			t.Errorf("%s: %+v", form, n)
		}
	}
	if got := titles(t, a, "is:read"); len(got) != 1 || len(titles(t, a, "")) != 1 {
		t.Errorf("read articles = %v of %v", got, titles(t, a, ""))
	}
}

func TestOneAddressOfSeveralArticles(t *testing.T) {
	a := opened(t)
	home := address("https://news.example/")
	if n := put(t, a, article("1", "One", "x", home), article("2", "Two", "y", home)); n.New != 2 {
		t.Errorf("two articles with a home page's address: %+v", n)
	}
	live := address("https://news.example/live")
	if n := put(t, a, article("3", "Three", "x", live), article("4", "Four", "y", live)); n.New != 2 {
		t.Errorf("two entries of one document with one address: %+v", n)
	}
	// A new guid for an article that has left the document is the same article.
	put(t, a, article("5#0", "Five", "x", address("https://news.example/5")))
	if n := put(t, a, article("5#1", "Five", "changed", address("https://news.example/5"))); n.New != 0 || n.Updated != 1 {
		t.Errorf("an article with a new guid: %+v", n)
	}
}

func TestSortTimeIsClamped(t *testing.T) {
	a := opened(t)
	put(t, a,
		article("future", "Future", "x", dated(noon.AddDate(7000, 0, 0))),
		article("none", "None", "x", dated(time.Time{})),
		article("old", "Old", "x", dated(noon.AddDate(-2, 0, 0))))
	if got, want := titles(t, a, ""), []string{"Future", "None", "Old"}; !reflect.DeepEqual(got, want) {
		t.Errorf("order = %v, want %v", got, want)
	}
	if got := titles(t, a, "before:2026-03-05"); len(got) != 3 {
		t.Errorf("clamped articles before tomorrow = %v", got)
	}
}

func TestQueries(t *testing.T) {
	a, ctx := opened(t), context.Background()
	put(t, a,
		article("a", "Warrant issued", "The court issued a warrant on Monday.", naming("icc", "International Criminal Court", actors.Speaker), on("war-crimes", "War crimes"), quoting("Ada Example"), dated(noon.Add(-time.Hour))),
		article("b", "Sanctions grow", "Café owners say \"exact words\" here.", naming("icc", "International Criminal Court", actors.Mentioned), on("sanctions", "Sanctions"), from("BBC World"), dated(noon.Add(-30*time.Hour))),
		article("c", "Letter sent", "Senators wrote.", naming("", "Jane Doe"), signedBy("Dick Sample", "Ann Other"), from("BBC"), dated(noon.Add(-50*time.Hour))),
		article("d", "Документ", "Суд видав ордер. 国会通过法案", language("uk"), dated(noon.Add(-80*time.Hour))))
	kb, _ := a.Find(ctx, ident("b"))
	a.Mark(ctx, []Key{kb}, Read)
	a.Mark(ctx, []Key{kb}, Star)
	a.SetNote(ctx, kb, "see file")
	a.Tag(ctx, []Key{kb}, "To Brief", true)
	for q, want := range map[string]string{
		"":                                     "abcd",
		"actor:icc":                            "ab",
		"actor:ICC role:speaker":               "a",
		`actor:"international criminal court"`: "ab",
		`actor:"Jane Doe"`:                     "c",
		"role:speaker":                         "a",
		"topic:sanctions":                      "b",
		`topic:"War Crimes"`:                   "a",
		"source:bbc":                           "bc",
		`source:"BBC"`:                         "c",
		"speaker:example":                      "a",
		"signatory:sample":                     "c",
		"signatory:ample":                      "",
		"has:quotes":                           "a",
		"has:signatories":                      "c",
		"has:note":                             "b",
		"has:tag":                              "b",
		`tag:"to brief"`:                       "b",
		"is:unread":                            "acd",
		"is:read":                              "b",
		"is:starred":                           "b",
		"-is:starred":                          "acd",
		"since:24h":                            "a",
		"since:2d":                             "ab",
		"before:2026-03-03":                    "cd",
		"after:2026-03-04":                     "a",
		"lang:uk":                              "d",
		"cafe":                                 "b",
		`"exact words"`:                        "b",
		`"words exact"`:                        "",
		"warrant court":                        "a",
		"warrant sanctions":                    "",
		"warrant OR sanctions":                 "ab",
		"(warrant OR topic:sanctions)":         "ab",
		"-warrant":                             "bcd",
		"-(warrant OR sanctions)":              "cd",
		"sanct*":                               "b",
		"title:letter":                         "c",
		"title:warrant -title:court":           "a",
		"ордер":                                "d",
		"通过":                                   "d",
		"senators -source:bbc":                 "",
	} {
		var want_ []string
		for _, r := range want {
			want_ = append(want_, map[rune]string{'a': "Warrant issued", 'b': "Sanctions grow", 'c': "Letter sent", 'd': "Документ"}[r])
		}
		if got := titles(t, a, q); strings.Join(got, "|") != strings.Join(want_, "|") {
			t.Errorf("%s = %v, want %v", q, got, want_)
		}
	}
}

// TestIndexedAnswersAlike asks an archive before its ledger is read and after.
// A value without a letter or a digit is nobody's name, nor a part of one.
func TestNoNameIsNobodys(t *testing.T) {
	a := opened(t)
	put(t, a, article("1", "One", "x", quoting("Ann Lee"), signedBy("Bo Roe", "Cy Poe", "Di Loe")))
	for _, q := range []string{`speaker:"!"`, `signatory:-`, `source:…`, `actor:"."`, `tag:"!"`} {
		if got := titles(t, a, q); len(got) > 0 {
			t.Errorf("%s: %q", q, got)
		}
		if got := titles(t, a, "-"+q); len(got) != 1 {
			t.Errorf("-%s: %q", q, got)
		}
	}
}

func TestIndexedAnswersAlike(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "archive.db")
	items := generated(50)
	for i := range items {
		items[i].Article.FirstSeen = noon.Add(-time.Duration(i*7%50) * time.Minute)
	}
	put(t, openAt(t, path), items...)
	for _, text := range []string{"", "seen:2026-03-04T11:30:00Z", "seen:2026-03-04T10:00:00Z", "seen:2026-03-05", "seen:today", "is:unread", "seen:today is:unread", "-seen:today"} {
		q := parsed(t, text)
		for _, limit := range []int{0, 1, 10, 31, 50, 51} {
			a := openAt(t, path)
			first, err := a.List(ctx, q, limit)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := a.List(ctx, parsed(t, "is:unread"), 0); err != nil || !a.ledger.read.Load() {
				t.Fatal("the ledger is not read: ", err)
			}
			then, err := a.List(ctx, q, limit)
			if err != nil || !slices.Equal(first.Keys, then.Keys) || first.Capped != then.Capped {
				t.Errorf("%q, %d at most: %+v before the ledger is read, %+v after (%v)", text, limit, first, then, err)
			}
		}
	}
}

func TestListCapsAndCancels(t *testing.T) {
	a := opened(t)
	put(t, a, generated(50)...)
	l, err := a.List(context.Background(), query.Query{}, 10)
	if err != nil || len(l.Keys) != 10 || !l.Capped {
		t.Errorf("List = %d keys, %+v, %v", len(l.Keys), l, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := a.List(ctx, query.Query{}, 0); err == nil {
		t.Error("List of a cancelled context gave no error")
	}
}

// TestFacetsUnderTheirOwn counts under each value that was counted: it is found
// as often as was said, whether it is of a few articles or of most.
func TestFacetsUnderTheirOwn(t *testing.T) {
	ctx, a := context.Background(), opened(t)
	put(t, a, generated(200)...)
	all, err := a.Facets(ctx, query.Query{})
	if err != nil {
		t.Fatal(err)
	}
	few, most := 0, 0
	for _, want := range slices.Concat(all.Actors, all.Topics, all.Sources) {
		q, err := query.Of(want.Field, want.Value)
		if err != nil {
			t.Fatal(err)
		}
		f, err := a.Facets(ctx, q)
		if err != nil || f.Total != want.Total || f.Unread != want.Unread || !slices.Contains(slices.Concat(f.Actors, f.Topics, f.Sources), want) {
			t.Errorf("%+v is counted, and under it %d articles, %d unread (%v)", want, f.Total, f.Unread, err)
		}
		if f.Total < all.Total/8 {
			few++
		} else {
			most++
		}
	}
	if few == 0 || most == 0 {
		t.Errorf("%d values of few articles, %d of many: the test wants both", few, most)
	}
}

func TestFacets(t *testing.T) {
	a, ctx := opened(t), context.Background()
	put(t, a,
		article("a", "A", "x", naming("icc", "International Criminal Court"), on("sanctions", "Sanctions")),
		article("b", "B", "y", naming("icc", "International Criminal Court"), naming("", "Jane Doe"), from("Other")))
	kb, _ := a.Find(ctx, ident("b"))
	a.Mark(ctx, []Key{kb}, Read)
	f, err := a.Facets(ctx, query.Query{})
	if err != nil {
		t.Fatal(err)
	}
	want := Facets{
		Actors:  []Facet{{"actor", "icc", "International Criminal Court", "organisation", 2, 1}, {"actor", "Jane Doe", "Jane Doe", "organisation", 1, 0}},
		Topics:  []Facet{{"topic", "sanctions", "Sanctions", "", 1, 1}},
		Sources: []Facet{{"source", "Example Wire", "Example Wire", "", 1, 1}, {"source", "Other", "Other", "", 1, 0}},
		Total:   2, Unread: 1,
	}
	if !reflect.DeepEqual(f, want) {
		t.Errorf("facets = %+v\nwant     %+v", f, want)
	}
	q, _ := query.Parse("is:unread")
	if f, _ := a.Facets(ctx, q); f.Total != 1 || f.Actors[0].Total != 1 {
		t.Errorf("unread facets = %+v", f)
	}
}

func TestFileModesAndGeneration(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "archive.db")
	a, ctx := openAt(t, path), context.Background()
	put(t, a, article("a", "A", "x"))
	for _, f := range []string{path, path + "-wal", path + "-shm"} {
		info, err := os.Stat(f)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %o", filepath.Base(f), info.Mode().Perm())
		}
	}
	if info, _ := os.Stat(filepath.Dir(path)); info.Mode().Perm() != 0o700 {
		t.Errorf("folder has mode %o", info.Mode().Perm())
	}
	g1, _ := a.Generation(ctx)
	b := openAt(t, path) // a second window
	put(t, b, article("b", "B", "y"))
	g2, _ := a.Generation(ctx)
	g3, _ := a.Generation(ctx)
	if g2 <= g1 || g3 != g2 {
		t.Errorf("generations %d, %d, %d: another process's change must count once", g1, g2, g3)
	}
}

func TestMemory(t *testing.T) {
	ctx := context.Background()
	a, err := OpenMemory(ctx, Options{Now: at(noon)})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	g1, _ := a.Generation(ctx)
	put(t, a, article("a", "A", "warrant"))
	g2, _ := a.Generation(ctx)
	if g2 <= g1 {
		t.Errorf("generations %d, %d", g1, g2)
	}
	if got := titles(t, a, "warrant"); len(got) != 1 {
		t.Errorf("articles = %v", got)
	}
	k, err := a.Find(ctx, ident("a")[:6])
	if err != nil {
		t.Fatal(err)
	}
	if it, err := a.Item(ctx, k); err != nil || it.Article.Text != "warrant" {
		t.Errorf("Item = %+v, %v", it, err)
	}
}

// A context that ends while a transaction writes ends the transaction, says so
// and leaves nothing behind, though its statements know nothing of it.
func TestTransactionEndsWithItsContext(t *testing.T) {
	a := opened(t)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	p := a.putter()
	err := p.run(ctx, "writing", func(steady context.Context) error {
		for {
			if _, err := p.exec(steady, "INSERT INTO names (field, key, name, fold, kind) VALUES ('x', 'y', '', '', '') ON CONFLICT DO NOTHING"); err != nil {
				return err
			}
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("the transaction ends with %v", err)
	}
	var n int
	if err := a.read.QueryRow("SELECT count(*) FROM names WHERE field = 'x'").Scan(&n); err != nil || n != 0 {
		t.Errorf("%d rows are left (%v)", n, err)
	}
}
