package page

import (
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"

	"readout/feeds"
)

// paragraphs of an invented article, long enough to be taken for one.
const (
	one   = "The harbour commission of Port Ansley voted on Tuesday to reopen its northern basin to grain ships, seven months after a collision had closed it to all but ferries."
	two   = "The vote was five to two. “We have the pilots, we have the tugs, and now we have the radar,” said the commission's chair, Edda Marlowe, who had asked for the closure herself."
	three = "Insurers had refused to cover ships in the basin until a new traffic scheme was in place. Their association said in a letter that it was satisfied, and that premiums would fall by a third."
)

// site wraps an article's inner HTML in what frames a page.
func site(head, inner string) string {
	return `<!DOCTYPE html><html lang="en-GB"><head><title>Port Ansley reopens basin | Ansley Courant</title>` + head + `</head><body>
<a class="skip-link" href="#m">Skip to content</a>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World news of the day</a></li></ul></nav></header>
<main id="m"><article>` + inner + `</article>
<aside class="sidebar"><h3>Most read</h3><ul><li><a href="/1">A fire in the old customs house leaves two hurt</a></li><li><a href="/2">What the new ferry timetable means for you</a></li></ul></aside>
<section id="comments"><p>This is a comment of a reader who has much to say about the northern basin and about the people who closed it seven months ago, and says it at length.</p></section></main>
<footer><p>Copyright 2026 Ansley Courant. All rights reserved.</p></footer></body></html>`
}

const facts1 = `<meta property="og:site_name" content="Ansley Courant"><meta property="og:title" content="Port Ansley reopens basin to grain ships">
<meta property="article:published_time" content="2026-03-03T22:15:00-05:00"><meta name="author" content="By Nell Ferrant">
<link rel="canonical" href="/news/basin?utm_source=x">`

const inner1 = `<h1>Port Ansley reopens basin to grain ships</h1><p class="byline">By Nell Ferrant</p><p class="dateline__date">March 3, 2026</p>
<div class="share-bar"><a href="#">Share on this</a><a href="#">Mail</a></div>
<figure><img src="a.jpg"><figcaption>Ships wait off the northern basin last autumn. Photo: A. Body</figcaption></figure>
<div class="story-body"><p>` + one + `</p><p>` + two + `</p><div class="newsletter-signup"><p>Sign up for our newsletter</p></div><h2>Cheaper cover</h2><p>` + three + `</p>
<ul><li>pilots on board from buoy 4</li><li>one ship at a time after dark</li></ul></div>`

func TestArticle(t *testing.T) {
	a, err := Article([]byte(site(facts1, inner1)), "https://courant.example/news/basin", "text/html")
	if err != nil {
		t.Fatal(err)
	}
	want := one + "\n\n" + two + "\n\nCheaper cover\n\n" + three + "\n\npilots on board from buoy 4\none ship at a time after dark"
	if a.Text != want {
		t.Errorf("text\n%s\nwant\n%s", a.Text, want)
	}
	kinds := ""
	for _, b := range a.Blocks {
		kinds += string(b.Kind[0])
	}
	if kinds != "pphpii" {
		t.Errorf("blocks %q", kinds)
	}
	if a.Title != "Port Ansley reopens basin to grain ships" || a.Byline != "Nell Ferrant" || a.Source != "Ansley Courant" || a.Lang != "en-GB" || a.From != feeds.FromPage || a.URL != "https://courant.example/news/basin" {
		t.Errorf("facts %+v", a)
	}
	if want := time.Date(2026, 3, 4, 3, 15, 0, 0, time.UTC); !a.Published.Equal(want) || a.DateText != "2026-03-03T22:15:00-05:00" {
		t.Errorf("published %v as %q, want %v", a.Published, a.DateText, want)
	}
}

func TestFactsFromData(t *testing.T) {
	head := `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},
{"@type":["NewsArticle"],"headline":"Basin open &amp; busy","datePublished":"2026-03-03T08:00:00Z","dateModified":"2026-03-03T09:30:00Z","inLanguage":"en","author":[{"@type":"Person","name":"Nell Ferrant"},{"name":"Joss
Pye"}],"publisher":{"name":"Ansley Courant"}}]}</script>`
	a, err := Article([]byte(site(head, `<p>`+one+`</p><p>`+two+`</p><p>`+three+`</p>`)), "", "")
	if err != nil {
		t.Fatal(err)
	}
	if a.Title != "Basin open & busy" || a.Byline != "Nell Ferrant, Joss Pye" || a.Source != "Ansley Courant" {
		t.Errorf("facts %+v", a)
	}
	if a.Published.Format(time.RFC3339) != "2026-03-03T08:00:00Z" || a.Updated.Format(time.RFC3339) != "2026-03-03T09:30:00Z" {
		t.Errorf("dates %v, %v", a.Published, a.Updated)
	}
}

