package quotes

import (
	"strings"

	"readout/briefing/text"
)

// isTitle reports whether a quotation is the title of a book, show or song, a
// nickname or a name, rather than someone's words: its long words are all
// capitalised, and no report of speech stands right beside it.
func (f *finder) isTitle(k int) bool {
	return !f.said[k].beside && titleCase(f.d, f.qs[k].inner)
}

// titleCase reports whether a span of two words or more has all its words of
// four letters and more capitalised, the first included.
func titleCase(d *text.Doc, sp text.Span) bool {
	words, upper := 0, 0
	for t := d.TokenAt(sp.Start); t < len(d.Tokens) && d.Tokens[t].Start < sp.End; t++ {
		tok := d.Tokens[t]
		if tok.Kind != text.Word || strings.HasPrefix(d.Str(tok.Span), "'") || strings.HasPrefix(d.Str(tok.Span), "’") {
			continue
		}
		words++
		switch {
		case tok.Upper:
			upper++
		case words == 1, tok.Len() > 3:
			return false
		}
	}
	return upper >= 2 || words == 1 && upper == 1
}
