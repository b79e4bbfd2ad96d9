package signatories

import (
	"strings"

	"readout/briefing/text"
)

// word is a token with what the lexicon knows of it.
type word struct {
	low string
	meaning
	lists list // of the word itself, whatever phrase it begins
	n     int  // tokens of the phrase that begins here; 1 for a word by itself
}

// table is a document's tokens with their meanings; the parsers read it. All
// indices are token indices, ranges are half-open.
type table struct {
	d      *text.Doc
	w      []word
	room   *[]word // of w; given back when the document is read
	places *gazetteer
	party  *gazetteer
}

var rooms text.Scratch[word]

func newTable(d *text.Doc) *table {
	t := &table{d: d, room: rooms.Take(len(d.Tokens)), places: places(), party: partyNames()}
	t.w = *t.room
	l := words()
	var begins []int // tokens with which a phrase may begin
	for i := range d.Tokens {
		w := &t.w[i]
		w.low, w.n = d.Low(i), 1
		if x := l.words.OfLow(d, i); x != nil {
			w.meaning, w.lists = x.meaning, x.lists
			if x.phrases != nil {
				begins = append(begins, i)
			}
		}
		if d.Tokens[i].Joined && (strings.HasPrefix(w.low, "ex-") || strings.HasPrefix(w.low, "then-")) {
			w.meaning = l.meaning(w.low[strings.IndexByte(w.low, '-')+1:])
		}
	}
	for _, i := range begins {
		for _, p := range l.words.OfLow(d, i).phrases {
			if n := len(p.words); n+1 >= t.w[i].n && t.follows(i+1, p.words) {
				if t.w[i].n == 1 {
					t.w[i].meaning = meaning{}
				}
				t.w[i].meaning, t.w[i].n = p.meaning.with(t.w[i].meaning), n+1
			}
		}
	}
	return t
}

// follows reports whether the words stand at token i.
func (t *table) follows(i int, words []string) bool {
	for k, w := range words {
		if i+k >= len(t.w) || t.w[i+k].low != w {
			return false
		}
	}
	return true
}

func (t *table) low(i int) string {
	if i < 0 || i >= len(t.w) {
		return ""
	}
	return t.w[i].low
}

func (t *table) is(i int, c class) bool { return i >= 0 && i < len(t.w) && t.w[i].is&c != 0 }

// upper reports whether token i is a word with a capital.
func (t *table) upper(i int) bool { return i >= 0 && i < len(t.w) && t.d.Tokens[i].Upper }

func (t *table) word(i int) bool {
	return i >= 0 && i < len(t.w) && t.d.Tokens[i].Kind == text.Word
}

// glued reports whether no space stands before token i.
func (t *table) glued(i int) bool {
	return i > 0 && i < len(t.w) && t.d.Tokens[i].Start == t.d.Tokens[i-1].End
}

// span is the text range of tokens first to last-1.
func (t *table) span(first, last int) text.Span {
	if first >= last {
		return text.Span{}
	}
	return text.Span{Start: t.d.Tokens[first].Start, End: t.d.Tokens[last-1].End}
}

func (t *table) str(first, last int) string {
	if first >= last {
		return ""
	}
	return t.d.Str(t.span(first, last))
}

// oneOf reports whether token i is one of the lower-case words.
func (t *table) oneOf(i int, words ...string) bool {
	w := t.low(i)
	if w == "" {
		return false
	}
	for _, x := range words {
		if len(x) == len(w) && x[0] == w[0] && x == w {
			return true
		}
	}
	return false
}

// before returns the last token before i, from first on, that is the word, -1 for none.
func (t *table) before(i, first int, word string) int {
	for i--; i >= first; i-- {
		if t.low(i) == word {
			return i
		}
	}
	return -1
}

// period skips the period of an abbreviation that ends before token i.
func (t *table) period(i int) int {
	if t.low(i) == "." && t.glued(i) {
		return i + 1
	}
	return i
}
