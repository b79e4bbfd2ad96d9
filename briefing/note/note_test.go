package note

import (
	"bytes"
	"flag"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"go.yaml.in/yaml/v3"

	"readout/briefing"
	"readout/briefing/actors"
	"readout/briefing/quotes"
	"readout/briefing/signatories"
	"readout/briefing/summary"
	"readout/briefing/text"
	"readout/briefing/topics"
	"readout/feeds"
)

var update = flag.Bool("update", false, "write the golden files")

// sample is an article with everything that a note can hold.
func sample() (feeds.Article, briefing.Brief, Options) {
	a := feeds.Article{
		ID: "0123456789abcdef0123456789abcdef", URL: "https://wire.example/2026/letter?id=7", Source: "Example Wire",
		Title: "Senators press Pentagon on ICC evidence", Byline: "Jane Doe",
		Published: time.Date(2026, 3, 4, 5, 12, 0, 0, time.UTC), FirstSeen: time.Date(2026, 3, 4, 6, 31, 0, 0, time.UTC),
		From: feeds.FromFeed, Lang: "en",
		Text: "A bipartisan letter asks the Pentagon to release evidence.\n\n" +
			"“We can't wait — 100% of the *facts* matter,” said Sen. Ada Example, who signed it.\n\n" +
			"Rep. Ben Sample (R-TX) and the Friends of [Law] signed too, and \"time is short,\" he said.",
	}
	at := func(s string) text.Span {
		i := strings.Index(a.Text, s)
		return text.Span{Start: i, End: i + len(s)}
	}
	b := briefing.Brief{
		Summary: []summary.Sentence{{Span: at("A bipartisan letter asks the Pentagon to release evidence."), Paragraph: 1},
			{Span: at("“We can't wait — 100% of the *facts* matter,” said Sen. Ada Example, who signed it."), Paragraph: 2}},
		Actors: []actors.Actor{{ID: "pentagon", Name: "Pentagon", Kind: actors.Organisation, Roles: []actors.Role{actors.Addressee}},
			{Name: "Ada Example", Kind: actors.Person, Roles: []actors.Role{actors.Speaker}}},
		Topics: []topics.Topic{{ID: "war-crimes", Name: "War crimes and atrocities"}},
		Quotes: []quotes.Quote{
			{Span: at("We can't wait — 100% of the *facts* matter,"), Paragraph: 2, Kind: quotes.Full, Cue: "said",
				Speaker: &quotes.Speaker{Span: at("Sen. Ada Example"), Name: "Ada Example", Actor: "ada-example"}},
			{Span: at("time is short,"), Paragraph: 3, Kind: quotes.Fragment, Speaker: &quotes.Speaker{Span: at("he")}},
		},
		Signatories: &signatories.List{Document: signatories.Letter, Addressee: "the Pentagon", Total: 6, Partial: true, People: []signatories.Signatory{
			{Span: at("Ada Example"), Name: "Ada Example", Party: "D", Region: "IL", Country: "United States", Kind: signatories.Person, Filled: []string{"party", "region", "country"}},
			{Span: at("Ben Sample"), Name: "Ben Sample", Party: "R", Region: "TX", Kind: signatories.Person},
			{Span: at("Friends of [Law]"), Name: "Friends of [Law]", Kind: signatories.Organisation},
		}},
	}
	o := Options{Notes: "Ask **Ben** about it.", Lit: []Lit{{Words: "release evidence.\n\n“We can't wait — 100% of the *facts* matter,”", Paragraph: 1}, {Words: "words [of] an earlier text"}}, Also: []string{"Other | Outlet"}, Changed: &Change{Outlet: Value(a.Source), When: time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC), Was: "Senators [press] Pentagon",
		Added: []Value{"A sentence that is new."}, Removed: []Value{"A sentence that is *gone*."},
		Gone: []Lost{{Words: "We can wait,", Now: "We can't wait — 100% of the *facts* matter,"}, {Words: "No comment."}}}, Role: func(id string) string {
		return map[string]string{"ada-example": "senator, D-IL"}[id]
	}}
	return a, b, o
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs:\n%s", name, got)
	}
}

func TestGoldenNotes(t *testing.T) {
	a, b, o := sample()
	golden(t, "letter.md", Markdown(a, b, o))
	golden(t, "letter.txt", Text(a, b, o))
	bare := feeds.Article{ID: "ff", Title: "A headline alone", Text: "A headline alone", From: feeds.FromFeed}
	golden(t, "bare.md", Markdown(bare, briefing.Brief{}, Options{}))
	golden(t, "bare.txt", Text(bare, briefing.Brief{}, Options{}))
}

