package story

import (
	_ "embed"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"readout/briefing/dates"
	"readout/feeds/datafile"
)

var (
	//go:embed stopwords.txt
	stopwordsFile string
	//go:embed commonplace.txt
	commonplaceFile string
)

// stopwords and commonplaces are those of the files, as stem leaves them.
var (
	stopwords    = sync.OnceValue(func() map[string]bool { return stems(stopwordsFile) })
	commonplaces = sync.OnceValue(func() map[string]bool { return stems(commonplaceFile) })
)

func stems(file string) map[string]bool {
	out := make(map[string]bool)
	for w := range datafile.Words(file) {
		out[stem(w)] = true
	}
	return out
}

// commonplace reports whether a word, as stem leaves it, is one of
// commonplace.txt, a month, a small number or a year.
func commonplace(w string) bool {
	if digits(w) {
		return len(w) < 3 || len(w) == 4 && (w[:2] == "19" || w[:2] == "20")
	}
	return commonplaces()[w] || dates.IsMonth(w)
}

const (
	bodyWords  = 180    // words of a body that are read: the news is at its head
	titleCount = 2      // how often a word of the title counts
	newsSpan   = 10_000 // articles after which those before count half
	pairBits   = 21     // of numbers of neighbouring words; few pairs share one
)

// doc is an article as counted words, each list by id. Weights of rarity are
// put on when two articles are compared, so that they rest on all that came
// before the later one.
type doc struct {
	when   time.Time
	outlet string
	words  []entry // title and body
	title  []entry // the title's words
	pairs  []entry // neighbouring words
	dated  string  // the headline, where it begins or ends with a day: a column of that day
	links  []link  // to earlier documents, in their order

	size     sizes
	measured int // among how many documents size was taken; 0 = not yet
}

// terms numbers words and counts in how many documents each stands.
type terms struct {
	ids    map[string]uint32
	words  counts
	pairs  counts
	houses map[string]*house // by outlet
	wide   []float32
}

// doc counts the words of an article.
func (t *terms) doc(it Item) doc {
	if t.ids == nil {
		t.ids, t.houses = make(map[string]uint32), make(map[string]*house)
		t.pairs.freq = make([]uint32, 1<<pairBits)
	}
	title := normalised(it.Title, math.MaxInt)
	body := normalised(it.Text, bodyWords)
	all := make([]uint32, 0, len(title)+len(body))
	for _, w := range title {
		all = append(all, t.id(w))
	}
	heading := slices.Clone(all)
	for _, w := range body {
		all = append(all, t.id(w))
	}
	pairs := make([]uint32, 0, len(all))
	for i := 1; i < len(all); i++ {
		pairs = append(pairs, slot(all[i-1], all[i]))
	}
	words := all
	for range titleCount - 1 {
		words = append(words, heading...)
	}
	d := doc{when: it.When, outlet: it.Outlet, words: counted(words), title: once(heading), pairs: once(pairs)}
	if dated(it.Title) {
		d.dated = it.Title
	}
	t.words.add(d.words)
	t.pairs.add(d.pairs)
	if it.Outlet != "" {
		h := t.houses[it.Outlet]
		if h == nil {
			h = &house{freq: make(map[uint32]uint32)}
			t.houses[it.Outlet] = h
		}
		h.add(d.words)
	}
	return d
}

func (t *terms) id(w string) uint32 {
	id, ok := t.ids[w]
	if !ok {
		id = uint32(len(t.ids))
		t.ids[w] = id
		t.words.dull = append(t.words.dull, commonplace(w))
	}
	return id
}

// slot is the number of two neighbouring words: the finaliser of MurmurHash3 of theirs.
func slot(a, b uint32) uint32 {
	h := uint64(a)<<32 | uint64(b)
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return uint32((h ^ h>>33) & (1<<pairBits - 1))
}

// counted weighs words by how often they stand in a list; it sorts the list.
func counted(ids []uint32) []entry {
	slices.Sort(ids)
	out := make([]entry, 0, len(ids))
	for i := 0; i < len(ids); {
		j := i + 1
		for j < len(ids) && ids[j] == ids[i] {
			j++
		}
		out = append(out, entry{ids[i], 1 + float32(math.Log(float64(j-i)))})
		i = j
	}
	return out
}

// once weighs words by whether they stand in a list; it sorts the list.
func once(ids []uint32) []entry {
	out := counted(ids)
	for i := range out {
		out[i].weight = 1
	}
	return out
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
