package story

import (
	"container/heap"
	"slices"
)

const (
	maxCandidates = 48   // articles that are compared in full
	maxPosts      = 1000 // open articles with a word from which on it finds none: it bounds the search among 100,000
)

// index finds the open articles that share words with a new one.
type index struct {
	posts [][]post // by the word's number
	docs  []int    // articles of the window, in the order they came
	sums  []float64
}

// post says that a word stands in an article.
type post struct {
	doc    int
	weight float32
}

func (x *index) add(i int, d doc) {
	for _, t := range d.words {
		for int(t.id) >= len(x.posts) {
			x.posts = append(x.posts, nil)
		}
		x.posts[t.id] = append(x.posts[t.id], post{i, t.weight})
	}
	x.docs = append(x.docs, i)
}

// drop forgets the oldest article.
func (x *index) drop(i int, d *doc) {
	x.docs = x.docs[1:]
	for _, t := range d.words {
		list := x.posts[t.id]
		for len(list) > 0 && list[0].doc <= i {
			list = list[1:]
		}
		if len(list) == 0 {
			list = nil // lets the memory go
		}
		x.posts[t.id] = list
	}
}

// candidates returns the open articles that share most with a new one, in the
// order they came.
func (x *index) candidates(terms *terms, d *doc) []int {
	if len(x.docs) == 0 {
		return nil
	}
	base := x.docs[0]
	size := x.docs[len(x.docs)-1] - base + 1
	x.sums = slices.Grow(x.sums[:0], size)[:size]
	clear(x.sums)
	for _, t := range d.words {
		if int(t.id) >= len(x.posts) || len(x.posts[t.id]) > maxPosts || terms.words.common(t.id) {
			continue
		}
		r := terms.words.rarity(t.id)
		w := float64(t.weight) * r * r
		for _, p := range x.posts[t.id] {
			x.sums[p.doc-base] += w * float64(p.weight)
		}
	}
	var best mostShared
	for i, sum := range x.sums {
		switch {
		case sum == 0 || len(best) == maxCandidates && sum <= best[0].shared:
		case len(best) < maxCandidates:
			heap.Push(&best, candidate{i + base, sum})
		default:
			best[0] = candidate{i + base, sum}
			heap.Fix(&best, 0)
		}
	}
	docs := make([]int, len(best))
	for k, c := range best {
		docs[k] = c.doc
	}
	slices.Sort(docs)
	return docs
}

// candidate is an earlier article that shares words with a new one.
type candidate struct {
	doc    int
	shared float64 // rarity of what they share, not yet divided by length
}

// mostShared is a heap of candidates with the least shared on top.
type mostShared []candidate

func (m mostShared) Len() int           { return len(m) }
func (m mostShared) Less(i, j int) bool { return m[i].shared < m[j].shared }
func (m mostShared) Swap(i, j int)      { m[i], m[j] = m[j], m[i] }
func (m *mostShared) Push(c any)        { *m = append(*m, c.(candidate)) }
func (m *mostShared) Pop() any {
	last := (*m)[len(*m)-1]
	*m = (*m)[:len(*m)-1]
	return last
}
