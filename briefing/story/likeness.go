package story

import (
	"math"
	"time"
)

// The logistic model: log odds that two articles tell one story, counted from
// the floor of "nothing in common". The weights were fitted on pairs of an
// editors' roundup of US news (pairs of which the editors' border is a matter
// of taste left out) and rounded; cross-validation by weeks gives the same
// grouping to within half a point. What guards against headlines and templates
// is chosen by feeds read by eye. Names, numbers and shared quotations were
// tried as features of their own and added nothing: they are rare words already.
const (
	wordWeight   = 6.0 // √ cosine of all words
	titleWeight  = 6.7 // √ mean cosine of one's title with the other's words
	pairWeight   = 2.4 // √ cosine of neighbouring words
	dayApart     = 1.4
	moreDays     = 3.0
	oneOutlet    = 2.0  // an outlet seldom tells one event twice
	evidence     = 16.0 // rarity of the words in common, summed, that is enough: three or four rare ones
	headEvidence = 9.0  // the same of the words of one's headline that the other has, for articles of one outlet
	headline     = 10.0 // taken off two headlines of one outlet that have no rare words in common, whatever their cosine
	wholeText    = 40.0 // distinct words from which on a text is more than a headline
	threshold    = 4.0  // mean likeness over which articles are one story
	usual        = 50   // open articles among which the weights were fitted
	crowd        = 0.8  // share of the fall in prior odds among more of them that the bar rises by

	copyCosine  = 0.8  // cosine of words and of pairs from which on two texts are copies
	worthPairs  = 1.0  // likeness below which neighbouring words would not matter
	faintCosine = 0.02 // cosine of words below which two articles have nothing in common
	remeasure   = 10   // a tenth more articles change lengths enough to measure them again
)

// link is the likeness of an article to an earlier one.
type link struct {
	doc  int
	like float64
}

// likeness is how much two articles speak of one event, 0 for not at all, and
// whether one has the text of the other; the words of a are spread in t.wide.
// Articles of one outlet are compared by what is rare within it too, and so
// need more in common.
func (t *terms) likeness(a, b *doc) (like float64, same bool) {
	scale := scale{counts: &t.words}
	t.measure(a)
	t.measure(b)
	words := cosine(scale.wideDot(t.wide, b.words), a.size.words, b.size.words)
	if words < faintCosine {
		return 0, false
	}
	pairs := 0.0
	if like = t.sum(scale, a, b, a.size, b.size, words, 0); like > worthPairs {
		pairs = cosine(t.pairScale().dot(a.pairs, b.pairs), a.size.pairs, b.size.pairs)
		like += pairWeight * math.Sqrt(pairs)
	}
	if h := t.houses[a.outlet]; h != nil && a.outlet == b.outlet && like > threshold/2 {
		scale.house = h
		x, y := scale.sizes(a), scale.sizes(b)
		inHouse := cosine(scale.wideDot(t.wide, b.words), x.words, y.words)
		like = t.sum(scale, a, b, x, y, inHouse, pairs*min(1, inHouse/words)) - oneOutlet
	}
	like = t.trusted(like, scale, a, b)
	return max(0, like), words >= copyCosine && pairs >= copyCosine
}

// trusted is the likeness of two articles as far as it may be trusted: the
// less, the shorter the shorter one is and the less of what they share is
// rare. Articles of one outlet, which writes alike of all things, must share
// rare words throughout, and those of their headlines.
func (t *terms) trusted(like float64, s scale, a, b *doc) float64 {
	short := 1 - min(1, float64(min(len(a.words), len(b.words)))/wholeText)
	switch {
	case s.house == nil && short == 0:
		return like
	case s.house != nil && a.dated != "" && b.dated != "" && a.dated != b.dated:
		return 0 // parts of a series: "The week in five maps, June 4"
	}
	rare := min(1, s.evidence(t.wide, b.words)/evidence)
	if s.house == nil {
		return like * (1 - (1-rare)*min(1, 4*short*short))
	}
	heads := s.evidence(t.wide, b.title) + s.shared(a.title, b.words)
	return (like - headline*short*(1-rare)) * rare * min(1, heads/headEvidence)
}

// sum is the model's: the weighted features.
func (t *terms) sum(s scale, a, b *doc, x, y sizes, words, pairs float64) float64 {
	title := (cosine(s.dot(a.title, b.words), x.title, y.words) + cosine(s.wideDot(t.wide, b.title), x.words, y.title)) / 2
	return wordWeight*math.Sqrt(words) + titleWeight*math.Sqrt(title) + pairWeight*math.Sqrt(pairs) - gap(a.when, b.when)
}

// sizes are the squared lengths of an article's vectors.
type sizes struct{ words, title, pairs float64 }

func (s scale) sizes(d *doc) sizes { return sizes{words: s.square(d.words), title: s.square(d.title)} }

func (t *terms) pairScale() scale { return scale{counts: &t.pairs} }

// measure takes an article's sizes, again when what is known of words has
// grown by a part since.
func (t *terms) measure(d *doc) {
	if n := t.words.docs; d.measured == 0 || n > d.measured+d.measured/remeasure || n < d.measured {
		d.size, d.measured = scale{counts: &t.words}.sizes(d), n
		d.size.pairs = t.pairScale().square(d.pairs)
	}
}

// gap is what days between two articles take off; where they are not known,
// they are taken for several.
func gap(a, b time.Time) float64 {
	if a.IsZero() || b.IsZero() {
		return moreDays
	}
	switch days := math.Round(a.Sub(b).Abs().Hours() / 24); {
	case days < 1:
		return 0
	case days < 2:
		return dayApart
	}
	return moreDays
}
