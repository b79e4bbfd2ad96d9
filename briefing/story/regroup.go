package story

import (
	"cmp"
	"math"
	"slices"
)

// maxAnew bounds the articles that are grouped anew with one article.
const maxAnew = 100

// regroup groups a new article anew with the stories that it is like. Of more
// than maxAnew articles, the stories it is most like are taken; to a story that
// is larger by itself it is only added, where it is like it on average.
func (g *Grouper) regroup(i int) {
	members := []int{i}
	bar := g.bar()
	for n, s := range g.near(i, bar) {
		story := g.groups[s.first]
		switch {
		case len(members)+len(story) <= maxAnew:
			members = append(members, story...)
		case n == 0 && s.mean > bar:
			g.set(append(slices.Clone(story), i))
			return
		}
	}
	if len(members) == 1 {
		return
	}
	slices.Sort(members)
	for _, m := range members {
		delete(g.groups, m)
	}
	for _, story := range linkage(g.likes(members), bar) {
		for k, at := range story {
			story[k] = members[at]
		}
		g.set(story)
	}
}

// set makes documents, in the order they came, one story.
func (g *Grouper) set(story []int) {
	for _, m := range story {
		g.own[m] = story[0]
	}
	g.groups[story[0]] = story
}

// near is a story by its first document with its mean likeness to an article.
type near struct {
	first int
	mean  float64
}

// near returns the stories of which an article is like one of the articles, the
// likest first.
func (g *Grouper) near(i int, bar float64) []near {
	sums, touched := map[int]float64{}, []near(nil)
	for _, l := range g.docs[i].links {
		s := g.own[l.doc]
		sums[s] += l.like
		if l.like > bar && !slices.ContainsFunc(touched, func(n near) bool { return n.first == s }) {
			touched = append(touched, near{first: s})
		}
	}
	for k := range touched {
		t := &touched[k]
		t.mean = sums[t.first] / float64(len(g.groups[t.first]))
	}
	slices.SortFunc(touched, func(a, b near) int {
		return cmp.Or(cmp.Compare(b.mean, a.mean), cmp.Compare(a.first, b.first))
	})
	return touched
}

// likes is the matrix of the likeness of documents, which are in order.
func (g *Grouper) likes(members []int) [][]float64 {
	m := make([][]float64, len(members))
	for a := range m {
		m[a] = make([]float64, len(members))
		for _, l := range g.docs[members[a]].links {
			if b, ok := slices.BinarySearch(members, l.doc); ok {
				m[a][b], m[b][a] = l.like, l.like
			}
		}
	}
	return m
}

// linkage groups by average linkage: the two groups whose members are most
// like on average are joined, until none are over the bar. It writes over m.
func linkage(m [][]float64, bar float64) [][]int {
	groups := make([][]int, len(m))
	for i := range groups {
		groups[i] = []int{i}
	}
	for {
		a, b, best := 0, 0, bar
		for i := range m {
			for j := range i {
				if m[i][j] > best*float64(len(groups[i])*len(groups[j])) {
					a, b, best = j, i, m[i][j]/float64(len(groups[i])*len(groups[j]))
				}
			}
		}
		if a == b {
			break
		}
		groups[a], groups[b] = append(groups[a], groups[b]...), nil
		for k := range m {
			m[a][k] += m[b][k]
			m[k][a] = m[a][k]
			m[b][k], m[k][b] = 0, 0
		}
		m[a][a] = 0
	}
	groups = slices.DeleteFunc(groups, func(g []int) bool { return g == nil })
	for _, g := range groups {
		slices.Sort(g)
	}
	return groups
}

// bar is the mean likeness over which articles are one story. An article has
// few others of its story, however many articles there are: among more, the
// odds that two tell one are smaller.
func (g *Grouper) bar() float64 {
	return threshold + crowd*math.Log(max(1, float64(len(g.open.docs))/usual))
}
