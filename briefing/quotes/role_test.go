package quotes

import (
	"testing"

	"readout/briefing/text"
	"readout/feeds"
)

// TestRole holds what a text may say of a speaker, and what it says of none.
func TestRole(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"“It is done,” said Ingrid Solvang, the bloc's foreign policy chief, on Monday.", "the bloc's foreign policy chief"},
		{"Senate Majority Leader John Roe said: “It is not yet done at all.”", "Senate Majority Leader"},
		{"Mexico's deputy minister, Rodrigo Alba, said that his land “will not be a waiting room.”", "Mexico's deputy minister"},
		{"Its regional director, Thomas Wells, left. “That is not a detail,” Wells said.", "Its regional director"},
		{"Ellen Brandt, 44, a retired judge from Utah, came. “We will not go away,” Brandt said.", "a retired judge from Utah"},
		{"Texas Gov. Carl Hartsell said that he would “sue them the next morning.”", "Texas Gov."},
		{"“It is late,” said former Utah governor Carl Hartsell, who left in May.", "former Utah governor"},
		{"Acting Mayor Carl Hartsell said that he would “sue them the next morning.”", "Acting Mayor"},
		{"Ellen Brandt's senior adviser Carl Hartsell said it was “only the first of many.”", "Brandt's senior adviser"},
		{"Fell Mining's CEO, Ingrid Solvang, said that she “had not been asked at all.”", "Fell Mining's CEO"},
		{"Ms. Ellen Brandt came home. “We will not go away,” Brandt said.", ""},
		{"Ellen Brandt, the Senate and Paul Stone agreed. “We will not go away,” Brandt said.", ""},
		{"It was the judge Brandt spoke of. Ellen Brandt came. “We will not go away,” Brandt said.", ""},
	} {
		d := text.New(feeds.Article{Text: c.in})
		qs := find(d)
		if len(qs) != 1 || qs[0].Speaker == nil {
			t.Errorf("%s\nhave %v", c.in, qs)
			continue
		}
		if got := qs[0].Speaker.Role; got != c.want {
			t.Errorf("%s\nhave %q want %q", c.in, got, c.want)
		}
	}
}
