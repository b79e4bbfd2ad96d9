package quotes

import (
	"strings"

	"readout/briefing/text"
)

// carrier walks the paragraphs and hands the speaker on to quotations that
// have no cue in their own sentence.
type carrier struct {
	f      *finder
	last   attribution // of the quotation or report before
	quoted bool        // last is of a quotation
	at     int         // the paragraph of last
	parted bool        // another did something since
	asks   bool        // last asks, so that another may answer
	events []event     // of the unit at hand; their room is used again for the next
}

// paragraph attributes the quotations of one paragraph.
func (c *carrier) paragraph(us []unit) {
	for k := range us {
		us[k].events = c.events[:0]
		us[k].findEvents()
		c.f.note(&us[k])
		c.unit(&us[k])
		c.events, us[k].events = us[k].events, nil
	}
}

// note keeps the subjects of a unit, and where it begins.
func (f *finder) note(u *unit) {
	f.starts = append(f.starts, u.nodes[0].Start)
	for i := range u.events {
		e := &u.events[i]
		p := e.subject
		if e.form == passive {
			p = e.patient
		}
		if p.empty() || e.form != finite && e.form != inverted && e.form != sourced && e.form != passive && e.form != relative {
			continue
		}
		f.subjects = append(f.subjects, subject{Span: u.span(p), speech: e.class&(say|naming|weak) != 0 && e.form != passive, main: e.main || e.form == sourced, tail: u.tail(e), turn: u.class(e.verb) & (asks | answers | goesOn)})
	}
	for i := range u.nodes {
		if u.class(i)&(pron|det|obj) != 0 {
			if g := genderOf(u.low(i)); g != "" {
				f.refs = append(f.refs, reference{u.nodes[i].Span, g})
			}
		}
		if u.class(i)&(male|female) != 0 && (u.class(i-1)&det != 0 || u.possesses(i-1)) {
			f.kin = append(f.kin, u.nodes[i].Span)
		}
	}
}

// tail returns the weight below which nobody named in the unit before a report
// is its subject: its subject says of others what stands there. A main clause
// that only leads to a quotation is none of that: "Reed nodded: “Yes,” he said."
func (u *unit) tail(e *event) float64 {
	switch {
	case e.form != finite || e.class&say == 0 || !u.bareAfter(e.verb+1):
	case u.quote(e.start - 1):
		return deedBonus
	case u.low(e.start-1) == "," && !u.quotesIn(0, e.start):
		return speechBonus + 1
	}
	return 0
}

func (u *unit) span(p phrase) text.Span {
	return text.Span{Start: u.nodes[p.first].Start, End: u.nodes[p.last-1].End}
}

func (c *carrier) unit(u *unit) {
	has := false
	for q := range u.nodes {
		if u.quote(q) {
			has = true
			c.quotation(u, q)
		}
	}
	if has {
		c.parted = false
		return
	}
	c.parted = c.parted || c.parts(u)
	if e := u.leading(len(u.nodes)); e != nil && (e.class&(say|naming) != 0 || !c.quoted || c.same(u, e.subject)) {
		c.last, c.quoted, c.at, c.parted = u.attributed(e), false, u.paragraph, false
	}
}

// parts reports whether a unit without a quotation is about another than the
// last speaker, who may speak next: “Is it true?” Park asked. Weber nodded.
func (c *carrier) parts(u *unit) bool {
	e := u.mainEvent()
	if e == nil || e.subject.empty() || u.class(e.subject.first)&(pron|det) != 0 {
		return false
	}
	return u.upper(e.subject.last-1) && !c.same(u, e.subject)
}

// same reports whether a subject names the last speaker again.
func (c *carrier) same(u *unit, p phrase) bool {
	last := u.nodes[p.last-1]
	return last.upper && strings.Contains(c.f.d.Str(c.last.speaker), c.f.d.Str(last.Span))
}

