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
	key   string
	token int // the token whose lower-case form is the key; -1 when none is
}

// hit is an occurrence of a term.
type hit struct {
	text.Span
	term *term
	end  int // the unit after it
}

// maxGap is how many units "_" in a term may skip.
const maxGap = 3

// scan counts the terms in a Doc, sentence by sentence: no term runs over the
// end of one.
func (t *tally) scan(d *text.Doc, where func(*text.Doc, int) zone) {
	m := &t.found
	m.d = d
	for i := range d.Sentences {
		z := where(d, i)
		t.more = t.more || z == rest
		m.begin(d.Sentences[i])
		for k := range m.us {
			for _, h := range m.at(k) {
				t.add(h, z, d == t.head)
			}
		}
	}
}

// matcher finds the terms in one sentence after another.
type matcher struct {
	d       *text.Doc
	lex     *lexiconData
	us      []unit
	masked  int   // units before this one mean nothing
	covered []int // per topic: the unit after its last match
	best    []hit // per topic: the longest match at the unit that is being read
	touched []int // topics that have one
	hits    []hit
}

func newMatcher(l *lexiconData) matcher {
	return matcher{lex: l, us: make([]unit, 0, 50), covered: make([]int, len(l.topics)), best: make([]hit, len(l.topics))}
}

func (m *matcher) begin(s text.Sentence) {
	m.us = units(m.us[:0], m.d, s)
	m.masked = 0
	clear(m.covered)
}

// at returns the terms that begin at unit k: of each topic the longest, unless
// a mask or a longer term hides it.
func (m *matcher) at(k int) []hit {
	m.hits, m.touched = m.hits[:0], m.touched[:0]
	u := &m.us[k]
	var terms []opening
	if u.token >= 0 {
		terms = m.lex.forms.OfLow(m.d, u.token)
	} else {
		terms = m.lex.forms.Get(u.key)
	}
	m.open(terms, k)
	if len(u.key) >= prefixKey {
		m.open(m.lex.prefixes.Get(u.key[:prefixKey]), k)
	}
	for _, topic := range m.touched {
		h := m.best[topic]
		m.best[topic] = hit{}
		m.covered[topic] = h.end
		if h.term.weight > 0 && k >= m.masked {
			m.hits = append(m.hits, h)
		}
	}
	return m.hits
}

// open tries the terms that may begin at unit k.
func (m *matcher) open(terms []opening, k int) {
	next := byte(0)
	if k+1 < len(m.us) && m.us[k+1].key != "" {
		next = m.us[k+1].key[0]
	}
	for i := range terms {
		o := &terms[i]
		if o.next != 0 && o.next != next || !strings.HasPrefix(m.us[k].key, o.prefix) || o.cased && !o.words[0].is(m.d, m.us[k]) {
			continue
		}
		m.try(o.term, k)
	}
}

// try matches a term whose first word is unit k.
func (m *matcher) try(x *term, k int) {
	end := matchRest(m.d, m.us, k+1, x.words[1:])
	switch {
	case end == 0:
	case x.topic < 0:
		m.masked = max(m.masked, end)
	case m.covered[x.topic] <= k && m.best[x.topic].end < end:
		if m.best[x.topic].term == nil {
			m.touched = append(m.touched, x.topic)
		}
		m.best[x.topic] = hit{text.Span{Start: m.us[k].Start, End: m.us[end-1].End}, x, end}
	}
}

// matchRest returns the unit after the words that stand at unit k; 0 when they
// do not.
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
	case w.forms:
		return isForm(w.lower, u.key)
	}
	return u.key == w.lower
}

// units lists the words of a sentence.
func units(us []unit, d *text.Doc, s text.Sentence) []unit {
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		switch {
		case t.Kind == text.Mark:
			continue
		case !t.Joined:
			us = append(us, unit{t.Span, d.Low(i), i})
			continue
		case t.Kind == text.Word:
			if w := d.Str(t.Span); w == "'s" || w == "’s" {
				continue
			}
		}
		for sp := t.Span; !sp.Empty(); {
			part := sp
			if i := strings.IndexByte(d.Str(sp), '-'); i > 0 {
				part.End = sp.Start + i
			} else if i := strings.Index(d.Str(sp), "‑"); i > 0 {
				part.End = sp.Start + i
			}
			us = append(us, unit{part, fold(d.Str(part)), -1})
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
