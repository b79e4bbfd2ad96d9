package story

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// invented makes articles whose words are as unevenly frequent as those of a
// language; five of them each tell one event.
func invented(seed uint64) func(i int, when time.Time) Item {
	r := rand.New(rand.NewPCG(seed, 7))
	words := rand.NewZipf(r, 1.1, 40, 200_000)
	return func(i int, when time.Time) Item {
		about := rand.New(rand.NewPCG(uint64(i/5), 3))
		var title, body strings.Builder
		for range 6 {
			fmt.Fprintf(&title, "event%d ", about.IntN(200_000))
		}
		for k := range 220 {
			if k%9 == 0 {
				fmt.Fprintf(&body, "event%d ", about.IntN(200_000))
			}
			fmt.Fprintf(&body, "word%d ", words.Uint64())
		}
		return Item{title.String(), body.String(), when, fmt.Sprint("outlet", i%40)}
	}
}

func fill(g *Grouper, n int, every time.Duration) (next func()) {
	made, i := invented(1), 0
	next = func() {
		g.Add(made(i, day.Add(time.Duration(i)*every)))
		i++
	}
	for range n {
		next()
	}
	return next
}

// BenchmarkAdd places an article in an archive of 100,000: of four months, so
// that 2,500 are in sight, and all of one day.
func BenchmarkAdd(b *testing.B) {
	for name, every := range map[string]time.Duration{"months": 104 * time.Second, "day": time.Second / 2} {
		b.Run(name, func(b *testing.B) {
			var g Grouper
			next := fill(&g, 100_000, every)
			for b.Loop() {
				next()
			}
		})
	}
}

// BenchmarkBatch groups 10,000 articles of a fortnight.
func BenchmarkBatch(b *testing.B) {
	made := invented(1)
	items := make([]Item, 10_000)
	for i := range items {
		items[i] = made(i, day.Add(time.Duration(i)*2*time.Minute))
	}
	for b.Loop() {
		var g Grouper
		for _, it := range items {
			g.Add(it)
		}
	}
}
