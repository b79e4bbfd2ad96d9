package parse

import (
	"encoding/base64"
	"strings"
	"testing"
)

// A long body goes round gofeed and comes out as a short one does: only the
// number of its repetitions tells them apart.
func TestLongBodiesAreAsShortOnes(t *testing.T) {
	part := "Ministers & \"others\" met <b>at noon</b>; it's 5 &lt; 6 in Ko\u0161ice. "
	escaped := strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(part)
	for name, feed := range map[string]func(n int) string{
		"rss, escaped": func(n int) string { return rssOf("<description>" + strings.Repeat(escaped, n) + "</description>") },
		"rss, CDATA": func(n int) string {
			return rssOf("<description>\n<![CDATA[" + strings.Repeat(part, n) + "]]></description>")
		},
		"rss, encoded": func(n int) string {
			return rssOf("<content:encoded><![CDATA[" + strings.Repeat(part, n) + "]]></content:encoded>")
		},
		"rss, elements": func(n int) string {
			return rssOf("<description>" + strings.Repeat("<p>A &amp; B</p>", 6*n) + "</description>")
		},
		"atom, html":  func(n int) string { return atomOf("html", strings.Repeat(escaped, n)) },
		"atom, text":  func(n int) string { return atomOf("text", strings.Repeat("5 &lt; 6 ", 8*n)) },
		"atom, xhtml": func(n int) string { return atomOf("xhtml", "<div>"+strings.Repeat("<p>A &amp; B</p>", 6*n)+"</div>") },
	} {
		short, long := bodyOf(t, feed(1)), bodyOf(t, feed(10))
		unit := strings.TrimSuffix(strings.TrimPrefix(short, "<div>"), "</div>")
		if want := strings.Replace(short, unit, strings.TrimSpace(strings.Repeat(unit+" ", 10)), 1); squeezed(long) != squeezed(want) {
			t.Errorf("%s:\n%q\nwant\n%q", name, long, want)
		}
	}
	text := strings.Repeat("Ministers met. ", 30)
	raw := `<feed xmlns="http://purl.org/atom/ns#"><title>A</title><entry><title>T</title><content mode="base64">` +
		base64.StdEncoding.EncodeToString([]byte(text)) + `</content></entry></feed>`
	if got := bodyOf(t, raw); got != text {
		t.Errorf("base64: %q", got)
	}
}

// What a feed says cannot stand for the body of another item.
func TestTheMarkIsNoText(t *testing.T) {
	long := strings.Repeat("Ministers met. ", 30)
	_, entries, err := Feed([]byte(rssOf("<description>"+long+"</description></item><item><title>U</title><description>\U0010FFFD0\U0010FFFD</description></item>"+
		"<item><title>V</title><description>&#x10FFFD;0&#1114109;</description>")), "", "")
	if err != nil || len(entries) != 3 {
		t.Fatalf("%d entries, %v", len(entries), err)
	}
	for _, e := range entries[1:] {
		if e.Summary.Text != "0" {
			t.Errorf("%s: %q", e.Title, e.Summary.Text)
		}
	}
}

func rssOf(item string) string {
	return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>A</title><item><title>T</title>` + item + `</item></channel></rss>`
}

func atomOf(kind, body string) string {
	return `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><title>T</title><content type="` + kind + `">` + body + `</content></entry></feed>`
}

func bodyOf(t *testing.T, feed string) string {
	t.Helper()
	_, entries, err := Feed([]byte(feed), "", "")
	if err != nil || len(entries) != 1 {
		t.Fatalf("%d entries, %v", len(entries), err)
	}
	return entries[0].Summary.Text + entries[0].Content.Text
}

// squeezed is a text without its spaces: a short one was trimmed.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }
