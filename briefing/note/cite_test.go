package note

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"readout/briefing/quotes"
	"readout/briefing/summary"
	"readout/briefing/text"
	"readout/feeds"
)

func TestCitationStyles(t *testing.T) {
	for _, style := range Styles() {
		a, b, o := sample()
		o.Cite = Style(style)
		golden(t, "cite-"+style+".md", Markdown(a, b, o))
	}
}

// TestHostileCitations writes hostile texts in every style: no text gets out
// of its place, and what programs read is exact.
func TestHostileCitations(t *testing.T) {
	for _, s := range hostile {
		for _, style := range append(Styles(), "") {
			a, b, o := sample()
			a.Title, a.Byline, a.Source, a.Text = line1(s), s, s, s
			sp := text.Span{Start: 0, End: len(s)}
			b.Summary = []summary.Sentence{{Span: sp, Paragraph: 1}}
			b.Quotes = []quotes.Quote{{Span: sp, Paragraph: 1, Kind: quotes.Full}}
			for i := range b.Signatories.People {
				b.Signatories.People[i].Span = sp
			}
			o.Cite = Style(style)
			md := Markdown(a, b, o)
			m, body := front(t, md)
			if inline(m["title"]) != a.Title {
				t.Errorf("%s %q: title %q", style, s, m["title"])
			}
			for _, bad := range []string{"<%", "%%", "{{", "[[", "$="} {
				if strings.Contains(body, bad) {
					t.Errorf("%s %q: the note holds %q", style, s, bad)
				}
			}
			if p := split(md); !p.ok || articleID(p.after) != a.ID {
				t.Errorf("%s %q: the note cannot be merged", style, s)
			}
			htm := render(t, body)
			if i := strings.Index(htm, "<script"); i >= 0 || strings.Count(htm, "<h2") > 9 {
				t.Errorf("%s %q became markup: %s", style, s, htm)
			}
			if style == "csl" {
				raw := regexp.MustCompile("(?s)````json\n(.*?)\n````").FindSubmatch(md)
				var items []CSLItem
				if raw == nil || json.Unmarshal(raw[1], &items) != nil || items[0].Title != a.Title || items[0].Author[0].Literal != s {
					t.Errorf("%q: CSL-JSON %s", s, raw)
				}
			}
			if style == "pandoc" {
				var refs struct {
					References []map[string]any
				}
				_, block, _ := strings.Cut(body, "\n---\nreferences:")
				block, _, _ = strings.Cut(block, "\n---\n")
				if err := yaml.Unmarshal([]byte("references:"+block), &refs); err != nil || len(refs.References) != 1 || unescape(refs.References[0]["title"].(string)) != a.Title {
					t.Errorf("%q: references %v, %v", s, refs, err)
				}
			}
		}
	}
}

func TestSuffix(t *testing.T) {
	for n, want := range map[int]string{0: "", 1: "a", 2: "b", 26: "z", 27: "aa", 52: "az", 53: "ba"} {
		if got := Suffix(n); got != want {
			t.Errorf("Suffix(%d) = %q, want %q", n, got, want)
		}
	}
}

// TestClaims reads back from a note what was written into it.
func TestClaims(t *testing.T) {
	for _, s := range hostile {
		a, b, o := sample()
		a.Text = s + "\n\n" + a.Text
		b.Summary, b.Signatories = nil, nil
		b.Quotes = []quotes.Quote{{Span: text.Span{Start: 0, End: len(s)}, Paragraph: 1}}
		for _, style := range append(Styles(), "") {
			o.Cite = Style(style)
			claims, _, ok := Claims(Markdown(a, b, o))
			if !ok || len(claims) != 1 {
				t.Fatalf("%q: %d claims", s, len(claims))
			}
			if broken := claims[0].Check(a, nil); len(broken) > 0 {
				t.Errorf("%s %q: %q", style, s, broken)
			}
		}
	}
	a, b, o := sample()
	md := Markdown(a, b, o)
	claims, _, _ := Claims(md)
	if got := claims[0].Signers; !slices.Equal(got, []string{"Ada Example", "Ben Sample", "Friends of [Law]"}) {
		t.Errorf("signers %q", got)
	}
	if got := claims[0].Lit; len(got) != 1 || !strings.HasPrefix(got[0], "release evidence.\n“We can't") {
		t.Errorf("highlights %q", got)
	}
	for from, to := range map[string]string{"> release evidence": "> publish evidence", "time is short,": "time is long,", "| Ben Sample |": "| Bob Sample |"} {
		claims, _, _ := Claims([]byte(strings.Replace(string(md), from, to, 1)))
		if broken := claims[0].Check(a, nil); len(broken) != 1 {
			t.Errorf("%q for %q: %q", to, from, broken)
		}
	}
	a.Text += " More."
	if broken := claims[0].Check(a, nil); len(broken) != 1 || !strings.Contains(broken[0], "changed") {
		t.Errorf("a changed article: %q", broken)
	}
	if _, _, ok := Claims([]byte("---\ntitle: x\n---\n\n# x\n")); ok {
		t.Error("any Markdown is taken for a note")
	}
}

// TestTemplatesAreData prints template syntax of a feed as it is, also by a
// user's template.
func TestCapital(t *testing.T) {
	for in, want := range map[Value]Value{"letter": "Letter", "élan": "Élan", "": "", "书信": "书信", "\xff": "\xff"} {
		if got := capital(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestTemplatesAreData(t *testing.T) {
	_, sources := Templates()
	mine, err := ParseTemplate("mine", strings.Replace(sources["note.md.tmpl"], "## Bottom line", "## {{slice .Title 0 3}} {{printf \"%s %v\" .Title .Outlet}}", 1))
	if err != nil {
		t.Fatal(err)
	}
	a, b, o := sample()
	a.Title, a.Source = "{{.ID}} *x* <b>", "{{template \"story\"}}"
	md, err := MarkdownBy(mine, a, b, o)
	if err != nil {
		t.Fatal(err)
	}
	want := "## \\{\\{. \\{\\{.ID\\}\\} \\*x\\* \\<b\\> \\{\\{template \\\"story\\\"\\}\\}"
	if !strings.Contains(string(md), want) {
		t.Errorf("the note lacks %s:\n%s", want, md)
	}
	for _, bad := range []string{"{{", "{{.Nothing}}", "{{.Own}}", "{{.Title}}\n\n## Source\n"} {
		if _, err := ParseTemplate("bad", bad); err == nil {
			t.Errorf("%q is taken for a template of notes", bad)
		}
	}
}

func FuzzClaims(f *testing.F) {
	a, b, o := sample()
	f.Add(Markdown(a, b, o))
	f.Add([]byte("---\nedition_sha256: \"\"\n---\n> x\n>\n> — y [@a, para. 1]\n\n## Sources\n- a: T. <http://x> Readout ID 00, text 00\n"))
	f.Add([]byte(`{"schema":"readout-edition/1","told":[{"bottom_line":"x","citekey":"a"}],"quotes":[{"text":"x","citekey":"b"}],"citations":[{"citekey":"a"}]}`))
	o.Told = &Told{Cuts: []Cuts{{Each: []CutView{{"a", "b […] c", []Value{"d"}, []Value{"e"}}}}}, Figures: []FigureView{{"killed", []ClaimView{{"a", "3", "3 b"}}}}}
	f.Add(Markdown(a, b, o))
	f.Fuzz(func(t *testing.T, file []byte) {
		claims, _, _ := Claims(file)
		for _, c := range claims {
			c.Check(a, nil)
			c.CheckTold([]feeds.Article{a})
		}
	})
}
