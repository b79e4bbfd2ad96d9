package note

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
)

// sealOpen begins the last line of a note. The two sums after it, of what
// stands outside and inside the user's part, tell a later export whether
// someone else changed the note.
const sealOpen = "<!-- readout:sum "

// seal ends a note with its sums.
func seal(note []byte) []byte {
	p := split(note)
	return append(note, (sealOpen + p.sums() + " -->\n")...)
}

// parts are a note cut at the user's part: everything between the heading
// "## Notes" and the heading "## Source".
type parts struct {
	before, own, after string
	sealed             string // sums as written; "" when there are none
	ok                 bool   // all headings and marks are there
}

func split(note []byte) parts {
	s := unixLines(string(note))
	var p parts
	body, last, sealed := strings.Cut(s, "\n"+sealOpen)
	if sealed {
		p.sealed, _, _ = strings.Cut(last, " -->")
		s = body + "\n"
	}
	i := strings.Index(s, "\n"+notesHead+"\n")
	j := strings.LastIndex(s, "\n"+sourceHead+"\n")
	if i < 0 || j < i {
		p.before = s
		return p
	}
	i += len("\n" + notesHead + "\n")
	p.before, p.own, p.after, p.ok = s[:i], s[i:j+1], s[j+1:], true
	return p
}

// unixLines ends lines as Readout does, whatever an editor made of them. It is
// stable: a line that ends in several returns is not one shorter each time.
func unixLines(s string) string { return returns.ReplaceAllLiteralString(s, "\n") }

var returns = regexp.MustCompile(`\r+\n`)

func (p parts) sums() string {
	return sum(p.before+p.after) + " " + sum(p.own)
}

func sum(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:8])
}

// Merged says what became of a note that was there already.
type Merged string

// What Merge can find.
const (
	// Replaced: the note is Readout's own; the user's part was kept.
	Replaced Merged = "replaced"
	// Same: the note there is already as it would be written.
	Same Merged = "same"
	// Another: the note is another article's, as Readout wrote it.
	Another Merged = "another"
	// Foreign: someone else changed the note outside the user's part, or it is
	// no note of Readout's at all: it must not be overwritten.
	Foreign Merged = "foreign"
)

// Merge brings a fresh note together with the one that an earlier export left.
// The user's part of the old note wins over that of the fresh one, unless
// nobody touched it since Readout wrote it.
func Merge(old, fresh []byte) ([]byte, Merged) {
	if bytes.Equal(old, fresh) {
		return fresh, Same
	}
	o, f := split(old), split(fresh)
	outside, inside, _ := strings.Cut(o.sealed, " ")
	if !o.ok || o.sealed == "" || sum(o.before+o.after) != outside {
		return nil, Foreign
	}
	if !sameArticle(o, f) {
		return nil, Another
	}
	if sum(o.own) != inside {
		f.own = o.own
	}
	// The sums are those of the fresh note: what the user wrote is no part of
	// them, and stays recognised as the user's.
	merged := []byte(f.before + f.own + f.after + sealOpen + f.sealed + " -->\n")
	if bytes.Equal(merged, old) {
		return merged, Same
	}
	return merged, Replaced
}

// Written reports whether the user wrote into a note since Readout did.
func Written(note []byte) bool {
	p := split(note)
	_, inside, _ := strings.Cut(p.sealed, " ")
	return p.ok && sum(p.own) != inside
}

func sameArticle(a, b parts) bool {
	x, y := articleID(a.after), articleID(b.after)
	return x != "" && x == y
}

// articleID is the article that a note is of.
func articleID(source string) string {
	_, rest, _ := strings.Cut(source, "\n- Readout ID: ")
	id, _, _ := strings.Cut(rest, "\n")
	return strings.TrimSpace(id)
}

// Split cuts a file of several notes into the notes, by their articles' IDs.
// ok is false when the file holds anything else.
func Split(file []byte) (notes map[string][]byte, ok bool) {
	notes = map[string][]byte{}
	rest := unixLines(string(file))
	for strings.TrimSpace(rest) != "" {
		i := strings.Index(rest, "\n"+sealOpen)
		if i < 0 {
			return nil, false
		}
		end := len(rest)
		if j := strings.Index(rest[i+1:], "\n"); j >= 0 {
			end = i + 1 + j + 1
		}
		one := rest[:end]
		id := articleID(split([]byte(one)).after)
		if id == "" {
			return nil, false
		}
		notes[id] = []byte(one)
		rest = strings.TrimPrefix(rest[end:], "\n")
	}
	return notes, true
}
