package page

import (
	"errors"
	"strings"
	"testing"
	"time"

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
