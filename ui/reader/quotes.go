package reader

import (
	"fmt"
	"strings"

	"readout/briefing/actors"
	"readout/briefing/quotes"
	"readout/briefing/text"
	"readout/ui/cells"
	"readout/ui/theme"
)

// quotes lays out who said what. The tick means that the words on screen are,
// character for character, those of the stored text.
func (p *Pane) quotes(w int) *doc {
	s := p.sheet(w)
	qs := p.item.Brief.Quotes
	if len(qs) == 0 {
		s.para(theme.Muted, "", "", "Nobody is quoted verbatim in this article.")
		return &s.doc
	}
	for i, q := range qs {
		if i > 0 {
			s.gap()
		}
		words := p.slice(q.Span)
		s.item(item{span: q.Span, copy: p.citation(q)}, func() { p.quote(s, q, words) })
	}
	return &s.doc
}

func (p *Pane) quote(s *sheet, q quotes.Quote, words string) {
	shown := s.look.Wrap(cells.Safe(words), s.w-2)
	for i, l := range shown {
		open, end := " ", ""
		if i == 0 {
			open = "“"
		}
		if i == len(shown)-1 {
			end = "”"
		}
		s.add(seg{theme.Muted, open}, seg{theme.Quote, l}, seg{theme.Muted, end})
	}
	who := seg{theme.Warning, "speaker not known"}
	if q.Speaker != nil {
		who = seg{theme.Strong, cells.Safe(p.speaker(q))}
	}
	segs := []seg{{theme.Muted, "  — "}, who}
	if role := p.position(q); role != "" {
		segs = append(segs, seg{theme.Muted, ", " + cells.Safe(role)})
	}
	segs = append(segs, seg{theme.Muted, p.where(q)})
	if verbatim(shown, words) {
		segs = append(segs, seg{theme.Good, " " + s.look.Tick})
	} else {
		segs = append(segs, seg{theme.Warning, " " + s.look.Unsure})
	}
	s.wrapped("    ", segs)
}

// wrapped adds a line of pieces; those that do not fit go on below.
func (s *sheet) wrapped(indent string, segs []seg) {
	var row []seg
	used := 0
	for _, g := range segs {
		n := s.look.Width(g.text)
		if used > 0 && used+n > s.w && g.text != "" {
			s.add(row...)
			row, used = []seg{{theme.Muted, indent}}, s.look.Width(indent)
			g.text = strings.TrimLeft(g.text, " ,·")
			n = s.look.Width(g.text)
		}
		row = append(row, g)
		used += n
	}
	s.add(row...)
}

// speaker names who spoke: the fullest name, and the mention where it differs.
func (p *Pane) speaker(q quotes.Quote) string {
	name, mention := q.Speaker.Name, p.slice(q.Speaker.Span)
	switch {
	case name == "":
		return mention
	case mention == "" || strings.EqualFold(name, mention) || strings.Contains(name, mention):
		return name
	}
	return name + " (“" + mention + "”)"
}

// position is what is known of the speaker: from the list of signatories, the
// text or the registry.
func (p *Pane) position(q quotes.Quote) string {
	if q.Speaker == nil {
		return ""
	}
	b := p.item.Brief
	if b.Signatories != nil {
		for _, x := range b.Signatories.People {
			if x.Actor != "" && x.Actor == q.Speaker.Actor || x.Name == q.Speaker.Name {
				if at := affiliation(x.Party, x.Region, x.Country); at != "" {
					return at
				}
			}
		}
	}
	if q.Speaker.Role != "" {
		return q.Speaker.Role
	}
	for _, a := range b.Actors {
		if a.ID != "" && a.ID == q.Speaker.Actor || a.Name == q.Speaker.Name {
			if a.Type != "" {
				return a.Type
			}
			return kindOf(a)
		}
	}
	return ""
}

// kindOf names the kind of an actor where that says something.
func kindOf(a actors.Actor) string {
	if a.Kind == actors.Person {
		return ""
	}
	return string(a.Kind)
}

// where says how and where the words were said.
func (p *Pane) where(q quotes.Quote) string {
	parts := ""
	if q.Cue != "" {
		parts += " · " + cells.Safe(q.Cue)
	}
	if q.Kind == quotes.Fragment {
		parts += " · fragment"
	}
	if q.Paragraph > 0 {
		parts += fmt.Sprintf(" · paragraph %d", q.Paragraph)
	}
	return parts
}

// verbatim reports whether lines hold exactly the words of the text.
func verbatim(lines []string, words string) bool {
	return strings.Join(strings.Fields(strings.Join(lines, " ")), " ") == strings.Join(strings.Fields(words), " ") ||
		strings.Join(strings.Fields(strings.Join(lines, "")), "") == strings.Join(strings.Fields(words), "")
}

// citation is a quote with its source, for the clipboard.
func (p *Pane) citation(q quotes.Quote) string {
	who := ""
	if q.Speaker != nil {
		who = " — " + p.speaker(q)
	}
	return p.cited(p.slice(q.Span), who)
}

// cited is words of the article with their source, for the clipboard.
func (p *Pane) cited(words, who string) string {
	a := p.item.Article
	out := "“" + words + "”" + who + "\n" + a.Title
	if p.item.Row.Source != "" {
		out += ", " + p.item.Row.Source
	}
	switch {
	case !a.Published.IsZero():
		out += ", " + a.Published.In(p.look.Zone).Format("2 January 2006")
	case !a.Day.IsZero():
		out += ", " + a.Day.Format("2 January 2006")
	}
	if a.URL != "" {
		out += "\n" + a.URL
	}
	return out + "\n"
}

// slice is the article's text in a span; "" for a span that lies outside it.
func (p *Pane) slice(s text.Span) string {
	t := p.item.Article.Text
	if s.Start < 0 || s.End > len(t) || s.Empty() {
		return ""
	}
	return t[s.Start:s.End]
}