func TestCanonicalAddressOfAnotherSiteIsNotTaken(t *testing.T) {
	source := []byte(site(`<link rel="canonical" href="https://www.other.example/real-story">`, "<p>"+one+"</p>"))
	for base, want := range map[string]string{
		"https://courant.example/news": "https://courant.example/news", "": "https://www.other.example/real-story", "https://m.other.example/x": "https://www.other.example/real-story",
	} {
		if a, _ := Article(source, base, ""); a.URL != want {
			t.Errorf("page at %q: address %q, want %q", base, a.URL, want)
		}
	}
}

func TestDataInItsWrappers(t *testing.T) {
	const data = `{"@type":"NewsArticle","headline":"Basin open"}`
	for _, w := range []string{"%", "<![CDATA[\n%\n]]>", "//<![CDATA[\n%\n//]]>", "/*<![CDATA[*/ % /*]]>*/", "<!-- % -->", " % ;"} {
		if got := readLD(strings.Replace(w, "%", data, 1)); len(got) != 1 || got[0].headline != "Basin open" {
			t.Errorf("%q: %+v", w, got)
		}
	}
}

func TestByline(t *testing.T) {
	for inner, want := range map[string]string{
		`<p class="article__byline">By Nell Ferrant and Joss Pye</p>`:              "Nell Ferrant and Joss Pye",
		`<div class="author-name">Written by Nell Ferrant</div>`:                   "Nell Ferrant",
		`<div class="byline">March 3, 2026</div><p class="byline">By Joss Pye</p>`: "Joss Pye",
		`<a rel="author" href="/x">Nell Ferrant @nell</a>`:                         "Nell Ferrant",
		`<span itemprop="author">admin</span>`:                                     "",
		`<a rel="author" href="/x">https://x.example/nell</a>`:                     "",
	} {
		if a, _ := Article([]byte(site("", inner+"<p>"+one+"</p>")), "", ""); a.Byline != want {
			t.Errorf("%s: byline %q, want %q", inner, a.Byline, want)
		}
	}
}

