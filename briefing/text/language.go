package text

import (
	_ "embed"
	"strings"
	"sync"

	"readout/feeds/datafile"
)

//go:embed languages.txt
var languagesFile string

// languageNames are the languages that languages.txt knows, English first.
var languageNames = [...]string{"en", "uk", "ru", "fr", "de", "es"}

// languageHints maps a common word to the languages that have it, one bit each.
var languageHints = sync.OnceValue(func() *Lexicon[uint8] {
	m := make(map[string]uint8)
	for f := range datafile.Fields(languagesFile) {
		for i, name := range languageNames {
			if name == f[0] {
				for _, w := range f[1:] {
					m[w] |= 1 << i
				}
			}
		}
	}
	return NewLexicon(m)
})

const (
	languageSample = 250 // tokens that tell the language of a text
	languageProof  = 6   // common words from which the text is believed against its feed
)

// language is the primary language subtag of a text: the stated one, unless
// the text plainly speaks another; English where nothing tells. A stated
// language that is none of ours is kept.
func language(d *Doc, stated string) string {
	stated, _, _ = strings.Cut(strings.ToLower(stated), "-")
	var counts [len(languageNames)]int
	hints := languageHints()
	for k := range d.Tokens[:min(languageSample, len(d.Tokens))] {
		if d.Tokens[k].Kind != Word {
			continue
		}
		bits := hints.OfStraight(d, k)
		for i := 0; bits != 0; i, bits = i+1, bits>>1 {
			counts[i] += int(bits & 1)
		}
	}
	best, own := 0, -1
	for i, n := range counts {
		if n > counts[best] {
			best = i
		}
		if languageNames[i] == stated {
			own = i
		}
	}
	switch {
	case stated == "":
		return languageNames[best]
	case own >= 0 && counts[best] >= languageProof && counts[best] > 2*counts[own]:
		return languageNames[best]
	}
	return stated
}
