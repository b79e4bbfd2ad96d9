package summary

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/briefing/text"
)

// weigh scores the candidates: place in the article times closeness to what
// the article as a whole, and its headline, speak of.
func weigh(d *text.Doc, cs []candidate) {
	v := vocabulary{words: make([]int32, 0, len(d.Tokens)/2)}
	v.ids.Grow(len(d.Tokens) / 4)
	for i := range cs {
		cs[i].words = v.content(d, d.Sentences[cs[i].sentence])
	}
	title := headline(d, &v)
	weight := make([]float64, len(v.count))
	for w, n := range v.count {
		weight[w] = math.Log1p(float64(n))
		if slices.Contains(title, int32(w)) {
			weight[w] *= 1.5
		}
		if n == 1 {
			weight[w] *= 0.5
		}
	}
	best := 0.0
	for i := range cs {
		c := &cs[i]
		for _, w := range c.words {
			c.score += weight[w]
		}
		c.score /= 6 + float64(len(c.words)) // long sentences do not win by length alone
		best = max(best, c.score)
		c.title = share(title, c.words)
	}
	for i := range cs {
		c := &cs[i]
		if best > 0 {
			c.score /= best
		}
		c.score = (0.35 + c.score) * place(i) * shape(d, d.Sentences[c.sentence], len(c.words))
	}
}

// place falls from 1 at the first sentence to a third.
func place(i int) float64 { return 1/3.0 + 2/3.0/(1+0.22*float64(i)) }

// shape marks down sentences that are hard to read or say little.
func shape(d *text.Doc, s text.Sentence, content int) float64 {
	switch {
	case content < 5:
		return 0.6
	case s.Last-s.First > 60:
		return 0.75
	case firstPerson(d, s):
		return 0.75
	}
	return 1
}

// firstPerson reports whether the sentence speaks of "we" or "I" outside
// quotation marks: a statement that the article copied, or an aside of its author.
func firstPerson(d *text.Doc, s text.Sentence) bool {
	found := false
	for i := s.First; i < s.Last; i++ {
		switch d.Tok(i) {
		case `"`, "“", "”", "«", "„", "''":
			return false
		case "I", "We", "we", "our", "Our", "my", "My", "us":
			found = true
		}
	}
	return found
}

// vocabulary numbers the content words of an article.
type vocabulary struct {
	ids   text.Lexicon[int32] // counted from 1
	count []int
	words []int32 // of all sentences, one after another
}

// content returns the numbers of a sentence's content words, ascending, each once.
func (v *vocabulary) content(d *text.Doc, s text.Sentence) []int32 {
	r := data()
	from := len(v.words)
	for i := s.First; i < s.Last; i++ {
		if t := &d.Tokens[i]; t.Kind != text.Word || t.Len() < 3 || r.stop.OfLow(d, i) {
			continue
		}
		w := stem(d.Low(i))
		id := v.ids.Get(w) - 1
		if id < 0 {
			id = int32(len(v.count))
			v.count = append(v.count, 0)
			v.ids.Put(w, id+1)
		}
		v.count[id]++
		v.words = append(v.words, id)
	}
	out := v.words[from:len(v.words):len(v.words)]
	slices.Sort(out)
	return slices.Compact(out)
}

// headline is the content words of the title.
func headline(d *text.Doc, v *vocabulary) []int32 {
	var out []int32
	if d.Head != nil {
		for _, s := range d.Head.Sentences {
			out = append(out, v.content(d.Head, s)...)
		}
	} else if !d.Title.Empty() {
		for _, s := range d.Sentences[:d.Paragraphs[0].Last] {
			out = append(out, v.content(d, s)...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// stem cuts the commonest English endings, so that "sanctions" and "sanction"
// are one word; it need not be a word itself.
func stem(w string) string {
	r, _ := utf8.DecodeRuneInString(w)
	if r >= utf8.RuneSelf && unicode.Is(unicode.Cyrillic, r) && len(w) > 12 {
		return w[:12] // six letters: inflected forms fall together
	}
	for _, end := range [...]string{"ing", "ed", "es", "s"} {
		if len(w) > len(end)+3 && strings.HasSuffix(w, end) {
			return w[:len(w)-len(end)]
		}
	}
	return w
}

// share is the part of a that is in b; both ascend.
func share(a, b []int32) float64 {
	if len(a) == 0 {
		return 0
	}
	return float64(common(a, b)) / float64(len(a))
}

func common(a, b []int32) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n
}
