package archive

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

func TestPostings(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	const block = 5
	want := map[int64]int{}
	var list []byte
	for range 40 {
		var changes []posting
		for range r.IntN(60) {
			x := posting{block<<blockBits + r.Int64N(200), r.IntN(6) - 1}
			changes = append(changes, x)
			if want[x.article] = x.roles; x.roles == gone {
				delete(want, x.article)
			}
		}
		slices.SortStableFunc(changes, func(a, b posting) int { return int(a.article - b.article) })
		list = mergePostings(list, block, changes)
		got := map[int64]int{}
		last := int64(-1)
		eachPosting(list, block, func(article int64, roles int) {
			if article <= last {
				t.Fatalf("%d after %d", article, last)
			}
			got[article], last = roles, article
		})
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got  %v\nwant %v", got, want)
		}
	}
}

func TestNames(t *testing.T) {
	packed := packNames([]tagged{{300, "actor", 1}, {7, "topic", 0}, {9, "speaker", 0}, {2, "actor", 8}})
	var lists [][]int64
	for len(packed) > 0 {
		var list []int64
		packed = unpackNames(packed, func(n int64) { list = append(list, n) })
		lists = append(lists, list)
	}
	if want := [][]int64{{300, 2}, {7}, {9}}; !reflect.DeepEqual(lists, want) {
		t.Errorf("got %v", lists)
	}
}
