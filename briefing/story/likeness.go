package story

import (
	"container/heap"
	"iter"
	"maps"
	"math"
	"slices"
	"time"
)

// The logistic model: log odds that two articles tell one story. The weights
// were fitted on pairs of an editors' roundup of US news (pairs of which the
// editors' border is a matter of taste left out) and rounded; four-fold
// cross-validation by week gives the same grouping to within half a point.
const (
	wordWeight  = 6.8 // √ cosine of all words
	titleShare  = 8.3 // √ mean cosine of one's title with the other's words
	pairWeight  = 3.2 // √ cosine of neighbouring words
	intercept   = 0.7 // taken off: likeness is counted from the floor of "nothing in common"
	dayApart    = 1.6
	twoDays     = 3.7
	moreDays    = 3.4
	threshold   = 4.6  // mean likeness over which an article joins a story
	copyCosine  = 0.8  // cosine of words and of pairs from which on two texts are copies
	faintCosine = 0.02 // cosine of words below which two articles have nothing in common
)

// likeness is how much two articles speak of one event, 0 for not at all.
func (t *terms) likeness(a, b *doc) (like, words float64) {
	words = t.cosine(a.words, b.words)
	if words < faintCosine {
		return 0, words
	}
	title := (t.cosine(a.title, b.words) + t.cosine(a.words, b.title)) / 2
	return max(0, wordWeight*math.Sqrt(words)+titleShare*math.Sqrt(title)+pairWeight*math.Sqrt(t.cosine(a.pairs, b.pairs))-
		gap(a.when, b.when)-intercept), words
}

// gap is what days between two articles take off.
func gap(a, b time.Time) float64 {
	switch days := math.Round(a.Sub(b).Abs().Hours() / 24); {
	case days < 1:
		return 0
	case days < 2:
		return dayApart
	case days < 3:
		return twoDays
	}
	return moreDays
}

// compare returns the summed likeness of a new article to each open story, and
// the first earlier article that has almost the same text, -1 if none.
func (g *Grouper) compare(d doc) (map[int]float64, int) {
	likes := make(map[int]float64)
	copyOf := -1
	g.open.close(g, d.when)
	for _, c := range g.open.candidates(&g.terms, d) {
		other := &g.docs[c.doc]
		like, words := g.terms.likeness(&d, other)
		if like > 0 {
			likes[g.own[c.doc]] += like
		}
		if words >= copyCosine && copyOf < 0 && g.terms.cosine(d.pairs, other.pairs) >= copyCosine {
			copyOf = c.doc
		}
	}
	return likes, copyOf
}

// exactCopy finds an earlier article with the very same words.
func (g *Grouper) exactCopy(it Item, i, found int) int {
	print := fingerprint(it.Text)
	if print == 0 {
		return found
	}
	if g.prints == nil {
		g.prints = make(map[uint64]int)
	}
	if first, ok := g.prints[print]; ok {
		return first
	}
	g.prints[print] = i
	return found
}

// sortedSums walks a map of sums by story, so that ties fall the same way each time.
func sortedSums(m map[int]float64) iter.Seq2[int, float64] {
	return func(yield func(int, float64) bool) {
		for _, k := range slices.Sorted(maps.Keys(m)) {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}

// candidate is an earlier article that shares words with a new one.
type candidate struct {
	doc    int
	shared float64 // rarity of what they share, not yet divided by length
}

// index finds the open articles that share words with a new one.
type index struct {
	posts map[uint32][]post
	open  []int // articles of the window, in the order they came
	sums  []float64
	base  int // first article that sums speaks of
}

// post says that a word stands in an article.
type post struct {
	doc    int
	weight float32
}

func (x *index) add(i int, d doc) {
	if x.posts == nil {
		x.posts = make(map[uint32][]post)
	}
	for _, t := range d.words {
		x.posts[t.id] = append(x.posts[t.id], post{i, t.weight})
	}
	x.open = append(x.open, i)
}

// close forgets articles that are older than the window.
func (x *index) close(g *Grouper, now time.Time) {
	for len(x.open) > 0 && now.Sub(g.docs[x.open[0]].when) > window {
		i := x.open[0]
		x.open = x.open[1:]
		for _, t := range g.docs[i].words {
			list := x.posts[t.id]
			for len(list) > 0 && list[0].doc <= i {
				list = list[1:]
			}
			if len(list) == 0 {
				delete(x.posts, t.id)
			} else {
				x.posts[t.id] = list
			}
		}
	}
}

// candidates returns the open articles that share most with a new one, in the
// order they came.
func (x *index) candidates(terms *terms, d doc) []candidate {
	if len(x.open) == 0 {
		return nil
	}
	x.base = x.open[0]
	size := x.open[len(x.open)-1] - x.base + 1
	x.sums = slices.Grow(x.sums[:0], size)[:size]
	clear(x.sums)
	for _, t := range d.words {
		r := terms.rarity(t.id)
		w := float64(t.weight) * r * r
		for _, p := range x.posts[t.id] {
			x.sums[p.doc-x.base] += w * float64(p.weight)
		}
	}
	var best mostShared
	for i, sum := range x.sums {
		switch {
		case sum == 0 || len(best) == maxCandidates && sum <= best[0].shared:
		case len(best) < maxCandidates:
			heap.Push(&best, candidate{i + x.base, sum})
		default:
			best[0] = candidate{i + x.base, sum}
			heap.Fix(&best, 0)
		}
	}
	slices.SortFunc(best, func(a, b candidate) int { return a.doc - b.doc })
	return best
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

// maxCandidates bounds the articles that are compared in full.
const maxCandidates = 64
