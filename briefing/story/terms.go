package story

import (
	"cmp"
	_ "embed"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"readout/feeds/datafile"
)

//go:embed stopwords.txt
var stopwordsFile string

var stopwords = sync.OnceValue(func() map[string]bool { return datafile.Words(stopwordsFile) })

const (
	bodyWords   = 180 // words of a body that are read: the news is at its head
	titleWeight = 2   // how often a word of the title counts
	prior       = 1   // documents that count as read before the first
	few         = 60  // documents among which a word seen once weighs half
)

// entry is one word of an article with its weight (1 + ln count).
type entry struct {
	id     uint32
	weight float32
}

// doc is an article as counted words, each list by id. Weights of rarity are
// put on when two articles are compared, so that they rest on all that came
// before the later one.
type doc struct {
	when  time.Time
	words []entry // title and body
	title []entry // the title's words
	pairs []entry // neighbouring words
}

// terms numbers words and counts in how many documents each stands.
type terms struct {
	ids  map[string]uint32
	freq []uint32
	docs float64 // documents counted
}

// doc counts the words of an article.
func (t *terms) doc(it Item) doc {
	if t.ids == nil {
		t.ids = make(map[string]uint32)
	}
	title := normalised(it.Title, math.MaxInt)
	body := normalised(it.Text, bodyWords)
	words, heading, pairs := make(map[uint32]float64), make(map[uint32]float64), make(map[uint32]float64)
	for _, w := range title {
		id := t.id(w)
		words[id] += titleWeight
		heading[id] = 1
	}
	for _, w := range body {
		words[t.id(w)]++
	}
	all := append(title, body...)
	for i := 1; i < len(all); i++ {
		pairs[t.id(all[i-1]+" "+all[i])] = 1
	}
	for id := range words {
		t.freq[id]++
	}
	for id := range pairs {
		t.freq[id]++
	}
	t.docs++
	return doc{it.When, entries(words), entries(heading), entries(pairs)}
}

func (t *terms) id(w string) uint32 {
	id, ok := t.ids[w]
	if !ok {
		id = uint32(len(t.freq))
		t.ids[w] = id
		t.freq = append(t.freq, 0)
	}
	return id
}

func entries(counts map[uint32]float64) []entry {
	out := make([]entry, 0, len(counts))
	for id, n := range counts {
		out = append(out, entry{id, float32(1 + math.Log(n))})
	}
	slices.SortFunc(out, func(a, b entry) int { return cmp.Compare(a.id, b.id) })
	return out
}

// rarity is ln((n+1)/df). A word that stands in one document only tells
// nothing of another, so among many documents it does not count into a
// vector's length; among few it does, since it may yet be a common word.
func (t *terms) rarity(id uint32) float64 {
	r := math.Log((t.docs + prior) / float64(t.freq[id]))
	if t.freq[id] < 2 {
		r *= few / (t.docs + few)
	}
	return r
}

// length is the Euclidean length of a vector of weights times rarities.
func (t *terms) length(v []entry) float64 {
	sum := 0.0
	for _, e := range v {
		w := float64(e.weight) * t.rarity(e.id)
		sum += w * w
	}
	return math.Sqrt(sum)
}

// cosine is the cosine of two vectors of weights times rarities.
func (t *terms) cosine(a, b []entry) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].id < b[j].id:
			i++
		case a[i].id > b[j].id:
			j++
		default:
			r := t.rarity(a[i].id)
			sum += float64(a[i].weight) * float64(b[j].weight) * r * r
			i++
			j++
		}
	}
	if sum == 0 {
		return 0
	}
	return sum / (t.length(a) * t.length(b))
}

// normalised returns the first n words of a text in a form that ignores case,
// possessives and plurals, without stop words.
func normalised(s string, n int) []string {
	out := make([]string, 0, min(n, len(s)/6+1))
	for start := 0; start < len(s) && len(out) < n; {
		r, size := utf8.DecodeRuneInString(s[start:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			start += size
			continue
		}
		end := start
		for end < len(s) {
			r, size := utf8.DecodeRuneInString(s[end:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && !unicode.IsMark(r) {
				break
			}
			end += size
		}
		if w := stem(strings.ToLower(s[start:end])); utf8.RuneCountInString(w) > 1 && !stopwords()[w] {
			out = append(out, w)
		}
		start = end
	}
	return out
}

// stem takes possessives and English plurals off a lower-case word.
func stem(w string) string {
	for _, suffix := range []string{"'s", "’s", "s'", "s’", "'", "’"} {
		if cut, ok := strings.CutSuffix(w, suffix); ok {
			w = cut
			break
		}
	}
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return w[:len(w)-1]
	}
	return w
}

// fingerprint hashes the words of a whole text; 0 for a text too short to tell.
func fingerprint(s string) uint64 {
	h := fnv.New64a()
	n := 0
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		h.Write([]byte(strings.ToLower(w)))
		h.Write([]byte{0})
		n++
	}
	if n < 20 {
		return 0
	}
	return h.Sum64()
}
