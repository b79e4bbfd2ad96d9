package text

// Lexicon maps words to what a finder knows of them. It is what a
// map[string]V is, for the one way the finders use theirs: every token of every
// article is looked up in every list, and nearly always is not in it. A token
// carries its hash, so that a look-up costs a glance at one slot and not a hash
// and a search. The zero Lexicon is empty and ready to use; once filled it may
// be shared between goroutines.
type Lexicon[V any] struct {
	slots  []slot // open addressing; a power of two, at most half of them taken
	items  []item[V]
	filter []uint8 // four bits a slot, of which one is set for each word: it stays in the cache, and most words that are none end at it
}

type slot struct{ hash, item uint32 } // item counts from 1; 0 in a free slot

type item[V any] struct {
	word  string
	value V
}

// NewLexicon makes a Lexicon of a map.
func NewLexicon[V any](m map[string]V) *Lexicon[V] {
	l := &Lexicon[V]{}
	l.Grow(len(m))
	for w, v := range m {
		l.Put(w, v)
	}
	return l
}

// Put sets the value of a word.
func (l *Lexicon[V]) Put(word string, v V) {
	h := hash(word)
	if i := l.find(h, word); i >= 0 {
		l.items[i].value = v
		return
	}
	if 2*len(l.items) >= len(l.slots) {
		l.Grow(2 * len(l.items))
	}
	l.items = append(l.items, item[V]{word, v})
	l.place(h, uint32(len(l.items)))
}

// place notes an item in the first free slot for its hash.
func (l *Lexicon[V]) place(h, item uint32) {
	mask := uint32(len(l.slots) - 1)
	i := h & mask
	for l.slots[i].item != 0 {
		i = (i + 1) & mask
	}
	l.slots[i] = slot{h, item}
	b := h & uint32(8*len(l.filter)-1)
	l.filter[b/8] |= 1 << (b % 8)
}

// Grow makes room for n words in all.
func (l *Lexicon[V]) Grow(n int) {
	size := 16
	for size < 2*n {
		size *= 2
	}
	old := l.slots
	l.slots, l.filter = make([]slot, size), make([]uint8, size/2)
	l.items = append(make([]item[V], 0, max(n, size/2)), l.items...)
	for _, s := range old {
		if s.item != 0 {
			l.place(s.hash, s.item)
		}
	}
}

// find returns the index of a word's item, -1 when there is none.
func (l *Lexicon[V]) find(h uint32, word string) int {
	if b := h & uint32(8*len(l.filter)-1); len(l.filter) == 0 || l.filter[b/8]&(1<<(b%8)) == 0 {
		return -1
	}
	mask := uint32(len(l.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		s := l.slots[i]
		if s.item == 0 {
			return -1
		}
		if s.hash == h && l.items[s.item-1].word == word {
			return int(s.item - 1)
		}
	}
}

// Lookup returns the value of a word; ok is false when the Lexicon has no such word.
func (l *Lexicon[V]) Lookup(word string) (v V, ok bool) { return l.value(hash(word), word) }

// Get returns the value of a word, the zero value when there is none.
func (l *Lexicon[V]) Get(word string) V {
	v, _ := l.Lookup(word)
	return v
}

// Of returns the value of token i of a document as it is written, the zero
// value when there is none or no such token.
func (l *Lexicon[V]) Of(d *Doc, i int) (v V) {
	if i < 0 || i >= len(d.Tokens) {
		return v
	}
	t := &d.Tokens[i]
	v, _ = l.value(t.hash, d.Text[t.Start:t.End])
	return v
}

// OfLow returns the value of token i of a document in lower case, see Doc.Low.
func (l *Lexicon[V]) OfLow(d *Doc, i int) (v V) {
	if i < 0 || i >= len(d.Tokens) {
		return v
	}
	v, _ = l.value(d.Tokens[i].lowHash, d.Low(i))
	return v
}

// OfStraight returns the value of token i of a document in lower case and with
// straight apostrophes, see Doc.Straight.
func (l *Lexicon[V]) OfStraight(d *Doc, i int) (v V) {
	if i < 0 || i >= len(d.Tokens) || !d.Tokens[i].Joined {
		return l.OfLow(d, i)
	}
	return l.Get(d.Straight(i))
}

func (l *Lexicon[V]) value(h uint32, word string) (v V, ok bool) {
	if i := l.find(h, word); i >= 0 {
		return l.items[i].value, true
	}
	return v, false
}

// The hash is FNV-1a, mixed once more for the low bits that choose a slot: it is
// made byte by byte while tokens are folded.
const (
	hashBasis uint32 = 2166136261
	hashPrime uint32 = 16777619
)

func mixed(h uint32) uint32 { return h ^ h>>15 }

func hash[S string | []byte](w S) uint32 {
	h := hashBasis
	for i := 0; i < len(w); i++ {
		h = (h ^ uint32(w[i])) * hashPrime
	}
	return mixed(h)
}

// Words is the set of the words of a document, as they are written.
type Words struct {
	d     *Doc
	slots []uint32 // open addressing: tokens, counted from 1; 0 in a free slot
}

// NewWords makes the set of the words of a document.
func NewWords(d *Doc) Words {
	size := 16
	for 2*size < 3*len(d.Tokens) { // of which many are the same
		size *= 2
	}
	s := Words{d, make([]uint32, size)}
	for i := range d.Tokens {
		if t := &d.Tokens[i]; t.Kind == Word {
			if at := s.find(t.hash, d.Str(t.Span)); s.slots[at] == 0 {
				s.slots[at] = uint32(i + 1)
			}
		}
	}
	return s
}

// find returns the slot of a word, or the free one where it belongs.
func (s Words) find(h uint32, word string) uint32 {
	mask := uint32(len(s.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		k := s.slots[i]
		if k == 0 {
			return i
		}
		if t := &s.d.Tokens[k-1]; t.hash == h && s.d.Str(t.Span) == word {
			return i
		}
	}
}

// Has reports whether the word stands in the document.
func (s Words) Has(word string) bool { return s.slots[s.find(hash(word), word)] != 0 }
