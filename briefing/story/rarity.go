package story

import (
	"cmp"
	"math"
	"slices"
	"sync"
)

const (
	prior = 5  // documents that count as read before the first
	few   = 60 // documents among which a word seen once weighs half

	dullRarity = 1.2 // what a commonplace counts at most as evidence, however rare it is so far
)

// entry is a word of an article with its weight (1 + ln count).
type entry struct {
	id     uint32
	weight float32
}

// counts says in how many documents each word stands. Old documents fade: the
// counts are halved each time that newsSpan is full, so that they speak of the
// news of late and stay of bounded size.
type counts struct {
	freq []uint32 // by the word's number
	dull []bool   // by the word's number: whether it is a commonplace
	docs int

	log  []float64 // logs
	all  float64   // rarity of nothing: ln(n+prior)
	once float64   // rarity of a word seen once
}

func (c *counts) add(v []entry) {
	if c.docs >= newsSpan {
		for i := range c.freq {
			c.freq[i] /= 2
		}
		c.docs /= 2
	}
	for _, e := range v {
		for int(e.id) >= len(c.freq) {
			c.freq = append(c.freq, 0)
		}
		c.freq[e.id]++
	}
	c.docs++
	c.log = logs()
	c.all = c.log[c.docs+prior]
	c.once = c.all * few / float64(c.docs+few)
}

// rarity is ln((n+prior)/df). A word that stands in one document only tells
// nothing of another, so among many documents it does not count into a
// vector's length; among few it does, since it may yet be a common word.
func (c *counts) rarity(id uint32) float64 {
	if n := c.freq[id]; n > 1 {
		return c.all - c.log[n]
	}
	return c.once
}

// common reports whether a word stands in so many documents that it does not
// help to find those that tell one event.
func (c *counts) common(id uint32) bool { return c.docs > 500 && int(c.freq[id]) > c.docs/10 }

// logs are the natural logarithms of the numbers that counts can have.
var logs = sync.OnceValue(func() []float64 {
	out := make([]float64, newsSpan+prior+houseSpan)
	for n := range out {
		out[n] = math.Log(float64(n))
	}
	return out
})

// house says in how many articles of one outlet each word stands: what they
// all share (a court's formulas, a column's furniture, a member's letterhead)
// is rare elsewhere and yet tells none of them from the others.
type house struct {
	freq map[uint32]uint32
	docs int
}

const (
	houseSpan  = 200 // articles of an outlet after which they fade
	housePrior = 3   // articles that count as read before the first: of few, little is known
)

func (h *house) add(v []entry) {
	if h.docs >= houseSpan {
		for id, n := range h.freq {
			if h.freq[id] = n / 2; n < 2 {
				delete(h.freq, id)
			}
		}
		h.docs /= 2
	}
	for _, e := range v {
		h.freq[e.id]++
	}
	h.docs++
}

// rarity is that of a word within the house.
func (h *house) rarity(id uint32) float64 {
	return max(0, logs()[h.docs+housePrior]-logs()[max(1, h.freq[id])])
}

// scale weighs words by their rarity, within a house too where one is given.
type scale struct {
	*counts
	house *house // nil = none
}

func (s scale) rarity(id uint32) float64 {
	r := s.counts.rarity(id)
	if s.house != nil {
		r = min(r, s.house.rarity(id))
	}
	return r
}

// dot is the product of two vectors of weights times rarities.
func (s scale) dot(a, b []entry) float64 {
	sum := 0.0
	if 8*len(a) < len(b) { // a headline: it is quicker to look its words up
		for _, e := range a {
			if j, ok := slices.BinarySearchFunc(b, e.id, func(e entry, id uint32) int { return cmp.Compare(e.id, id) }); ok {
				r := s.rarity(e.id)
				sum += float64(e.weight) * float64(b[j].weight) * r * r
			}
		}
		return sum
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].id < b[j].id:
			i++
		case a[i].id > b[j].id:
			j++
		default:
			r := s.rarity(a[i].id)
			sum += float64(a[i].weight) * float64(b[j].weight) * r * r
			i++
			j++
		}
	}
	return sum
}

// spread lays a vector out by the words' numbers, so that the products with
// many others are quick; the caller clears it with the same vector.
func spread(wide []float32, v []entry) []float32 {
	for _, e := range v {
		for int(e.id) >= len(wide) {
			wide = append(wide, 0)
		}
		wide[e.id] = e.weight
	}
	return wide
}

func unspread(wide []float32, v []entry) {
	for _, e := range v {
		wide[e.id] = 0
	}
}

// wideDot is dot with one vector laid out.
func (s scale) wideDot(wide []float32, v []entry) float64 {
	sum := 0.0
	for _, e := range v {
		if int(e.id) < len(wide) && wide[e.id] != 0 {
			r := s.rarity(e.id)
			sum += float64(wide[e.id]) * float64(e.weight) * r * r
		}
	}
	return sum
}

// evidence is the summed rarity of the words that two vectors share, one laid
// out; that of commonplaces is bounded.
func (s scale) evidence(wide []float32, v []entry) float64 {
	sum := 0.0
	for _, e := range v {
		if int(e.id) < len(wide) && wide[e.id] != 0 {
			sum += s.worth(e.id)
		}
	}
	return sum
}

// shared is evidence of two lists.
func (s scale) shared(a, b []entry) float64 {
	sum := 0.0
	for _, e := range a {
		if _, ok := slices.BinarySearchFunc(b, e.id, func(e entry, id uint32) int { return cmp.Compare(e.id, id) }); ok {
			sum += s.worth(e.id)
		}
	}
	return sum
}

// worth is what a word counts as evidence.
func (s scale) worth(id uint32) float64 {
	if s.dull[id] {
		return min(s.rarity(id), dullRarity)
	}
	return s.rarity(id)
}

// square is the product of a vector with itself.
func (s scale) square(v []entry) float64 {
	sum := 0.0
	for _, e := range v {
		w := float64(e.weight) * s.rarity(e.id)
		sum += w * w
	}
	return sum
}

// cosine is a product over the lengths of the vectors, given as squares.
func cosine(dot, a, b float64) float64 {
	if dot == 0 {
		return 0
	}
	return dot / math.Sqrt(a*b)
}
