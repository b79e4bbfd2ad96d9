package names

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed data/nicknames.txt
var nicknamesFile string

// nicknames maps a full given name to its short forms.
var nicknames = sync.OnceValue(func() map[string][]string {
	m := make(map[string][]string)
	eachLine(nicknamesFile, func(_ string, w []string) { m[w[0]] = w[1:] })
	return m
})

// Nicknames returns the short forms of a given name ("Robert": Bob, Rob ...).
func Nicknames(given string) []string { return nicknames()[given] }

// FullForms returns the given names that have a short form ("Bob": Robert), in
// alphabetical order.
func FullForms(short string) []string {
	var out []string
	for full, shorts := range nicknames() {
		if slices.Contains(shorts, short) {
			out = append(out, full)
		}
	}
	slices.Sort(out)
	return out
}

// sameNick reports whether one given name is a short form of the other, or
// both are of a third.
func sameNick(a, b string) bool {
	return slices.Contains(nicknames()[a], b) || slices.Contains(nicknames()[b], a) ||
		len(a) > 2 && len(b) > 2 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}
