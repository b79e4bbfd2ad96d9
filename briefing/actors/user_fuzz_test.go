package actors

import (
	"errors"
	"testing"

	"readout/briefing/text"
	"readout/feeds"
	"readout/feeds/clean"
)

// FuzzLoad proves of any actors.toml: a mistake is told with its line, and with
// whatever is accepted an article can be read.
func FuzzLoad(f *testing.F) {
	for _, s := range []string{"[icc]\nname = \"Court\"\nkind = \"organisation\"\naliases = [\"ICC{acronym}\", \"the Hague court{ambiguous}\"]\n", "[a]\nhide = true", "[a",
		"[a]\nname = \"\"\naliases = [\"\", \" \", \"{\", \"x{y}\", \"{ambiguous}\"]\nkind = \"place\"", "[ukraine]\nname = \"U\"\nkind = \"place\"\nparent = \"ukraine\"",
		"[a]\nname = \"A B\"\nkind = \"person\"\noffices = [\"@\", \"minister@b@2020@?\", \"x@y@~2-@\"]\ncontext = \"(\"", "a = 1", "[\"\"]\nname = \"x\"\nkind = \"person\"", "\ufeff[a]\nname='A'\nkind='person'",
		"[a]\nname = \"Ev\\u202eil \\u001b]0;x\\u0007A\"\ntype = \"\\u009b31m\"\naliases = [\"A\\nB\", \"\\u200b\"]\n"} {
		f.Add([]byte(s))
	}
	d := text.New(feeds.Article{Title: "ICC", Text: "The Court, minister A B and Ukraine met in the Hague court."})
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, err := Load(raw)
		if err != nil {
			var user *ErrUser
			if !errors.As(err, &user) || user.Line < 0 || user.Msg == "" {
				t.Fatalf("no mistake is named: %v", err)
			}
			return
		}
		for _, a := range find(d, r) {
			checkMentions(t, d, a.Mentions)
		}
		for _, e := range r.All()[:min(20, len(r.All()))] {
			if e.ID == "" || e.Name == "" {
				t.Fatalf("an actor without a name: %+v", e)
			}
			for _, s := range []string{e.Name, e.Type, e.Party, e.Region, e.Country} {
				if clean.Line(s) != s {
					t.Fatalf("an actor with %q", s)
				}
			}
		}
	})
}
