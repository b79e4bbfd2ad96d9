package reader

import (
	"fmt"
	"html"
	"regexp"
	"strings"

	"charm.land/glamour/v2"
	"charm.land/glamour/v2/ansi"

	"readout/ui/cells"
	"readout/ui/theme"
)

// Markdown renders a note for the screen as lines of exactly w cells. Glamour
// decodes character references after the text was cleaned, also such as it has
// put together itself, so none reaches it, and what it returns is filtered.
func Markdown(md string, w int, t *theme.Theme, r cells.Ruler) []string {
	wide := min(w-2, measure)
	g, err := glamour.NewTermRenderer(glamour.WithStyles(glamourStyle(t)), glamour.WithWordWrap(wide))
	if err == nil {
		var out string
		if out, err = g.Render(inert(body(md))); err == nil {
			return fitted(out, w, t, r)
		}
	}
	return []string{r.Fit(fmt.Sprintf(" The brief cannot be shown: %v", err), w)}
}

// quoteBar stands before quoted words.
const quoteBar = "│ "

// fitted filters rendered lines and makes them exactly w cells wide.
func fitted(out string, w int, t *theme.Theme, r cells.Ruler) []string {
	var lines []string
	for _, l := range strings.Split(strings.Trim(out, "\n"), "\n") {
		l = strings.TrimRight(cells.Filter(l), " ")
		blank := r.Width(l) == 0
		if blank && (len(lines) == 0 || strings.TrimSpace(lines[len(lines)-1]) == "") {
			continue // at most one empty line in a row
		}
		if blank {
			l = ""
		}
		if words, ok := strings.CutPrefix(l, quoteBar); ok && !strings.Contains(words, "\x1b") {
			l = t.On(theme.Muted, quoteBar) + t.On(theme.Quote, words)
		}
		if strings.Contains(l, "\x1b") {
			l += "\x1b[m"
		}
		lines = append(lines, r.Fit(" "+l, w))
	}
	return lines
}

var reference = regexp.MustCompile(`&(#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});`)

// inert replaces every character reference by the character it stands for,
// escaped where Markdown would read it as markup, and parts every other "&"
// from what follows by a word joiner, which the filter takes out again.
func inert(md string) string {
	var b strings.Builder
	at := 0
	for _, m := range reference.FindAllStringIndex(md, -1) {
		b.WriteString(parted(md[at:m[0]]))
		for _, c := range html.UnescapeString(md[m[0]:m[1]]) {
			b.WriteString(literal(c))
		}
		at = m[1]
	}
	b.WriteString(parted(md[at:]))
	return b.String()
}

func parted(s string) string {
	s = strings.Map(func(r rune) rune {
		if r != '\n' && cells.Hidden(r) {
			return -1
		}
		return r
	}, s)
	return strings.ReplaceAll(s, "&", "&\u2060")
}

// literal writes a decoded character so that Markdown shows it.
func literal(c rune) string {
	switch {
	case c == '\n' || c == '\t':
		return " "
	case cells.Hidden(c):
		return ""
	case c == '&':
		return "&\u2060"
	case c < 0x80 && strings.ContainsRune("!\"#$%'()*+,-./:;<=>?@[\\]^_`{|}~", c):
		return `\` + string(c)
	}
	return string(c)
}

// glamourStyle gives Glamour the colours of the theme. The document has no
// colour of its own, or every padding space would get one.
func glamourStyle(t *theme.Theme) ansi.StyleConfig {
	prim := func(r theme.Role) ansi.StylePrimitive {
		fg, bg := t.Colours(r)
		return ansi.StylePrimitive{Color: opt(fg), BackgroundColor: opt(bg), Bold: on(t.Bold(r))}
	}
	head := ansi.StyleBlock{StylePrimitive: prim(theme.Accent)}
	head.Bold = on(true)
	head.BlockSuffix = "\n"
	none, one, two := uint(0), uint(1), uint(2)
	bar := quoteBar
	strong := prim(theme.Strong)
	strong.Bold = on(true)
	link := prim(theme.Accent)
	link.Underline = on(true)
	return ansi.StyleConfig{
		Document:    ansi.StyleBlock{Margin: &none},
		BlockQuote:  ansi.StyleBlock{Indent: &one, IndentToken: &bar},
		List:        ansi.StyleList{LevelIndent: 2},
		Heading:     head,
		H1:          head,
		H2:          head,
		H3:          head,
		Emph:        ansi.StylePrimitive{Italic: on(true)},
		Strong:      strong,
		Item:        ansi.StylePrimitive{BlockPrefix: "• "},
		Enumeration: ansi.StylePrimitive{BlockPrefix: ". "},
		Link:        link,
		LinkText:    strong,
		Code:        ansi.StyleBlock{StylePrimitive: prim(theme.Muted)},
		CodeBlock:   ansi.StyleCodeBlock{StyleBlock: ansi.StyleBlock{StylePrimitive: prim(theme.Muted), Margin: &two}},
		HorizontalRule: ansi.StylePrimitive{
			Format: "\n────\n",
		},
	}
}

func opt(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func on(b bool) *bool { return &b }
