package compare

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"readout/briefing/quotes"
	"readout/briefing/text"
)

// Quotation is one utterance as several outlets quote it.
type Quotation struct {
	Speaker  string // the fullest name that one of them gives; "" when none does
	Cuts     []Cut  // the longest first, one for each text
	Versions int    // cuts that differ in their words
	Short    int    // cuts that lack words of the longest one and have no other
}

// Cut is what one text quotes of an utterance. A quotation that the reporter
// interrupts, or that runs over paragraphs, is one cut of several parts.
type Cut struct {
	Article int
	Parts   []text.Span // in the article
	Lacks   []At        // words of the longest cut that this one does not have
	Adds    []text.Span // words that the longest cut does not have
	Ends    bool        // the text that is known of the article ends within it, as a feed's teaser does
}

const (
	leastRun  = shingle // words in a row that make two quotes one utterance
	leastPart = 0.7     // part of a shorter quote that then must stand in the longer one, in order
)

// said is a quote with its words.
type said struct {
	article int
	quote   quotes.Quote
	words   []word
}

// quotations finds the utterances that texts of more than one outlet quote.
func quotations(all []Article, docs []*text.Doc, texts []int) []Quotation {
	var list []said
	for _, i := range texts {
		for n, q := range all[i].Brief.Quotes {
			if w := words(docs[i], q.Span); len(w) >= leastRun && n < maxQuotes {
				list = append(list, said{i, q, w})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b said) int { return cmp.Compare(len(b.words), len(a.words)) })
	near := sharing(list)
	used := make([]bool, len(list))
	var out []Quotation
	for k, longest := range list {
		if used[k] {
			continue
		}
		parts := []said{longest}
		for _, j := range near(k) {
			if !used[j] && one(longest, list[j]) {
				used[j] = true
				parts = append(parts, list[j])
			}
		}
		if q, several := quotation(all, parts); several {
			out = append(out, q)
		}
	}
	slices.SortStableFunc(out, func(a, b Quotation) int {
		return cmp.Or(cmp.Compare(min(b.Versions, 2), min(a.Versions, 2)), cmp.Compare(len(b.Cuts), len(a.Cuts)))
	})
	return out
}

// sharing returns a function that finds the quotes after one in a list which
// have words in a row in common with it, in their order.
func sharing(list []said) func(k int) []int {
	sets := make([]map[uint64]bool, len(list))
	having := map[uint64][]int{}
	for k, q := range list {
		sets[k] = shingles(q.words)
		for h := range sets[k] {
			having[h] = append(having[h], k)
		}
	}
	return func(k int) []int {
		var out []int
		for h := range sets[k] {
			for _, j := range having[h] {
				if j > k {
					out = append(out, j)
				}
			}
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
}

// one reports whether b quotes a part of what a quotes.
func one(a, b said) bool {
	if !maySame(a.quote.Speaker, b.quote.Speaker) {
		return false
	}
	shared, run := common(a.words, b.words)
	return run >= leastRun && float64(len(shared)) >= leastPart*float64(len(b.words))
}

// maySame reports whether two speakers can be one person: nothing that is known
// of them says otherwise.
func maySame(a, b *quotes.Speaker) bool {
	if a == nil || b == nil || a.Name == "" || b.Name == "" {
		return true
	}
	if a.Actor != "" && b.Actor != "" {
		return a.Actor == b.Actor
	}
	return lastName(a.Name) == lastName(b.Name)
}

func lastName(name string) string {
	f := strings.Fields(strings.ToLower(name))
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

// quotation gathers the parts of one utterance by article; several is false
// where only one outlet has it.
func quotation(all []Article, parts []said) (q Quotation, several bool) {
	longest := parts[0]
	texts := map[string]bool{}
	for _, p := range parts {
		if s := p.quote.Speaker; s != nil && len(s.Name) > len(q.Speaker) {
			q.Speaker = s.Name
		}
		if i := slices.IndexFunc(q.Cuts, func(c Cut) bool { return c.Article == p.article }); i >= 0 {
			q.Cuts[i].Parts = append(q.Cuts[i].Parts, p.quote.Span)
			continue
		}
		q.Cuts = append(q.Cuts, Cut{Article: p.article, Parts: []text.Span{p.quote.Span}})
	}
	for i := range q.Cuts {
		c := &q.Cuts[i]
		slices.SortFunc(c.Parts, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
		mine := wordsOf(parts, c)
		c.Ends = ends(all[c.Article].Text, c.Parts[len(c.Parts)-1].End)
		if i > 0 {
			c.differ(longest, mine)
		}
		if i == 0 || !c.Ends || len(c.Lacks)+len(c.Adds) > 0 {
			texts[forms(mine)] = true
		}
		if len(c.Lacks) > 0 && len(c.Adds) == 0 {
			q.Short++
		}
	}
	q.Versions = len(texts)
	outlets := map[string]bool{}
	for _, c := range q.Cuts {
		outlets[outlet(all, c.Article)] = true
	}
	return q, len(outlets) > 1
}

// wordsOf are the words of a cut, in the order of its article.
func wordsOf(parts []said, c *Cut) []word {
	var out []word
	for _, span := range c.Parts {
		for _, p := range parts {
			if p.article == c.Article && p.quote.Span == span {
				out = append(out, p.words...)
			}
		}
	}
	return out
}

// differ says what a cut lacks of the longest one, and what it has besides; of
// cuts that are too long to be compared whole it says nothing.
func (c *Cut) differ(longest said, mine []word) {
	if max(len(longest.words), len(mine)) > maxWords {
		return
	}
	shared, _ := common(longest.words, mine)
	left, right := map[int]bool{}, map[int]bool{}
	for _, p := range shared {
		left[p[0]], right[p[1]] = true, true
	}
	known := len(longest.words)
	if c.Ends && len(shared) > 0 {
		known = shared[len(shared)-1][0] + 1
	}
	for _, s := range runs(longest.words[:known], left) {
		c.Lacks = append(c.Lacks, At{longest.article, s})
	}
	c.Adds = runs(mine, right)
}

// ends reports whether a text breaks off in a quotation that ends at b: no word
// follows, and it closes with dots.
func ends(s string, b int) bool {
	if strings.ContainsFunc(s[b:], letterOrDigit) {
		return false
	}
	s = strings.TrimRight(s, "\"”’'»] \n")
	return strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…")
}

// runs are the spans of neighbouring words that are not in a set.
func runs(words []word, in map[int]bool) []text.Span {
	var out []text.Span
	for i, w := range words {
		switch {
		case in[i]:
		case i > 0 && !in[i-1] && len(out) > 0:
			out[len(out)-1].End = w.End
		default:
			out = append(out, w.Span)
		}
	}
	return out
}

// maxWords bounds what is compared of one quotation: the table below is as
// large as its square.
const maxWords = 400

// common returns the longest common subsequence of two lists of words, as pairs
// of indices, and the length of the longest run of neighbours in both.
func common(a, b []word) (pairs [][2]int, run int) {
	a, b = a[:min(len(a), maxWords)], b[:min(len(b), maxWords)]
	long := make([][]int16, len(a)+1) // of what follows
	for i := range long {
		long[i] = make([]int16, len(b)+1)
	}
	row := make([]int, len(b)+1) // runs that begin at the words before
	for i := len(a) - 1; i >= 0; i-- {
		for j := range b {
			if a[i].form != b[j].form {
				row[j] = 0
				continue
			}
			row[j] = row[j+1] + 1
			run = max(run, row[j])
		}
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].form == b[j].form {
				long[i][j] = long[i+1][j+1] + 1
			} else {
				long[i][j] = max(long[i+1][j], long[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].form == b[j].form:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case long[i+1][j] >= long[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs, run
}

func forms(words []word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.form + " ")
	}
	return b.String()
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
