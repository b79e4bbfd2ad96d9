package quotes

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/briefing/names"
	"readout/briefing/text"
	"readout/feeds"
)

// A case is one text of testdata/*.txt with the quotes it must give, each
// written "mention | name | quote".
type testCase struct {
	file, name, text string
	want             []string
}

func cases(t testing.TB) []testCase {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no case files", err)
	}
	var out []testCase
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for part := range strings.SplitSeq(string(raw), "\n-- ") {
			name, rest, ok := strings.Cut(part, " --\n")
			body, wants, ok2 := strings.Cut(rest+"\n", "\n==\n")
			if !ok || !ok2 {
				continue // the comment at the head
			}
			c := testCase{file: file, name: name, text: body}
			for line := range strings.Lines(wants) {
				if line = strings.TrimSpace(line); line != "" {
					c.want = append(c.want, line)
				}
			}
			out = append(out, c)
		}
	}
	return out
}

// find is Find for the tests that have no names of their own, and no actors.
func find(d *text.Doc) []Quote { return Find(d, nil, names.Find(d, nil)) }

// have runs the finder over a case and writes what it found as the case file does.
func (c testCase) have() []string {
	d := text.New(feeds.Article{Text: c.text})
	var out []string
	for _, q := range find(d) {
		mention, name := "?", "-"
		if s := q.Speaker; s != nil {
			mention = d.Str(s.Span)
			if s.Name != "" {
				name = s.Name
			}
		}
		out = append(out, mention+" | "+name+" | "+d.Str(q.Span))
	}
	return out
}

func TestCases(t *testing.T) {
	for _, c := range cases(t) {
		have, want := strings.Join(c.have(), "\n"), strings.Join(c.want, "\n")
		if have != want {
			t.Errorf("%s, %q:\n%s\nhave\n%s\nwant\n%s", c.file, c.name, c.text, have, want)
		}
	}
}

// TestReport prints how the finder does on the cases: go test -run Report -v.
func TestReport(t *testing.T) {
	kinds := []string{"right", "other speaker", "no speaker", "other name", "missed", "extra"}
	count := make(map[string]int)
	for _, c := range cases(t) {
		compare(c, count)
	}
	for _, k := range kinds {
		t.Logf("%-14s %4d", k, count[k])
	}
}

// compare counts what is right and wrong in one case.
func compare(c testCase, count map[string]int) {
	have := make(map[string][2]string)
	for _, line := range c.have() {
		f := strings.SplitN(line, " | ", 3)
		have[f[2]] = [2]string{f[0], f[1]}
	}
	for _, line := range c.want {
		f := strings.SplitN(line, " | ", 3)
		h, found := have[f[2]]
		delete(have, f[2])
		switch {
		case !found:
			count["missed"]++
		case h[0] == "?" && f[0] != "?":
			count["no speaker"]++
		case h[0] != f[0]:
			count["other speaker"]++
		case h[1] != f[1]:
			count["other name"]++
		default:
			count["right"]++
		}
	}
	count["extra"] += len(have)
}
