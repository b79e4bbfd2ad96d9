package quotes

import (
	"embed"
	"strings"
	"sync"

	"readout/briefing/text"
	"readout/feeds/datafile"
)

//go:embed lang/*.txt
var langFiles embed.FS

// tongues are the languages whose cues are known besides English.
var tongues = []string{"fr", "de", "es", "ru", "uk"}

// closed are the classes of the small words that tell a language.
const closed = aux | det | pron | prep | sub | conj | rel

// lexicons maps each language to its word classes. English forms are derived;
// those of the other languages stand in their files as written.
var lexicons = sync.OnceValue(func() map[string]map[string]class {
	out := map[string]map[string]class{"en": english()}
	for _, lang := range tongues {
		m := make(map[string]class, 700)
		for f := range datafile.Fields(langFile(lang + ".txt")) {
			c := classNames[f[0]]
			if c&verb != 0 {
				c |= past | participle
			}
			for _, w := range f[1:] {
				m[strings.ReplaceAll(w, "’", "'")] |= c
			}
		}
		out[lang] = m
	}
	return out
})

func langFile(name string) string {
	raw, err := langFiles.ReadFile("lang/" + name)
	if err != nil {
		panic("quotes: " + err.Error()) // the file is embedded
	}
	return string(raw)
}

// languageOf returns the language to read a document in: its own where the
// finder knows it, else the one that most of its small words belong to.
func languageOf(d *text.Doc) string {
	lang, _, _ := strings.Cut(strings.ToLower(d.Lang), "-")
	if _, ok := lexicons()[lang]; ok {
		return lang
	}
	const sample = 300
	best, most := "en", 0
	count := make(map[string]int, len(tongues)+1)
	for _, t := range d.Tokens[:min(sample, len(d.Tokens))] {
		if t.Kind != text.Word {
			continue
		}
		w := strings.ToLower(d.Str(t.Span))
		for l, m := range lexicons() {
			if m[w]&closed != 0 {
				count[l]++
			}
		}
	}
	for _, l := range append([]string{"en"}, tongues...) {
		if count[l] > most {
			best, most = l, count[l]
		}
	}
	return best
}
