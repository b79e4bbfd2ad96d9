package reader

import (
	"fmt"
	"strings"

	"readout/briefing/text"
	"readout/ui/cells"
	"readout/ui/theme"
)

// notes lays out what the user has made of the article: highlights, each of
// which leads to its place in the text, then the note and the tags.
func (p *Pane) notes(w int) *doc {
	s := p.sheet(w)
	it := p.item
	if len(it.Highlights) > 0 {
		s.add(seg{theme.Strong, "Highlights"}, seg{theme.Muted, fmt.Sprintf("  %d", len(it.Highlights))})
		doc := text.New(it.Article)
		for i, h := range it.Highlights {
			if i > 0 {
				s.gap()
			}
			where := item{copy: p.cited(h.Words, "")}
			about := seg{theme.Warning, "  the article no longer holds these words"}
			if h.Stands {
				where.span = h.Span
				about = seg{theme.Muted, fmt.Sprintf("  paragraph %d", doc.ParagraphAt(h.Span.Start)+1)}
			}
			s.item(where, func() {
				s.para(theme.Quote, "  ", "  ", "“"+strings.Join(strings.Fields(h.Words), " ")+"”")
				s.add(about)
			})
		}
	}
	if it.Note != "" {
		s.heading("Note")
		for _, l := range strings.Split(strings.TrimSpace(it.Note), "\n") {
			s.para(theme.Text, "  ", "  ", l)
		}
	}
	if len(it.Tags) > 0 {
		s.heading("Tags")
		s.para(theme.Accent, "  ", "  ", cells.Safe(strings.Join(it.Tags, ", ")))
	}
	p.exported(s)
	return &s.doc
}

// exported lists the notes that were written of the article, with a warning
// at those that quote what it no longer holds.
func (p *Pane) exported(s *sheet) {
	if len(p.item.Exports) == 0 {
		return
	}
	s.heading("Exported")
	for _, x := range p.item.Exports {
		s.para(theme.Text, "  ", "  ", cells.Safe(x.Path))
		s.para(theme.Muted, "  ", "  ", "written "+p.look.Time(x.Made))
		for _, q := range x.Gone(p.item.Article.Text) {
			s.para(theme.Warning, "  ! ", "    ", "quotes what the article no longer holds: “"+strings.Join(strings.Fields(q), " ")+"”")
		}
	}
}

// heading begins a part, with an empty line before it.
func (s *sheet) heading(name string) {
	if len(s.lines) > 0 {
		s.gap()
	}
	s.add(seg{theme.Strong, name})
}
