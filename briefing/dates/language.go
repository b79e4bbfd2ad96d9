package dates

import (
	"strings"

	"readout/briefing/text"
)

// sample is how many tokens tell the language of a text.
const sample = 300

// languageOf is the language of a text: the feed's word for it where that is
// one of ours, else the one most of whose hint words it has; English where
// none has any. An unsupported language is "".
func languageOf(d *text.Doc, t *tables) string {
	if code, _, _ := strings.Cut(strings.ToLower(d.Lang), "-"); code != "" {
		if t.languages[code] == nil {
			return ""
		}
		return code
	}
	var counts [6]int
	codes := [...]string{"en", "uk", "ru", "fr", "de", "es"}
	var buf [48]byte
	for _, tok := range d.Tokens[:min(sample, len(d.Tokens))] {
		if tok.Kind != text.Word || tok.Len() > 16 {
			continue
		}
		w := fold(buf[:0], d.Str(tok.Span))
		for i, c := range codes {
			switch t.languages[c].words[string(w)].class {
			case hint, starter:
				counts[i]++
			}
		}
	}
	best := 0
	for i, n := range counts {
		if n > counts[best] {
			best = i
		}
	}
	return codes[best]
}
