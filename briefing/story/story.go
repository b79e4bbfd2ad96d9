// Package story groups articles on one event into a story, and recognises
// copies of one text.
//
// A Grouper takes articles one at a time, oldest first, and joins each to the
// story it is most alike on average, or begins a new one; two stories that have
// grown alike are joined. Likeness is the log odds that two articles tell one
// story, from a logistic model over five features (likeness.go). Only stories
// with an article of the last few days are open, so a running story gets days
// and not one heap.
package story

import (
	"slices"
	"time"
)

// Item is what a Grouper needs of an article.
type Item struct {
	Title string
	Text  string    // the body; only its beginning is read
	When  time.Time // publication, or when it was first seen
}

// Placement says where an article went.
type Placement struct {
	Story  int   // number of its story, from 0
	Joined []int // stories that were joined to it and are gone
	CopyOf int   // index of an earlier item with the same text, -1 when there is none
}

// window is how long a story stays open after its newest article.
const window = 3 * 24 * time.Hour

// group is one story.
type group struct {
	items []int // indices of its articles, in the order they came
	last  time.Time
	gone  bool // joined to another
	// like sums the likeness between this story's articles and another's.
	like map[int]float64
}

// Grouper groups articles. The zero Grouper is ready. The same items in the
// same order give the same stories. It is not safe for concurrent use.
type Grouper struct {
	terms  terms
	docs   []doc
	own    []int // story of each document
	groups []group
	prints map[uint64]int // fingerprint of a whole text -> first document with it
	open   index
}

// Add places the next article. Its index is the number of earlier calls.
func (g *Grouper) Add(it Item) Placement {
	i := len(g.docs)
	d := g.terms.doc(it)
	g.docs = append(g.docs, d)
	likes, copyOf := g.compare(d)
	copyOf = g.exactCopy(it, i, copyOf)

	best, mean := -1, threshold
	for s, sum := range sortedSums(likes) {
		if m := sum / float64(len(g.groups[s].items)); m > mean {
			best, mean = s, m
		}
	}
	if best < 0 {
		best = len(g.groups)
		g.groups = append(g.groups, group{like: make(map[int]float64)})
	}
	g.own = append(g.own, best)
	g.put(i, best, likes)
	p := Placement{Story: best, CopyOf: copyOf}
	for other := g.closest(best); other >= 0; other = g.closest(best) {
		g.join(best, other)
		p.Joined = append(p.Joined, other)
	}
	g.open.add(i, d)
	return p
}

// put adds document i to story s; likes are its likenesses to all stories.
func (g *Grouper) put(i, s int, likes map[int]float64) {
	gr := &g.groups[s]
	gr.items = append(gr.items, i)
	if w := g.docs[i].when; w.After(gr.last) {
		gr.last = w
	}
	for k, sum := range likes {
		if k != s {
			gr.like[k] += sum
			g.groups[k].like[s] += sum
		}
	}
}

// closest returns the open story that is most like s on average, -1 when none
// is over the threshold.
func (g *Grouper) closest(s int) int {
	best, mean := -1, threshold
	gr := &g.groups[s]
	for k, sum := range sortedSums(gr.like) {
		o := &g.groups[k]
		if o.gone || gr.last.Sub(o.last).Abs() > window {
			continue
		}
		if m := sum / float64(len(o.items)*len(gr.items)); m > mean {
			best, mean = k, m
		}
	}
	return best
}

// join moves the articles of story o to story s.
func (g *Grouper) join(s, o int) {
	into, from := &g.groups[s], &g.groups[o]
	for _, i := range from.items {
		g.own[i] = s
	}
	into.items = append(into.items, from.items...)
	slices.Sort(into.items)
	if from.last.After(into.last) {
		into.last = from.last
	}
	delete(into.like, o)
	for k, sum := range from.like {
		delete(g.groups[k].like, o)
		if k != s {
			into.like[k] += sum
			g.groups[k].like[s] += sum
		}
	}
	*from = group{gone: true}
}

// Stories returns the stories as indices of their items, in order of their
// first item.
func (g *Grouper) Stories() [][]int {
	var out [][]int
	for _, gr := range g.groups {
		if !gr.gone {
			out = append(out, gr.items)
		}
	}
	slices.SortFunc(out, func(a, b []int) int { return a[0] - b[0] })
	return out
}
