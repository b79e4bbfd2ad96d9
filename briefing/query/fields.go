package query

import (
	"slices"
	"strings"
)

// Field is what a Match asks about.
type Field string

// The fields.
const (
	Actor     Field = "actor"
	Topic     Field = "topic"
	Source    Field = "source"
	Speaker   Field = "speaker"
	Signatory Field = "signatory"
	Role      Field = "role"
	Tag       Field = "tag"
	Title     Field = "title"
	Lang      Field = "lang"
	Has       Field = "has"
	Is        Field = "is"
	Since     Field = "since"
	After     Field = "after"
	Before    Field = "before"
	Seen      Field = "seen"
)

// FieldInfo describes a field for completion and help.
type FieldInfo struct {
	Field  Field
	Help   string   // what it asks, in a few words
	Values []string // all its values; nil when it takes any
}

var fields = []FieldInfo{
	{Actor, "names this actor (id or name)", nil},
	{Topic, "is on this topic", nil},
	{Source, "comes from this outlet", nil},
	{Speaker, "quotes this speaker", nil},
	{Signatory, "names this signatory", nil},
	{Role, "the actor has this role", []string{"speaker", "signatory", "addressee", "mentioned"}},
	{Tag, "bears your tag", nil},
	{Title, "has these words in the headline", nil},
	{Lang, "is in this language (en, fr ...)", nil},
	{Has, "contains", []string{"quotes", "signatories", "note", "highlight", "tag"}},
	{Is, "its state", []string{"unread", "read", "starred", "revised"}},
	{Since, "not older than (24h, 7d, 2w, yesterday)", nil},
	{After, "from this day on (2026-03-01)", nil},
	{Before, "before this day (2026-03-01)", nil},
	{Seen, "came in since (24h, yesterday, 2026-03-01)", nil},
}

// Fields lists the fields of the language in the order of the help.
func Fields() []FieldInfo { return slices.Clone(fields) }

func lookup(name string) (FieldInfo, bool) {
	for _, f := range fields {
		if string(f.Field) == name {
			return f, true
		}
	}
	return FieldInfo{}, false
}

func fieldNames() []string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = string(f.Field)
	}
	return names
}

// Nearest returns the candidate that is spelt most like word: the fewest
// letters inserted, left out, changed or swapped; the earlier one on a tie.
func Nearest(word string, candidates []string) string {
	best, least := "", 1<<30
	word = strings.ToLower(word)
	for _, c := range candidates {
		if d := distance(word, strings.ToLower(c)); d < least {
			best, least = c, d
		}
	}
	return best
}

// Close is Nearest for words that may be no misspelling at all: it returns ""
// where even the nearest candidate takes more than most edits.
func Close(word string, candidates []string, most int) string {
	near := Nearest(word, candidates)
	if distance(strings.ToLower(word), strings.ToLower(near)) > most {
		return ""
	}
	return near
}

// distance is the optimal string alignment distance (Damerau-Levenshtein
// without overlapping edits).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			change := 1
			if x[i-1] == y[j-1] {
				change = 0
			}
			d := min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+change)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d = min(d, rows[i-2][j-2]+1)
			}
			rows[i][j] = d
		}
	}
	return rows[len(x)][len(y)]
}
