package quotes

import (
	"strings"

	"readout/briefing/text"
)

// A cue may stand inside the quotation marks: «Мы готовы, — сказал Лесной. —
// Ждать нельзя», « Nous irons, a dit Jeanne Petit, et vite ». splitAtCues cuts
// such quotations in two around it, so that no word of the reporter's is given
// as spoken.
func splitAtCues(d *text.Doc, qs []quotation, lang string) []quotation {
	if lang == "en" || lang == "de" {
		return qs
	}
	words := lexicons()[lang]
	out := make([]quotation, 0, len(qs))
	for _, q := range qs {
		for {
			cue, ok := inciseIn(d, q, words, lang == "fr")
			if !ok {
				break
			}
			head, rest := q, q
			head.outer.End, head.inner.End = cue.Start, trimmed(d.Text, text.Span{Start: q.inner.Start, End: cue.Start}).End
			rest.outer.Start = cue.End
			rest.inner = trimmed(d.Text, text.Span{Start: cue.End, End: q.inner.End})
			rest.continues = false
			head.unclosed = false
			if head.inner.Empty() {
				break
			}
			out = append(out, head)
			if q = rest; rest.inner.Empty() {
				break
			}
		}
		if !q.inner.Empty() {
			out = append(out, q)
		}
	}
	return out
}

// trimmed cuts spaces, dashes and commas off both ends of a span.
func trimmed(s string, sp text.Span) text.Span {
	if sp.Empty() {
		return text.Span{}
	}
	in := strings.TrimRight(s[sp.Start:sp.End], " \t\u00a0\u202f—–-,.")
	if end := sp.Start + len(in); end < sp.End && s[end] == '.' && !strings.HasPrefix(s[end:], "..") {
		in = s[sp.Start : end+1] // its own full stop stays
	}
	sp.End = sp.Start + len(in)
	left := strings.TrimLeft(in, " \t\u00a0\u202f—–-,.")
	sp.Start = sp.End - len(left)
	return sp
}

// inciseIn finds the first cue inside a quotation: from its opening comma or
// dash to what closes it.
func inciseIn(d *text.Doc, q quotation, words *text.Lexicon[class], commas bool) (text.Span, bool) {
	first := d.TokenAt(q.inner.Start)
	for t := first + 1; t < len(d.Tokens) && d.Tokens[t].Start < q.inner.End; t++ {
		low, _ := splitEnclitic(strings.ReplaceAll(strings.ToLower(d.Tok(t)), "’", "'"))
		if words.Get(low)&say == 0 {
			continue
		}
		open := t - 1
		if words.Get(d.Tok(open))&aux != 0 {
			open--
		}
		if open <= first || !opensIncise(d.Tok(open), commas) {
			continue
		}
		if open > 0 && d.Tok(open-1) == "," && !commas {
			open--
		}
		end := inciseEnd(d, t, q.inner.End, commas)
		if end < 0 {
			continue
		}
		return text.Span{Start: d.Tokens[open].Start, End: end}, true
	}
	return text.Span{}, false
}

func opensIncise(tok string, commas bool) bool {
	return tok == "—" || tok == "–" || commas && tok == ","
}

// inciseEnd returns the byte where the cue at token t ends: behind the mark
// that closes it. -1 when none does within a dozen words.
func inciseEnd(d *text.Doc, t, limit int, commas bool) int {
	const longestCue = 14
	for k := t + 1; k < len(d.Tokens) && k < t+longestCue; k++ {
		if d.Tokens[k].Start >= limit {
			return limit
		}
		tok := d.Tok(k)
		if tok == "—" || tok == "–" {
			return d.Tokens[k].End
		}
		if commas && (tok == "," || tok == ".") {
			return d.Tokens[k].End
		}
	}
	return -1
}

// splitEnclitic parts a French verb from the pronoun behind it: "dit-il",
// "a-t-elle".
func splitEnclitic(w string) (verb, pronoun string) {
	for _, p := range []string{"-il", "-elle", "-on", "-ils", "-elles"} {
		if v, ok := strings.CutSuffix(w, p); ok {
			return strings.TrimSuffix(v, "-t"), p[1:]
		}
	}
	return w, ""
}
