package compare

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"readout/briefing/actors"
	"readout/briefing/text"
)

// Figure is something that is counted differently. None of the claims is said
// to be right: the event may have gone on between them.
type Figure struct {
	Unit   string  // what is counted: "killed", "interceptors"
	Claims []Claim // by number, one for each text
}

// Claim is the number that one text gives.
type Claim struct {
	At               // the number with the words that leave it open, as the text has it
	Sentence At      // it stands in
	Value    float64 // for ordering
}

const (
	leadSentences = 8   // of a text that speak of the event itself; behind them stands what went before
	widest        = 3.0 // times that a figure can be another one's; more apart, they count different things
	alike         = 0.4 // part of the words in common of sentences that count the same noun
)

// count is a number found in a sentence.
type count struct {
	Claim
	unit    string
	noun    bool // unit is a noun of the sentence, no unit of the lexicon
	content map[string]bool
	places  map[string]bool
}

// figures finds where texts differ in a number. It reads English.
func figures(all []Article, docs []*text.Doc, texts []int) []Figure {
	byUnit := map[string][]count{}
	var order []string
	for _, i := range texts {
		if docs[i].Language != "" && docs[i].Language != "en" {
			continue
		}
		for unit, c := range sureCounts(all[i], docs[i], i) {
			if byUnit[unit] == nil {
				order = append(order, unit)
			}
			byUnit[unit] = append(byUnit[unit], c)
		}
	}
	slices.Sort(order)
	var out []Figure
	for _, unit := range slices.Compact(order) {
		if claims := differing(all, byUnit[unit]); claims != nil {
			out = append(out, Figure{strings.TrimPrefix(unit, "·"), claims})
		}
	}
	return out
}

// sureCounts are the counts of a text by unit; a unit that it counts in two ways is left out.
func sureCounts(a Article, d *text.Doc, article int) map[string]count {
	out, unsure := map[string]count{}, map[string]bool{}
	for n := range d.Sentences[:min(len(d.Sentences), leadSentences)] {
		for _, c := range countsIn(d, n) {
			c.Article, c.Sentence = article, At{article, d.Sentences[n].Span}
			c.places = places(a, d.Sentences[n].Span)
			if old, ok := out[c.unit]; ok && old.Value != c.Value {
				unsure[c.unit] = true
			} else if !ok {
				out[c.unit] = c
			}
		}
	}
	for unit := range unsure {
		delete(out, unit)
	}
	return out
}

// places are the places that a sentence names.
func places(a Article, in text.Span) map[string]bool {
	out := map[string]bool{}
	for _, x := range a.Brief.Actors {
		if x.Kind != actors.Place {
			continue
		}
		for _, m := range x.Mentions {
			if in.Holds(m.Span) {
				out[cmp.Or(x.ID, x.Name)] = true
			}
		}
	}
	return out
}

// countsIn reads the counts of sentence n.
func countsIn(d *text.Doc, n int) []count {
	s := sentence{d, d.Sentences[n].First, d.Sentences[n].Last}
	content := map[string]bool{}
	for i := s.first; i < s.last; i++ {
		w := s.low(i)
		if is("othertime", w) || d.Tokens[i].Kind == text.Number && year(w) {
			return nil
		}
		if d.Tokens[i].Kind == text.Word && utf8.RuneCountInString(w) > 3 && lex().numbers[w] == 0 && !is("auxiliary", w) {
			content[w] = true
		}
	}
	var out []count
	for i := s.first; i < s.last; i++ {
		v, next, ok := s.number(i)
		if !ok {
			continue
		}
		if unit, noun := s.unit(i, next); unit != "" {
			from := s.opened(i)
			c := count{unit: unit, noun: noun, content: content}
			c.Value, c.Span = v, text.Span{Start: d.Tokens[from].Start, End: d.Tokens[next-1].End}
			out = append(out, c)
		}
		i = next - 1
	}
	return out
}

func year(w string) bool { return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") }

// opened is the first token of a number with the phrase that leaves it open.
func (s sentence) opened(i int) int {
	for _, phrase := range lex().open {
		from := i - len(phrase)
		if s.reads(from, phrase) {
			return from
		}
	}
	return i
}

// reads reports whether words stand at token i.
func (s sentence) reads(i int, words []string) bool {
	for k, w := range words {
		if s.low(i+k) != w {
			return false
		}
	}
	return true
}

// unit says what the number at tokens [i, next) counts, "" when that is not
// sure; noun says that it is a word of the sentence.
func (s sentence) unit(i, next int) (unit string, noun bool) {
	from := s.opened(i)
	if is("part", s.low(from-1)) {
		return "", false
	}
	var who []string
	j := next
	for ; len(who) < 4 && j < s.last && s.d.Tokens[j].Kind == text.Word; j++ {
		w := s.low(j)
		if is("part", w) || is("measure", w) {
			return "", false
		}
		if u := lex().units["after"][w]; u != "" {
			return named(u, who), false
		}
		if is("auxiliary", w) {
			continue
		}
		if !noun0(w) {
			break
		}
		who = append(who, w)
	}
	if u := lex().units["before"][s.low(from-1)]; u != "" {
		return named(u, who[:min(len(who), 1)]), false
	}
	for k := from - 2; is("reached", s.low(from-1)) && k >= s.first && k > from-12; k-- {
		if u := lex().units["toll"][s.low(k)]; u != "" && len(who) == 0 {
			return u, false
		}
	}
	if len(who) > 0 && strings.HasSuffix(who[len(who)-1], "s") && !is("anyone", who[len(who)-1]) {
		return "·" + who[len(who)-1], true
	}
	return "", false
}

// noun0 reports whether a word can stand between a number and what is counted:
// no word of grammar, of which all that matter are short.
func noun0(w string) bool {
	switch w {
	case "who", "that", "which", "after", "when", "while", "from", "with", "into", "since", "before", "during", "have", "will", "would", "could":
		return false
	}
	return utf8.RuneCountInString(w) > 3 || w == "men" || w == "u.s."
}

// named is a unit with whom it counts, where that is not just anyone.
func named(unit string, who []string) string {
	if len(who) == 0 || is("anyone", who[len(who)-1]) {
		return unit
	}
	return who[len(who)-1] + " " + unit
}

// differing returns the claims on one unit, nil where the texts do not surely
// speak of one thing, or agree.
func differing(all []Article, counts []count) []Claim {
	var out []Claim
	outlets := map[string]bool{}
	for i, c := range counts {
		matched, differs := false, false
		for j, o := range counts {
			if i != j && outlet(all, c.Article) != outlet(all, o.Article) && onOne(c, o) {
				matched = true
				differs = differs || c.Value != o.Value
			}
		}
		if matched && differs {
			out = append(out, c.Claim)
			outlets[outlet(all, c.Article)] = true
		}
	}
	if len(outlets) < 2 {
		return nil
	}
	slices.SortStableFunc(out, func(a, b Claim) int { return cmp.Compare(a.Value, b.Value) })
	return out
}

// onOne reports whether two counts surely are of one thing.
func onOne(a, b count) bool {
	if a.Value > widest*b.Value || b.Value > widest*a.Value {
		return false
	}
	if len(a.places) > 0 && len(b.places) > 0 && !share(a.places, b.places) {
		return false
	}
	both := 0
	for w := range a.content {
		if b.content[w] {
			both++
		}
	}
	if a.noun {
		return float64(both) >= alike*float64(min(len(a.content), len(b.content))) && both > 3
	}
	return both >= 2
}

func share(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}
