package reader

import (
	"fmt"
	"html"
	"regexp"
	"strings"

	"charm.land/glamour/v2"
	"charm.land/glamour/v2/ansi"
	xansi "github.com/charmbracelet/x/ansi"

	"readout/ui/cells"
	"readout/ui/theme"
)

// Markdown renders a note for the screen as lines of exactly w cells. Glamour
// decodes character references after the text was cleaned, also such as it has
// put together itself, so none reaches it, and what it returns is filtered.
func Markdown(md string, w int, t *theme.Theme, r cells.Ruler) []string {
	wide := min(w-2, measure) - hang
	g, err := glamour.NewTermRenderer(glamour.WithStyles(glamourStyle(t)), glamour.WithWordWrap(wide))
	if err == nil {
		var out string
		if out, err = g.Render(inert(drawable(body(uncited(md))))); err == nil {
			return fitted(out, w, t, r)
		}
	}
	return []string{r.Fit(fmt.Sprintf(" The brief cannot be shown: %v", err), w)}
}

// drawable is a note without what terminals disagree on, as everywhere else on
// the screen: the widths that lines are broken by must be those that are drawn.
func drawable(md string) string {
	lines := strings.Split(strings.ReplaceAll(md, "\t", "    "), "\n")
	for i, l := range lines {
		lines[i] = cells.Safe(l)
	}
	return strings.Join(lines, "\n")
}

// hang is how far the further lines of a list item are moved in; Glamour does
// not do so itself.
const hang = 2

// citation is a reference to the article's own bibliography entry, which is for
// other programs; on screen the paragraph is enough.
var citation = regexp.MustCompile(`(, paragraph \d+)? ?\[@[^\]\s]+(?:, para\. (\d+))?\]`)

// uncited writes citations of the article itself as people read them.
func uncited(md string) string { return citation.ReplaceAllString(md, " (paragraph $2)") }

// fitted filters rendered lines and makes them exactly w cells wide.
func fitted(out string, w int, t *theme.Theme, r cells.Ruler) []string {
	var lines []string
	item, speaker := false, false // in a list item; behind the words of a quotation
	for _, l := range strings.Split(strings.Trim(out, "\n"), "\n") {
		l = strings.TrimRight(cells.Filter(l), " ")
		if r.Width(l) == 0 || strings.TrimSpace(xansi.Strip(l)) == "" {
			if len(lines) > 0 && strings.TrimSpace(lines[len(lines)-1]) != "" { // one empty line in a row is enough
				lines = append(lines, r.Fit("", w))
			}
			item, speaker = false, false
			continue
		}
		switch words, quoted := strings.CutPrefix(l, quoteBar); {
		case quoted:
			speaker = speaker || strings.HasPrefix(words, "—")
			l = quotation(words, speaker, t)
		case strings.HasPrefix(l, bullet):
			item = true
		case item:
			l = cells.Blank(hang) + l
		}
		if strings.Contains(l, "\x1b") {
			l += "\x1b[m"
		}
		lines = append(lines, r.Fit(" "+l, w))
	}
	return lines
}

// What Glamour puts before the lines of a quotation and before a list item.
const (
	quoteBar = "│"
	bullet   = "• "
)

// quotation draws a line of a block quote: the words in the colour of quotes,
// what is said of their speaker as it is.
func quotation(words string, speaker bool, t *theme.Theme) string {
	if !speaker && !strings.Contains(words, "\x1b") {
		words = t.On(theme.Quote, words)
	}
	return t.On(theme.Muted, quoteBar+" ") + words
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

// parted keeps what stands between references from meaning more than it says:
// hidden characters go, "&" is parted from what follows, "<" begins nothing but
// a web address, and of a backslash before punctuation that Glamour would show
// only the punctuation stays.
func parted(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s):
			i++
			b.WriteString(unescaped(s[i]))
		case c == '&':
			b.WriteString("&\u2060")
		case c == '<' && !strings.HasPrefix(s[i:], "<http"):
			b.WriteString(`\<`)
		default:
			b.WriteByte(c)
		}
	}
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != joiner && cells.Hidden(r) {
			return -1
		}
		return r
	}, b.String())
}

// joiner parts two characters that would mean something together; the filter
// takes it out again.
const joiner = '\u2060'

// unescaped writes what stands behind a backslash. Glamour undoes only some of
// the escapes of CommonMark, so the others are undone here.
func unescaped(c byte) string {
	switch {
	case c == '&':
		return "&\u2060"
	case c == '~':
		return "~\u2060"
	case strings.IndexByte("\"'$%=^@,/:;?", c) >= 0:
		return string(c)
	}
	return `\` + string(c)
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
		Item:        ansi.StylePrimitive{BlockPrefix: bullet},
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
