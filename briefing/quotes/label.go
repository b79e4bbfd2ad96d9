package quotes

import (
	"strings"
	"unicode/utf8"

	"readout/briefing/actors"
	"readout/briefing/names"
	"readout/briefing/text"
)

// labelled returns the event of a quotation whose speaker is named before a
// colon and nothing else: Ann Bell: “...”; • Ann Bell, mayor: “...”; BELL: “...”.
// All of a headline behind it is the speaker's: Bell: Road was “never safe”.
func (u *unit) labelled(q int) *event {
	const longestLabel = 12
	first := u.firstWord
	colon := first
	for colon < q && colon < first+longestLabel && u.low(colon) != ":" {
		colon++
	}
	if u.low(colon) != ":" || colon != q-1 && (u.paragraph > 0 || u.class(first)&det != 0) || u.hasVerb(first, colon) {
		return nil
	}
	end := first
	for end < colon && !u.isBreak(end) && (u.class(end)&prep == 0 || u.low(end) == "of" || u.upper(end)) {
		if u.quote(end) || u.mark(end) && u.low(end) != "." || !u.upper(end) && u.class(end)&(prep|det) == 0 {
			return nil
		}
		end++
	}
	if end == first || !u.upper(first) || !u.upper(end-1) || u.quotesIn(0, q) {
		return nil
	}
	return &event{verb: colon, class: say, form: finite, subject: phrase{first, end}, start: first}
}

// signed returns the event of a quotation with its speaker behind a dash:
// “...” — Ann Bell, mayor of Eastport; or behind a comma, where an excerpt
// breaks off before the verb: “...,” Ann Bell... Nothing else may stand in the
// unit.
func (u *unit) signed(q int) *event {
	k := q + 1
	switch u.low(k) {
	case "—", "–", "―", "-", "--", "~":
	default:
		end := u.low(len(u.nodes) - 1)
		if u.nodes[q].last != ',' || end != "..." && end != "…" {
			return nil
		}
		k = q
	}
	if u.firstWord < q || u.hasVerb(k, len(u.nodes)) || len(u.nodes) > q+24 {
		return nil
	}
	p := u.right(k + 1)
	if p.empty() || !u.upper(p.first) && !u.upper(p.last-1) {
		return nil
	}
	return &event{verb: k, class: say, form: inverted, subject: p, start: k}
}

// labels reports whether the words before a colon are someone who speaks: a
// person, a body, an office. "Verdict: “...”", "BREAKING: “...”" and "Berlin:
// “...”" name nobody.
func (r *resolver) labels(sp text.Span) bool {
	if a := r.actorAt(sp, sp); a != nil {
		return a.Kind != actors.Place
	}
	person, _, head := r.identify(sp, false)
	if person >= 0 {
		return head.End == sp.End
	}
	first, noun := r.d.TokenAt(sp.Start), r.nounOf(sp)
	if person < -1 && noun > first && r.d.Text[sp.Start] >= utf8.RuneSelf { // the lists of names are in Latin letters
		return true
	}
	known := names.ClassOf(r.d.Tok(first))&names.Given != 0 && noun > first && noun < first+3 || names.ClassOf(r.d.Tok(noun))&(names.Surname|names.Ordinary|names.Common) == names.Surname
	low := strings.ToLower(r.d.Tok(noun))
	return known || bodies[low] || names.Trade(low)
}
