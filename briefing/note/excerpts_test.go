package note

import (
	"strings"
	"testing"

	"readout/feeds"
)

// TestExcerpts reads what a note shows of other outlets back as it is in their
// texts, whatever stands in them, and names what is not.
func TestExcerpts(t *testing.T) {
	for _, s := range append([]string{"“a” said b", "x”; with “y”; without “z", "cut […] here", "1,200, Post: of it"}, hostile...) {
		if flat(s) == "" {
			continue
		}
		a, b, o := sample()
		words, part := "they said "+s+" and left", "lacking "+s
		o.Told = &Told{Cuts: []Cuts{{Versions: 2, Each: []CutView{
			{Outlet: "Post", Words: Value(flat(words) + gapMark + "more"), Lacks: []Value{Value(flat(part))}, Adds: []Value{Value(flat(s)), "more"}},
			{Words: Value(flat(part))}, // outlet unknown
		}}}, Figures: []FigureView{{Unit: "killed", Claims: []ClaimView{{Outlet: "Post", Number: "1,200", Sentence: Value("about 1,200 " + flat(s))}}}}}
		claims, _, ok := Claims(Markdown(a, b, o))
		if !ok || len(claims) != 1 || len(claims[0].Told) != 3 {
			t.Fatalf("%q: %+v", s, claims)
		}
		story := []feeds.Article{a, {Source: "Post", Text: words + "\n\nmore. About: about 1,200 " + s}, {Source: "Herald", Text: part}}
		if broken := claims[0].CheckTold(story); len(broken) > 0 {
			t.Errorf("%q: %q", s, broken)
		}
		story[1].Source, story[2].Source = story[2].Source, story[1].Source
		if broken := strings.Join(claims[0].CheckTold(story), "\n"); !strings.Contains(broken, "not in an article of Post, but of Herald: “they said ") {
			t.Errorf("%q of another outlet: %q", s, broken)
		}
		if broken := strings.Join(claims[0].CheckTold(story[:1]), "\n"); !strings.Contains(broken, "Post are in no article") || !strings.Contains(broken, "is said to lack") {
			t.Errorf("%q of no outlet: %q", s, broken)
		}
	}
}

// TestEditionClaims finds in an edition's JSON what its Markdown says, and
// nothing that was changed afterwards.
func TestEditionClaims(t *testing.T) {
	a, b, _ := sample()
	a.Text += "\n\n“We will read each page of the report before we vote on it,” Ada Example said."
	i := strings.Index(a.Text, "We will read")
	b.Quotes[0].Span.Start, b.Quotes[0].Span.End = i, strings.Index(a.Text, "” Ada")
	c := Cited{Article: a, Brief: b, Key: CiteKey(a)}
	e, err := Compile(Material{From: a.FirstSeen, Cutoff: a.FirstSeen, Articles: []Cited{c}, Stories: []Group{{Articles: []int{0}}}})
	if err != nil {
		t.Fatal(err)
	}
	md, err := e.Markdown()
	if err != nil {
		t.Fatal(err)
	}
	j, err := e.JSON()
	if err != nil {
		t.Fatal(err)
	}
	check := func(file string) []string {
		claims, broken, ok := Claims([]byte(file))
		if !ok || len(claims) != 1 {
			t.Fatalf("%d claims of %s", len(claims), file)
		}
		if c := claims[0]; len(c.Quotes) != 1 || len(c.Lines) != 1 || len(c.Signers) != 3 || c.URL != a.URL {
			t.Errorf("claims %+v", c)
		}
		return append(broken, claims[0].Check(a, nil)...)
	}
	for name, file := range map[string]string{"md": string(md), "json": string(j)} {
		if broken := check(file); len(broken) > 0 {
			t.Errorf("%s: %q", name, broken)
		}
		for from, to := range map[string]string{"We will read each": "We will burn each", "letter asks the Pentagon": "letter tells the Pentagon", "Ben Sample": "Bob Sample"} {
			broken := check(strings.ReplaceAll(file, from, to))
			if len(broken) == 0 || !strings.Contains(strings.Join(broken, "\n"), "is not in the article") {
				t.Errorf("%s with %q: %q", name, to, broken)
			}
			if sum := strings.Contains(strings.Join(broken, "\n"), errSum.Error()); sum != (name == "json") {
				t.Errorf("%s with %q: %q", name, to, broken)
			}
		}
		strange := strings.Replace(file, c.Key+", para.", "nobody, para.", 1)
		if name == "json" {
			strange = strings.Replace(file, `"citekey":"`+c.Key, `"citekey":"nobody`, 1)
		}
		if _, broken, _ := Claims([]byte(strange)); !strings.Contains(strings.Join(broken, "\n"), "not among the sources") {
			t.Errorf("%s that cites no source: %q", name, broken)
		}
	}
	head, _, _ := strings.Cut(string(md), "\n## ")
	_, sources, _ := strings.Cut(string(md), "\n## Sources\n")
	own := func(cite string) string { // an edition by a template whose last section is of quotes
		return head + "\n## Said\n\n> We will read each page of the report before we vote on it\n>\n> — Ada Example" + cite + "\n\n## Sources\n" + sources
	}
	if claims, broken, _ := Claims([]byte(own(" [@" + c.Key + "]"))); len(broken) > 0 || len(claims[0].Quotes) != 1 {
		t.Errorf("quotes right above the sources: %q, %+v", broken, claims)
	}
	if _, broken, _ := Claims([]byte(own(""))); len(broken) != 1 || !strings.Contains(broken[0], "without a citation") {
		t.Errorf("a quote without a citation: %q", broken)
	}
	if _, broken, ok := Claims([]byte(`{"schema":"readout-edition/1","told":7}`)); !ok || len(broken) == 0 {
		t.Errorf("a damaged edition: %q, %v", broken, ok)
	}
}
