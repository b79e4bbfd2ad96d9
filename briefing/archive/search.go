package archive

import (
	"strings"

	"readout/briefing/query"
)

// searchAll joins words to one full-text match; ok is false where there are
// none or others than words.
func searchAll(es []query.Expr, sep string) (string, bool) {
	var parts []string
	for _, e := range es {
		w, ok := e.(query.Word)
		if !ok {
			return "", false
		}
		parts = append(parts, searchWord(w))
	}
	return strings.Join(parts, sep), len(parts) > 0
}

// searchWord quotes a word as an FTS5 string (sqlite.org/fts5.html, section
// 3.1): values only ever become parameters, and no text is read as FTS5 syntax.
func searchWord(w query.Word) string {
	s := `"` + ftsEscaper.Replace(spread(w.Text)) + `"`
	if w.Prefix {
		s += " *"
	}
	return s
}

// ftsEscaper doubles quotation marks; NUL would end the string for the parser.
var ftsEscaper = strings.NewReplacer(`"`, `""`, "\x00", " ")
