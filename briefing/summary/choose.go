package summary

import (
	"cmp"
	"math"
	"slices"

	"readout/briefing/text"
)

// ledeWithin is how far into the article the bottom line is looked for.
const ledeWithin = 5

// tooAlike is the overlap of content words from which two sentences say the same.
const tooAlike = 0.5

// choose returns the sentences of the summary, as indices into Doc.Sentences in text order.
func choose(d *text.Doc, cs []candidate) []int {
	lede := bottomLine(cs)
	picked := []int{lede}
	length, half := d.Sentences[cs[lede].sentence].Len(), len(d.Text)/2
	order := make([]int, 0, len(cs))
	for i := lede + 1; i < len(cs); i++ {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(cs[b].score, cs[a].score) })
	want := size(len(cs))
	// A second round may take what leans on a sentence chosen in the first.
	for range 2 {
		for _, i := range order {
			n := d.Sentences[cs[i].sentence].Len()
			if len(picked) >= want || slices.Contains(picked, i) || repeats(cs, picked, i) || cs[i].leans && !follows(cs, picked, i) {
				continue
			}
			if len(picked) >= 3 && length+n >= half {
				continue
			}
			picked = append(picked, i)
			length += n
		}
	}
	out := make([]int, len(picked))
	for k, i := range picked {
		out[k] = cs[i].sentence
	}
	slices.Sort(out)
	return out
}

// bottomLine is the candidate that says what happened: the first that stands
// by itself, or the first of all where none of the first does, unless one soon after it
// holds far more of the headline.
func bottomLine(cs []candidate) int {
	first := slices.IndexFunc(cs, func(c candidate) bool { return !c.leans })
	if first < 0 || first > ledeWithin {
		first = 0
	}
	best := first
	for i := first + 1; i < min(len(cs), first+ledeWithin); i++ {
		if !cs[i].leans && cs[first].title < 0.15 && cs[i].title > max(0.4, cs[best].title) {
			best = i
		}
	}
	return best
}

// follows reports whether the sentence just before candidate i is chosen.
func follows(cs []candidate, picked []int, i int) bool {
	return slices.ContainsFunc(picked, func(p int) bool { return cs[p].sentence == cs[i].sentence-1 })
}

// repeats reports whether candidate i says again what a chosen sentence says.
func repeats(cs []candidate, picked []int, i int) bool {
	return slices.ContainsFunc(picked, func(p int) bool {
		a, b := cs[p].words, cs[i].words
		if len(a) == 0 || len(b) == 0 {
			return true
		}
		return float64(common(a, b)) > tooAlike*math.Sqrt(float64(len(a)*len(b)))
	})
}
