package reader

import (
	"context"
	"strings"

	"readout/briefing/desk"
	"readout/ui/cells"
	"readout/ui/theme"
)

// others are the articles of other outlets in the story of an article. It is
// for commands. An article whose story cannot be read has none: the article
// itself matters more.
func (p *Pane) others(k desk.Key) []desk.Row {
	rows, err := p.desk.Story(context.Background(), k)
	if err != nil {
		return nil
	}
	var out []desk.Row
	for _, r := range rows {
		if r.Key != k {
			out = append(out, r)
		}
	}
	return out
}

// Others are the other articles of the story that is shown.
func (p *Pane) Others() []desk.Row { return p.story }

// coverage lists the same story from other outlets; enter opens one.
func (p *Pane) coverage(w int) *doc {
	s := p.sheet(w)
	for i, r := range p.story {
		if i > 0 {
			s.gap()
		}
		s.item(item{goes: r.Key}, func() {
			title := theme.Text
			if !r.Read {
				title = theme.Unread
			}
			s.para(title, "", "", r.Title)
			parts := []string{r.Source, p.look.Dated(r)}
			if len(r.Actors) > 0 {
				parts = append(parts, strings.Join(r.Actors, ", "))
			}
			s.add(seg{theme.Muted, cells.Safe("  " + strings.Join(parts, " · "))})
		})
	}
	return &s.doc
}
