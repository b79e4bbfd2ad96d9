package story

import (
	"testing"

	"readout/feeds/catalog"
)

// TestSample groups the sample edition as its reader would: two reports of the
// senators' letter and its correction at most; nothing joins what has nothing
// in common but the news of a day.
func TestSample(t *testing.T) {
	sample := catalog.Sample()
	var g Grouper
	for i := len(sample) - 1; i >= 0; i-- {
		g.Add(Item{sample[i].Title, sample[i].Text, sample[i].Published, sample[i].Source})
	}
	var told [][]string
	for _, group := range g.Stories() {
		if len(group) > 1 {
			var titles []string
			for _, i := range group {
				titles = append(titles, sample[len(sample)-1-i].Title)
			}
			told = append(told, titles)
		}
	}
	if len(told) != 1 || len(told[0]) != 3 {
		t.Errorf("stories of several articles: %q, want the letter's two reports and its correction", told)
	}
}
