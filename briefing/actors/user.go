package actors

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"readout/feeds/clean"
	"readout/feeds/datafile"
)

// userRow is one table of actors.toml.
type userRow struct {
	Name    string   `toml:"name"`
	Kind    string   `toml:"kind"`
	Type    string   `toml:"type"`
	Parent  string   `toml:"parent"`
	Party   string   `toml:"party"`
	Region  string   `toml:"region"`
	Country string   `toml:"country"`
	Aliases []string `toml:"aliases"`
	Offices []string `toml:"offices"`
	Context string   `toml:"context"`
	Hide    bool     `toml:"hide"` // leaves a built-in actor out
}

var userKeys = []string{"name", "kind", "type", "parent", "party", "region", "country", "aliases", "offices", "context", "hide"}

// ErrUser is a mistake in the user's actors.toml; Line is 1 for the first line,
// 0 where it is not known.
type ErrUser struct {
	Line int
	Msg  string
}

func (e *ErrUser) Error() string {
	if e.Line == 0 {
		return "actors.toml: " + e.Msg
	}
	return fmt.Sprintf("actors.toml, line %d: %s", e.Line, e.Msg)
}

// Load returns the built-in registry with the user's actors.toml before it:
// a table whose id is the id of a built-in actor replaces it, and the user's
// aliases win. The file is a table for each actor:
//
//	[icc]
//	name = "International Criminal Court"
//	kind = "organisation"            # person, organisation or place
//	type = "court"
//	aliases = ["ICC{acronym}", "the Hague court{ambiguous}"]
//
// An error names the line and, for an unknown key, the nearest known one.
func Load(user []byte) (*Registry, error) {
	if len(strings.TrimSpace(string(user))) == 0 {
		return Builtin(), nil
	}
	rows := make(map[string]userRow)
	if err := toml.Unmarshal(user, &rows); err != nil {
		line, _, _, words, _ := datafile.Mistake(err)
		return nil, &ErrUser{max(line, 1), words}
	}
	lines, err := scanKeys(string(user))
	if err != nil {
		return nil, err
	}
	r := newRegistry()
	for _, id := range sortedByLine(rows, lines) {
		rec, err := rows[id].record(id, lines[id])
		if err != nil {
			return nil, err
		}
		r.add(rec)
	}
	r.user = len(r.records)
	r.fill()
	return r, nil
}

func sortedByLine(rows map[string]userRow, lines map[string]int) []string {
	ids := make([]string, 0, len(rows))
	for id := range rows {
		ids = append(ids, id)
	}
	sort.Slice(ids, func(i, j int) bool {
		if lines[ids[i]] != lines[ids[j]] {
			return lines[ids[i]] < lines[ids[j]]
		}
		return ids[i] < ids[j]
	})
	return ids
}

// record checks a table and turns it into a row of the registry.
func (u userRow) record(id string, line int) (record, error) {
	fail := func(format string, args ...any) (record, error) {
		return record{}, &ErrUser{line, "actor " + id + ": " + fmt.Sprintf(format, args...)}
	}
	if !isSlug(id) {
		return fail("an id has lower-case letters, digits and hyphens only, as in %q", "foreign-office")
	}
	u.clean()
	if u.Hide {
		return record{Entry: Entry{ID: id, Name: u.Name}, line: line, dropped: true}, nil
	}
	if u.Name == "" {
		return fail(`it needs a name = "..."`)
	}
	switch Kind(u.Kind) {
	case Person, Organisation, Place:
	case "":
		u.Kind = string(Organisation)
	default:
		return fail("kind %q is unknown: use person, organisation or place", u.Kind)
	}
	for _, a := range u.Aliases {
		if msg := aliasError(a); msg != "" {
			return fail("alias %q: %s", a, msg)
		}
	}
	for _, o := range u.Offices {
		if strings.Count(o, "@") != 3 {
			return fail(`office %q: write "role@actor-id@from@to"`, o)
		}
	}
	return record{Entry: Entry{ID: id, Name: u.Name, Kind: Kind(u.Kind), Type: u.Type, Party: u.Party, Region: u.Region, Country: u.Country},
		parent: u.Parent, aliases: strings.Join(u.Aliases, "|"), context: u.Context, offices: strings.Join(u.Offices, "|"), line: line}, nil
}

// clean makes lines of the texts, without what acts on terminals: names are
// drawn and go into notes, and the file may have come from somebody else.
func (u *userRow) clean() {
	for _, s := range []*string{&u.Name, &u.Type, &u.Party, &u.Region, &u.Country} {
		*s = clean.Line(*s)
	}
	u.Aliases, u.Offices = slices.Clone(u.Aliases), slices.Clone(u.Offices)
	for _, list := range [][]string{u.Aliases, u.Offices} {
		for i := range list {
			list[i] = clean.Line(list[i])
		}
	}
}

// aliasError says what is wrong with an alias as written; "" when nothing is.
func aliasError(a string) string {
	if strings.ContainsRune(a, '|') {
		return `write each alias as a string of its own, without "|"`
	}
	body, braces, ok := strings.Cut(a, "{")
	if strings.TrimSpace(body) == "" {
		return "it is empty"
	}
	if !ok {
		return ""
	}
	if !strings.HasSuffix(braces, "}") {
		return `the flags have no closing "}"`
	}
	for f := range strings.SplitSeq(strings.TrimSuffix(braces, "}"), ",") {
		if _, known := flagNames[strings.TrimSpace(f)]; !known {
			return fmt.Sprintf("flag %q is unknown; nearest: %s", f, nearest(f, []string{"ambiguous", "metonym", "demonym", "acronym", "native", "old"}))
		}
	}
	return ""
}

func isSlug(s string) bool {
	for _, c := range []byte(s) {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return s != ""
}

// scanKeys finds the line of each table and reports keys that no table has.
func scanKeys(s string) (map[string]int, error) {
	lines := make(map[string]int)
	n := 0
	depth := 0 // inside an array over several lines
	for line := range strings.Lines(s) {
		n++
		line = strings.TrimSpace(line)
		if depth == 0 && strings.HasPrefix(line, "[") {
			id, _, _ := strings.Cut(strings.Trim(line, "["), "]")
			lines[strings.Trim(strings.TrimSpace(id), `"'`)] = n
			continue
		}
		key, value, ok := strings.Cut(line, "=")
		if depth == 0 && ok && !strings.HasPrefix(line, "#") {
			key = strings.Trim(strings.TrimSpace(key), `"'`)
			if best := nearest(key, userKeys); best != key {
				return nil, &ErrUser{n, fmt.Sprintf("key %q is unknown; nearest: %s", key, best)}
			}
			line = value
		}
		if !strings.HasPrefix(line, "#") {
			depth = max(0, depth+strings.Count(line, "[")-strings.Count(line, "]"))
		}
	}
	return lines, nil
}

// nearest returns the known word with the fewest edits from s.
func nearest(s string, known []string) string {
	best, least := "", 1<<30
	for _, k := range known {
		if d := edits(s, k); d < least {
			best, least = k, d
		}
	}
	return best
}

// edits is the Levenshtein distance in bytes.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		prev := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := prev
			if a[i] != b[j] {
				cost++
			}
			prev, row[j+1] = row[j+1], min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
