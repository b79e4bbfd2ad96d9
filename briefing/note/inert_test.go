package note

import (
	"strings"
	"testing"
)

func TestInert(t *testing.T) {
	for in, want := range map[string]string{
		"Court sits on Friday":                                  "Court sits on Friday",
		"AT&T: $84.5 billion, 3 < 4 [OPINION] C:\\ a@b.example": "AT&T: $84.5 billion, 3 < 4 [OPINION] C:\\ a@b.example",
		"<script>alert(1)</script><!-- x --><?x?>":              "<|script>alert(1)<|/script><|!-- x --><|?x?>",
		"<https://evil.example>":                                "<|https://evil.example>",
		"![i](https://t.example/p.png)":                         "!|[i]|(https://t.example/p.png)",
		"[a](javascript:x) [b]{onclick=x} [c][d]":               "[a]|(javascript:x) [b]|{onclick=x} [c]|[d]",
		"`x`{=html} `y`{.z}":                                    "`x`|{|=html} `y`|{.z}",
		"\\input{/etc/passwd} $\\href{x}{y}$":                   "\\|input{/etc/passwd} $\\|href{x}{y}$",
		"@nasa says [@x] ^[note] [^1]":                          "@|nasa says [@|x] ^|[note] [|^1]",
		"# head":                                                "|# head",
		"a\n> b":                                                "a\n|> b",
	} {
		if got := strings.ReplaceAll(inert(in), joiner, "|"); got != want {
			t.Errorf("inert(%q) = %q, want %q", in, got, want)
		}
	}
}
