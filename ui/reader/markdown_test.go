package reader

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"readout/ui/cells"
	"readout/ui/theme"
)

const note = `---
title: "Senators press the Pentagon"
tags: [readout]

---
# Senators press the Pentagon

## Bottom line

Six senators asked the *Pentagon* for its files, and **wait**. AT&T &amp; others &lt;b&gt; \[x\].

## Quotes

> "We wrote in March & got no answer."
>
> — Ann Example, D-IL

## Signatories

| Name | Party |
|---|---|
| Ann Example | D |
| Bo Sample | R |

## Notes

<!-- readout:keep -->
my note
<!-- /readout:keep -->

## Source

[Example Wire](https://wire.example/a)

---
references:
- id: x
---
`

func TestMarkdown(t *testing.T) {
	for _, name := range theme.Names()[1:] {
		th, _ := theme.Get(name)
		for _, w := range []int{6, 20, 58, 110} {
			lines := Markdown(note, w, th, cells.Points)
			for _, l := range lines {
				if cells.Points.Width(l) != w {
					t.Fatalf("%s %d: %q is %d wide", name, w, l, cells.Points.Width(l))
				}
			}
			s := ansi.Strip(strings.Join(lines, "\n"))
			if w < 58 {
				continue
			}
			for _, want := range []string{"Bottom line", "AT&T & others <b> [x]", "Ann Example", "my note"} {
				if !strings.Contains(s, want) {
					t.Errorf("%s %d: %q is missing in\n%s", name, w, want, s)
				}
			}
			for _, no := range []string{"readout:keep", "references", "tags:", "# "} {
				if strings.Contains(s, no) {
					t.Errorf("%s %d: %q is shown in\n%s", name, w, no, s)
				}
			}
		}
	}
}

// hostile is what articles and notes held, or could hold, to reach the terminal
// through Glamour.
var hostile = []string{
	"&#27;]52;c;aGVsbG8=&#7;", "&#x1b;]0;title&#7;", "~~&**#27;**[31mFAKE~~", "&amp;#27;[31mred", "&amp;#x1b;]52;c;x&#7;", "`&#27;[31m`",
	"\x1b]52;c;x\x07", "\u009b31m", "[a](javascript:alert(1))", "[b](https://e.example/\x1b]0;x\x07)", "![&#27;[2J](https://e.example/i.png)",
	"| &#27;[2J | b |\n|---|---|\n| &#155;31m | \u202e |", "<b>&#27;[5m</b>", "&\u2060#27;[31m", "&NewLine;&Tab;&ZeroWidthSpace;", "&#0;&#13;&#8;", "```\n&#27;[31m\n```",
}

func TestHostileMarkdown(t *testing.T) {
	th, _ := theme.Get("none")
	for _, h := range hostile {
		for _, md := range []string{h, "# " + h, "> " + h, "- " + h, "**" + h + "**", "~~" + h + "~~"} {
			for _, l := range Markdown("## x\n\n"+md, 60, th, cells.Points) {
				if cells.Filter(l) != l {
					t.Errorf("%q gives %q", md, l)
				}
				for _, bad := range []string{"\x1b[31m", "\x1b[2J", "\x1b[5m", "\x1b]52", "\x1b]0", "\x1b[38;5"} {
					if strings.Contains(l, bad) {
						t.Errorf("%q lets %q through: %q", md, bad, l)
					}
				}
			}
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, h := range hostile {
		f.Add(h)
	}
	th, _ := theme.Get("none")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 2000 {
			return
		}
		for _, l := range Markdown(s, 40, th, cells.Points) {
			if cells.Filter(l) != l || cells.Points.Width(l) != 40 {
				t.Fatalf("%q gives %q", s, l)
			}
		}
	})
}

func BenchmarkMarkdown(b *testing.B) {
	th, _ := theme.Get("dark")
	for b.Loop() {
		Markdown(note, 90, th, cells.Points)
	}
}