// front reads the note's front matter strictly, and returns it with the rest.
func front(t *testing.T, note []byte) (map[string]any, string) {
	t.Helper()
	head, body, ok := strings.Cut(strings.TrimPrefix(string(note), "---\n"), "\n---\n")
	if !ok {
		t.Fatalf("no front matter in %s", note)
	}
	var m map[string]any
	d := yaml.NewDecoder(strings.NewReader(head))
	d.KnownFields(true)
	if err := d.Decode(&m); err != nil {
		t.Fatalf("front matter: %v\n%s", err, head)
	}
	return m, body
}

var fixedKeys = []string{"title", "source", "author", "outlet", "published", "date", "created", "description", "citekey", "actors",
	"topics", "signatories", "quotes", "content_sha256", "readout_schema", "tags", "aliases"}

func render(t testing.TB, md string) string {
	t.Helper()
	var b bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(md), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var tag = regexp.MustCompile(`<[^>]*>`)

// shown is the text that a Markdown reader shows, without markup.
func shown(htm string) string { return html.UnescapeString(tag.ReplaceAllString(htm, "")) }

// hostile are texts that mean something to some reader of notes.
var hostile = []string{
	"<script>alert(1)</script> & <img src=x onerror=y>", "&#27;]52;c;x&#7; &lt;b&gt; &amp;", "[[secret]] ![[embed]] ![x](http://t.example/p.png)",
	"[x](javascript:alert(1)) <https://evil.example> https://evil.example www.evil.example a@b.example", "```dataviewjs\napp.vault\n```", "`= 1+1` `$= dv`",
	"%%hidden%% $\\href{x}{y}$ $$z$$", "#tag and #another/one", "<% tp.file %> {{title}} {% x %}", "key:: value [a:: b] (c:: d)",
	"---\ntitle: x\n---", "- [ ] task\n* star\n+ plus\n1. one\n2) two\n(a) three\nIV. four\n: def\n# head\n> quote\n===\n---",
	"*em* _em_ **b** __b__ ~~s~~ ~sub~ ^sup^ ==mark== ^block", "| a | b |\n|---|---|", "no", "1e3", "null", "~", "!!python/object", "\u0085\u2028x",
	"\"straight\" 'single' it's -- dash --- long ... dots", "  leading and trailing  ", "line one  \nline two\\\nline three", "\\ back \\\\ slash\\",
	"[^1] footnote ^[inline] @cite [@key]", "Прем'єр-міністр — «цитата»", "国会、法案を可決", "    indented code", "\ttab", "<!-- readout:keep --> <!-- /readout:keep -->\n## Notes\n## Source",
}

func TestQuotesStayExact(t *testing.T) {
	for _, s := range hostile {
		md := block(s)
		var want []string
		for _, l := range strings.Split(s, "\n") {
			if strings.TrimSpace(l) != "" {
				want = append(want, l)
			}
		}
		exact := strings.Map(func(r rune) rune {
			if r == '\u0085' {
				return -1 // white space at an end, told apart below
			}
			return r
		}, strings.Join(want, "\n"))
		htm := render(t, "> "+indent(md, "> "))
		got := strings.Map(func(r rune) rune {
			if r == '\u0085' {
				return -1
			}
			return r
		}, strings.TrimSuffix(strings.TrimPrefix(shown(htm), "\n"), "\n\n"))
		got = strings.TrimSuffix(got, "\n")
		if got != exact {
			t.Errorf("%q\nescaped  %q\nrendered %q\nHTML %q", exact, md, got, htm)
		}
		if n := strings.Count(htm, "<"); n != 4 { // <blockquote><p></p></blockquote>
			t.Errorf("%q became markup: %s", s, htm)
		}
	}
}

func TestHostileNotes(t *testing.T) {
	for _, s := range hostile {
		a, b, o := sample()
		a.Title, a.Byline, a.Source, a.URL = line1(s), s, s, "https://x.example/"+s
		a.Text = s
		sp := text.Span{Start: 0, End: len(s)}
		b.Summary = []summary.Sentence{{Span: sp, Paragraph: 1}, {Span: sp, Paragraph: 1}}
		b.Quotes = []quotes.Quote{{Span: sp, Paragraph: 1, Kind: quotes.Full, Cue: s, Speaker: &quotes.Speaker{Span: sp, Name: s}}}
		b.Signatories.Addressee, b.Signatories.People[0].Name, b.Signatories.People[0].Role = s, s, s
		for i := range b.Signatories.People {
			b.Signatories.People[i].Span = sp
		}
		o.Changed = &Change{Outlet: Value(s), Was: Value(s), Added: []Value{Value(s)}, Removed: []Value{Value(s)}, Gone: []Lost{{Words: Value(s), Now: Value(s)}, {Words: Value(s)}}}
		b.Actors[0].Name, b.Topics[0].Name, o.Also, o.Lit = s, s, []string{s}, []Lit{{Words: s, Paragraph: 1}, {Words: s}}
		v := Value(s)
		o.Since = &Since{Day: "3 March 2026", Title: v, Outlet: v, Added: []Value{v}, Gone: []Value{v}, Same: 3}
		o.Told = &Told{First: v, FirstWhen: "3 March 2026", Outlets: 2, Sources: 2, Copies: [][]Value{{v, v}}, Alone: []AloneView{{v, v, 1}},
			Cuts:    []Cuts{{Speaker: v, Versions: 2, Short: 1, Each: []CutView{{v, v, []Value{v}, []Value{v}}}}},
			Figures: []FigureView{{v, []ClaimView{{v, v, v}}}}}
		md := Markdown(a, b, o)
		m, body := front(t, md)
		if len(m) != len(fixedKeys) {
			t.Errorf("%q: keys %v", s, m)
		}
		if inline(m["title"]) != a.Title || inline(m["outlet"]) != s {
			t.Errorf("%q: title %q, outlet %q", s, m["title"], m["outlet"])
		}
		for _, bad := range []string{"<%", "%%", "{{", "[[", "```", "::", "$="} {
			if strings.Contains(body, bad) {
				t.Errorf("%q: the note holds %q", s, bad)
			}
		}
		htm := render(t, body)
		for _, m := range regexp.MustCompile(`<(/?[a-z0-9]+)[^>]*>`).FindAllStringSubmatch(htm, -1) {
			if !strings.Contains(" h1 h2 p ul li blockquote strong em table thead tbody tr th td a ", " "+strings.TrimPrefix(m[1], "/")+" ") || m[1] == "em" {
				t.Errorf("%q: element %s", s, m[0])
			}
		}
		if n := strings.Count(htm, "<a "); n > 1 || n == 1 && !strings.Contains(htm, `href="https://x.example/`) {
			t.Errorf("%q: links in %s", s, htm)
		}
		if n := strings.Count(htm, "<h2"); n != 9 {
			t.Errorf("%q: %d headings", s, n)
		}
		if got := split(md); !got.ok || strings.Count(got.own, "readout:keep") != 2 {
			t.Errorf("%q: the note cannot be merged", s)
		}
	}
}

// inline is a string of front matter without what parts Pandoc's markup.
func inline(v any) any {
	if s, ok := v.(string); ok {
		return strings.ReplaceAll(s, joiner, "")
	}
	return v
}

func line1(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestFileNames(t *testing.T) {
	d := time.Date(2026, 3, 4, 5, 12, 0, 0, time.UTC)
	for _, c := range []struct {
		outlet, title string
		published     time.Time
		want          string
	}{
		{"Example Wire", "Senators press Pentagon on ICC evidence", d, "2026-03-04-example-wire-senators-press-pentagon-on-icc-evidence.md"},
		{"Українська правда", "Зеленський: «Рада ухвалила закон»", d, "2026-03-04-ukrainska-pravda-zelenskyi-rada-ukhvalyla-zakon.md"},
		{"Le Monde", "L’Élysée répond à l’œuvre de Łódź", d, "2026-03-04-le-monde-lelysee-repond-a-loeuvre-de-lodz.md"},
		{"", "CON", time.Time{}, "undated-con.md"},
		{"人民", "国会通过法案", d, "2026-03-04-0123456789ab.md"},
		{"人民", "永久被封的T恤网店", d, "2026-03-04-0123456789ab.md"},
		{"人民", "COVID-19 病例", d, "2026-03-04-covid-19.md"},
		{"../../etc", "..\\..\\passwd\x00.", d, "2026-03-04-etc-passwd.md"},
	} {
		a := feeds.Article{ID: "0123456789abcdef0123456789abcdef", Source: c.outlet, Title: c.title, Published: c.published}
		if got := FileName(a); got != c.want {
			t.Errorf("FileName(%q, %q) = %q, want %q", c.outlet, c.title, got, c.want)
		}
	}
	long := FileName(feeds.Article{ID: "00", Source: strings.Repeat("Very Long ", 30), Title: strings.Repeat("word ", 100), Published: d})
	if len(long) > 120 || strings.Contains(long, "--") || strings.HasSuffix(long, "-.md") {
		t.Errorf("long name: %q", long)
	}
}

func TestCiteKey(t *testing.T) {
	a, _, _ := sample()
	if got := CiteKey(a); got != "examplewire2026senatorspresspentagon" {
		t.Errorf("CiteKey = %q", got)
	}
	if got := CiteKey(feeds.Article{ID: "abcdef12", Title: "国会"}); got != "anonndabcdef" {
		t.Errorf("CiteKey = %q", got)
	}
}

func TestMergeKeepsWhatTheUserWrote(t *testing.T) {
	a, b, o := sample()
	first := Markdown(a, b, o)
	if _, m := Merge(first, first); m != Same {
		t.Errorf("the same note: %s", m)
	}
	// Nobody touched the file: the note kept in Readout is written anew.
	o.Notes = "Asked."
	second := Markdown(a, b, o)
	merged, m := Merge(first, second)
	if m != Replaced || !bytes.Equal(merged, second) {
		t.Errorf("untouched file: %s\n%s", m, merged)
	}
	// The user wrote between the marks and below them.
	edited := strings.Replace(string(first), "Ask **Ben** about it.", "My own words.", 1)
	edited = strings.Replace(edited, keepClose+"\n", keepClose+"\n\n### Later\n\nMore, with ## Source inside.\n", 1)
	a.Text += "\n\nA correction was added."
	third := Markdown(a, b, o)
	merged, m = Merge([]byte(edited), third)
	if m != Replaced || !strings.Contains(string(merged), "My own words.") || !strings.Contains(string(merged), "### Later") || strings.Contains(string(merged), "Asked.") {
		t.Errorf("edited file: %s\n%s", m, merged)
	}
	again, m := Merge(merged, third)
	if m != Same || !bytes.Equal(again, merged) {
		t.Errorf("a third export: %s", m)
	}
	// With an editor's line ends it is still the user's note.
	if _, m := Merge([]byte(strings.ReplaceAll(edited, "\n", "\r\n")), third); m != Replaced {
		t.Errorf("CRLF file: %s", m)
	}
}

func TestMergeSparesForeignNotes(t *testing.T) {
	a, b, o := sample()
	note := Markdown(a, b, o)
	other := a
	other.ID = "another"
	for name, old := range map[string][]byte{
		"changed outside": bytes.Replace(note, []byte("# Senators"), []byte("# My Senators"), 1),
		"no note":         []byte("Shopping list"),
		"empty":           nil,
		"cut":             note[:len(note)/2],
	} {
		if _, m := Merge(old, note); m != Foreign {
			t.Errorf("%s: %s", name, m)
		}
	}
	if _, m := Merge(Markdown(other, b, o), note); m != Another {
		t.Errorf("another article's: %s", m)
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.Map(func(r rune) rune {
			if r < ' ' && r != '\n' && r != '\t' || r >= 0x7F && r < 0xA0 || r == 0xFFFD {
				return -1
			}
			return r
		}, strings.ToValidUTF8(s, ""))
		htm := render(t, "> x "+indent(block(s), "> "))
		if n := strings.Count(htm, "<"); n != 4 {
			t.Fatalf("%q became markup: %s", s, htm)
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got := squeeze(shown(htm)); got != "x"+squeeze(s) {
			t.Fatalf("%q shows as %q", s, got)
		}
		var back string
		if err := yaml.Unmarshal([]byte(quoted(s)), &back); err != nil || back != s {
			t.Fatalf("%q read back from YAML as %q: %v", s, back, err)
		}
	})
}

// TestEscapesWhatMeansSomething leaves alone what no reader of Markdown takes
// for markup: a note is also pasted as it is.
func TestEscapesWhatMeansSomething(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Rep. Lead visits 57% of schools.", "Rep. Lead visits 57% of schools."},
		{"A. first", `A\. first`},
		{"iv) fourth", `iv\) fourth`},
		{"(12) twelfth", `(12\) twelfth`},
		{"% a title", `\% a title`},
		{"a %%comment%%", `a \%\%comment\%\%`},
		{"<% run %>", `\<\% run \%\>`},
		{"AT&T pays $5 or $6 million", "AT&T pays $5 or $6 million"},
		{"&lt; &#60; &#x3c;", `\&lt; \&\#60; \&\#x3c;`},
		{"$x$ US$5 ($6)", `\$x\$ US\$5 (\$6)`},
		{"note\xff\xff\xff&amp;.md", "note\uFFFD\\&amp;.md"}, // a file's name, which need not be UTF-8
	} {
		if got := line(c.text); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// What was not read is said, and is not said to hold nothing.
func TestUnreadIsSaid(t *testing.T) {
	a, b, o := sample()
	b.Quotes, b.Signatories, b.Unread = nil, nil, 2<<20
	for name, out := range map[string]string{"note": string(Markdown(a, b, o)), "text": string(Text(a, b, o))} {
		if !strings.Contains(out, "The last 2048 KB of the text were not read") || strings.Contains(out, "None in the text.") {
			t.Errorf("%s:\n%s", name, out)
		}
	}
	if md := string(Markdown(a, b, o)); strings.Count(md, "None in the text that was read.") != 2 {
		t.Errorf("note:\n%s", md)
	}
	b.Summary = nil
	if md := string(Markdown(a, b, o)); strings.Contains(md, "too short") {
		t.Errorf("note:\n%s", md)
	}
}