// quotation attributes the quotation at node q of its unit.
func (c *carrier) quotation(u *unit, q int) {
	k := u.nodes[q].quote
	qt := c.f.qs[k]
	if qt.continues && k > 0 {
		c.f.said[k] = c.f.said[k-1]
	}
	if w := u.low(q - 1); strings.HasPrefix(w, "so-called") || w == "supposed" || w == "purported" || u.namesWord(q) {
		return // words that nobody in the text speaks
	}
	if e := u.govern(q); e != nil && !(c.anew(u, q, e) && !qt.continues && c.quoted && c.carries(u, q)) {
		if e.class&(speech|noun) == 0 && u.modifies(q) && c.f.kind(qt) == Fragment {
			return // a scare quote: whose clause it stands in says nothing
		}
		a := u.attributed(e)
		a.beside = u.besides(e, q)
		c.f.said[k], c.last, c.quoted, c.at, c.asks = a, a, true, u.paragraph, u.class(e.verb)&asks != 0
		if qt.continues {
			c.back(k, a)
		}
		return
	}
	if !qt.continues && c.carries(u, q) {
		c.f.said[k] = c.last
		c.f.said[k].beside = u.wordless
		if q > 0 && u.wordless { // one of a list
			c.at = u.paragraph
		}
	}
}

// anew reports whether an event belongs to a new sentence behind a quotation
// that has come to its full stop: “Nobody asked us.” Her neighbour agrees.
func (c *carrier) anew(u *unit, q int, e *event) bool {
	said := strings.TrimRight(c.f.d.Str(u.nodes[q].Span), "\"”»’' ")
	return e.form == finite && e.subject.first > q && strings.HasSuffix(said, ".")
}

// carries reports whether the last speaker goes on in a quotation without a
// cue: it belongs to who spoke or was reported before, never to one who only did
// something there. A paragraph that is only a quotation does not when its end,
// and so perhaps its cue, is cut off.
func (c *carrier) carries(u *unit, q int) bool {
	k := u.nodes[q].quote
	if c.parted {
		return false
	}
	switch u.paragraph - c.at {
	case 0:
		return (u.firstWord >= q || u.wordless) && (c.quoted || c.last.strong)
	case 1:
		q, before := c.f.qs[k], c.f.qs[max(k-1, 0)]
		cut := q.unclosed && (k+1 == len(c.f.qs) || !c.f.qs[k+1].continues)
		heading := q.single && !before.single // in marks of its own between the paragraphs
		answer := c.asks && c.f.d.Text[before.inner.End-1] == '?'
		return u.wordless && c.last.strong && !cut && !heading && !answer
	}
	return false
}

// besides reports whether an event's verb or subject stands right before or
// behind the quotation at node q.
func (u *unit) besides(e *event, q int) bool {
	if e.start >= q && u.onlyAdverbs(q+1, e.start) {
		inPhrase := q > 0 && (u.class(q-1)&prep != 0 || u.possesses(q-1) || u.plainNoun(q-1)) // on “Harbour Hour,” Smith said
		return e.form != sourced && !inPhrase
	}
	words := 0
	for i := max(e.verb+1, 0); i < q; i++ {
		switch {
		case u.quote(i), u.low(i) == ",", u.low(i) == ":", u.low(i) == "that", u.class(i)&(obj|day) != 0, u.isAdverb(i):
		case u.low(i) == "and" || u.low(i) == "or" || u.low(i) == "as" || u.low(i) == "a" || u.low(i) == "the" || u.low(i) == "an":
		case u.class(i)&(prep|det) != 0 || u.possesses(i):
			return false
		default:
			words++
		}
	}
	return e.verb < q && words < 3 && (e.class&(speech|noun) != 0)
}

// back gives a speaker named at the end of a quotation that runs over
// paragraphs to its earlier parts.
func (c *carrier) back(k int, a attribution) {
	for ; k > 0 && c.f.qs[k].continues; k-- {
		if !c.f.said[k-1].speaker.Empty() {
			return
		}
		c.f.said[k-1] = a
	}
}

func (u *unit) attributed(e *event) attribution {
	a := attribution{speaker: u.span(e.subject), strong: e.class&speech != 0, oblique: e.form == sourced}
	if e.class&(speech|noun) != 0 && !u.mark(e.verb) {
		a.cue = u.nodes[e.verb].Span
	}
	a.label = u.low(e.verb) == ":"
	return a
}
