package note

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"readout/briefing/actors"
)

// maxNamed bounds the lists of the front matter.
const maxNamed = 40

// frontMatter writes the note's properties: one key a line, never nested,
// every string in double quotes with JSON's escapes, which YAML 1.2 (5.7)
// reads alike. So no text can be taken for another type, a key or the end of
// the block. The order is the contract's.
func (w *writer) frontMatter() {
	a, b := w.a, w.b
	w.out.WriteString("---\n")
	put := func(key, value string) { w.out.WriteString(key + ": " + value + "\n") }
	put("title", quoted(inert(a.Title)))
	put("source", optional(link(a.URL)))
	put("author", list(nonEmpty(a.Byline)))
	put("outlet", optional(inert(a.Source)))
	put("published", optional(instant(a.Published)))
	put("date", optional(day(a.Date())))
	put("created", optional(instant(a.FirstSeen)))
	if len(b.Summary) > 0 {
		put("description", quoted(inert(flat(w.str(b.Summary[0].Span)))))
	} else {
		put("description", "null")
	}
	put("citekey", quoted(w.key))
	put("actors", list(w.actorNames()))
	put("topics", list(w.topicNames()))
	signed := 0
	if b.Signatories != nil {
		signed = len(b.Signatories.People)
	}
	put("signatories", fmt.Sprint(signed))
	put("quotes", fmt.Sprint(len(b.Quotes)))
	sum := sha256.Sum256([]byte(a.Text))
	put("content_sha256", quoted(hex.EncodeToString(sum[:])))
	put("readout_schema", "1")
	put("tags", list(w.tagNames()))
	put("aliases", list(nonEmpty(a.Title)))
	w.out.WriteString("---\n")
}

func (w *writer) actorNames() []string {
	var names []string
	for _, x := range w.b.Actors {
		if x.Name != "" && len(names) < maxNamed {
			names = append(names, x.Name)
		}
	}
	return names
}

func (w *writer) topicNames() []string {
	var names []string
	for _, t := range w.b.Topics {
		names = append(names, t.Name)
	}
	return names
}

// tagNames are Obsidian tags, made of the registry's and the taxonomy's ids
// alone: no text of the article becomes a tag.
func (w *writer) tagNames() []string {
	tags := []string{"readout"}
	for _, x := range w.b.Actors {
		if x.ID != "" && len(tags) < maxNamed && !undecided(x) {
			tags = append(tags, "actor/"+slug(x.ID))
		}
	}
	for _, t := range w.b.Topics {
		tags = append(tags, "topic/"+slug(t.ID))
	}
	return tags
}

func undecided(x actors.Actor) bool { return len(x.Candidates) > 0 }

// quoted writes a string in JSON: <, > and & as escapes, U+2028 and U+2029 too.
// What JSON leaves open and YAML does not (DEL, C1 with U+0085) is escaped as well.
func quoted(s string) string {
	j, err := json.Marshal(strings.ToValidUTF8(s, "\uFFFD"))
	if err != nil {
		panic(err) // a string
	}
	var b strings.Builder
	for _, r := range string(j) {
		if r >= 0x7F && r <= 0x9F || r == 0xFEFF || r == 0xFFFE || r == 0xFFFF {
			fmt.Fprintf(&b, `\u%04X`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// optional writes a string, or null for "not known".
func optional(s string) string {
	if s == "" {
		return "null"
	}
	return quoted(s)
}

func list(items []string) string {
	out := make([]string, len(items))
	for i, s := range items {
		out[i] = quoted(inert(s))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.DateOnly)
}
