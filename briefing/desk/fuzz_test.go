package desk

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
)

// FuzzConfig proves of any config.toml: it is refused in one sentence, or the
// watchlist can be changed in it from the screen without any other setting
// being touched.
func FuzzConfig(f *testing.F) {
	for _, s := range []string{"theme = \"dark\"\nthemme = 1", "watch = [\"icc\"] # mine\n[keys]\nexport = [\"ctrl+x\"]\n", "watch = [\n  \"a]\", # [\n  'b',\n]\n", "[keys]\nwatch = [\"w\"]\n",
		"notes = \"\"\"\nwatch = []\n\"\"\"\n", "keys.watch = []\nwatch=[]", "allow_private = [\"localhost:1\"]", "# watch = [\"x\"]\n", "\"watch\" = [\"a\"]\n", "[keys]\n\"export\" = []\n", "browser = [\"a\", \"%u\"]"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		c, err := parseConfig(raw)
		if err != nil {
			aboutUser(t, err)
			return
		}
		for _, b := range c.Bindings() {
			if lines := strings.Count(string(raw), "\n") + 1; b.Line < 0 || b.Line > lines {
				t.Errorf("%q stands in line %d of %d", b.Action, b.Line, lines)
			}
		}
		text, before := string(raw), c
		for _, id := range []string{"icc", `a "b" \ c`, "icc"} {
			next, ids, err := toggleWatch(text, id)
			if err != nil {
				return // a sentence, and the file stays
			}
			after, err := parseConfig([]byte(next))
			if err != nil || !slices.Equal(after.Watch, ids) || slices.Contains(ids, id) == slices.Contains(before.Watch, id) || !sameButWatch(c, after) {
				t.Fatalf("%q: %+v became %+v", raw, c, after)
			}
			text, before = next, after
		}
	})
}

// FuzzViews proves of any views.toml: it is refused in a sentence, or it is
// written and read again to the same.
func FuzzViews(f *testing.F) {
	f.Add([]byte("[[view]]\nname = \"Court\"\nquery = \"actor:icc is:unread\"\n"))
	f.Add([]byte("[[view]]\nname = 'a\x1b]'\nquery = \"\"\"\n(a OR \\\"b\"\"\"\n[[view]]"))
	f.Add([]byte("view = [1]"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		list, err := parseViews(raw)
		if err != nil {
			aboutUser(t, err)
			return
		}
		again, err := toml.Marshal(viewFile{list})
		if err != nil {
			t.Fatal(err)
		}
		if back, err := parseViews(again); err != nil || !slices.Equal(back, list) {
			t.Fatalf("%q is written as %q and read as %q: %v", list, again, back, err)
		}
	})
}

// programTypes are what a message about a file of the user's must not name.
var programTypes = regexp.MustCompile(`\b(desk|reflect|toml)\.|struct|\[\](string|interface|desk)|map\[string\]|interface \{`)

func aboutUser(t *testing.T, err error) {
	t.Helper()
	if s := err.Error(); s == "" || strings.Contains(s, "\n") || programTypes.MatchString(s) && !strings.Contains(s, "no setting") {
		t.Errorf("not a sentence: %v", err)
	}
}
