package page

import (
	"strings"
	"testing"
	"time"
)

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

// TestTheHeadingWithinATitle: the rest of a title is the site's and the page's.
func TestTheHeadingWithinATitle(t *testing.T) {
	for title, want := range map[string]string{
		"Harbours - Official text: Port Ansley reopens its basin, 3-Mar.-2026": "Port Ansley reopens its basin",
		"Port Ansley reopens its basin_Courant":                                "Port Ansley reopens its basin",
		"A basin and its port":                                                 "A basin and its port",
	} {
		page := "<html><head><title>" + title + "</title></head><body><h1>Port Ansley reopens its basin</h1><p>" + one + "</p></body></html>"
		if a, _ := Article([]byte(page), "", ""); a.Title != want {
			t.Errorf("%q: %q, want %q", title, a.Title, want)
		}
	}
}
