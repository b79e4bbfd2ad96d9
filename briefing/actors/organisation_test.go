package actors

import (
	"testing"

	"readout/briefing/text"
	"readout/feeds"
)

// find is Find for the tests that have no names of their own.
func find(d *text.Doc, r *Registry) []Actor { return Find(d, r, People(d, r)) }

// TestAfter holds that a word which a head needs before it serves no other head.
func TestAfter(t *testing.T) {
	for _, c := range []struct{ in, kind, typ string }{
		{"Free Republicans", "organisation", "party"},
		{"Social Democrats", "organisation", "party"},
		{"Larkfield School District", "organisation", "school district"},
		{"New District", "place", "district"},
		{"National District", "place", "district"},
		{"Free District", "place", "district"},
		{"School Democrats", "", ""},
		{"Unified Republicans", "", ""},
	} {
		kind, typ := "", ""
		for _, a := range find(text.New(feeds.Article{Text: "They spoke of the " + c.in + " for an hour."}), Builtin()) {
			if a.Name == c.in {
				kind, typ = string(a.Kind), a.Type
			}
		}
		if kind != c.kind || typ != c.typ {
			t.Errorf("%s: have %q %q, want %q %q", c.in, kind, typ, c.kind, c.typ)
		}
	}
}
