package clean

import (
	"iter"
	"strings"
)

// dataLines yields the lines of an embedded data file without comments and
// without the white space around them.
func dataLines(file string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(file) {
			if line, _, _ = strings.Cut(line, " #"); strings.HasPrefix(line, "#") {
				continue
			}
			if line = strings.TrimSpace(line); line != "" && !yield(line) {
				return
			}
		}
	}
}
