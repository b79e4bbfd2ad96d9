// Package datafile reads the commented text files in which rules and word
// lists live beside the code that embeds them. All have one form: a line that
// is "#" or begins with "# " is a comment, empty lines mean nothing, and what
// else a line says is its file's own affair, described in its first comment.
// White space inside and at the end of a line is kept: a pattern may need it.
// It also puts into words what is wrong in the TOML files of a user.
package datafile

import (
	"iter"
	"strings"
)

// Lines yields the lines of a file that are neither empty nor comments,
// without their line ends.
func Lines(file string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(file) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line == "#" || strings.HasPrefix(line, "# ") {
				continue
			}
			if !yield(line) {
				return
			}
		}
	}
}

// Fields yields the words of each line, at least one.
func Fields(file string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for line := range Lines(file) {
			if f := strings.Fields(line); len(f) > 0 && !yield(f) {
				return
			}
		}
	}
}

// Labelled yields the two parts of lines "label: value"; the label of a line
// without one is "".
func Labelled(file string) iter.Seq2[string, string] {
	return func(yield func(label, value string) bool) {
		for line := range Lines(file) {
			label, value, ok := strings.Cut(line, ": ")
			if !ok {
				label, value = "", line
			}
			if !yield(label, value) {
				return
			}
		}
	}
}

// Sections yields each line with the name of its section, which a line
// "[name]" opens.
func Sections(file string) iter.Seq2[string, string] {
	return func(yield func(section, line string) bool) {
		section := ""
		for line := range Lines(file) {
			if name, ok := strings.CutPrefix(line, "["); ok && strings.HasSuffix(name, "]") {
				section = strings.TrimSuffix(name, "]")
			} else if !yield(section, line) {
				return
			}
		}
	}
}

// Words is the set of all words of a file.
func Words(file string) map[string]bool {
	m := make(map[string]bool)
	for words := range Fields(file) {
		for _, w := range words {
			m[w] = true
		}
	}
	return m
}
