package desk

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// Binding is a line of [keys] in config.toml: an action and the keys that it
// is to have instead of its own.
type Binding struct {
	Action string
	Keys   []string
	Line   int // in config.toml; 0 = not known
}

// Bindings are the keys that the user has changed, in the order of the file.
func (c Config) Bindings() []Binding {
	var out []Binding
	for action, ks := range c.Keys {
		out = append(out, Binding{action, ks, c.keyLines[action]})
	}
	slices.SortFunc(out, func(a, b Binding) int { return cmp.Or(a.Line-b.Line, strings.Compare(a.Action, b.Action)) })
	return out
}

// bindingLine is the beginning of a setting, with or without quotation marks.
var bindingLine = regexp.MustCompile(`^\s*["']?([A-Za-z0-9_-]+)["']?\s*=`)

// keyLines finds the lines of the settings under [keys]. The TOML decoder
// tells lines of errors only.
func keyLines(raw string) map[string]int {
	out := map[string]int{}
	under := false
	for i, line := range strings.Split(raw, "\n") {
		if s := strings.TrimSpace(line); strings.HasPrefix(s, "[") && !strings.HasPrefix(s, `["`) {
			under = strings.HasPrefix(s, "[keys]")
		} else if m := bindingLine.FindStringSubmatch(line); m != nil && under {
			out[m[1]] = i + 1
		}
	}
	return out
}
