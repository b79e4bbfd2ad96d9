package summary

import (
	_ "embed"
	"strings"
	"testing"

	"readout/briefing/text"
	"readout/feeds"
	"readout/feeds/datafile"
)

//go:embed testdata/cases.txt
var casesFile string

// testCase is one article of testdata/cases.txt.
type testCase struct {
	name, title, text  string
	first, must, never []string
}

func cases() []testCase {
	var out []testCase
	for part := range strings.SplitSeq(casesFile, "\n# ") {
		lines := strings.Split(part, "\n")
		if len(lines) < 3 || strings.HasPrefix(part, "#") || strings.Contains(lines[0], ".") {
			continue
		}
		c := testCase{name: lines[0], title: lines[1]}
		c.text = c.title + "\n\n"
		for _, line := range lines[2:] {
			mark := ""
			if len(line) > 2 && strings.ContainsRune("+->", rune(line[0])) && line[1] == ' ' {
				mark, line = line[:1], line[2:]
			}
			switch mark {
			case ">":
				c.first = append(c.first, line)
			case "+":
				c.must = append(c.must, line)
			case "-":
				c.never = append(c.never, line)
			}
			c.text += line + "\n"
		}
		out = append(out, c)
	}
	return out
}

func (c testCase) doc() *text.Doc { return text.New(feeds.Article{Title: c.title, Text: c.text}) }

// quoted marks what stands between straight quotation marks; a quote has a
// speaker when " said" stands in the same line.
func quoted(s string) []Quote {
	var out []Quote
	at := 0
	for line := range strings.Lines(s) {
		if i := strings.IndexByte(line, '"'); i >= 0 {
			if j := strings.IndexByte(line[i+1:], '"'); j > 0 {
				q := Quote{Span: text.Span{Start: at + i + 1, End: at + i + 1 + j}}
				if k := strings.Index(line, " said"); k >= 0 {
					q.Speaker = text.Span{Start: at + k, End: at + k + 5}
				}
				out = append(out, q)
			}
		}
		at += len(line)
	}
	return out
}

func TestCases(t *testing.T) {
	cs := cases()
	if len(cs) < 6 {
		t.Fatalf("only %d cases", len(cs))
	}
	for _, c := range cs {
		d := c.doc()
		var got []string
		for _, s := range Find(d, quoted(c.text)) {
			got = append(got, d.Str(s.Span))
		}
		all := strings.Join(got, "\n")
		for _, w := range c.first {
			if len(got) == 0 || got[0] != w {
				t.Errorf("%s: does not begin with %q:\n%s", c.name, w, all)
			}
		}
		for _, w := range c.must {
			if !strings.Contains(all, w) {
				t.Errorf("%s: misses %q:\n%s", c.name, w, all)
			}
		}
		for _, w := range c.never {
			if strings.Contains(all, w) {
				t.Errorf("%s: holds %q:\n%s", c.name, w, all)
			}
		}
	}
}

//go:embed testdata/boilerplate.txt
var sentencesFile string

// TestBoilerplate wants the page's own sentences known, and none of the news.
func TestBoilerplate(t *testing.T) {
	for line := range datafile.Lines(sentencesFile) {
		kind, sentence, _ := strings.Cut(line, " ")
		d := text.New(feeds.Article{Text: sentence})
		page := false
		for i := range d.Sentences {
			s := &d.Sentences[i]
			words, _ := wordsOf(d, s)
			page = page || boilerplate(d, s, words)
		}
		if page != (kind == "-") {
			t.Errorf("%q is the page's own: %v", sentence, page)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, c := range cases() {
		f.Add(c.title, c.text)
	}
	f.Add("", "\"x\" he said. He. \u2028 …")
	f.Fuzz(func(t *testing.T, title, body string) {
		title, body = strings.ToValidUTF8(title, ""), strings.ToValidUTF8(body, "")
		d := text.New(feeds.Article{Title: title, Text: body})
		got := Find(d, quoted(body))
		end, sum := 0, 0
		for _, s := range got {
			if s.Start < end || s.Len() > maxLength || s.Len() == 0 || d.Title.Overlaps(s.Span) || s.Paragraph < 1 || s.Paragraph > len(d.Paragraphs) {
				t.Fatalf("%+v after %d in %q", s, end, body)
			}
			end = s.End
			sum += s.Len()
		}
		if len(got) > 5 || len(got) > 3 && sum > len(body)/2 {
			t.Fatalf("%d sentences, %d of %d bytes", len(got), sum, len(body))
		}
	})
}

func BenchmarkFind(b *testing.B) {
	var s strings.Builder
	for s.Len() < 6500 { // about 1,000 words
		for _, c := range cases() {
			s.WriteString(c.text)
		}
	}
	d := text.New(feeds.Article{Title: "Senators ask ministry for the harbour files", Text: s.String()})
	qs := quoted(d.Text)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(d, qs)
	}
}
