package parse

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Bodies are most of a feed, and gofeed would read each of them once more,
// character by character, only to hand it on as it is. Long ones are put aside
// by repair; gofeed gets a mark in their place.

// asideMark encloses the number of a body that was put aside. It is a character
// for private use that prepare takes out of every feed.
const asideMark = '\U0010FFFD'

// asideMin is how many bytes a body has that is worth it.
const asideMin = 256

// putAside returns what gofeed is given for a body.
func (d *document) putAside(body string) string {
	if len(body) < asideMin || !utf8.ValidString(body) {
		return body
	}
	d.bodies = append(d.bodies, body)
	return string(asideMark) + strconv.Itoa(len(d.bodies)-1) + string(asideMark)
}

// whole returns the body that gofeed gave, or the one whose mark that is.
func (d *document) whole(s string) string {
	if number, marked := strings.CutPrefix(s, string(asideMark)); marked {
		if i, err := strconv.Atoi(strings.TrimSuffix(number, string(asideMark))); err == nil && i >= 0 && i < len(d.bodies) {
			return d.bodies[i]
		}
	}
	return s
}
