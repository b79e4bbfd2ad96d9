package verbs

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// shorten cuts a line to at most n cells, with an ellipsis where it was cut.
func shorten(s string, n int) string { return ansi.Truncate(s, max(n, 0), "…") }

// requote quotes a word of the shell that holds spaces: a value of a field
// (source:BBC World) or a phrase. Words that are queries of several terms
// already (they hold quotes, parentheses or more than one field) stay.
func requote(w string) string {
	if !strings.Contains(w, " ") || strings.ContainsAny(w, `"()`) || strings.Count(w, ":") > 1 {
		return w
	}
	if field, value, ok := strings.Cut(w, ":"); ok && !strings.Contains(field, " ") {
		return field + `:"` + value + `"`
	}
	return `"` + w + `"`
}
