package reader

import (
	"fmt"
	"slices"
	"strings"

	"readout/briefing/actors"
	"readout/briefing/text"
	"readout/ui/cells"
	"readout/ui/theme"
)

// why lays out each actor and topic with the words that caused it.
func (p *Pane) why(w int) *doc {
	s := p.sheet(w)
	b := p.item.Brief
	if len(b.Actors)+len(b.Topics) == 0 {
		s.para(theme.Muted, "", "", "No actor or topic was found in this article.")
		return &s.doc
	}
	if len(b.Topics) > 0 {
		s.add(seg{theme.Strong, "Topics"})
	}
	for _, t := range b.Topics {
		it := item{span: first(t.Evidence), head: len(t.Evidence) == 0 && len(t.HeadEvidence) > 0}
		s.item(it, func() {
			s.add(seg{theme.Muted, "  "}, seg{theme.Accent, cells.Safe(t.Name)}, seg{theme.Muted, fmt.Sprintf("  %.0f%%", 100*t.Score)})
			s.para(theme.Text, "    ", "    ", p.because(t.Evidence, t.HeadEvidence))
		})
	}
	if len(b.Topics) > 0 && len(b.Actors) > 0 {
		s.gap()
	}
	if len(b.Actors) > 0 {
		s.add(seg{theme.Strong, "Actors"})
	}
	for _, a := range b.Actors {
		p.actor(s, a)
	}
	return &s.doc
}

func (p *Pane) actor(s *sheet, a actors.Actor) {
	in, head := spans(a.Mentions), spans(a.HeadMentions)
	s.item(item{span: first(in), head: len(in) == 0 && len(head) > 0}, func() {
		name := a.Name
		if a.ID == "" && len(a.Candidates) > 0 {
			name += " (" + s.look.Unsure + ")"
		}
		segs := []seg{{theme.Muted, "  "}, {theme.Actor, cells.Safe(name)}}
		var about []string
		if a.Type != "" {
			about = append(about, a.Type)
		} else if a.Kind != "" {
			about = append(about, string(a.Kind))
		}
		for _, r := range a.Roles {
			if r != actors.Mentioned {
				about = append(about, string(r))
			}
		}
		segs = append(segs, seg{theme.Muted, "  " + cells.Safe(strings.Join(about, ", "))})
		if a.ID == "" && len(a.Candidates) > 0 {
			segs = append(segs, seg{theme.Warning, cells.Safe("  could be " + strings.Join(a.Candidates, " or "))})
		}
		s.wrapped("    ", segs)
		s.para(theme.Text, "    ", "    ", p.because(in, head))
	})
}

func spans(ms []actors.Mention) []text.Span {
	var out []text.Span
	for _, m := range ms {
		out = append(out, m.Span)
	}
	return out
}

func first(s []text.Span) text.Span {
	if len(s) == 0 {
		return text.Span{}
	}
	return s[0]
}

// because lists the different words with how often they stand in the text.
func (p *Pane) because(in, head []text.Span) string {
	var words []string
	count := map[string]int{}
	add := func(w string) {
		if w == "" {
			return
		}
		if count[w]++; count[w] == 1 {
			words = append(words, w)
		}
	}
	for _, s := range in {
		add(p.slice(s))
	}
	for _, s := range head {
		if t := p.item.Article.Title; s.End <= len(t) && !s.Empty() {
			add(t[s.Start:s.End])
		}
	}
	slices.SortStableFunc(words, func(a, b string) int { return count[b] - count[a] })
	for i, w := range words {
		words[i] = "“" + w + "”"
		if n := count[w]; n > 1 {
			words[i] += fmt.Sprintf(" ×%d", n)
		}
	}
	if len(in) == 0 && len(head) > 0 {
		return strings.Join(words, ", ") + " in the headline"
	}
	return strings.Join(words, ", ")
}
