package note

import (
	"bytes"
	"strings"
	"testing"
)

// FuzzMerge proves of whatever a user writes into a note, and of whatever lies
// in its place: what is between the marks is kept to the letter, what Readout
// did not write is never overwritten, and a second export changes nothing more.
func FuzzMerge(f *testing.F) {
	a, b, o := sample()
	o.Notes = ""
	first := Markdown(a, b, o)
	a.Text += "\n\nA correction was added."
	fresh := Markdown(a, b, o)
	for _, s := range []string{"My own words.", "## Source\n", keepClose, keepOpen + "\n" + keepClose, "<!-- readout:sum 0 0 -->\n", "\r\n\r\n", "---\n", "- Readout ID: x\n",
		"\n## Source\n\n- Readout ID: another\n", "```\n## Notes\n```", "\x00\x1b", "a\n<!-- readout:sum"} {
		f.Add(s, []byte(s))
	}
	f.Add("", first)
	f.Add("", first[:len(first)/2])
	f.Fuzz(func(t *testing.T, words string, other []byte) {
		with := strings.Replace(string(first), keepClose, words+"\n"+keepClose, 1)
		if merged, m := Merge([]byte(with), fresh); m == Replaced {
			own := unixLines(words + "\n")
			if !strings.Contains(string(merged), own+keepClose) {
				t.Fatalf("%q is lost: %s", words, merged)
			}
			if again, m := Merge(merged, fresh); m != Same || !bytes.Equal(again, merged) {
				t.Fatalf("%q: a second export is %s", words, m)
			}
		} else if m != Foreign && m != Another {
			t.Fatalf("%q: %s", words, m)
		}
		merged, m := Merge(other, fresh)
		if (m == Foreign || m == Another) != (merged == nil) {
			t.Fatalf("%s with %d bytes", m, len(merged))
		}
		notes, ok := Split(other)
		for id, n := range notes {
			if ok && (id == "" || !strings.Contains(unixLines(string(other)), string(n))) {
				t.Fatalf("Split makes %q up", n)
			}
		}
	})
}

// FuzzTemplate proves of any template of a user: it is refused with a sentence,
// or a note by it has the user's part, is merged with itself, and holds nothing
// of an article as a template or a mark of Readout's.
func FuzzTemplate(f *testing.F) {
	_, sources := Templates()
	f.Add(sources["note.md.tmpl"])
	for _, s := range []string{"{{", "{{.Title}}", "{{range .Quotes}}{{.}}{{end}}\n\n## Notes\n{{.Notes}}\n## Source\n- Readout ID: {{.ID}}\n", "{{define \"x\"}}{{template \"x\"}}{{end}}{{template \"x\"}}",
		"{{printf \"%99999999d\" 1}}", "{{slice .Title 0 99}}", "{{index .Quotes 5}}", "{{call .Title}}", "{{html .Title}}{{js .Title}}{{urlquery .Title}}"} {
		f.Add(s)
		f.Add(strings.Replace(sources["note.md.tmpl"], "## Bottom line", "## "+s, 1))
	}
	a, b, o := sample()
	a.Title = "{{.ID}} " + sealOpen + "0 0 --> <script>"
	f.Fuzz(func(t *testing.T, source string) {
		if len(source) > 1<<16 || strings.Contains(source, "%") && strings.ContainsAny(source, "0123456789") {
			return // a width in a user's own format is the user's own
		}
		mine, err := ParseTemplate("mine", source)
		if err != nil {
			return
		}
		md, err := MarkdownBy(mine, a, b, o)
		if err != nil {
			return
		}
		if _, m := Merge(md, md); m != Same {
			t.Fatalf("by %q: %s", source, m)
		}
		if !split(md).ok || strings.Count(string(md), "\n"+sealOpen) != 1 {
			t.Fatalf("by %q the note has no part for its user:\n%s", source, md)
		}
	})
}

// FuzzEdition reads what the archive kept of an edition.
func FuzzEdition(f *testing.F) {
	f.Add([]byte(`{"schema":"readout/edition/1"}`))
	f.Add([]byte(`{"sections":[{"articles":[null]}],"watch":null}`))
	f.Fuzz(func(t *testing.T, j []byte) {
		e, err := ReadEdition(j)
		if err != nil {
			return
		}
		if _, err := e.Markdown(); err != nil {
			return
		}
		again, err := e.JSON()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ReadEdition(again); err != nil {
			t.Fatalf("%s is not read again: %v", again, err)
		}
	})
}
