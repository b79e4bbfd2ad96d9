package actors

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"readout/briefing/text"
	"readout/feeds"
)

func TestBuiltin(t *testing.T) {
	r := Builtin()
	for id, want := range map[string]Entry{
		"icc":            {ID: "icc", Name: "International Criminal Court", Kind: Organisation, Type: "court"},
		"ukraine":        {ID: "ukraine", Name: "Ukraine", Kind: Place, Type: "country", Country: "Ukraine"},
		"pentagon":       {ID: "pentagon", Name: "United States Department of Defense", Kind: Organisation, Type: "ministry", Country: "United States"},
		"richard-durbin": {ID: "richard-durbin", Name: "Richard Durbin", Kind: Person, Type: "legislator", Party: "D", Region: "IL", Country: "United States"},
	} {
		if got, ok := r.Lookup(id); !ok || got != want {
			t.Errorf("%s: have %+v, want %+v", id, got, want)
		}
	}
	if n := len(r.aliases); n < 5000 {
		t.Errorf("only %d aliases", n)
	}
	if !strings.Contains(Attribution(), "FiveThirtyEight") {
		t.Error("attribution is missing")
	}
	for _, s := range r.Check() {
		t.Log(s)
	}
}

func TestLookupAt(t *testing.T) {
	day := func(y int) time.Time { return time.Date(y, 6, 1, 0, 0, 0, 0, time.UTC) }
	r := Builtin()
	for _, c := range []struct {
		id            string
		at            time.Time
		party, region string
	}{
		{"jefferson-van-drew", day(2019), "D", "NJ"},
		{"jefferson-van-drew", day(2023), "R", "NJ"},
		{"bernie-sanders", day(2000), "I", "VT"},
	} {
		e, ok := r.LookupAt(c.id, c.at)
		if !ok || e.Party != c.party || e.Region != c.region {
			t.Errorf("%s at %s: %+v", c.id, c.at.Format("2006"), e)
		}
	}
}

func TestOffices(t *testing.T) {
	for _, o := range Builtin().Offices("vladimir-putin") {
		if o.Role == "President" && o.Holds(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)) {
			t.Error("an office is asserted after 2025")
		}
	}
}

func TestLoad(t *testing.T) {
	r, err := Load([]byte("# mine\n[harbour-board]\nname = \"Harbour Board\"\naliases = [\"HB{acronym}\",\n  \"the Board{ambiguous}\"]\n\n[icc]\nname = \"The Criminal Court\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	if e, ok := r.Lookup("icc"); !ok || e.Name != "The Criminal Court" {
		t.Errorf("the user's actor does not win: %+v", e)
	}
	if all := r.All(); all[0].ID != "harbour-board" {
		t.Errorf("the user's actors are not first: %+v", all[0])
	}
	if got := r.Search("harbour"); len(got) != 1 {
		t.Errorf("search: %+v", got)
	}
}

func TestUserWins(t *testing.T) {
	r, err := Load([]byte("[my-board]\nname = \"Board of Mine\"\naliases = [\"NATO{acronym}\"]\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range find(text.New(feeds.Article{Text: "We met NATO in Oslo."}), r) {
		if a.Kind == Organisation && a.ID != "my-board" {
			t.Errorf("found %s", a.ID)
		}
	}
	if !slices.ContainsFunc(r.Check(), func(s string) bool { return strings.Contains(s, "my-board (actors.toml, line 1)") }) {
		t.Error("the clash is not explained")
	}
}

// TestDataFiles checks that the files that speak of actors name known ones.
func TestDataFiles(t *testing.T) {
	r := Builtin()
	for name, file := range map[string]string{"native.txt": nativeFile, "context.txt": contextFile} {
		for line := range strings.Lines(file) {
			if id, _, ok := strings.Cut(line, ": "); ok && line[0] != '#' {
				if _, known := r.Lookup(id); !known {
					t.Errorf("%s: no actor %q", name, id)
				}
			}
		}
	}
	for _, file := range []string{placesFile, bodiesFile} {
		for line := range strings.Lines(file) {
			head, _, ok := strings.Cut(line, ": ")
			if _, parent, _ := strings.Cut(head, " "); ok && line[0] != '#' && parent != "-" {
				if _, known := r.Lookup(parent); !known {
					t.Errorf("no country %q", parent)
				}
			}
		}
	}
}

func TestLoadErrors(t *testing.T) {
	for _, c := range []struct {
		in   string
		line int
		want string
	}{
		{"[a]\nnamme = \"x\"\n", 2, `"namme" is unknown; nearest: name`},
		{"[a]\nname = \"x\"\nkind = \"thing\"\n", 1, "person, organisation or place"},
		{"[a]\nname = \"x\"\naliases = [\"y{acronim}\"]\n", 1, "nearest: acronym"},
		{"[a]\nname = \n", 2, ""},
		{"[A b]\nname = \"x\"\n", 1, ""},
		{"[a]\nkind = \"person\"\n", 1, "needs a name"},
	} {
		_, err := Load([]byte(c.in))
		var u *ErrUser
		if !errors.As(err, &u) || u.Line != c.line || !strings.Contains(u.Msg, c.want) {
			t.Errorf("%q: have %v, want line %d with %q", c.in, err, c.line, c.want)
		}
	}
}

func BenchmarkRegistry(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		r := newRegistry()
		r.fill()
	}
}
