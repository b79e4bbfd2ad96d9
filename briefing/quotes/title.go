package quotes

import (
	"strings"

	"readout/briefing/names"
	"readout/briefing/text"
)

// isTitle reports whether a quotation is the title of a book, show or song, a
// nickname or a name, rather than someone's words: its long words are all
// capitalised, and no report of speech stands right beside it, or else a word
// that says what it is: the program “Inside Eastport”, “Morning Hour” host Bell.
// What someone writes all in capitals is shouted.
func (f *finder) isTitle(k int) bool {
	if k > 0 && titleCase(f.d, f.qs[k].inner) && strings.Trim(f.d.Text[f.qs[k-1].outer.End:f.qs[k].outer.Start], " ,") == "and" && f.isTitle(k-1) {
		return true
	}
	in, a := f.d.Str(f.qs[k].inner), f.said[k]
	shouted := !a.speaker.Empty() && f.kind(f.qs[k]) == Full && in == strings.ToUpper(in)
	return titleCase(f.d, f.qs[k].inner) && !shouted && (!a.beside || f.isWork(f.qs[k].outer))
}

func (f *finder) isWork(sp text.Span) bool {
	t := f.d.TokenAt(sp.Start)
	if t > 1 && f.d.Tok(t-1) == "," {
		t--
	}
	if t > 0 && lexicons()[f.lang].Of(f.d, t-1)&work != 0 {
		return true
	}
	t = f.d.TokenAt(sp.End)
	return t+1 < len(f.d.Tokens) && f.d.Tokens[t].Kind == text.Word && !f.d.Tokens[t].Upper && f.d.Tokens[t+1].Upper && names.Trade(f.d.Tok(t))
}

// namesWord reports whether the quotation at node q is a word that is spoken
// about and not spoken: they avoided the term “soft border”. Who uses a term
// speaks it.
func (u *unit) namesWord(q int) bool {
	if u.class(q-1)&wordNoun == 0 || u.class(q-2)&det == 0 && u.class(q-3)&det == 0 {
		return false
	}
	for i := q - 2; i >= 0 && i > q-12; i-- {
		if u.quote(i) || u.mark(i) {
			return false
		}
		if u.class(i)&shuns != 0 || u.isFinite(i) { // refrained from using
			return u.class(i)&shuns != 0
		}
	}
	return false
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
