package clean

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"readout/feeds"
)

func TestLine(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain title", "plain title"},
		{"plain\ntitle", "plain title"},
		{"  two\t spaces \r\n and lines ", "two spaces and lines"},
		{"a\x1b]0;owned\x07b", "a]0;ownedb"},
		{"no\u009bcsi\u202e\u2066\U000E0041\u200b\ufeff\u00ad\u2028x", "nocsi x"},
		{"e\u0301", "é"},
		{"می\u200cخواهم", "می\u200cخواهم"},
		{"a\u200d.b", "a.b"},
		{"Pu\u200dtin und Auf\u200clage, Пу\u200dтин", "Putin und Auflage, Путин"},
		{"क्\u200dष, ශ්\u200dරී", "क्\u200dष, ශ්\u200dරී"},
		{"❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"},
		{"👩\u200d🔧", "👩\u200d🔧"},
		{"x" + strings.Repeat("\u0336", 40), "x" + strings.Repeat("\u0336", 8)},
		{"bad \xff byte", "bad \uFFFD byte"},
	} {
		if got := Line(c.in); got != c.want {
			t.Errorf("Line(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"paragraphs", "<p>One.</p><p>Two\n lines.</p>", "One.\n\nTwo lines."},
		{"no tags", "One\nline.\r\n \r\nTwo &amp; three.", "One line.\n\nTwo & three."},
		{"breaks", "One.<br>Two.<br/><br/>Three.", "One.\nTwo.\n\nThree."},
		{"items", "<p>Signed by</p><ul><li>Ann Bell</li><li>Carl <b>Dow</b></li></ul><p>End.</p>", "Signed by\n\nAnn Bell\nCarl Dow\n\nEnd."},
		{"table", "<table><tr><th>Name</th><th>State</th></tr><tr><td>Ann</td><td>Ohio</td></tr></table>", "Name | State\nAnn | Ohio"},
		{"layout table", "<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>", "One.\n\nTwo."},
		{"scripts", "<style>p{}</style><p>A</p><script>if (a<b) {}</script><form>x</form><p>B</p>", "A\n\nB"},
		{"never closed", "<p>A</p><form><p>B</p>", "A\n\nB"},
		{"once", "<p>&amp;lt;b&amp;gt; AT&amp;T</p>", "&lt;b&gt; AT&T"},
		{"escape", "<p>a&#27;[31mb &#x9b; c</p>", "a[31mb › c"},
		{"image", `<p><img src=x alt="nothing">Text</p><figure><img><figcaption>A caption</figcaption></figure>`, "Text"},
		{"hidden", `<p>A</p><div style="display: none">B</div><span hidden>C</span>`, "A"},
		{"class", `<p>Ministers met.</p><div class="sharedaddy">Share</div>`, "Ministers met."},
		{"class of all", `<div class="newsletter"><p>Ministers met on Monday.</p></div>`, "Ministers met on Monday."},
		{"quote", "<blockquote><p>Said.</p></blockquote>", "Said."},
		{"q", "<p>He <q>agreed</q>.</p>", "He “agreed”."},
		{"feed plug-in", `<p>News is here.</p><p>The post <a href="#">News</a> appeared first on <a href="#">Wire</a>.</p>`, "News is here."},
		{"tail", "<p>News is here. <a href='#'>Continue reading...</a></p>", "News is here."},
		{"related", `<p>Text.</p><h3>Related stories</h3><ul><li><a href=a>One</a></li><li><a href=b>Two</a></li></ul><p>More text.</p>`, "Text.\n\nMore text."},
		{"footnote", `<p>It ran “for years”.<sup><a href="#fn1">1</a></sup> They knew.<a href="https://x.example/p#_ftn12">[12]</a></p><p><a href="#ref1">↩</a> In annex C.</p>`, "It ran “for years”. They knew.\n\nIn annex C."},
		{"a number that is a link", `<p>Page <a href="/page/2">2</a>, item <a href="#seats">412 seats</a>.</p>`, "Page 2, item 412 seats."},
		{"set apart by style", `<p><time>3 March 2026</time><span>News</span></p><p><span>Presi</span><span>dent</span> <b>T</b>he <span>U</span><span>S</span>, i<span>Phone</span></p>`, "3 March 2026 News\n\nPresident The US, iPhone"},
		{"READ MORE", "<p>Text.</p><p><strong>READ MORE:</strong> <a href=x>Another story</a></p>", "Text."},
	} {
		got, blocks, _ := HTML(c.in, "")
		if got != c.want {
			t.Errorf("%s: HTML(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
		checkBlocks(t, got, blocks)
	}
}

func checkBlocks(t testing.TB, text string, blocks []feeds.Block) {
	t.Helper()
	end := 0
	for _, b := range blocks {
		if b.Start < end || b.End <= b.Start || b.End > len(text) || strings.Contains(text[b.Start:b.End], "\n") {
			t.Errorf("bad block %+v of %q", b, text)
		}
		end = b.End
	}
	for _, r := range text {
		if r != '\n' && !Safe(r) {
			t.Errorf("unsafe %U in %q", r, text)
		}
	}
}

func TestInline(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"A &amp; B", "A & B"},
		{"<b>Bold</b> claim", "Bold claim"},
		{"x < y and y > z", "x < y and y > z"},
		{"&lt;b&gt; is a tag", "<b> is a tag"},
		{"Dear <Your Name>, hello", "Dear <Your Name>, hello"},
		{"Line<br>two", "Line two"},
	} {
		if got := Inline(c.in); got != c.want {
			t.Errorf("Inline(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestURL(t *testing.T) {
	for _, c := range []struct{ in, base, want string }{
		{"http://user:pw@Example.ORG:80/a?utm_source=x&id=3&fbclid=y#frag", "", "http://example.org/a?id=3"},
		{"/a b", "https://example.org/x/y", "https://example.org/a%20b"},
		{"//example.org", "", "https://example.org/"},
		{"javascript:alert(1)", "https://example.org", ""},
		{"mailto:a@example.org", "", ""},
		{"https://www.google.com/amp/s/example.org/story/amp", "", "https://example.org/story"},
		{"https://example-org.cdn.ampproject.org/c/s/example.org/story?amp=1", "", "https://example.org/story"},
		{"https://m.example.org/story", "", "https://example.org/story"},
		{"https://m.co.uk/story", "", "https://m.co.uk/story"},
		{"https://bücher.example/ä", "", "https://xn--bcher-kva.example/%C3%A4"},
		{"https://example.org/100%-sure?q=5%", "", "https://example.org/100%25-sure?q=5%25"},
		{"https://example.org/#!/page", "", "https://example.org/#!/page"},
	} {
		if got := URL(c.in, c.base); got != c.want {
			t.Errorf("URL(%q, %q) = %q, want %q", c.in, c.base, got, c.want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"The ministers said on Monday that they would not return to the talks.", "en"},
		{"Міністри заявили, що вони не повернуться до переговорів, які були в понеділок.", "uk"},
		{"Министры заявили, что они не вернутся к переговорам, которые были в понедельник.", "ru"},
		{"Les ministres ont dit lundi qu'ils ne reviendraient pas dans la salle avec les autres.", "fr"},
		{"Die Minister haben am Montag erklärt, dass sie nicht zu den Gesprächen zurückkehren.", "de"},
		{"Los ministros dijeron el lunes que no volverán a las conversaciones con el grupo.", "es"},
		{"Os ministros disseram na segunda-feira que não voltarão às conversas com o grupo.", "pt"},
		{"部长们周一表示不会重返谈判。", "zh"},
		{"閣僚たちは月曜日に交渉には戻らないと述べた。", "ja"},
		{"Прем'єр заявив про нові санкції", "uk"},
		{"Премьер объявил о новых санкциях", "ru"},
		{"Прэм'ер заявіў пра новыя санкцыі", "be"},
		{"Премиерът обяви, че санкциите ще бъдат разширени", "bg"},
		{"Kyiv", ""},
	} {
		if got := Language(c.in); got != c.want {
			t.Errorf("Language(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestArticle(t *testing.T) {
	seen := time.Date(2026, 3, 4, 5, 0, 0, 0, time.UTC)
	f := feeds.Feed{URL: "https://wire.example/feed", Title: "Example Wire", Lang: "en_us"}
	e := feeds.Entry{ID: "7", Title: "Ministers meet", Link: "https://wire.example/7?utm_medium=rss", Author: "By Ann Bell",
		Summary: feeds.Body{Text: "Short.", HTML: true},
		Content: feeds.Body{Text: "<p>Ministers met on Monday.</p><p>They will meet again [&hellip;]</p>", HTML: true}}
	a := Article(f, e, seen)
	if a.Text != "Ministers met on Monday.\n\nThey will meet again" || !a.Teaser || a.Byline != "Ann Bell" ||
		a.URL != "https://wire.example/7" || a.Lang != "en-US" || len(a.ID) != 32 {
		t.Errorf("Article = %+v", a)
	}
	if b := Article(f, feeds.Entry{Title: "Only a headline"}, seen); b.Text != "Only a headline" || len(b.Blocks) != 1 || !b.Teaser {
		t.Errorf("headline only: %+v", b)
	}
	if b := Article(f, feeds.Entry{}, seen); b.Title == "" {
		t.Error("an article without a title")
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{"<p>One<br>two</p>", "<ul><li>a<ul><li>b", "<table><tr><td>a<td>b", "&#27;]52;c;&#7;", "<form><p>x",
		"<pre>a\n\nb</pre>", "<script>", "a\u202eb\u0300\u0300", "<a><b><c hidden>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text, blocks, _ := HTML(s, "")
		checkBlocks(t, text, blocks)
		line := Inline(s)
		if strings.Contains(line, "\n") {
			t.Errorf("a line break in %q", line)
		}
		if again := Line(line); again != line {
			t.Errorf("Line is not stable: %q, %q", line, again)
		}
		plain, pb := Plain(s)
		checkBlocks(t, plain, pb)
		if again, _ := Plain(plain); again != plain {
			t.Errorf("Plain is not stable: %q, %q", plain, again)
		}
	})
}

func FuzzURL(f *testing.F) {
	for _, s := range []string{"http://Example.ORG/a?utm_source=x#y", "//m.example.org/amp/", "https://www.google.com/amp/s/a.example/b", "http://[::1]:80/",
		"http://a:b@c.example", "javascript:x", "http://bücher.example/%zz", "https://a.example/#!x", "http://amp.m.example.org", "https://a.example/" + strings.Repeat("[", 2000)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u := URL(s, "")
		if u == "" {
			return
		}
		if !strings.HasPrefix(u, "http://") && !strings.HasPrefix(u, "https://") {
			t.Errorf("URL(%q) = %q", s, u)
		}
		for _, r := range u {
			if r <= ' ' || r >= 0x7F {
				t.Errorf("URL(%q) = %q holds %U", s, u, r)
			}
		}
		if again := URL(u, ""); again != u {
			t.Errorf("URL is not stable: %q, %q, %q", s, u, again)
		}
	})
}

func BenchmarkHTML(b *testing.B) {
	page := strings.Repeat("<div><p>Ministers <b>met</b> in <a href=\"/x?utm_source=y\">Vienna</a> &amp; agreed.</p><ul><li>one<li>two</ul></div>\n", 200)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		HTML(page, "")
	}
}

// A text beyond the limit keeps its beginning, up to a whole word, and is told
// to be less than the article; it is not lost.
func TestFarTooLongATextKeepsItsBeginning(t *testing.T) {
	words := strings.Repeat("Die Gebühr im Hafen stieg. ", 5<<20/27)
	for name, e := range map[string]feeds.Entry{
		"plain":      {Title: "T", Content: feeds.Body{Text: words}},
		"html":       {Title: "T", Content: feeds.Body{HTML: true, Text: "<p>" + words + "</p>"}},
		"paragraphs": {Title: "T", Summary: feeds.Body{HTML: true, Text: strings.Repeat("<p>"+words[:3000]+"</p>", 1000)}},
		"one word":   {Title: "T", Content: feeds.Body{Text: strings.Repeat("ü", 3<<20)}},
	} {
		a := Article(feeds.Feed{URL: "https://a.example/"}, e, time.Time{})
		if len(a.Text) > MaxBody || len(a.Text) < MaxBody/2 || !a.Teaser || !utf8.ValidString(a.Text) {
			t.Errorf("%s: %d bytes, teaser %v", name, len(a.Text), a.Teaser)
		}
		checkBlocks(t, a.Text, a.Blocks)
	}
}
