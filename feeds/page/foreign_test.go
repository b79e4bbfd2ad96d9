package page

import (
	"strings"
	"testing"
)

const four = "Ferry captains had asked for a line of buoys of their own. The commission put the question off until May, when a survey of the sea bed will be done, and thanked them for their patience."

// TestWhatIsForeignToAnArticle: the article's own text is the same, whatever
// stands inside its page.
func TestWhatIsForeignToAnArticle(t *testing.T) {
	talk := strings.Repeat(`<div class="post-content"><b>old salt</b><p>`+four+` I have said so for years, and nobody at the commission ever listens to us.</p></div>`, 6)
	for name, inner := range map[string]string{
		"comments longer than the article": `%<div id="disqus_thread"><h3>6 Comments</h3>` + talk + `</div>`,
		"a pull quote":                     `<figure class="wp-block-pullquote"><blockquote><p>now we have the radar</p><cite>Edda Marlowe</cite></blockquote></figure>%`,
		"a pull quote that is an aside":    `<aside class="pq"><p>Insurers had refused to cover ships</p></aside>%`,
		"a teaser inside":                  `%<article class="teaser"><h3><a href="/2">Crown slips against the mark</a></h3><p>It lost half a per cent in early trading before it recovered most of the ground.</p></article>`,
		"figures beside it":                `<div class="infobox"><h3>The basin in figures</h3><ul><li>Depth: 9 m</li></ul></div>%`,
		"a prompt":                         `%<section class="cta-block"><h2>Support our work</h2><p>Your gift keeps our reporters at the harbour.</p></section>`,
		"a time alone":                     `<p class="t">11.20 GMT</p>%`,
		"another headline, with a bar":     `%<p><strong>ALSO READ | <a href="/3">Ferries to sail around the islands</a></strong></p>`,
		"a menu in a cell":                 `<table><tr><td width=150><a href=a>Home</a><br><a href=b>Links</a></td><td>%</td></tr></table>`,
		"a picture with its credit":        `<figure><img src=a><span class="sc-a3">Coast Agency</span></figure>%`,
		"names that a machine made up":     `<div data-component="byline-block" class="sc-1"><span>Nell Ferrant</span><span>Defence</span></div>%`,
		"an advertisement's line":          `%<p>Get the Courant app: <a>iOS</a> | <a>Android</a></p>`,
		"a day after it":                   `%<p>Last updated: 5 March 2026</p>`,
		"a byline after the first lines":   `%<p>By Nell Ferrant</p>`,
	} {
		body := "<h1>Port Ansley reopens basin</h1><div>" + strings.Replace(inner, "%", "<p>"+one+"</p><p>"+two+"</p><p>"+three+"</p>", 1) + "</div>"
		a, err := Article([]byte(site(`<meta name="author" content="Nell Ferrant">`, body)), "", "")
		if want := one + "\n\n" + two + "\n\n" + three; err != nil || a.Text != want {
			t.Errorf("%s: %v\n%s", name, err, a.Text)
		}
	}
}

// TestAQuotationOfItsOwnStays: only what the text has as well is said twice.
func TestAQuotationOfItsOwnStays(t *testing.T) {
	for _, q := range []string{
		`<blockquote><p>We will not be the last port to wait.</p></blockquote>`,
		`<blockquote>` + four + `</blockquote>`,
	} {
		a, err := Article([]byte(site("", "<p>"+one+"</p>"+q+"<p>"+two+"</p><p>"+three+"</p>")), "", "")
		if said, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(q, "<blockquote>"), "<p>"), "<"); err != nil || strings.Count(a.Text, said) != 1 {
			t.Errorf("%s: %v\n%s", q, err, a.Text)
		}
	}
}

// TestCardsOfSignatoriesStay: a short article with a linked heading may be a person.
func TestCardsOfSignatoriesStay(t *testing.T) {
	cards := `<article><h3><a href="/m1">Ann Bell</a></h3><p>Coastal Union, Kessel</p></article><article><h3><a href="/m2">Carl Dow</a></h3><p>Greens, Morrow</p></article>`
	a, err := Article([]byte(site("", "<h1>A letter</h1><p>"+one+"</p><p>"+two+"</p><p>"+three+"</p>"+cards)), "", "")
	if err != nil || !strings.Contains(a.Text, "Ann Bell") || !strings.Contains(a.Text, "Greens, Morrow") {
		t.Errorf("%v\n%s", err, a.Text)
	}
}

// TestADiscussionKeepsItsComments: they are what its page is about.
func TestADiscussionKeepsItsComments(t *testing.T) {
	a, err := Article([]byte(`<html><body><h1>The northern basin</h1><div id="comments"><p>`+one+`</p><p>`+two+`</p><p>`+three+`</p></div></body></html>`), "", "")
	if err != nil || !strings.Contains(a.Text, "five to two") {
		t.Errorf("%v, %q", err, a.Text)
	}
}

func TestAShortListOfHeadlinesIsNoArticle(t *testing.T) {
	card := `<article><h2><a href="/1">HEAD reopens its basin to grain</a></h2><p>` + one + `</p></article>`
	var b strings.Builder
	for _, head := range strings.Fields("Ansley Brenna Costavia Dorn Ember") {
		b.WriteString(strings.ReplaceAll(card, "HEAD", head))
	}
	if _, err := Article([]byte("<html><body><main><h1>Ports</h1>"+b.String()+"</main></body></html>"), "", ""); err == nil {
		t.Error("an index was taken for an article")
	}
}