func TestPageThatStatesNothing(t *testing.T) {
	a, err := Article([]byte(`<html><body><p>`+one+`</p><p>`+two+`</p></body></html>`), "", "")
	if err != nil || a.Title != "Untitled page" || !a.Published.IsZero() || a.Byline != "" || a.URL != "" || !strings.Contains(a.Text, "five to two") {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestTitleWithoutTheSitesName(t *testing.T) {
	for _, tc := range []struct{ title, site, head, want string }{
		{"Basin open | Ansley Courant", "Ansley Courant", "", "Basin open"},
		{"Basin open - AnsleyCourant", "Ansley Courant", "", "Basin open"},
		{"Basin open – News", "", "Basin open", "Basin open"},
		{"Opinion | Basin open", "Ansley Courant", "", "Opinion | Basin open"},
		{"Ships - and what they carry", "", "", "Ships - and what they carry"},
	} {
		var heads []string
		if tc.head != "" {
			heads = []string{tc.head}
		}
		if got := cutSite(tc.title, tc.site, heads); got != tc.want {
			t.Errorf("cutSite(%q) = %q, want %q", tc.title, got, tc.want)
		}
	}
}

func TestDates(t *testing.T) {
	for s, want := range map[string]string{
		"2026-03-03T22:15:00-05:00":       "2026-03-04T03:15:00Z",
		"2026-03-03T22:15:00.123Z":        "2026-03-03T22:15:00Z",
		"2026-03-03T22:15+0530":           "2026-03-03T16:45:00Z",
		"2026-03-03 22:15:00 UTC":         "2026-03-03T22:15:00Z",
		"2026-03-03 22:15:00+01":          "2026-03-03T21:15:00Z",
		"2026-03-03T22:15:00":             "2026-03-03T00:00:00Z", // no zone: the day alone
		"2026-03-03T9:15 pm":              "2026-03-03T00:00:00Z",
		"2026-03-03":                      "2026-03-03T00:00:00Z",
		"March 3, 2026, 07:47 PM EST":     "2026-03-04T00:47:00Z",
		"March 3, 2026 13:42":             "2026-03-03T00:00:00Z",
		"Tue, 03 Mar 2026 08:00:00 +0100": "2026-03-03T07:00:00Z",
		"2026/03/03":                      "2026-03-03T00:00:00Z",
		"03/04/2026":                      "", // which is the month?
		"2026-13-03":                      "",
		"0001-01-01 00:00:00Z":            "",
		"yesterday":                       "",
		"March 3, 2026, 07:47 PM XYZ":     "",
		"":                                "",
	} {
		got, _, ok := parseTime(s)
		if ok != (want != "") || ok && got.Format(time.RFC3339) != want {
			t.Errorf("parseTime(%q) = %v, %v, want %q", s, got, ok, want)
		}
	}
}

func TestAnExactTimeBeatsADayAndAWrongOneDoesNot(t *testing.T) {
	head := func(meta, ld string) string {
		return `<meta property="article:published_time" content="` + meta + `"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"` + ld + `"}</script>`
	}
	for _, tc := range []struct{ meta, ld, want string }{
		{"March 3, 2026 13:42", "2026-03-03 13:42:06+08:00", "2026-03-03T05:42:06Z"},
		{"2026-03-03", "2024-01-01T00:00:00Z", "2026-03-03T00:00:00Z"},
		{"nonsense", "2026-03-03T01:00:00Z", "2026-03-03T01:00:00Z"},
	} {
		a, _ := Article([]byte(site(head(tc.meta, tc.ld), "<p>"+one+"</p>")), "", "")
		if got := a.Published.Format(time.RFC3339); got != tc.want {
			t.Errorf("%+v: published %s", tc, got)
		}
	}
}

func TestEncodings(t *testing.T) {
	const text = "Комиссия порта проголосовала за открытие северного бассейна для судов с зерном, закрытого семь месяцев назад после столкновения двух паромов в тумане."
	page := func(meta string) string {
		return "<html><head>" + meta + "<title>Порт</title></head><body><p>" + text + "</p></body></html>"
	}
	cp1251 := func(s string) string { return must(t)(charmap.Windows1251.NewEncoder().String(s)) }
	for _, tc := range []struct{ name, source, contentType string }{
		{"meta", cp1251(page(`<meta charset="windows-1251">`)), ""},
		{"http-equiv", cp1251(page(`<meta http-equiv="Content-Type" content="text/html; charset=cp1251">`)), ""},
		{"server", cp1251(page("")), "text/html; charset=windows-1251"},
		{"server before meta", cp1251(page(`<meta charset="utf-8">`)), "text/html; charset=windows-1251"},
		{"UTF-8 said to be something else", page(`<meta charset="windows-1251">`), "text/html; charset=iso-8859-1"},
		{"UTF-8 said to be UTF-16", page(`<meta charset="utf-16">`), ""},
		{"nothing said", cp1251(page("")), ""},
		{"nothing said, KOI8-R", must(t)(charmap.KOI8R.NewEncoder().String(page(""))), ""},
		{"byte order mark", "\xEF\xBB\xBF" + page(`<meta charset="windows-1251">`), ""},
		{"UTF-16", must(t)(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(page(""))), ""},
	} {
		a, _ := Article([]byte(tc.source), "", tc.contentType)
		if a.Text != text || a.Title != "Порт" {
			t.Errorf("%s: title %q, text %q", tc.name, a.Title, a.Text)
		}
	}
	const hangul = "항만 위원회는 화요일 곡물선을 위해 북쪽 부두를 다시 열기로 표결했다. 일곱 달 전 충돌 사고로 닫힌 뒤 처음이다."
	a, _ := Article([]byte(must(t)(korean.EUCKR.NewEncoder().String(`<html><head><meta charset="euc-kr"></head><body><p>`+hangul+`</p></body></html>`))), "", "")
	if a.Text != hangul {
		t.Errorf("EUC-KR: %q", a.Text)
	}
	a, _ = Article([]byte("<html><body><p>Der Hafenausschuss \xf6ffnet das Becken f\xfcr Getreideschiffe, sieben Monate nach einem Unfall, der es geschlossen hatte.</p></body></html>"), "", "")
	if !strings.Contains(a.Text, "öffnet das Becken für") {
		t.Errorf("undeclared Latin-1: %q", a.Text)
	}
}

func must(t *testing.T) func(string, error) string {
	return func(s string, err error) string {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
}

func TestPostsThatAnArticleShowsStay(t *testing.T) {
	inner := `<div class="entry-content"><p>` + one + `</p><div class="social-media-embed"><blockquote class="twitter-tweet"><p>The first ship is in, and nobody hit anything.</p>&mdash; Edda Marlowe</blockquote></div><p>` + two + `</p><p>` + three + `</p></div>`
	a, err := Article([]byte(site("", inner)), "", "")
	if err != nil || !strings.Contains(a.Text, "nobody hit anything") {
		t.Errorf("%v: %q", err, a.Text)
	}
}

func TestTextThatAPageHoldsAsDataOnly(t *testing.T) {
	body := one + `\n\n` + strings.ReplaceAll(two, `"`, `\"`) + `\n` + three
	page := func(free string) []byte {
		return []byte(`<html><head><title>Basin open</title><script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":` + free + `,"articleBody":"` + body + `"}</script></head><body><div id="root">Loading</div></body></html>`)
	}
	a, err := Article(page("true"), "", "")
	if want := one + "\n\n" + two + "\n\n" + three; err != nil || a.Text != want {
		t.Errorf("%v: %q", err, a.Text)
	}
	if a, err := Article(page("false"), "", ""); !errors.Is(err, feeds.ErrNoArticle) || strings.Contains(a.Text, "grain") {
		t.Errorf("a paid text was taken: %v, %q", err, a.Text)
	}
}

// TestListsOfNames keeps the lists that policy pages end with.
func TestListsOfNames(t *testing.T) {
	const lead = "<p>" + one + "</p><p>" + two + "</p><p>In addition to Marlowe, the letter to the ministry was signed by:</p>"
	names := []string{"Ada Brunel (D-CA)", "Cyrus Dane (R-ND)", "Elin Foss (D-WA)", "Gus Harrow (R-TX)", "Ines Jarrell (D-HI)", "Kit Lorimer (R-MN)"}
	for name, list := range map[string]string{
		"items":        "<ul><li>" + strings.Join(names, "</li><li>") + "</li></ul>",
		"linked items": `<ul><li><a href="https://x.example/">` + strings.Join(names, `</a></li><li><a href="https://x.example/">`) + "</a></li></ul>",
		"lines":        "<p>" + strings.Join(names, "<br>") + "</p>",
		"linked lines": `<p><a href="https://x.example/">` + strings.Join(names, `</a><br><a href="https://x.example/">`) + "</a></p>",
		"table":        "<table><tr><td>" + strings.Join(names, "</td></tr><tr><td>") + "</td></tr></table>",
		"boxes":        "<div>" + strings.Join(names, "</div><div>") + "</div>",
	} {
		for _, frame := range []string{"%", `<div class="field-name-body">%</div>`, `<div id="press"><div class="inner">%</div></div>`} {
			a, err := Article([]byte(site("", "<h1>Letter on the basin</h1>"+strings.Replace(frame, "%", lead+list+"<p>"+three+"</p>", 1))), "", "")
			for _, n := range append(names, "premiums would fall") {
				if err != nil || !strings.Contains(a.Text, n) {
					t.Fatalf("%s in %s: %v, %q lacks %q", name, frame, err, a.Text, n)
				}
			}
		}
	}
	related := "<p>Read more:</p><ul>" + strings.Repeat(`<li><a href="/x">Commission votes to close the northern basin</a></li>`, 5) + "</ul>"
	a, _ := Article([]byte(site("", lead+related)), "", "")
	if strings.Contains(a.Text, "votes to close") {
		t.Errorf("related links stayed: %q", a.Text)
	}
}

func TestPagesThatAreNoArticle(t *testing.T) {
	index := ""
	for range 20 {
		index += `<li><a href="/x">Commission votes to reopen the northern basin</a></li>`
	}
	for _, tc := range []struct{ name, source, want string }{
		{"consent", `<html><head><title>Before you continue</title></head><body><h1>We value your privacy</h1><p>We and our 842 partners store information on your device. You can accept all cookies or manage your choices.</p></body></html>`, "consent"},
		{"robot", `<html><head><title>Just a moment...</title></head><body><p>Checking your browser. Enable JavaScript and cookies to continue.</p></body></html>`, "browser"},
		{"paid", site("", `<h1>Basin open</h1><p>`+one+`</p><p>Subscribe to continue reading.</p>`), "subscribers"},
		{"paid by data", site(`<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>`, `<p>`+one+`</p>`), "subscribers"},
		{"missing", `<html><head><title>Page not found</title></head><body><h1>404</h1><p>It may have moved.</p></body></html>`, "does not exist"},
		{"index", `<html><head><title>Courant</title><meta property="og:type" content="website"></head><body><ul>` + index + `</ul><p>` + one + `</p></body></html>`, "list of articles"},
		{"empty", `<html><head><title>Courant</title></head><body></body></html>`, "hardly any text"},
		{"nothing", ``, "hardly any text"},
	} {
		a, err := Article([]byte(tc.source), "", "")
		if !errors.Is(err, feeds.ErrNoArticle) || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: error %v, want %q", tc.name, err, tc.want)
		}
		if a.Title == "" {
			t.Errorf("%s: no title", tc.name)
		}
	}
}

func TestAPageWithoutSpacesBetweenWords(t *testing.T) {
	text := strings.Repeat("港口委员会周二投票决定重新开放北部港池，允许运粮船只进入，此前该港池因碰撞事故已关闭七个月。", 8)
	if _, err := Article([]byte("<html><body><p>"+text+"</p></body></html>"), "", ""); err != nil {
		t.Error(err)
	}
}

// TestTextInParts keeps paragraphs that stand outside the element that a page
// names as its text.
func TestTextInParts(t *testing.T) {
	inner := "<h1>Basin open</h1><div class='intro'><p>" + one + "</p><p>" + two + "</p></div><div class='ad-slot'></div><div class='story-body'><p>" + three + "</p><p>" + strings.ToUpper(three) + "</p></div>"
	a, err := Article([]byte(site("", inner)), "", "")
	if err != nil || !strings.Contains(a.Text, "five to two") || !strings.Contains(a.Text, "PREMIUMS") {
		t.Errorf("%v: %q", err, a.Text)
	}
}

func TestAnArticleAboutWallsIsAnArticle(t *testing.T) {
	inner := `<p>` + one + `</p><p>The court said that “we value your privacy” banners must let readers reject all cookies, and that subscribers only pages may not hide them.</p><p>` + two + `</p><p>` + three + `</p><p>` + three + `</p>`
	if _, err := Article([]byte(site(facts1, inner)), "", ""); err != nil {
		t.Error(err)
	}
}

func TestHostilePages(t *testing.T) {
	deep := strings.Repeat("<div>", 100_000) + "<p>" + one + "</p>"
	a, err := Article([]byte(deep), "", "")
	if !errors.Is(err, feeds.ErrTooLarge) || !strings.Contains(a.Text, "harbour commission") || a.Title == "" {
		t.Errorf("deep page: %v, %.60q", err, a.Text)
	}
	large := site("", "<p>"+one+"</p><p>"+two+"</p><!--"+strings.Repeat("x", maxPage)+"-->")
	if a, err = Article([]byte(large), "", ""); !errors.Is(err, feeds.ErrTooLarge) || !strings.Contains(a.Text, "harbour commission") {
		t.Errorf("large page: %v, %d bytes", err, len(a.Text))
	}
	a, _ = Article([]byte(site(`<meta property="og:title" content="A&#27;]0;title&#7; B">`, "<p>"+one+"&#27;[31m&#x202e;</p><script>alert('no text')</script><style>p{}</style>")), "javascript:alert(1)", "")
	if strings.ContainsAny(a.Title+a.Text, "\x1b\x07\u202e") || strings.Contains(a.Text, "alert") || a.URL != "" {
		t.Errorf("unsafe: %q %q %q", a.Title, a.Text, a.URL)
	}
}

// Pages made to cost time or memory are read in a bounded amount of both, and
// as far as they hold text, with it.
func TestFloods(t *testing.T) {
	const head, size = "<!doctype html><title>Flood</title>", 2 << 20
	for _, piece := range []string{"<p>x", "<b><p>", "<table><tr><td>", "<ul><li><a href=x>y</a></li></ul>", "&", "<!--", `<script type="application/ld+json">{"a":[`} {
		source := []byte(head + strings.Repeat(piece, size/len(piece)))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		a, err := Article(source, "https://flood.example/", "")
		Feeds(source, "https://flood.example/")
		runtime.ReadMemStats(&after)
		if a.Title == "" || err == nil || len(a.Text) > maxText {
			t.Errorf("%q: title %q, text of %d bytes, %v", piece, a.Title, len(a.Text), err)
		}
		if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 128*size>>20 {
			t.Errorf("%q took %d MB", piece, mb)
		}
	}
}

func TestLongTextsAreCutAtABlock(t *testing.T) {
	line := strings.Repeat("é", maxText/8)
	a := feeds.Article{}
	for range 12 {
		start := len(a.Text)
		a.Text += line
		a.Blocks = append(a.Blocks, feeds.Block{Kind: feeds.Paragraph, Start: start, End: len(a.Text)})
	}
	if got := limit(a); len(got.Text) != 4*len(line) || len(got.Blocks) != 4 {
		// each line is a quarter of the limit
		t.Errorf("%d bytes in %d blocks", len(got.Text), len(got.Blocks))
	}
	if got := limit(feeds.Article{Text: strings.Repeat("é", maxText)}); len(got.Text) != maxText {
		t.Errorf("%d bytes of a text without blocks", len(got.Text))
	}
}

func TestFeeds(t *testing.T) {
	page := `<html><head><base href="https://courant.example/en/">
<link rel="alternate" type="application/rss+xml" title="All &amp; sundry" href="feed?cat=1&amp;n=2">
<link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="//feeds.courant.example/atom">
<link rel="feed" href="https://user:pw@courant.example/feed.json">
<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/7">
<link rel="alternate" type="application/json" href="/feed.json">
<link rel="alternate" hreflang="fr" href="/fr/"><link rel="alternate" type="application/rss+xml" href="javascript:x">
<link rel="stylesheet" type="text/css" href="/feed"></head>
<body><a href="/rss/">RSS</a><a href="/world/rss.xml">World</a><a href="feed:https://courant.example/podcast.rss">Podcast</a><a href="https://other.example/feed">A friend's feed</a><a href="/feed-the-birds">No feed</a></body></html>`
	want := []Link{
		{"https://courant.example/en/feed?cat=1&n=2", "All & sundry"},
		{"https://feeds.courant.example/atom", ""},
		{"https://courant.example/feed.json", ""},
		{"https://courant.example/rss/", "RSS"},
		{"https://courant.example/world/rss.xml", "World"},
		{"https://courant.example/podcast.rss", "Podcast"},
	}
	got := Feeds([]byte(page), "https://courant.example/")
	if len(got) != len(want) {
		t.Fatalf("got %d links: %q", len(got), got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("link %d: %q, want %q", i, got[i], want[i])
		}
	}
	if got := Feeds([]byte(`<link rel=alternate type=application/rss+xml href=/feed>`), ""); len(got) != 0 {
		t.Errorf("a relative link without a base: %q", got)
	}
}

func TestGuesses(t *testing.T) {
	got := Guesses("https://courant.example/en?x=1")
	if len(got) != 14 || got[0] != "https://courant.example/en/feed/" || got[7] != "https://courant.example/feed/" {
		t.Errorf("%q", got)
	}
	if got := Guesses("https://courant.example/news.html"); len(got) != 7 {
		t.Errorf("%q", got)
	}
	if got := Guesses("file:///etc"); got != nil {
		t.Errorf("%q", got)
	}
}

func FuzzPage(f *testing.F) {
	f.Add([]byte(site(facts1, inner1)), "https://courant.example/", "text/html; charset=utf-8")
	f.Add([]byte(`<script type="application/ld+json">[{"@type":"NewsArticle","author":[null,1,{"name":[]}]}]</script>`), "", "")
	f.Add([]byte("<table><td><a href=x>y<svg><title>z<p>"), "::", "text/html;charset=utf-16")
	f.Add([]byte("\xFF\xFE<\x00p\x00"), "", "")
	f.Fuzz(func(t *testing.T, source []byte, base, contentType string) {
		a, err := Article(source, base, contentType)
		if a.Title == "" || err != nil && !errors.Is(err, feeds.ErrNoArticle) && !errors.Is(err, feeds.ErrTooLarge) {
			t.Errorf("title %q, error %v", a.Title, err)
		}
		at := 0
		for _, b := range a.Blocks {
			if b.Start < at || b.End < b.Start || b.End > len(a.Text) {
				t.Fatalf("block %+v of a text of %d bytes", b, len(a.Text))
			}
			at = b.End
		}
		for _, l := range Feeds(source, base) {
			if !strings.HasPrefix(l.URL, "http") {
				t.Errorf("feed %q", l.URL)
			}
		}
	})
}

func BenchmarkArticle(b *testing.B) {
	source := []byte(site(facts1, strings.Repeat(inner1, 10)))
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		if _, err := Article(source, "", ""); err != nil {
			b.Fatal(err)
		}
	}
}
