// Package topics says what an article is about, in terms of a fixed taxonomy
// of 30 policy topics. The terms of each topic are in terms.txt.
package topics

import (
	"cmp"
	"slices"

	"readout/briefing/text"
)

// Topic is one topic of an article with the words that caused it.
type Topic struct {
	ID, Name string
	Score    float64     // 0..1
	Evidence []text.Span // ranges of Article.Text, in order
	// HeadEvidence are ranges of Article.Title where the title does not stand in the text.
	HeadEvidence []text.Span
}

// What a term is worth depends on where it stands: a story says what it is
// about in its headline and its first sentences.
const (
	headFactor  = 1.5
	ledeFactor  = 1.0
	repeat      = 0.35 // a term's second and later occurrences
	bodyWorth   = 6.0  // what the rest of the text is worth to a topic that fills it
	most        = 3    // topics of one article
	ofFirst     = 0.5  // of the first topic's score, up to enough, that a second one needs
	enough      = 12.0 // score from which more proves nothing more
	strong      = 4.0  // weight of a term that a second one needs
	oneTerm     = 7.0  // score that a topic with one term only needs: a word beside another topic, anything in a text longer than its lede
	oneWord     = 6.1  // score that a topic with one word only needs: that of a weighty word and any company
	asideShare  = 0.75 // of the score of what is no policy that a topic needs beside it
	maxEvidence = 12   // spans kept per topic
)

// Find returns what the document is about, highest score first: none to three.
func Find(d *text.Doc) []Topic {
	l := lexicon()
	if d.Language != "en" {
		l = foreign()
	}
	tally := newTally(l)
	seen, scores := seenRooms.Take(l.terms), scoreRooms.Take(len(l.topics))
	defer seenRooms.Give(seen)
	defer scoreRooms.Give(scores)
	tally.seen, tally.scores = *seen, *scores
	for i := range tally.scores {
		tally.scores[i].topic = i
	}
	tally.head = d.Head
	if d.Head != nil {
		tally.scan(d.Head, headOnly)
	}
	tally.scan(d, place)
	return tally.choose()
}

// zone is a part of an article.
type zone uint8

const (
	head zone = iota
	lede
	rest
)

// headOnly places every sentence of a Doc.Head in the headline.
func headOnly(*text.Doc, int) zone { return head }

// ledeSentences is how many sentences after the headline are the lede.
const ledeSentences = 2

// place returns the zone of sentence i.
func place(d *text.Doc, i int) zone {
	if !d.Title.Empty() {
		if d.Title.Holds(d.Sentences[i].Span) {
			return head
		}
		i -= d.Paragraphs[0].Last
	}
	if i < ledeSentences {
		return lede
	}
	return rest
}

// score is what one topic has gathered.
type score struct {
	topic    int
	front    float64 // headline and lede
	strong   float64 // weight of the strongest term
	terms    int     // different terms that are more than company
	phrase   bool    // one of them has several words
	body     float64 // the rest
	total    float64 // what both come to, set by share
	evidence []text.Span
	inHead   []text.Span
}

// tally gathers the scores of all topics over the Docs of one article.
type tally struct {
	lex    *lexiconData
	head   *text.Doc // the headline, when it is no part of the text
	scores []score
	more   bool // there is text after the lede
	found  matcher
	seen   []bool // terms, by their number
}

func newTally(l *lexiconData) *tally {
	return &tally{lex: l, found: newMatcher(l)}
}

// Where a tally has its room.
var (
	seenRooms  text.Scratch[bool]
	scoreRooms text.Scratch[score]
)

// add counts one occurrence of a term.
func (t *tally) add(h hit, z zone, ofHead bool) {
	s := &t.scores[h.term.topic]
	w := h.term.weight
	if t.seen[h.term.number] {
		w *= repeat
	} else {
		t.seen[h.term.number] = true
		if h.term.weight >= 2 {
			s.terms++
			s.phrase = s.phrase || len(h.term.words) > 1
		}
	}
	s.strong = max(s.strong, h.term.weight)
	switch z {
	case head:
		s.front += w * headFactor
	case lede:
		s.front += w * ledeFactor
	default:
		s.body += w
	}
	if h.term.weight < 2 {
		return
	}
	if ofHead {
		s.inHead = append(s.inHead, h.Span)
	} else if len(s.evidence) < maxEvidence {
		s.evidence = append(s.evidence, h.Span)
	}
}

// choose ranks the topics and keeps those that the article is about.
func (t *tally) choose() []Topic {
	t.share()
	aside := 0.0
	t.scores = slices.DeleteFunc(t.scores, func(s score) bool {
		if t.lex.topics[s.topic].aside && s.terms > 1 {
			aside = max(aside, s.total)
		}
		return s.strong == 0 || t.lex.topics[s.topic].aside
	})
	slices.SortStableFunc(t.scores, func(a, b score) int { return cmp.Compare(b.total, a.total) })
	var out []Topic
	var first float64
	for i := range t.scores {
		s := &t.scores[i]
		e, v := t.lex.topics[s.topic], s.total
		need := max(e.alone, aside*asideShare)
		if len(out) > 0 {
			need = max(need, e.second, min(first, enough)*ofFirst)
		} else {
			first = v
		}
		if !t.lex.sparse && s.terms < 2 {
			if t.more || len(out) > 0 && !s.phrase {
				need = max(need, oneTerm)
			} else if !s.phrase {
				need = max(need, oneWord)
			}
		}
		if v < need || s.strong < 2 || len(out) > 0 && s.strong < strong {
			continue
		}
		out = append(out, Topic{ID: e.id, Name: e.name, Score: v / (v + 4), Evidence: s.evidence, HeadEvidence: s.inHead})
		if len(out) == most {
			break
		}
	}
	return out
}

// share sets the totals: what the front says, and of what the body says the share
// that is a topic's own.
func (t *tally) share() {
	var all float64
	for i := range t.scores {
		if !t.lex.topics[t.scores[i].topic].aside {
			all += t.scores[i].body
		}
	}
	for i := range t.scores {
		s := &t.scores[i]
		if s.total = s.front; all > 0 {
			s.total += bodyWorth * s.body / (all + bodyWorth)
		}
	}
}

// Name is the name of a topic of the taxonomy, "" when it has no such id.
func Name(id string) string {
	for _, t := range lexicon().topics {
		if t.id == id && !t.aside {
			return t.name
		}
	}
	return ""
}
