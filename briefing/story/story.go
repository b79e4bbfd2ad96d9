// Package story groups articles on one event into a story, and recognises
// copies of one text.
//
// A Grouper takes articles one at a time, oldest first. Likeness of two
// articles is the log odds that they tell one story, from a logistic model
// (likeness.go). With each article, the stories that it is like are grouped
// anew by average linkage (regroup.go), so that the result is that of a batch
// but for the few that were out of sight. An article is only ever compared with
// those of the last few days, so a running story gets days and not one heap.
package story

import (
	"cmp"
	"slices"
	"time"
)

// Item is what a Grouper needs of an article.
type Item struct {
	Title  string
	Text   string    // the body; only its beginning is read
	When   time.Time // publication, or when it was first seen
	Outlet string    // what all articles of one outlet share tells nothing of their events; "" = unknown
}

// Placement says where an article went.
type Placement struct {
	// Story is the index of the first item of its story: its own when it stands
	// alone. Later articles can show that it belongs elsewhere, see Stories.
	Story  int
	CopyOf int // index of an earlier item with the same text, -1 when there is none
}

// window is how many days an article is compared with later ones.
const window = 3 * 24 * time.Hour

// Grouper groups articles. The zero Grouper is ready. The same items in the
// same order give the same stories, however many of them there are in all. It
// is not safe for concurrent use.
type Grouper struct {
	terms  terms
	docs   []doc
	own    []int         // story of each document: its first document
	groups map[int][]int // documents of a story by its first one, in the order they came
	prints map[uint64]int
	open   index
}

// Add places the next article. Its index is the number of earlier calls.
func (g *Grouper) Add(it Item) Placement {
	if g.groups == nil {
		g.groups, g.prints = make(map[int][]int), make(map[uint64]int)
	}
	i := len(g.docs)
	d := g.terms.doc(it)
	copyOf := g.compare(&d)
	if print := fingerprint(it.Text); print != 0 {
		if first, ok := g.prints[print]; ok {
			copyOf = first
		} else {
			g.prints[print] = i
		}
	}
	g.docs = append(g.docs, d)
	g.own = append(g.own, i)
	g.groups[i] = []int{i}
	g.regroup(i)
	g.open.add(i, d)
	return Placement{g.own[i], copyOf}
}

// compare finds the open articles that a new one is like, and returns the
// first that has almost the same text, -1 if none.
func (g *Grouper) compare(d *doc) (copyOf int) {
	copyOf = -1
	g.close(d.when)
	t := &g.terms
	t.wide = spread(t.wide, d.words)
	defer unspread(t.wide, d.words)
	for _, i := range g.open.candidates(t, d) {
		like, same := t.likeness(d, &g.docs[i])
		if like > 0 {
			d.links = append(d.links, link{i, like})
		}
		if same && copyOf < 0 {
			copyOf = i
		}
	}
	return copyOf
}

// close lets go of the articles that are older than the window, and of the
// links of stories of which none is left.
func (g *Grouper) close(now time.Time) {
	for len(g.open.docs) > 0 {
		i := g.open.docs[0]
		d := &g.docs[i]
		if now.Sub(d.when) <= window {
			return
		}
		g.open.drop(i, d)
		d.words, d.title, d.pairs = nil, nil, nil
		members := g.groups[g.own[i]]
		if members[len(members)-1] == i {
			for _, m := range members {
				g.docs[m].links = nil
			}
		}
	}
}

// Stories returns the stories as indices of their items, in order of their
// first item.
func (g *Grouper) Stories() [][]int {
	out := make([][]int, 0, len(g.groups))
	for _, members := range g.groups {
		out = append(out, members)
	}
	slices.SortFunc(out, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return out
}
