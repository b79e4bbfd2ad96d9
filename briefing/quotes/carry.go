package quotes

import "readout/briefing/text"

// carrier walks the paragraphs and hands the speaker on to quotations that
// have no cue in their own sentence.
type carrier struct {
	f    *finder
	last attribution // of the quotation before
	open bool        // the paragraph before ended with a quotation, its cue or an introduction
}

// silent passes a paragraph without quotations.
func (c *carrier) silent(int) { c.last, c.open = attribution{}, false }

// paragraph attributes the quotations of one paragraph.
func (c *carrier) paragraph(i int, us []unit) {
	for k := range us {
		c.unit(&us[k], k == 0)
	}
}

func (c *carrier) unit(u *unit, first bool) {
	has := false
	for q := range u.nodes {
		if u.quote(q) {
			if !has {
				u.findEvents()
			}
			has = true
			c.quotation(u, q)
		}
	}
}

// quotation attributes the quotation at node q of its unit.
func (c *carrier) quotation(u *unit, q int) {
	k := u.nodes[q].quote
	qt := c.f.qs[k]
	if qt.continues && k > 0 {
		c.f.said[k] = c.f.said[k-1]
	}
	if e := u.govern(q, c.f.d.Text[qt.inner.End-1]); e != nil {
		a := u.attributed(e)
		c.f.said[k], c.last = a, a
		if qt.continues {
			c.back(k, a)
		}
		return
	}
	if qt.continues {
		return
	}
	if u.alone(q) {
		c.f.said[k] = c.last
	}
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

// alone reports whether the unit holds the quotation and no word of the reporter's.
func (u *unit) alone(q int) bool {
	for i := range u.nodes {
		if !u.quote(i) && u.nodes[i].kind != text.Mark {
			return false
		}
	}
	return true
}

func (u *unit) attributed(e *event) attribution {
	p := e.subject
	sp := text.Span{Start: u.nodes[p.first].Start, End: u.nodes[p.last-1].End}
	a := attribution{speaker: sp, strong: e.class&speech != 0}
	if e.class&(speech|noun) != 0 {
		a.cue = u.nodes[e.verb].Span
	}
	return a
}
