// Package shot makes pictures of the screen: from the program's own view to
// SVG, without a terminal, the same bytes every time. README's pictures are made
// with it.
package shot

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/color"
	"strings"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
)

// The cell of the picture, in pixels of the SVG.
const (
	cellWidth  = 8.4
	cellHeight = 18
	fontSize   = 14
	baseline   = 13.5
	margin     = 14
)

// Ground is the terminal that a picture pretends to be.
type Ground struct{ Back, Fore string }

// The two grounds.
var (
	Dark  = Ground{"#16191f", "#d6d9de"}
	Light = Ground{"#fbfbf9", "#24292f"}
)

// SVG draws a screen of w by h cells. Every word is one <text> at its place, so
// that no viewer's font metrics can shift a line; characters beyond ASCII stand
// alone, since fonts disagree on their width.
func SVG(screen string, w, h int, g Ground) []byte {
	buf := uv.NewScreenBuffer(w, h)
	uv.NewStyledString(screen).Draw(buf, uv.Rect(0, 0, w, h))
	var b bytes.Buffer
	width, height := 2*margin+float64(w)*cellWidth, 2*margin+h*cellHeight
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%d" viewBox="0 0 %.0f %d" font-family="'JetBrains Mono','DejaVu Sans Mono',Menlo,Consolas,monospace" font-size="%d">`+"\n",
		width, height, width, height, fontSize)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", g.Back)
	for y := range h {
		row := cellsOf(buf, y, w, g)
		backs(&b, row, y)
		words(&b, row, y)
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// cell is a cell with its colours resolved.
type cell struct {
	text                    string
	width                   int
	fore, back              string // back "" = the ground's own
	bold, italic, underline bool
}

func (c cell) sameFace(o cell) bool {
	return c.fore == o.fore && c.bold == o.bold && c.italic == o.italic && c.underline == o.underline
}

func cellsOf(buf uv.ScreenBuffer, y, w int, g Ground) []cell {
	row := make([]cell, w)
	for x := range w {
		c := buf.CellAt(x, y)
		if c == nil || c.Width == 0 && x > 0 {
			continue // the second half of a wide character
		}
		s := c.Style
		fore, back := hex(s.Fg, g.Fore), hex(s.Bg, "")
		if s.Attrs&uv.AttrReverse != 0 {
			fore, back = orElse(back, g.Back), fore
		}
		row[x] = cell{c.Content, c.Width, fore, back, s.Attrs&uv.AttrBold != 0, s.Attrs&uv.AttrItalic != 0, s.Underline != 0}
	}
	return row
}

func hex(c color.Color, none string) string {
	if c == nil {
		return none
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// backs draws the backgrounds of a row, one rectangle a run.
func backs(b *bytes.Buffer, row []cell, y int) {
	for x := 0; x < len(row); {
		end := x + 1
		for end < len(row) && (row[end].back == row[x].back || row[end].text == "") {
			end++
		}
		if row[x].back != "" {
			fmt.Fprintf(b, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>`+"\n",
				margin+float64(x)*cellWidth, margin+y*cellHeight, float64(end-x)*cellWidth, cellHeight, row[x].back)
		}
		x = end
	}
}

// words draws the words of a row.
func words(b *bytes.Buffer, row []cell, y int) {
	for x := 0; x < len(row); x++ {
		c := row[x]
		if strings.TrimSpace(c.text) == "" {
			continue
		}
		text, at := c.text, x
		for ascii(text) && x+1 < len(row) && ascii(row[x+1].text) && strings.TrimSpace(row[x+1].text) != "" && row[x+1].sameFace(c) {
			x++
			text += row[x].text
		}
		fmt.Fprintf(b, `<text x="%.1f" y="%.1f" fill="%s"%s>`, margin+float64(at)*cellWidth, float64(margin+y*cellHeight)+baseline, c.fore, face(c))
		_ = xml.EscapeText(b, []byte(text)) // a bytes.Buffer takes everything
		b.WriteString("</text>\n")
	}
}

func ascii(s string) bool {
	return len(s) == 1 && s[0] < utf8.RuneSelf || len(s) > 1 && !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}

// face writes the attributes of a cell's face.
func face(c cell) string {
	s := ` xml:space="preserve"`
	if c.bold {
		s += ` font-weight="bold"`
	}
	if c.italic {
		s += ` font-style="italic"`
	}
	if c.underline {
		s += ` text-decoration="underline"`
	}
	return s
}
