package query

import (
	"errors"
	"testing"
	"time"
)

func TestParseRoundTrip(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"  ", ""},
		{"warrant", "warrant"},
		{`"exact words" word -other`, `"exact words" word -other`},
		{"“curly marks”", `"curly marks"`},
		{"ACTOR:icc  is:UNREAD", "actor:icc is:unread"},
		{`source:"BBC World"`, `source:"BBC World"`},
		{"a OR b c", "a OR b c"},
		{"(a OR b) c", "(a OR b) c"},
		{"a AND b", "a b"},
		{"NOT a", "-a"},
		{"--a", "a"},
		{"-(a OR topic:sanctions)", "-(a OR topic:sanctions)"},
		{"-(a b)", "-(a b)"},
		{"((a))", "a"},
		{"(a OR (b OR c))", "a OR b OR c"},
		{"(a OR ", "a"},
		{`"open`, `"open"`},
		{"since:24h after:2026-03-01 before:2026-04", "since:24h after:2026-03-01 before:2026-04"},
		{"10:30 S.2345", "10:30 S.2345"},
		{"sanct*", "sanct*"},
		{"a — b", "a b"},
		{`"say \"no\""`, `"say \"no\""`},
		{"Україна -тема", "Україна -тема"},
		{"OR", ""},
		{"oregon OR ORegon", "oregon OR ORegon"},
	} {
		q, err := Parse(c.in)
		if err != nil {
			t.Errorf("Parse(%q): %v", c.in, err)
			continue
		}
		if got := q.String(); got != c.want {
			t.Errorf("Parse(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct {
		in, word string
		pos      int
		nearest  string
	}{
		{"is:unread acter:icc", "acter:", 10, "actor:"},
		{"a speeker:x", "speeker:", 2, "speaker:"},
		{"is:unred", "unred", 3, "unread"},
		{"has:qoutes", "qoutes", 4, "quotes"},
		{"role:spoke", "spoke", 5, "speaker"},
		{"since:soon", "soon", 6, "since:24h or since:7d"},
		{"after:2026-13-40", "2026-13-40", 6, "after:2026-03-01"},
		{"actor:", "actor:", 0, ""},
		{"a)", ")", 1, ""},
		{"https://example.org", "https:", 0, "has:"},
	} {
		_, err := Parse(c.in)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("Parse(%q) = %v, want an *Error", c.in, err)
			continue
		}
		if e.Word != c.word || e.Pos != c.pos || e.Nearest != c.nearest {
			t.Errorf("Parse(%q) = %+v, want %q at %d, nearest %q", c.in, e, c.word, c.pos, c.nearest)
		}
	}
}

func TestWords(t *testing.T) {
	name := func(f Field, v string) string {
		if f == Actor && v == "icc" {
			return "the International Criminal Court"
		}
		return ""
	}
	for _, c := range []struct{ in, want string }{
		{"", "all articles"},
		{"is:unread", "unread articles"},
		{"is:unread actor:icc since:yesterday", "unread articles that name the International Criminal Court, since yesterday"},
		{"-actor:icc topic:sanctions", "articles that do not name the International Criminal Court, on sanctions"},
		{`-source:"BBC World" has:quotes`, "articles not from BBC World, with quotes"},
		{"(topic:war OR topic:trade) since:7d", "articles on war or trade, of the last 7 days"},
		{"actor:icc actor:un topic:war (source:a OR source:b OR speaker:c)", "articles that name the International Criminal Court and un, on war, either from a or from b or that quote c"},
		{`"exact words" -rumour`, `articles with the exact words "exact words", without the word "rumour"`},
		{"after:2026-03-01 before:2026-03-05", "articles since 1 March 2026, before 5 March 2026"},
		{"is:starred is:unread", "starred unread articles"},
	} {
		q, err := Parse(c.in)
		if err != nil {
			t.Fatal(err)
		}
		if got := q.WordsWith(name); got != c.want {
			t.Errorf("%q in words = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestBound(t *testing.T) {
	now := time.Date(2026, 3, 4, 6, 40, 0, 0, time.UTC)
	for v, want := range map[string]string{
		"24h": "2026-03-03T06:40:00Z", "7d": "2026-02-25T06:40:00Z", "2w": "2026-02-18T06:40:00Z",
		"today": "2026-03-04T00:00:00Z", "yesterday": "2026-03-03T00:00:00Z",
		"2026-03-01": "2026-03-01T00:00:00Z", "2026-02": "2026-02-01T00:00:00Z",
	} {
		got, ok := Match{Field: Since, Value: v}.Bound(now)
		if !ok || got.Format(time.RFC3339) != want {
			t.Errorf("Bound(%s) = %v, want %s", v, got, want)
		}
	}
}

func TestOfQuotesValues(t *testing.T) {
	q, err := Of("source", `The "Daily" OR (x)`)
	if err != nil {
		t.Fatal(err)
	}
	m, ok := q.Root().(Match)
	if !ok || m.Value != `The "Daily" OR (x)` || !m.Exact {
		t.Errorf("Of = %#v", q.Root())
	}
}

// FuzzParse checks that no input breaks the parser and that what it reads is
// written and read again to the same.
func FuzzParse(f *testing.F) {
	for _, s := range []string{`actor:icc "a b" -c (d OR e)`, "since:24h", `source:"\"x`, "((((", "-(-(-a))", "a OR OR b", "title:x*", "„x”", "OR --OR"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := Parse(s)
		if err != nil {
			return
		}
		again, err := Parse(q.String())
		if err != nil {
			if len(q.String()) > maxBytes {
				return
			}
			t.Fatalf("%q became %q, which fails: %v", s, q.String(), err)
		}
		if again.String() != q.String() {
			t.Fatalf("%q became %q, then %q", s, q.String(), again.String())
		}
		q.Words()
		q.Texts()
	})
}

// TestAndAsksOnce: a filter that is put on twice is one filter.
func TestAndAsksOnce(t *testing.T) {
	a, err := Parse("actor:icc harbour")
	if err != nil {
		t.Fatal(err)
	}
	b, err := Parse("harbour")
	if err != nil {
		t.Fatal(err)
	}
	if have, want := a.And(b).And(b).String(), a.String(); have != want {
		t.Errorf("have %s, want %s", have, want)
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := Parse(`actor:icc (topic:sanctions OR "travel ban") -source:"BBC World" since:24h is:unread word`); err != nil {
			b.Fatal(err)
		}
	}
}
