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

// lexicons maps each language to its word classes. English forms are derived;
// those of the other languages stand in their files as written.
var lexicons = sync.OnceValue(func() map[string]*text.Lexicon[class] {
	out := map[string]*text.Lexicon[class]{"en": text.NewLexicon(english())}
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
		out[lang] = text.NewLexicon(m)
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
// finder knows it, else English.
func languageOf(d *text.Doc) string {
	if _, ok := lexicons()[d.Language]; ok {
		return d.Language
	}
	return "en"
}
