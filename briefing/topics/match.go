package topics

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/briefing/text"
)

// unit is a word as terms see it: lower case, without the periods of an
// abbreviation, and one part only of a hyphenated word.
type unit struct {
	text.Span
	key string
}

// hit is an occurrence of a term.
type hit struct {
	text.Span
	term *term
}

// maxGap is how many units "_" in a term may skip.
const maxGap = 3

// scan counts the terms in a Doc, sentence by sentence: no term runs over the
// end of one.
func (t *tally) scan(d *text.Doc, where func(*text.Doc, int) zone) {
	us := make([]unit, 0, 64)
	covered := make([]int, len(t.lex.topics)) // per topic: end of its last match
	best := make([]hit, len(t.lex.topics))
	var touched []int
	for i := range d.Sentences {
		z := where(d, i)
		us = units(us[:0], d, d.Sentences[i])
		clear(covered)
		masked := 0
		for k := range us {
			touched = touched[:0]
			masked = max(masked, t.maskEnd(d, us, k))
			t.lex.candidates(us[k].key, func(m *term) {
				end := m.match(d, us, k)
				if end == 0 || m.topic < 0 || covered[m.topic] > k {
					return
				}
				if best[m.topic].term == nil {
					touched = append(touched, m.topic)
				}
				if sp := (text.Span{Start: us[k].Start, End: us[end-1].End}); sp.End > best[m.topic].End {
					best[m.topic] = hit{sp, m}
					covered[m.topic] = k // set below, once the longest is known
				}
			})
			for _, topic := range touched {
				h := best[topic]
				best[topic] = hit{}
				covered[topic] = unitsUpTo(us, k, h.End)
				if h.term.weight > 0 && k >= masked {
					t.add(h, z, d == d.Head || z == head && d.Title.End == len(d.Text))
				}
			}
		}
	}
}

func unitsUpTo(us []unit, k, end int) int {
	for k < len(us) && us[k].Start < end {
		k++
	}
	return k
}

// maskEnd returns the unit after the longest masking phrase that begins at k; 0 when none does.
func (t *tally) maskEnd(d *text.Doc, us []unit, k int) int {
	end := 0
	t.lex.candidates(us[k].key, func(m *term) {
		if m.topic < 0 {
			end = max(end, m.match(d, us, k))
		}
	})
	return end
}

// match returns the unit after the term's occurrence that begins at unit k; 0
// when there is none.
func (m *term) match(d *text.Doc, us []unit, k int) int {
	if !m.words[0].is(d, us[k]) {
		return 0
	}
	return matchRest(d, us, k+1, m.words[1:])
}

func matchRest(d *text.Doc, us []unit, k int, ws []word) int {
	if len(ws) == 0 {
		return k
	}
	if ws[0].gap {
		for skip := 0; skip <= maxGap; skip++ {
			if end := matchRest(d, us, k+skip, ws[1:]); end > 0 {
				return end
			}
		}
		return 0
	}
	if k >= len(us) || !ws[0].is(d, us[k]) {
		return 0
	}
	return matchRest(d, us, k+1, ws[1:])
}

// is reports whether the unit is a form of the word.
func (w *word) is(d *text.Doc, u unit) bool {
	switch {
	case w.exact != "":
		return u.key == w.lower && strings.ReplaceAll(d.Str(u.Span), ".", "") == w.exact
	case w.prefix:
		return strings.HasPrefix(u.key, w.lower)
	case w.forms != nil:
		for _, f := range w.forms {
			if f == u.key {
				return true
			}
		}
		return false
	}
	return u.key == w.lower
}

// units lists the words of a sentence.
func units(us []unit, d *text.Doc, s text.Sentence) []unit {
	for _, t := range d.Tokens[s.First:s.Last] {
		switch t.Kind {
		case text.Mark:
			continue
		case text.Word:
			if w := d.Str(t.Span); w == "'s" || w == "’s" {
				continue
			}
		}
		for sp := t.Span; !sp.Empty(); {
			part := sp
			if i := strings.IndexAny(d.Str(sp), "-‑"); i > 0 {
				part.End = sp.Start + i
			}
			us = append(us, unit{part, fold(d.Str(part))})
			sp.Start = part.End
			if !sp.Empty() {
				_, n := utf8.DecodeRuneInString(d.Str(sp))
				sp.Start += n
			}
		}
	}
	return us
}

// fold lower-cases a word, straightens its apostrophes and takes the periods
// out of it. A word that needs no change is not copied.
func fold(w string) string {
	plain := true
	for i := 0; i < len(w) && plain; i++ {
		plain = w[i] < utf8.RuneSelf && w[i] != '.' && !(w[i] >= 'A' && w[i] <= 'Z')
	}
	if plain {
		return w
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '.', '\u00ad':
			return -1
		case '’', 'ʼ':
			return '\''
		}
		return unicode.ToLower(r)
	}, w)
}
