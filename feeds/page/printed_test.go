package page

import (
	"testing"
	"time"
)

// TestWhatAPagePrintsBesideItsHeading: the day and the name, where a page
// states neither as data.
func TestWhatAPagePrintsBesideItsHeading(t *testing.T) {
	const h = `<h1>Port Ansley reopens basin</h1>`
	for _, tc := range []struct{ inner, day, name string }{
		{`<header><time datetime="2026-03-03">03.03.26</time>` + h + `</header>`, "2026-03-03", ""},
		{h + `<p class="date">3 March 2026</p>`, "2026-03-03", ""},
		{`<ul><li>Press release</li><li>3 March 2026</li><li>14:05</li></ul>` + h, "2026-03-03", ""},
		{h + `<div>By Nell Ferrant | March 3, 2026</div>`, "2026-03-03", "Nell Ferrant"},
		{h + `<p>By Nell Ferrant and Joss van der Pye</p><p>March 3, 2026 / 8:41 PM / COURANT</p>`, "2026-03-03", "Nell Ferrant and Joss van der Pye"},
		{h + `<p>Published 3 March 2026, 10:10<br>Updated 5 March 2026</p>`, "", ""}, // one line that speaks of both
		{h + `<p>Published 3 March 2026</p><p>Last updated: 5 March 2026</p>`, "2026-03-03", ""},
		{h + `<p>Von Nell Ferrant</p><p>Stand: 03.03.2026</p>`, "2026-03-03", "Nell Ferrant"},
		{h + `<div class="author"><a href="/n">Nell Ferrant</a></div><p>3 March 2026</p>`, "2026-03-03", "Nell Ferrant"},
		{h + `<p>2026年3月3日</p><p>作者：王小海</p>`, "2026-03-03", "王小海"},
		{h + `<p>3 March 2026</p><p>12 May 2026</p>`, "", ""}, // of what?
		{h + `<p>Tabled 3 March 2026</p>`, "2026-03-03", ""},
		{h + `<div><span>By <a href="/n">Nell Ferrant</a></span><span>March 3, 2026</span></div>`, "2026-03-03", "Nell Ferrant"},
		{h + `<time datetime="2026-03-03"><span>March 3, 2026</span><span>Updated ago</span></time>`, "2026-03-03", ""},
		{h + `<div><span>Last updated:</span><span>March 3, 2026</span></div>`, "", ""},
		{h + `<p>By invitation only</p>`, "", ""},
		{h + `<p>Basin</p>`, "", ""},
		{`<p>3 March 2026</p>`, "", ""}, // no heading: the day of what?
	} {
		a, _ := Article([]byte(site("", tc.inner+"<p>"+one+"</p><p>"+two+"</p><p>12 June 2025</p>")), "", "")
		day := ""
		if !a.Published.IsZero() {
			day = a.Published.Format(time.DateOnly)
		}
		if day != tc.day || a.Byline != tc.name {
			t.Errorf("%s: %q by %q, want %q by %q", tc.inner, day, a.Byline, tc.day, tc.name)
		}
	}
}

// TestTheDayInAMastheadIsNotThatOfPublication: it is that of the visit.
func TestTheDayInAMastheadIsNotThatOfPublication(t *testing.T) {
	const day = `<p>Tuesday, 24 November 2026</p>`
	for _, page := range []string{
		`<body><div id="top">` + day + `</div><div><div><h1>Port Ansley reopens basin</h1><p>` + one + `</p><p>` + two + `</p></div></div></body>`,
		`<head><title>Port Ansley reopens basin - Ministry of Harbours</title></head><body><div><h1>Ministry of Harbours</h1>` + day + `</div><div><h2>Port Ansley reopens basin</h2><p>` + one + `</p><p>` + two + `</p></div></body>`,
	} {
		if a, err := Article([]byte("<html>"+page+"</html>"), "", ""); err != nil || !a.Published.IsZero() || a.Title != "Port Ansley reopens basin" && a.Title != "Untitled page" {
			t.Errorf("%q published %v, %v", a.Title, a.Published, err)
		}
	}
}
