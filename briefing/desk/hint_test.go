package desk

import (
	"context"
	"testing"

	"readout/briefing/query"
)

// A name that nothing bears must not pass for "no news": it is said, with the
// names that may have been meant.
func TestHint(t *testing.T) {
	ctx := context.Background()
	d, err := Demo(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	for _, c := range []struct{ query, want string }{
		{"actor:ukraine", ""},
		{"ukrane", `no article here has the word "ukrane"; did you mean ukraine?`},
		{"veto ukraien*", `no article here has words that begin "ukraien"; did you mean ukraine?`},
		{"kuraine", `no article here has the word "kuraine"; did you mean ukraine?`},
		{`"Ukraïne"`, ""}, // accents make no difference
		{"xqzzy", `no article here has the word "xqzzy"`},
		{"icq", `no article here has the word "icq"`}, // of so few letters any may be another word
		{"-ukrane is:starred", ""},
		{"tag:hearing", "no article here has tag:hearing"},
		{"-actor:ukrane", ""},
		{"actor:ukraine is:starred", ""},
		{"actor:ukrane", "no article here has actor:ukrane; did you mean actor:ukraine?"},
		{"actor:eu", "no article here has actor:eu; did you mean actor:european-union, actor:council-of-europe or actor:\"European Command\"?"},
		{"topic:sanction", "no article here has topic:sanction; did you mean topic:sanctions?"},
		{"source:brusels", "no article here has source:brusels; did you mean source:\"Brussels Register\"?"},
		{"speaker:qarles", "no article here has speaker:qarles; did you mean speaker:\"Beth Ann Quarles\"?"},
		{"actor:ukraine (topic:xyzzy OR topic:sanctions)", "no article here has topic:xyzzy"},
	} {
		q, err := query.Parse(c.query)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := d.Hint(ctx, q); err != nil || got != c.want {
			t.Errorf("%s: %q, %v; want %q", c.query, got, err, c.want)
		}
	}
}
