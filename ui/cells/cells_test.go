package cells

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// hostile are texts that broke borders or terminals in other readers.
var hostile = []string{
	"", "plain", "Президент підписав указ", "国际刑事法院发布逮捕令", "محكمة العدل الدولية تصدر قراراً", "नमस्ते दुनिया",
	"family 👨‍👩‍👧‍👦 and 👍🏽 ❤️", "flags 🇺🇦🇫🇷", "e\u0301te\u0301", "a" + strings.Repeat("\u0301", 40),
	"\x1b]52;c;aGVsbG8=\x07clip", "\x1b]0;title\x1b\\", "\x1b[2J\x1b[H", "\x1b[31mred\x1b[m", "\u009b31m", "a\rb\bc\x00d",
	"\u202eevil\u202c", "\u2066x\u2069", "tag\U000e0041\U000e0042", "\xff\xfe bad", "tab\tand\nbreak", "\x1b]8;;https://evil.example\x07x\x1b]8;;\x07",
}

func TestFitIsExact(t *testing.T) {
	for _, r := range []Ruler{Points, Clusters} {
		for _, s := range hostile {
			for w := range 30 {
				if got := r.Width(r.Fit(Safe(s), w)); got != w {
					t.Errorf("ruler %d: Fit(%q, %d) is %d cells wide", r, s, w, got)
				}
			}
		}
	}
}

func TestWrapStaysInside(t *testing.T) {
	for _, s := range hostile {
		for w := 2; w < 20; w++ {
			for _, line := range Points.Wrap(Safe(s), w) {
				if Points.Width(line) > w {
					t.Errorf("Wrap(%q, %d): %q is too wide", s, w, line)
				}
			}
		}
	}
}

func TestEnds(t *testing.T) {
	for _, c := range []struct {
		left, right string
		w           int
		want        string
	}{
		{"ab", "cd", 8, "ab    cd"},
		{"abcdef", "xy", 6, "ab… xy"},
		{"abc", "long right", 5, "abc  "},
		{"abc", "", 2, "a…"},
		{"abc", "d", 0, ""},
	} {
		if got := Points.Ends(c.left, c.right, c.w); got != c.want {
			t.Errorf("Ends(%q, %q, %d) = %q, want %q", c.left, c.right, c.w, got, c.want)
		}
	}
}

func TestSafe(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"👨‍👩‍👧", "👨👩👧"}, {"👍🏽", "👍"}, {"می\u200cخواهم", "می\u200cخواهم"}, {"a\u202eb\u2069", "ab"},
		{"x\x1b[31my", "x[31my"}, {"a\r\nb", "a  b"}, {"क्\u200dष", "क्ष"}, {"می\u200cروم", "می\u200cروم"}, {"\xff", ""},
	} {
		if got := Safe(c.in); got != c.want {
			t.Errorf("Safe(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestFilter(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain ‘text’ 国", "plain ‘text’ 国"},
		{"\x1b[1;38;2;1;2;3mx\x1b[m", "\x1b[1;38;2;1;2;3mx\x1b[m"},
		{"\x1b]52;c;aGk=\x07x", "x"},
		{"\x1b]0;t\x1b\\x", "x"},
		{"\x1b[2Jx\x1b[3;4Hy", "xy"},
		{"\x1b[?1049hx", "?1049hx"[len("?1049h"):]},
		{"\x1bPq#0\x1b\\x", "Pq#0\\x"},
		{"a\rb\bc\u009bd\u202e", "abcd"},
		{"\x1b]8;;https://a.example/b\x1b\\t\x1b]8;;\x1b\\", "\x1b]8;;https://a.example/b\x1b\\t\x1b]8;;\x1b\\"},
		{"\x1b]8;;javascript:alert(1)\x1b\\t\x1b]8;;\x1b\\", "t\x1b]8;;\x1b\\"},
		{"\x1b]8;;https://u:p@a.example\x1b\\t", "t"},
		{"\x1b]8;;file:///etc/passwd\x1b\\t", "t"}, {"\x1b]8;;https://\x1b\\t", "t"}, {"\x1b]8;;not an address\x1b\\t", "t"}, {"\x1b]8;;https://a.example/\x07x\x1b]t", "\x1b]8;;https://a.example/\x07x"},
		{"\x1b[31", ""}, {"\x1b[>4;2mx\x1b[?4my\x1b[1 mz", "xyz"}, // what is no SGR, though it ends in m
	} {
		if got := Filter(c.in); got != c.want {
			t.Errorf("Filter(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// allowed is what may stand on a finished line beside text.
var allowed = regexp.MustCompile("\x1b\\[[0-9;:]*m|\x1b\\]8;[ -:<-~]*;(https?://[!-~]+)?(\x1b\\\\|\x07)")

func FuzzFilter(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out := Filter(s)
		if Filter(out) != out {
			t.Fatalf("Filter is not stable on %q: %q", s, out)
		}
		if !utf8.ValidString(out) {
			t.Fatalf("Filter(%q) is not UTF-8", s)
		}
		if rest := allowed.ReplaceAllString(out, ""); strings.ContainsFunc(rest, unicode.IsControl) {
			t.Fatalf("Filter(%q) keeps %q", s, rest)
		}
		for w := range 12 {
			if got := Points.Width(Points.Fit(Safe(s), w)); got != w {
				t.Fatalf("Fit(%q, %d) is %d wide", s, w, got)
			}
		}
	})
}

func BenchmarkFilter(b *testing.B) {
	line := "\x1b[1mtitle\x1b[m " + strings.Repeat("word ", 36) + "│"
	for b.Loop() {
		Filter(line)
	}
}
